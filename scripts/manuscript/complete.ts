/** From checked metadata to whole metadata: the defaults of the house, with a warning where an editor should decide. */
import {isEmptyAlternative} from '../alternative-text.ts'
import {assetName} from '../asset-name.ts'
import {message} from '../messages.ts'
import type {Asset, BackCover, Booklet, Message, Metadata, Place, SourceFile} from '../types.ts'
import type {CheckedMetadata} from './metadata-schema.ts'
import type {ReadMetadata} from './metadata.ts'
import {defaultPage, sheetFamily} from './page-sizes.ts'
import {printSettings} from './print-settings.ts'
import type {ImageReference} from './references.ts'
import {slugFor} from './slug.ts'
import {titleOf} from './title.ts'

/** What the defaults come from. `name`: of the file or folder; `metadataFile`: where the metadata stands or would stand. */
export type Surroundings = {
  readonly name: string
  readonly isFolder: boolean
  readonly metadataFile: string
  readonly files: readonly SourceFile[]
  readonly assets: ReadonlyMap<string, Asset>
  /** The bytes of the shop's own ICC profile, where the metadata names one that could be read. */
  readonly profile?: Uint8Array
  /** A theme that was chosen outside the manuscript: it wins. */
  readonly theme?: string
}

/** The images that the metadata names, at their places. */
export function metadataImages({values, placeOf}: ReadMetadata): readonly ImageReference[] {
  const images = [{url: values.cover?.image, path: ['cover', 'image']}, {url: values.back?.image, path: ['back', 'image']}, {url: values.epub?.cover, path: ['epub', 'cover']}]
  return images.flatMap(({url, path}) => url === undefined ? [] : [{url, place: placeOf(path)}])
}

/** Fill in what the metadata leaves open. An image that could not be loaded is left out: it has its message. */
export function complete(read: ReadMetadata, surroundings: Surroundings): Metadata {
  const {author, subject, fit, back, cover, print, epub, booklet, ...values} = read.values
  const {title = defaultTitle(surroundings), lang = 'en'} = values
  return {
    ...defaults,
    slug: slugFor(title, lang, surroundings.name),
    page: defaultPage(lang),
    ...values,
    ...(surroundings.theme !== undefined && {theme: surroundings.theme}),
    title,
    lang,
    authors: author ?? [],
    subjects: subject ?? [],
    ...(fit && {fit: {goal: fit, place: read.placeOf(['fit'])}}),
    ...(back && {back: backOf(back, surroundings)}),
    ...(cover && coverOf(cover, surroundings)),
    places: coverPlaces(read),
    print: printSettings(print, values.page ?? defaultPage(lang), {profile: surroundings.profile, placeOf: key => read.placeOf(['print', key])}),
    epub: epubOf(epub, surroundings),
    booklet: {...defaults.booklet, ...booklet, family: sheetFamily(values.page ?? defaultPage(lang), lang), places: placesOf(read, booklet)}
  }
}

/** Where what stands on the covers is said. */
function coverPlaces({values, placeOf}: ReadMetadata): NonNullable<Metadata['places']> {
  const {cover, back} = values
  return {
    cover: placeOf([longestOnCover(values)]), back: placeOf(['back']),
    ...(cover && {coverImage: placeOf(['cover', 'image'])}), ...(back?.image !== undefined && {backImage: placeOf(['back', 'image'])})
  }
}

/** The text that is to blame where the cover has too much to hold. */
function longestOnCover(values: CheckedMetadata): string {
  const {title, subtitle, publisher, author, epigraph, frontmatter} = values
  // With all of the front matter the motto has a page of its own.
  const texts = {title, subtitle, publisher, author: author?.map(({name}) => name).join(', '), epigraph: frontmatter === 'full' ? undefined : epigraph?.text}
  const [[longest] = ['title']] = Object.entries(texts).toSorted(([, one = ''], [, other = '']) => other.length - one.length)
  return longest
}

const defaults = {
  theme: 'classic', frontmatter: 'auto', openings: 'auto', notes: 'foot', epub: {fonts: true},
  booklet: {flip: 'short', duplex: 'auto', feed: 'last', paper: {name: '80 g/m²', thicknessMm: 0.1}, creep: true, marks: 'auto', scale: 'none', signature: 'auto'}
} as const

/** Where the booklet's keys stand; where the author left one out, the file. */
function placesOf({placeOf}: ReadMetadata, booklet: CheckedMetadata['booklet']): Booklet['places'] {
  const placeIn = (key: string): Place => booklet ? placeOf(['booklet', key]) : {file: placeOf(['booklet', key]).file}
  const given = (['flip', 'signature', 'up', 'feed', 'creep'] as const).filter(key => booklet?.[key] !== undefined)
  return {layout: placeIn('layout'), sheet: placeIn('sheet'), scale: placeIn('scale'), ...(given.length > 0 && {given: Object.fromEntries(given.map(key => [key, placeIn(key)]))})}
}

function coverOf({image, alt = ''}: NonNullable<CheckedMetadata['cover']>, surroundings: Surroundings): Pick<Metadata, 'cover'> {
  const name = nameOf(image, surroundings)
  return name === undefined ? {} : {cover: {image: name, alt}}
}

function backOf({image, ...back}: NonNullable<CheckedMetadata['back']>, surroundings: Surroundings): BackCover {
  const name = image === undefined ? undefined : nameOf(image, surroundings)
  return name === undefined ? back : {...back, image: name}
}

function epubOf({cover, coverAlt, ...epub}: NonNullable<CheckedMetadata['epub']> = {}, surroundings: Surroundings): Metadata['epub'] {
  const image = cover === undefined ? undefined : nameOf(cover, surroundings)
  return {...defaults.epub, ...epub, ...(image !== undefined && {cover: {image, ...(coverAlt !== undefined && {alt: coverAlt})}})}
}

function nameOf(url: string, {metadataFile, assets}: Surroundings): string | undefined {
  const name = assetName(metadataFile, url)
  return name !== undefined && assets.has(name) ? name : undefined
}

function defaultTitle({files, name}: Surroundings): string {
  const head = files[0] && titleOf(files[0].tree)
  // A file's name is any text that the system allows.
  return head ?? (name.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim() || 'Pamphlet')
}

/** Warn about what had to be guessed. The head of a single file is no guess. */
export function guesses(read: ReadMetadata, {files, isFolder, metadataFile}: Omit<Surroundings, 'assets'>): readonly Message[] {
  const place = {file: metadataFile}
  const {values, bad} = read
  const hasHead = files[0] !== undefined && titleOf(files[0].tree) !== undefined
  const isGuessed = values.title === undefined && !bad.has('title') && (isFolder || !hasHead)
  const isUnknown = values.lang === undefined && !bad.has('lang')
  return [
    ...(isGuessed ? [message('missing-title', place, `Unexpected metadata without \`title\`, expected one (the ${hasHead ? 'first head' : 'name'} stands in)`, 'Add `title: …`.')] : []),
    ...(isUnknown ? [message('missing-lang', place, 'Unexpected metadata without `lang`, expected a language (English stands in)', 'Add `lang: en`, or the language of the text.')] : []),
    ...coverInVain(read),
    ...coverUnsaid(read)
  ]
}

function coverUnsaid({values: {cover}, placeOf}: ReadMetadata): readonly Message[] {
  if (!cover) return []
  if (cover.alt === undefined) return [message('missing-alt', placeOf(['cover']), 'Unexpected cover image without `alt`, expected words that say what it shows', 'Add `alt: …` to `cover`.')]
  if (!isEmptyAlternative(cover.alt, cover.image)) return []
  return [message('missing-alt', placeOf(['cover', 'alt']), `Unexpected \`alt: ${cover.alt}\` of the cover image, expected words that say what it shows`, 'Write them there.')]
}

function coverInVain({values, placeOf}: ReadMetadata): readonly Message[] {
  if (!values.cover || values.frontmatter !== 'none') return []
  return [message('idle-setting', placeOf(['cover']), 'Unexpected `cover` with `frontmatter: none`, expected a cover page to print its picture on (the web page and the EPUB have it)', 'Write `frontmatter: brief` for a cover, set the picture into the text, or leave `cover` out.')]
}

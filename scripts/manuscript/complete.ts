/** From checked metadata to whole metadata: the defaults of the house, with a warning where an editor should decide. */
import {assetName} from '../asset-name.ts'
import {message} from '../messages.ts'
import type {Asset, BackCover, Message, Metadata, SourceFile} from '../types.ts'
import type {CheckedMetadata} from './metadata-schema.ts'
import type {ReadMetadata} from './metadata.ts'
import {defaultPage} from './page-sizes.ts'
import type {ImageReference} from './references.ts'
import {slugOf} from './slug.ts'
import {titleOf} from './title.ts'

/** What the defaults come from. `name`: of the file or folder; `metadataFile`: where the metadata stands or would stand. */
export type Surroundings = {
  readonly name: string
  readonly isFolder: boolean
  readonly metadataFile: string
  readonly files: readonly SourceFile[]
  readonly assets: ReadonlyMap<string, Asset>
  /** A theme that was chosen outside the manuscript: it wins. */
  readonly theme?: string
}

/** The images that the metadata names, at their places. */
export function metadataImages({values, placeOf}: ReadMetadata): readonly ImageReference[] {
  const images = [{url: values.cover?.image, path: ['cover', 'image']}, {url: values.back?.image, path: ['back', 'image']}]
  return images.flatMap(({url, path}) => url === undefined ? [] : [{url, place: placeOf(path)}])
}

/** Fill in what the metadata leaves open. An image that could not be loaded is left out: it has its message. */
export function complete(read: ReadMetadata, surroundings: Surroundings): Metadata {
  const {author, subject, back, cover, epub, ...values} = read.values
  const {title = defaultTitle(surroundings), lang = 'en'} = values
  return {
    ...defaults,
    slug: slugOf(title),
    page: defaultPage(lang),
    ...values,
    ...(surroundings.theme !== undefined && {theme: surroundings.theme}),
    title,
    lang,
    authors: author ?? [],
    subjects: subject ?? [],
    ...(back && {back: backOf(back, surroundings)}),
    ...(cover && coverOf(cover, surroundings)),
    epub: {...defaults.epub, ...epub}
  }
}

const defaults = {theme: 'classic', frontmatter: 'auto', openings: 'auto', notes: 'foot', epub: {fonts: true}} as const

function coverOf({image, alt = ''}: NonNullable<CheckedMetadata['cover']>, surroundings: Surroundings): Pick<Metadata, 'cover'> {
  const name = nameOf(image, surroundings)
  return name === undefined ? {} : {cover: {image: name, alt}}
}

function backOf({image, ...back}: NonNullable<CheckedMetadata['back']>, surroundings: Surroundings): BackCover {
  const name = image === undefined ? undefined : nameOf(image, surroundings)
  return name === undefined ? back : {...back, image: name}
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
  const lacksAlternative = values.cover && values.cover.alt === undefined
  return [
    ...(isGuessed ? [message('missing-title', place, `Unexpected metadata without \`title\`, expected one (the ${hasHead ? 'first head' : 'name'} stands in)`, 'Add `title: …`.')] : []),
    ...(isUnknown ? [message('missing-lang', place, 'Unexpected metadata without `lang`, expected a language (English stands in)', 'Add `lang: en`, or the language of the text.')] : []),
    ...(lacksAlternative ? [message('missing-alt', read.placeOf(['cover']), 'Unexpected cover image without `alt`, expected words that say what it shows', 'Add `alt: …` to `cover`.')] : [])
  ]
}

/** The EPUB edition: from the pamphlet to one file that every reading system opens. */
import type {EpubFile, EpubTemplates} from '../adapters/epub-gen-memory.ts'
import {embedFonts} from '../svg-fonts.ts'
import {contentsWithIndex} from '../template/values.ts'
import type {Artifact, Asset, FontFile, Note, Pamphlet, Theme} from '../types.ts'
import {wordsFor, type Words} from '../words.ts'
import {accessibilityClaims} from './accessibility.ts'
import {clean, type Setting} from './clean.ts'
import {indexPages} from './index-page.ts'
import {backPages, coverPage, epigraphPages, imprintPages, titlePage} from './front-and-back.ts'
import {epubImage, epubImages, imagesIn, type EpubImage, type ImageSource} from './images.ts'
import {placesOf, resolveLinks, type Places} from './links.ts'
import {packageMetadata, type PackageMetadata} from './metadata.ts'
import {contentsOf, contentsOrTitle, countEntries, depthOf, landmarksOf} from './navigation.ts'
import {withNotes} from './notes.ts'
import {contentsPage, manifest, spine, type Book} from './package.ts'
import type {Page} from './page.ts'
import {epubCss, fontPath} from './styles.ts'
import {textPages} from './text-pages.ts'
import {toXhtml} from './xhtml.ts'

/** A cover image with the words for those who do not see it. */
export type CoverImage = ImageSource & {readonly alt: string}

/** `modified` dates the package and every entry of the zip; `templates` replaces those of the house. */
export type BindOptions = {readonly modified: Date; readonly cover?: CoverImage; readonly templates?: EpubTemplates}

/** Old readers slow down or give up beyond this. */
const fileLimitBytes = 300_000

type Setup = {
  readonly pamphlet: Pamphlet
  readonly metadata: PackageMetadata
  readonly words: Words
  readonly images: ReadonlyMap<string, EpubImage>
  readonly cover?: EpubImage & {readonly alt: string}
  readonly fonts: readonly FontFile[]
}

/**
 * Bind the pamphlet as EPUB 3. The same pamphlet, theme and options give the same bytes; nothing is fetched.
 * Throws where the text refers to an image that is not among the assets, or where an image cannot be converted.
 */
export async function bind(pamphlet: Pamphlet, theme: Theme, options: BindOptions): Promise<Artifact> {
  // Loaded on demand: the library takes longer to load than to run, and other editions do without it.
  const {packEpub, readEpubTemplates} = await import('../adapters/epub-gen-memory.ts')
  const templates = options.templates ?? readEpubTemplates()
  const setup = await prepare(pamphlet, theme, options)
  const {pages, places} = linked(unlinkedPages(setup))
  const book = bookOf(setup, pages, places)
  const {metadata: {identifier, lang, title}, fonts} = setup
  const packed = await packEpub({
    templates, book, identifier, lang, title,
    css: epubCss(templates.baseCss, theme, fonts),
    modified: options.modified,
    pages: pages.map(({children, ...page}) => ({...page, xhtml: children.map(child => toXhtml([child])).join('\n')})),
    files: filesOf(setup)
  })
  return {
    name: `${pamphlet.metadata.slug}.epub`,
    mediaType: 'application/epub+zip',
    bytes: packed.bytes,
    facts: {
      chapters: pamphlet.chapters.length, files: packed.fileCount, images: setup.images.size + (setup.cover ? 1 : 0),
      fonts: fonts.map(({name}) => name), language: lang, uncompressedBytes: packed.uncompressedBytes
    }
  }
}

/** Gather what the pages need: images and fonts with their places, metadata and words. */
async function prepare(pamphlet: Pamphlet, theme: Theme, {modified, cover}: BindOptions): Promise<Setup> {
  const {metadata, assets} = pamphlet
  const fonts = metadata.epub.fonts ? theme.fonts.filter(({family}) => family !== 'Fallback') : []
  return {
    pamphlet,
    metadata: packageMetadata(metadata, modified),
    words: wordsFor(metadata.lang),
    images: await epubImages(imagesIn(contentOf(pamphlet)), withLettering(assets, fonts)),
    ...(cover && {cover: {...await epubImage(cover, 'cover'), alt: cover.alt}}),
    fonts
  }
}

/** Drawings carry the faces of their lettering: shown as pictures, they load nothing. */
function withLettering(assets: ReadonlyMap<string, Asset>, fonts: readonly FontFile[]): ReadonlyMap<string, ImageSource> {
  return new Map([...assets].map(([name, {mediaType, bytes}]) => [name, {mediaType, bytes: mediaType === 'image/svg+xml' ? embedFonts(bytes, fonts) : bytes}]))
}

function contentOf({epigraph, chapters, notes, imprint}: Pamphlet) {
  return [
    ...(epigraph ? [epigraph] : []),
    ...chapters.flatMap(({heading, children}) => [...(heading ? [heading] : []), ...children]),
    ...notes.flatMap(({children}) => children),
    ...imprint
  ]
}

/** Make all pages in reading order, their links still as in the pamphlet. */
function unlinkedPages({pamphlet, metadata, words, images, cover}: Setup): readonly Page[] {
  const {title} = metadata
  const setting: Setting = {pathOf: name => images.get(name)?.path ?? name, raise: pamphlet.openings === 'page' ? 1 : 0}
  const notes = pamphlet.notes.map((note): Note => ({...note, children: clean(note.children, setting)}))
  const pages = [
    ...(cover ? [coverPage(cover.path, cover.alt, words)] : []),
    titlePage(metadata, words),
    ...epigraphPages(pamphlet, title, setting),
    ...textPages({...pamphlet, notes}, title, setting, fileLimitBytes),
    ...indexPages(pamphlet, words),
    ...imprintPages(pamphlet, metadata, setting, words),
    ...backPages(pamphlet.metadata, words)
  ]
  return withNotes(pages, notes, words)
}

function linked(pages: readonly Page[]): {readonly pages: readonly Page[]; readonly places: Places} {
  const places = placesOf(pages)
  return {pages: pages.map(page => resolveLinks(page, places)), places}
}

/** Make what the templates print. */
function bookOf(setup: Setup, pages: readonly Page[], places: Places): Book {
  const {pamphlet, metadata, words} = setup
  const contents = contentsOf(contentsWithIndex(pamphlet), places)
  // One line says no more than the title: then the contents are for the reader's menu alone.
  const showsContents = countEntries(contents) > 1
  return {
    ...metadata,
    claims: accessibilityClaims(pages, contents.length > 0),
    items: manifest(pages, sideFiles(setup)),
    spine: spine(pages, showsContents),
    contentsTitle: words.contents,
    contents: contentsOrTitle(contents, metadata.title, pages),
    depth: depthOf(contents),
    landmarks: landmarksOf(pages, showsContents ? `${contentsPage}#toc` : undefined, words)
  }
}

function sideFiles({images, cover, fonts}: Setup) {
  return [
    ...(cover ? [{path: cover.path, mediaType: cover.mediaType, bytes: cover.bytes, isCover: true}] : []),
    ...[...images.values()].map(({path, mediaType, bytes}) => ({path, mediaType, bytes})),
    ...fonts.map(font => ({path: fontPath(font), mediaType: 'font/woff2', bytes: font.bytes}))
  ]
}

/** Pictures and fonts are packed already, except SVG, which is text. */
function filesOf(setup: Setup): readonly EpubFile[] {
  return sideFiles(setup).map(({path, bytes, mediaType}) => ({path, bytes, packed: mediaType !== 'image/svg+xml'}))
}

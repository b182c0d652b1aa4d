/** What an EPUB is bound from beside its text: pictures and fonts in the forms that readers take, metadata and words. */
import {h} from 'hastscript'
import type {EpubFile} from '../adapters/epub-gen-memory.ts'
import type {KeptDrawings} from '../adapters/kept-drawings.ts'
import {keptSubsetter} from '../adapters/kept-faces.ts'
import {subsetFonts} from '../cut-faces.ts'
import {embedFonts, letteringFonts} from '../svg-fonts.ts'
import type {FontFile, Pages, Pamphlet, Theme} from '../types.ts'
import {wordsFor, type Words} from '../words.ts'
import type {CoverImage} from './cover.ts'
import {fontsInUse} from './fonts.ts'
import {epubImage, epubImages, imagesIn, type EpubImage, type ImageSource} from './images.ts'
import {packageMetadata, type PackageMetadata} from './metadata.ts'
import type {SideFile} from './package.ts'
import type {Page} from './page.ts'
import {fontPath} from './styles.ts'
import {epubWordsFor, type EpubWords} from './words.ts'

export type Materials = {
  readonly pamphlet: Pamphlet
  readonly metadata: PackageMetadata
  readonly words: Words
  readonly epubWords: EpubWords
  readonly images: ReadonlyMap<string, EpubImage>
  readonly cover?: EpubImage & {readonly alt: string}
  readonly fonts: readonly FontFile[]
  /** The printed edition, where there is one. */
  readonly pages?: Pages
}

/**
 * Gather what the pamphlet brings; fonts depend on what is being bound, cover and pages are made elsewhere. Throws where
 * the text refers to an image that is not among the assets, or where one cannot be converted.
 */
export async function gather(pamphlet: Pamphlet, theme: Theme, modified: Date, kept: KeptDrawings): Promise<Materials> {
  const {metadata} = pamphlet
  return {
    pamphlet,
    metadata: packageMetadata(pamphlet, modified),
    words: wordsFor(metadata.lang),
    epubWords: epubWordsFor(metadata.lang),
    images: await picturesOf(pamphlet, theme, kept),
    fonts: []
  }
}

/** Bring the cover into a form that every reader takes. */
export async function coverOf(made: CoverImage | Promise<CoverImage>): Promise<NonNullable<Materials['cover']>> {
  const {alt, ...image} = await made
  return {...await epubImage(image, 'cover'), alt}
}

/** Everything that the author wrote, in the order of the pages. */
export function contentOf({epigraph, chapters, notes, imprint}: Pick<Pamphlet, 'epigraph' | 'chapters' | 'notes' | 'imprint'>) {
  return [
    ...(epigraph ? [epigraph] : []),
    ...chapters.flatMap(({heading, children}) => [...(heading ? [heading] : []), ...children]),
    ...notes.flatMap(({children}) => children),
    ...imprint
  ]
}

/** Cut the theme's fonts down to what the style sheets ask for in the book's pages; none where the metadata wants none. */
export async function bookFonts({pamphlet: {metadata}, words}: Materials, theme: Theme, css: string, pages: readonly Page[], kept: KeptDrawings): Promise<readonly FontFile[]> {
  if (!metadata.epub.fonts) return []
  const said = [words, epubWordsFor(metadata.lang), metadata].flatMap(stringsIn)
  const contents = h('nav', [h('h1', words.contents), h('ol', [h('li', [h('a', said)])])])
  const fonts = theme.fonts.filter(({family}) => family !== 'Fallback' && family !== 'Math')
  const uses = fontsInUse(fonts, css, [...pages.flatMap(({children}) => children), contents], [...said, ' 0123456789.,:;·-–'])
  return subsetFonts(uses, keptSubsetter(kept))
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

async function picturesOf({assets, metadata, ...pamphlet}: Pamphlet, theme: Theme, kept: KeptDrawings): Promise<ReadonlyMap<string, EpubImage>> {
  const lettering = metadata.epub.fonts ? await letteringFonts(assets, theme.fonts, keptSubsetter(kept)) : []
  const sources = [...assets].map(([name, asset]): [string, ImageSource] =>
    [name, {mediaType: asset.mediaType, bytes: asset.mediaType === 'image/svg+xml' ? embedFonts(asset, lettering) : asset.bytes}])
  return epubImages(imagesIn(contentOf(pamphlet)), new Map(sources))
}

/** List the files beside the pages: the cover, the pictures, the fonts. */
export function sideFiles({images, cover, fonts}: Materials): readonly (SideFile & {readonly bytes: Uint8Array})[] {
  return [
    ...(cover ? [{path: cover.path, mediaType: cover.mediaType, bytes: cover.bytes, isCover: true}] : []),
    ...[...images.values()].map(({path, mediaType, bytes}) => ({path, mediaType, bytes})),
    ...fonts.map(font => ({path: fontPath(font), mediaType: 'font/woff2', bytes: font.bytes}))
  ]
}

/** The same for the zip. Pictures and fonts are packed already, except SVG, which is text. */
export function zipFiles(materials: Materials): readonly EpubFile[] {
  return sideFiles(materials).map(({path, bytes, mediaType}) => ({path, bytes, packed: mediaType !== 'image/svg+xml'}))
}

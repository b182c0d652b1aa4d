/** The EPUB edition: from the pamphlet to one file that every reading system opens. */
import {type EpubTemplates, readEpubTemplates} from '../adapters/epub-templates.ts'
import {type KeptDrawings, noDrawings} from '../adapters/kept-drawings.ts'
import {fontFaces} from '../font-face.ts'
import {hushRepeats} from '../template/repeated-quotes.ts'
import {contentsWithIndex} from '../template/values.ts'
import type {Artifact, Note, Pages, Pamphlet, Theme} from '../types.ts'
import {inRow} from '../writing.ts'
import {accessibilityClaims} from './accessibility.ts'
import {clean, type Setting} from './clean.ts'
import type {CoverImage} from './cover.ts'
import {backPages, colophon, coverPage, dedicationPages, epigraphPages, halfTitle, imprintPages, titlePage} from './front-and-back.ts'
import {indexPages} from './index-page.ts'
import {placesOf, resolveLinks, type Places} from './links.ts'
import {bookFonts, coverOf, gather, sideFiles, zipFiles, type Materials} from './materials.ts'
import {contentsOf, contentsOrTitle, countEntries, depthOf, landmarksOf, linesIn, pageListOf} from './navigation.ts'
import {withNotes} from './notes.ts'
import {contentsPage, manifest, spine, type Book} from './package.ts'
import {isOpening, pagesOfLines, withPartBreaks} from './part-breaks.ts'
import {pageBreaksIn, withPageBreaks} from './page-breaks.ts'
import type {Page} from './page.ts'
import {epubStyles, fontPath} from './styles.ts'
import {textPages} from './text-pages.ts'
import {extent} from './words.ts'
import {toXhtml} from './xhtml.ts'

/**
 * `modified` dates the package and every entry of the zip; `pages` is the printed edition, whose pages the EPUB lists;
 * `cover` is the cover image; `templates` replaces those of the house; `kept` has faces from former builds.
 */
export type BindOptions = {
  readonly modified: Date
  readonly pages?: Pages | Promise<Pages>
  readonly cover?: CoverImage | Promise<CoverImage>
  readonly templates?: EpubTemplates
  readonly kept?: KeptDrawings
}

/** Old readers slow down or give up beyond this. */
const fileLimitBytes = 300_000

/** From this many pages of text on, a pamphlet has a half title, as in print. */
const bookPages = 24

/**
 * Bind the pamphlet as EPUB 3. The same pamphlet, theme and options give the same bytes; nothing is fetched.
 * Throws where the text refers to an image that is not among the assets, or where an image cannot be converted.
 */
export async function bind(pamphlet: Pamphlet, theme: Theme, options: BindOptions): Promise<Artifact> {
  // Loaded on demand: the library takes longer to load than to run, and other editions do without it.
  const {packEpub} = await import('../adapters/epub-gen-memory.ts')
  const templates = options.templates ?? readEpubTemplates()
  const styles = epubStyles(templates.baseCss, theme)
  const [drafted, printed, cover] = await Promise.all([draft(pamphlet, theme, styles, options), options.pages, options.cover && coverOf(options.cover)])
  const materials: Materials = {...drafted, ...(printed && {pages: printed}), ...(cover && {cover})}
  const {pages, places} = linked(unlinkedPages(materials))
  const book = bookOf(materials, pages, places)
  const {metadata: {identifier, lang, title, direction}, fonts} = materials
  const packed = await packEpub({
    templates, book, identifier, lang, title,
    css: fonts.length === 0 ? styles : `${fontFaces(fonts, fontPath)}\n${styles}`,
    modified: options.modified,
    pages: pages.filter(({filename}) => filename !== contentsPage).map(({children, ...page}) => ({...page, direction, xhtml: children.map(child => toXhtml([child])).join('\n')})),
    files: zipFiles(materials)
  })
  return {
    name: `${pamphlet.metadata.slug}.epub`,
    mediaType: 'application/epub+zip',
    bytes: packed.bytes,
    facts: {
      chapters: pamphlet.chapters.length, files: packed.fileCount, images: materials.images.size + (materials.cover ? 1 : 0),
      fonts: fonts.map(({name}) => name), language: lang, printedPages: book.pageList.length, uncompressedBytes: packed.uncompressedBytes
    }
  }
}

/** Gather the materials, with fonts cut to a draft without cover and page breaks: all while pages are still being printed. */
async function draft(pamphlet: Pamphlet, theme: Theme, styles: string, {modified, kept = noDrawings}: BindOptions): Promise<Materials> {
  const gathered = await gather(pamphlet, theme, modified, kept)
  return {...gathered, fonts: await bookFonts(gathered, theme, styles, unlinkedPages(gathered), kept)}
}

/** Make all pages in reading order, their links still as in the pamphlet. */
function unlinkedPages(materials: Materials): readonly Page[] {
  const {metadata, words, epubWords, images, cover, pages} = materials
  const pamphlet = hushRepeats(pages ? withPageBreaks(materials.pamphlet, pages.starts, words) : materials.pamphlet)
  const setting: Setting = {pathOf: name => images.get(name)?.path ?? name, raise: pamphlet.openings === 'page' ? 1 : 0}
  const notes = pamphlet.notes.map((note): Note => ({...note, children: clean(note.children, setting)}))
  const text = textPages({...pamphlet, notes}, metadata.title, setting, fileLimitBytes)
  const all: readonly Page[] = [
    ...(cover ? [coverPage(cover.path, cover.alt, words)] : []),
    ...(isBook(pamphlet, pages) ? [halfTitle(metadata, epubWords)] : []),
    titlePage(metadata, words),
    ...imprintPages(pamphlet, metadata, setting, {...words, ...epubWords}),
    ...dedicationPages(pamphlet.metadata, metadata.title, setting),
    // Its place: the template writes it.
    {filename: contentsPage, title: words.contents, matter: 'frontmatter', children: []},
    ...epigraphPages(pamphlet, metadata.title, setting),
    ...text,
    ...indexPages(pamphlet, pages, words),
    ...backPages(pamphlet.metadata, words),
    colophon(metadata, makingOf(materials, text), epubWords)
  ]
  return withNotes(withPartBreaks(all, {parts: pages?.parts ?? [], lines: linesIn(contentsWithIndex(pamphlet))}, words), notes, words)
}

function isBook({metadata: {frontmatter}}: Pamphlet, pages: Pages | undefined): boolean {
  return frontmatter === 'full' || frontmatter === 'auto' && pages !== undefined && pages.starts.length >= bookPages
}

function makingOf(materials: Materials, text: readonly Page[]) {
  const pageSource = pageSourceOf(materials, text)
  return {families: [...new Set(materials.fonts.map(({family}) => family))], ...(pageSource !== undefined && {pageSource})}
}

/** Name the printed edition that the page list follows; undefined where no page of it is marked. */
function pageSourceOf({metadata: {title, publisher, lang}, pages}: Materials, marked: readonly Page[]): string | undefined {
  if (!pages || pageBreaksIn(marked).length === 0) return undefined
  return inRow([title, ...(publisher === undefined ? [] : [publisher]), 'PDF', extent(pages.count, lang)], lang)
}

function linked(pages: readonly Page[]): {readonly pages: readonly Page[]; readonly places: Places} {
  const places = placesOf(pages)
  return {pages: pages.map(page => resolveLinks(page, places)), places}
}

/** Make what the templates print. */
function bookOf(materials: Materials, pages: readonly Page[], places: Places): Book {
  const {pamphlet, metadata, words, epubWords, fonts} = materials
  const breaks = pages.find(({filename}) => filename === contentsPage)?.children ?? []
  const contents = contentsOf(contentsWithIndex(pamphlet), places, pagesOfLines(breaks))
  // One line says no more than the title: then the contents are for the reader's menu alone.
  const showsContents = countEntries(contents) > 1
  const inSpine = pages.filter(({filename}) => showsContents || filename !== contentsPage)
  const lines = contentsOrTitle(contents, metadata.title, pages)
  const pageSource = pageSourceOf(materials, inSpine)
  return {
    ...metadata,
    claims: accessibilityClaims(inSpine, {lang: metadata.lang, hasContents: contents.length > 0, skipsRanks: pamphlet.messages.some(({ruleId}) => ruleId === 'skipped-heading')}),
    items: manifest(pages, sideFiles(materials)),
    spine: spine(inSpine),
    contentsTitle: words.contents,
    contentsBreak: toXhtml(showsContents ? breaks.filter(node => !isOpening(node)) : []),
    contents: lines,
    depth: depthOf(contents),
    landmarks: landmarksOf(pages, showsContents ? `${contentsPage}#toc` : undefined, {...words, ...epubWords}),
    pagesTitle: epubWords.pages,
    pageList: pageListOf(inSpine, places, countEntries(lines) + 1),
    ...(pageSource !== undefined && {pageSource}),
    hasFonts: fonts.length > 0
  }
}

/** The words `zaaaz`, `zaabz` … of a hostile manuscript in finished editions: each has to stand in its part once, and in order. */
import type {Element, ElementContent, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {elementsIn, hasClass} from '../../scripts/elements.ts'
import {bind} from '../../scripts/epub/bind.ts'
import {giveHints} from '../../scripts/pdf/in-page/hints.ts'
import {finishReading} from '../../scripts/pdf/reading.ts'
import type {Pamphlet, SourceFile} from '../../scripts/types.ts'
import {charactersIn} from '../../scripts/typeset/characters.ts'
import {paginate} from '../../scripts/typeset/paginate.ts'
import {printerIn} from '../../scripts/typeset/printer.ts'
import {loadTheme} from '../../scripts/typeset/theme.ts'
import {web} from '../../scripts/web/web.ts'
import {openBook, textPagesOf, type OpenBook} from '../epub/book.ts'
import {runTogether, textOf} from '../text/hostile/faults.ts'
import {wordsIn} from '../text/hostile/manuscripts.ts'
import {pdfText} from './extracted-words.ts'

/** The words of the text, of its notes and of its imprint. */
export type Words = {readonly text: readonly string[]; readonly notes: readonly string[]; readonly imprint: readonly string[]}

const date = new Date('2024-01-21T00:00:00Z')

/** Make the three editions to read, whatever messages the pamphlet has. */
export async function editionsOf(pamphlet: Pamphlet, files: readonly SourceFile[], browser: Browser) {
  const theme = await loadTheme('classic', charactersIn(pamphlet, files))
  const pages = await paginate(pamphlet, theme, printerIn(browser, {isTagged: true, prepare: giveHints}))
  const [read, epub] = await Promise.all([finishReading(pages, pamphlet, date), bind(pamphlet, theme, {modified: date, pages})])
  const floats = pamphlet.chapters.some(({children}) => elementsIn({type: 'root', children: [...children]}).some(({tagName}) => tagName === 'figure' || tagName === 'table'))
  const firstPage = Math.min(...[...pages.pageMap, ...pages.parts].filter(({id}) => id === 'pamphlet-text' || pamphlet.chapters.some(chapter => chapter.id === id)).map(({page}) => page))
  return {html: new TextDecoder().decode(web(pamphlet, theme).bytes), pdf: read.artifact.bytes, firstPage, floats, book: openBook(epub.bytes)}
}

/** The words as the text has them before it becomes an edition. */
export function wordsOf({chapters, notes, imprint}: Pamphlet): Words {
  return {
    text: wordsIn(chapters.flatMap(({heading, children}) => heading ? [heading, ...children] : children).map(textOf).join(' ')),
    notes: wordsIn(notes.flatMap(({children}) => children).map(textOf).join(' ')),
    imprint: wordsIn(imprint.map(textOf).join(' '))
  }
}

type Edition = Awaited<ReturnType<typeof editionsOf>>

/** Tell what differs from the pamphlet's own words, edition by edition. */
export async function faultsOfEditions(expected: Words, {html, pdf, firstPage, floats, book}: Edition): Promise<readonly string[]> {
  const page = fromHtml(html)
  // A figure goes where there is room for it, and so does a table that had to be turned.
  const paperOrder = (words: readonly string[]) => floats ? words.toSorted() : words
  const parts = [
    ['web text', expected.text, wordsIn(partOf(page, isText))],
    ['web notes', expected.notes, wordsIn(partOf(page, element => element.tagName === 'section' && hasClass(element, 'notes')))],
    ['web imprint', expected.imprint, wordsIn(partOf(without(page, isText), element => element.tagName === 'div' && hasClass(element, 'imprint')))],
    ['epub text', expected.text, wordsIn(epubText(book))],
    ['epub notes', expected.notes, wordsIn(epubNotes(book))],
    ['pdf text', paperOrder(expected.text), paperOrder(await pdfWords(pdf, firstPage, expected.text))],
    ['pdf notes', expected.notes, await pdfWords(pdf, 1, expected.notes)],
    ['pdf imprint', expected.imprint, await pdfWords(pdf, 1, expected.imprint)]
  ] as const
  return parts.flatMap(([name, wanted, found]) => wanted.join(' ') === found.join(' ') ? [] : [`${name}: ${difference(found, wanted)}`])
}

function difference(found: readonly string[], wanted: readonly string[]): string {
  const [lost, other] = [wanted.filter(word => !found.includes(word)), found.filter(word => !wanted.includes(word))]
  const at = found.findIndex((word, index) => word !== wanted[index])
  return `lost ${lost.join(' ')}; others ${other.join(' ')}; from ${found.slice(at, at + 6).join(' ')}, expected ${wanted.slice(at, at + 6).join(' ')}`
}

/** Tell of words that have run together, in the editions that say what is a block. */
export function joinedInEditions(manuscript: string, {html, book}: Edition): readonly string[] {
  return [partOf(fromHtml(html), isText), epubText(book), epubNotes(book)].flatMap(text => runTogether(manuscript, text))
}

const isText = (element: Element) => element.properties.id === 'pamphlet-text'
const isNotes = (element: Element) => element.tagName === 'div' && hasClass(element, 'notes')

function partOf(node: Root | Element, isPart: (element: Element) => boolean): string {
  const find = (children: readonly (ElementContent | Root['children'][number])[]): readonly Element[] => children.flatMap(child => child.type !== 'element' ? [] : isPart(child) ? [child] : find(child.children))
  return find(node.children).map(textOf).join(' ')
}

function epubText(book: OpenBook): string {
  return epubBodies(book).map(page => partOf(without(page, isNotes), ({tagName}) => tagName === 'body')).join(' ')
}

function epubNotes(book: OpenBook): string {
  return epubBodies(book).map(page => partOf(page, isNotes)).join(' ')
}

/** The pages of text, as HTML. */
function epubBodies(book: OpenBook): readonly Root[] {
  return textPagesOf(book).map(path => fromHtml(book.text(path).replaceAll(/<([a-z]+)([^<>]*)\/>/g, '<$1$2></$1>').replaceAll(/<\/(?:br|img|hr|link|meta|wbr|col)>/g, '')))
}

/** The page without elements of a kind. */
function without(page: Root, isKind: (element: Element) => boolean): Root {
  const rest = <Node extends ElementContent | Root['children'][number]>(children: readonly Node[]): Node[] => children.filter(child => child.type !== 'element' || !isKind(child)).map(child => child.type === 'element' ? {...child, children: rest(child.children)} : child)
  return {...page, children: rest(page.children)}
}

/** Of the words that a PDF's pages show, those that are wanted: heads stand over the pages too, and tables say theirs again. */
async function pdfWords(pdf: Uint8Array, firstPage: number, wanted: readonly string[]): Promise<readonly string[]> {
  const pages = await pdfText(pdf, () => ({left: 0, right: 2000, top: 2000, bottom: 0}))
  const letters = pages.slice(firstPage - 1).join('').replaceAll(/[^a-z]/g, '')
  return [...new Set(wordsIn(letters).filter(word => wanted.includes(word)))]
}

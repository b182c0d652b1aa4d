/**
 * Page-break markers outside the text: covers, title page, contents and index stand on pages of the paper as well, and an
 * EPUB has them too. A page of the paper that several of them share has its marker in the first. Contents may run over
 * several pages: each but the first begins with a line, whose link holds the marker, since nothing else may stand in a line
 * of the navigation document.
 */
import type {Element, ElementContent} from 'hast'
import {indexId} from '../template/index-list.ts'
import {lineId} from '../template/values.ts'
import type {PageMapEntry} from '../types.ts'
import type {Words} from '../words.ts'
import {indexFile} from './index-page.ts'
import {uniqueNames} from './names.ts'
import {contentsPage} from './package.ts'
import {isPageBreak, pageBreak} from './page-breaks.ts'
import {elementsIn, type Page} from './page.ts'
import {lineOf} from './xhtml.ts'

/** What the parts are called on paper, by the file of the EPUB that holds them. */
const partsOnPaper: Readonly<Record<string, readonly string[]>> = {
  'cover.xhtml': ['pamphlet-cover'],
  'half-title.xhtml': ['pamphlet-half-title'],
  'title-page.xhtml': ['pamphlet-title-page', 'pamphlet-title-block'],
  'imprint.xhtml': ['pamphlet-imprint'],
  'dedication.xhtml': ['pamphlet-dedication'],
  [contentsPage]: ['pamphlet-contents'],
  'epigraph.xhtml': ['pamphlet-epigraph'],
  [indexFile]: [indexId],
  'back-cover.xhtml': ['pamphlet-back']
}

type Marking = {readonly lines: readonly string[]; readonly pageOf: ReadonlyMap<string, PageMapEntry>; readonly marked: Set<string>; readonly name: (wanted: string) => string; readonly words: Words}

/**
 * Put a marker at the start of each part that begins on a page which has none yet; `pages` are in reading order, `lines`
 * are the heads that the contents name.
 */
export function withPartBreaks(pages: readonly Page[], {parts, lines}: {readonly parts: readonly PageMapEntry[]; readonly lines: readonly string[]}, words: Words): readonly Page[] {
  const elements = pages.flatMap(({children}) => elementsIn(children))
  const name = uniqueNames()
  elements.forEach(({properties: {id}}) => typeof id === 'string' && name(id))
  const marking: Marking = {
    pageOf: new Map(parts.map(part => [part.id, part])),
    marked: new Set(elements.filter(element => isPageBreak(element)).map(({properties: {title}}) => String(title))),
    lines, name, words
  }
  return pages.map(page => ({...page, children: markPart(page, marking)}))
}

function markPart({filename, children}: Page, marking: Marking): readonly ElementContent[] {
  const markers = breaksAt(partsOnPaper[filename] ?? [], marking)
  if (filename === contentsPage) return [...markers, ...marking.lines.flatMap(line => breaksAt([lineId(line)], marking).map(marker => opening(marker, line)))]
  const [section, ...others] = filename === indexFile ? children.map(node => markEntries(node, marking)) : children
  return section?.type === 'element' && markers.length > 0 ? [{...section, children: [...markers, ...section.children]}, ...others] : [...markers, ...section ? [section] : [], ...others]
}

/** The marker of a page of the contents that begins with a line. */
function opening(marker: Element, line: string): Element {
  return {...marker, properties: {...marker.properties, dataLine: line}}
}

/** The heads with whose lines pages of the contents begin, and the marker that such a line has. */
export function pagesOfLines(contents: readonly ElementContent[]): ReadonlyMap<string, Element> {
  return new Map(contents.filter(isOpening).map(({properties: {dataLine, ...properties}, ...marker}) => [String(dataLine), {...marker, properties}]))
}

/** Tell whether a marker stands for a line, and is not to be written itself. */
export function isOpening(node: ElementContent): node is Element {
  return node.type === 'element' && node.properties['dataLine'] !== undefined
}

/** The entries of the index have the same ids on paper. */
function markEntries(node: ElementContent, marking: Marking): ElementContent {
  if (node.type !== 'element') return node
  const {tagName, properties: {id}} = node
  const markers = tagName === 'li' && typeof id === 'string' ? breaksAt([id], marking) : []
  return {...node, children: [...markers, ...node.children.map(child => markEntries(child, marking))]}
}

/** The marker of the page on which the first of these ids stands, if it still has none. */
function breaksAt(ids: readonly string[], {pageOf, marked, name, words}: Marking): readonly Element[] {
  const found = ids.flatMap(id => pageOf.get(id) ?? [])[0]
  const label = lineOf(found?.folio ?? '')
  if (!found || label === '' || marked.has(label)) return []
  marked.add(label)
  return [pageBreak({page: found.page, label, name}, words)]
}

/** The ways into the book: the nested contents for the navigation document and the NCX, and the landmarks. */
import type {Element, ElementContent} from 'hast'
import type {ContentsEntry} from '../types.ts'
import type {Words} from '../words.ts'
import {clean} from './clean.ts'
import {indexFile} from './index-page.ts'
import {addressOf, type Places} from './links.ts'
import {pageBreaksIn} from './page-breaks.ts'
import type {Page} from './page.ts'
import type {EpubWords} from './words.ts'
import {lineOf, textOf, toXhtml} from './xhtml.ts'

/** A line of the contents: `label` is XHTML, with the marker of a page of the printed contents that begins there; `text` the same without markup; `order` counts from 1 in reading order. */
export type Entry = {
  readonly href: string
  readonly label: string
  readonly text: string
  readonly order: number
  readonly children: readonly Entry[]
}

/** A page of the printed edition: `label` is its folio. */
export type PageTarget = {readonly href: string; readonly label: string; readonly order: number}

export type Landmark = {readonly type: string; readonly href: string; readonly text: string}

/** What stays of a head's markup in the contents. */
const phrasing: ReadonlySet<string> = new Set([
  'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 'rp', 'rt', 'ruby',
  's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var'
])

/** The heads that have a line of the contents, in order: a head without words has none. */
export function linesIn(entries: readonly ContentsEntry[]): readonly string[] {
  return entries.flatMap(({id, title, children}) => [...(labelOf(title).text === '' ? [] : [id]), ...linesIn(children)])
}

/** Make the contents; `markers` by the head of their line. A head without words, or one that is nowhere, has no line; what is below it moves up. */
export function contentsOf(entries: readonly ContentsEntry[], places: Places, markers: ReadonlyMap<string, Element> = new Map()): readonly Entry[] {
  let order = 0
  const entryOf = ({id, title, children}: ContentsEntry): Entry[] => {
    const href = addressOf(places, id)
    const {nodes, text} = labelOf(title)
    const marker = markers.get(id)
    if (href === undefined || text === '') return children.flatMap(entryOf)
    return [{href, label: toXhtml([...marker ? [marker] : [], ...nodes]).trim(), text, order: ++order, children: children.flatMap(entryOf)}]
  }
  return entries.flatMap(entryOf)
}

/** The contents; for a text without heads one line, its title: readers need one, and the text has a beginning. */
export function contentsOrTitle(contents: readonly Entry[], title: string, pages: readonly Page[]): readonly Entry[] {
  const start = pages.find(({matter}) => matter === 'bodymatter') ?? pages[0]
  if (contents.length > 0 || !start) return contents
  return [{href: start.filename, label: toXhtml([{type: 'text', value: title}]), text: title, order: 1, children: []}]
}

/** Count the lines of the contents, nested ones included. */
export function countEntries(entries: readonly Entry[]): number {
  return entries.reduce((sum, {children}) => sum + 1 + countEntries(children), 0)
}

/** Count the levels of the contents; 1 where no line has others below it. */
export function depthOf(entries: readonly Entry[]): number {
  return 1 + entries.reduce((depth, {children}) => Math.max(depth, children.length === 0 ? 0 : depthOf(children)), 0)
}

function labelOf(title: readonly ElementContent[]): {readonly nodes: readonly ElementContent[]; readonly text: string} {
  const nodes = plain(title)
  return {nodes, text: lineOf(textOf(nodes))}
}

/** Cut a head down to phrasing without ids and links; a picture becomes its alternative text. */
function plain(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return clean(nodes.flatMap(plainNode), {pathOf: name => name, raise: 0})
}

function plainNode(node: ElementContent): readonly ElementContent[] {
  if (node.type !== 'element') return [node]
  const {id: _id, role, ...properties} = node.properties
  if (role === 'doc-noteref') return []
  if (node.tagName === 'img' || node.tagName === 'br') return [{type: 'text', value: textOf([node])}]
  const children = node.children.flatMap(plainNode)
  return phrasing.has(node.tagName) ? [{...node, properties, children}] : children
}

/** List the pages of the printed edition by the markers in the text, in its order; `first` is the first place in the order. */
export function pageListOf(pages: readonly Page[], places: Places, first: number): readonly PageTarget[] {
  return pageBreaksIn(pages).flatMap(({properties: {id, title}}, index) => {
    const href = addressOf(places, String(id))
    return href === undefined ? [] : [{href, label: String(title), order: first + index}]
  })
}

/** The places that a reader jumps to. The text starts where the first chapter does, not where the title page ends. */
export function landmarksOf(pages: readonly Page[], contentsHref: string | undefined, words: Words & EpubWords): readonly Landmark[] {
  const first = (matches: (page: Page) => boolean) => pages.find(matches)?.filename
  const landmarks: readonly {readonly type: string; readonly href: string | undefined; readonly text: string}[] = [
    {type: 'cover', href: first(({matter}) => matter === 'cover'), text: words.cover},
    {type: 'titlepage', href: first(({filename}) => filename === 'title-page.xhtml'), text: words.titlePage},
    {type: 'toc', href: contentsHref, text: words.contents},
    {type: 'bodymatter', href: first(({matter}) => matter === 'bodymatter'), text: words.startOfText},
    // Checkers ask of whatever is called an index that it hold entries: to them this is where the back matter begins.
    {type: 'backmatter', href: first(({filename}) => filename === indexFile), text: words.index},
    {type: 'copyright-page', href: first(({filename}) => filename === 'imprint.xhtml'), text: words.imprint},
    {type: 'colophon', href: first(({filename}) => filename === 'colophon.xhtml'), text: words.colophon}
  ]
  return landmarks.flatMap(({href, ...landmark}) => href === undefined ? [] : [{...landmark, href}])
}

/**
 * Page-break markers: where each page of the printed edition begins in the text, so that readers of the EPUB and of the
 * paper can send each other to the same page.
 */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Pamphlet, PageStart} from '../types.ts'
import type {Words} from '../words.ts'
import {isPlainId, uniqueNames} from './names.ts'
import {elementsIn, type Page} from './page.ts'
import {lineOf} from './xhtml.ts'

/** Elements that hold text, so that a marker may stand at their start; before any other block it stands in front. */
const holdsText: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th', 'dd', 'dt', 'pre', 'figcaption'])

type Marker = {readonly offset: number; readonly element: Element}

/**
 * Put a marker where each page begins: inside the block at the offset, or at its start. A page of notes has it in its first
 * note, wherever that stands in an EPUB. A page that begins in neither text nor notes (in the imprint) has none here;
 * neither has one without a folio. The same pamphlet and starts give the same result, and the ones handed in stay as they are.
 */
export function withPageBreaks(pamphlet: Pamphlet, starts: readonly PageStart[], words: Words): Pamphlet {
  const markers = markersByBlock(starts.filter(({folio}) => lineOf(folio) !== ''), idsOf(pamphlet), words)
  const place = placer(markers)
  const chapters = pamphlet.chapters.map(({heading, children, ...chapter}) => ({
    ...chapter,
    ...(heading && {heading: marked(heading, place)}),
    children: children.flatMap(place)
  }))
  return {...pamphlet, chapters, notes: pamphlet.notes.map(note => ({...note, children: note.children.flatMap(place)}))}
}

/** Make one marker: `label` is the page's folio, `name` hands out ids. */
export function pageBreak({page, label, name}: {readonly page: number; readonly label: string; readonly name: (wanted: string) => string}, words: Words): Element {
  const id = name(isPlainId(`page-${label}`) ? `page-${label}` : `page-${page}`)
  return h('span', {id, role: 'doc-pagebreak', 'epub:type': 'pagebreak', ariaLabel: `${words.page} ${label}`, title: label})
}

/** Tell whether a node is such a marker. */
export function isPageBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.properties.role === 'doc-pagebreak'
}

/** List the markers in the text, in its order. */
export function pageBreaksIn(pages: readonly Page[]): readonly Element[] {
  return pages.flatMap(({children}) => elementsIn(children).filter(element => isPageBreak(element)))
}

function idsOf({chapters, notes, imprint}: Pamphlet): readonly string[] {
  const nodes = [...chapters.flatMap(({heading, children}) => heading ? [heading, ...children] : children), ...notes.flatMap(({children}) => children), ...imprint]
  const ids = elementsIn(nodes).flatMap(({properties: {id}}) => typeof id === 'string' ? [id] : [])
  return [...chapters.map(({id}) => id), ...notes.map(({id}) => id), ...ids]
}

/** Make the markers. An id of the pamphlet's own is never taken: `page-7` may be somebody's head. */
function markersByBlock(starts: readonly PageStart[], taken: readonly string[], words: Words): Map<string, Marker[]> {
  const name = uniqueNames()
  new Set(taken).forEach(id => name(id))
  const markers = new Map<string, Marker[]>()
  for (const {page, folio, at, offset} of starts) {
    const element = pageBreak({page, label: lineOf(folio), name}, words)
    markers.set(at, [...markers.get(at) ?? [], {offset, element}])
  }
  return markers
}

/** Make the function that puts the markers into a node; of two elements with one place, the outer one has it. */
function placer(markers: Map<string, Marker[]>): (node: ElementContent) => ElementContent[] {
  const place = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const at = node.properties['dataAt']
    const here = typeof at === 'string' ? markers.get(at) ?? [] : []
    if (here.length > 0) markers.delete(String(at))
    const [before, inside] = holdsText.has(node.tagName) ? [[], here] : [here.filter(isAtStart), here.filter(marker => !isAtStart(marker))]
    const element = {...node, children: node.children.flatMap(place)}
    return [...before.map(marker => marker.element), inside.reduceRight(insert, element)]
  }
  return place
}

function isAtStart({offset}: Marker): boolean {
  return offset <= 0
}

function marked(heading: Element, place: (node: ElementContent) => ElementContent[]): Element {
  return place(heading).find(node => node.type === 'element') ?? heading
}

/** Put one marker into a block. An offset beyond its text means its end: no page may get lost. */
function insert(block: Element, {offset, element}: Marker): Element {
  if (offset <= 0) return {...block, children: [element, ...block.children]}
  const {children, left} = insertIn(block.children, offset, element)
  return left === undefined ? {...block, children} : {...block, children: [...children, element]}
}

type Inserted = {readonly children: ElementContent[]; readonly left: number | undefined}

/** Walk the nodes until `offset` characters lie behind; `left` says how many are still to go, none once it is done. */
function insertIn(nodes: readonly ElementContent[], offset: number, marker: Element): Inserted {
  let left: number | undefined = offset
  const children = nodes.flatMap((node): ElementContent[] => {
    if (left === undefined) return [node]
    if (node.type === 'text') {
      const index = indexOf(node.value, left)
      left = index === undefined ? left - counted(node.value) : undefined
      return index === undefined ? [node] : split(node.value, index, marker)
    }
    if (node.type !== 'element' || node.properties.role === 'doc-noteref' || isPageBreak(node)) return [node]
    const inner = insertIn(node.children, left, marker)
    left = inner.left
    return [{...node, children: inner.children}]
  })
  return {children, left}
}

/** How many characters count: all but white space, in UTF-16 units as the page itself counts them. */
function counted(text: string): number {
  return text.replaceAll(/\s+/g, '').length
}

/** Find the character that has `offset` counted ones before it; undefined where the text ends earlier. */
function indexOf(text: string, offset: number): number | undefined {
  let before = 0
  for (let index = 0; index < text.length; index++) {
    if (/\s/.test(text.charAt(index))) continue
    const isWhole = !/[\uDC00-\uDFFF]/.test(text.charAt(index))
    if (before >= offset && isWhole) return index
    before++
  }
  return undefined
}

function split(text: string, index: number, marker: Element): ElementContent[] {
  const [before, after] = [text.slice(0, index), text.slice(index)]
  return [...(before === '' ? [] : [{type: 'text' as const, value: before}]), marker, {type: 'text', value: after}]
}

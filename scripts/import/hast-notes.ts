/**
 * Notes in HTML from anywhere. Word processors, converters and books each have their own marks, but one shape: a short
 * link to a place whose text links back to where it was called.
 */
import type {Element, ElementContent, Parents, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'

/** A note's name and what it says. In the text an element `pamphleteer-note` with `dataName` stands for its call. */
export type HastNote = {readonly name: string; readonly children: readonly ElementContent[]}

/** `place` counts the elements from the beginning of the text. */
type Call = {readonly anchor: Element; readonly ids: readonly string[]; readonly target: string; readonly place: number}

/** Take the notes out of a tree (which is changed), and leave a mark where each was called. */
export function takeHastNotes(tree: Root): readonly HastNote[] {
  const calls = forward(callsIn(tree), tree)
  const bodies = bodiesOf(tree, calls)
  const names = new Map([...bodies.keys()].map((target, index) => [target, String(index + 1)]))
  for (const {anchor, target} of calls) mark(anchor, names.get(target))
  unwrapMarks(tree)
  const notes = [...bodies].map(([target, body]) => ({name: names.get(target) ?? '', children: withoutBackLinks(body, calls.filter(call => call.target === target))}))
  const taken = new Set(bodies.values())
  removeWhere(tree, element => taken.has(element))
  removeWhere(tree, element => isLeftover(element))
  return notes
}

/** Links inside the text whose words are a number or a sign, with the ids that a way back could name. */
function callsIn(tree: Root): readonly Call[] {
  const calls: Call[] = []
  let place = 0
  const visitAt = (node: Parents, ids: readonly string[]) => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      place++
      const own = [...ids, ...idsOf(child)].slice(-8)
      const target = targetOf(child)
      if (target !== undefined && /^[\s[(]*(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶⁎]{1,4})[\s\])]*$/iu.test(textOf(child))) calls.push({anchor: child, ids: [...own, ...child.children.flatMap(inner => inner.type === 'element' ? idsOf(inner) : [])], target, place})
      visitAt(child, own)
    }
  }
  visitAt(tree, [])
  return calls
}

/** A note stands behind its call: of two links that lead to each other the second is the way back. */
function forward(calls: readonly Call[], tree: Root): readonly Call[] {
  const places = new Map<string, number>()
  let place = 0
  visit(tree, 'element', element => {
    place++
    for (const id of idsOf(element)) if (!places.has(id)) places.set(id, place)
  })
  return calls.filter(call => call.place < (places.get(call.target) ?? 0))
}

function idsOf({properties: {id, name}}: Element): readonly string[] {
  return [id, name].filter(value => typeof value === 'string')
}

function targetOf({tagName, properties: {href}}: Element): string | undefined {
  return tagName === 'a' && typeof href === 'string' && href.length > 1 && href.startsWith('#') ? decode(href.slice(1)) : undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const blocks = ['li', 'p', 'div', 'aside', 'dd', 'section', 'td', 'tr']

/** The element of each target that links back to a call of it, itself or the block around it; in the order of the calls. */
function bodiesOf(tree: Root, calls: readonly Call[]): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>()
  const targets = new Set(calls.map(({target}) => target))
  const search = (node: Parents, around: Element | undefined) => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const block = blocks.includes(child.tagName) ? child : around
      const target = idsOf(child).find(id => targets.has(id) && !found.has(id))
      if (target !== undefined && block && leadsBack(block, calls.filter(call => call.target === target))) found.set(target, block)
      search(child, block)
    }
  }
  search(tree, undefined)
  return new Map([...targets].flatMap(target => {
    const body = found.get(target)
    return body ? [[target, body] as const] : []
  }))
}

/** A body holds a way back to its call, and not the call itself. */
function leadsBack(body: Element, calls: readonly Call[]): boolean {
  const ids = new Set(calls.flatMap(call => call.ids))
  const anchors = new Set(calls.map(({anchor}) => anchor))
  return holds(body, element => ids.has(targetOf(element) ?? '')) && !holds(body, element => anchors.has(element))
}

function holds(tree: Element, isMeant: (element: Element) => boolean): boolean {
  return tree.children.some(child => child.type === 'element' && (isMeant(child) || holds(child, isMeant)))
}

function mark(anchor: Element, name: string | undefined): void {
  if (name === undefined) return
  anchor.tagName = 'pamphleteer-note'
  anchor.properties = {dataName: name}
  anchor.children = []
}

/** A raised call is a call: the note's own mark is raised by the theme. */
function unwrapMarks(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    const [only, second] = element.children.filter(child => child.type !== 'text' || !/^[\s[\]()]*$/.test(child.value))
    if (element.tagName !== 'sup' || !parent || index === undefined || second || only?.type !== 'element' || only.tagName !== 'pamphleteer-note') return
    parent.children[index] = only
  })
}

/** The note's words without its number in front and the ways back. */
function withoutBackLinks(body: Element, calls: readonly Call[]): readonly ElementContent[] {
  const ids = new Set(calls.flatMap(call => call.ids))
  removeWhere(body, element => ids.has(targetOf(element) ?? ''))
  removeWhere(body, element => element.tagName === 'sup' && /^[\s[\]().]*$/.test(textOf(element)))
  return body.tagName === 'p' ? [body] : body.children
}

/** What stood around the notes alone: a list without items, a line above them, a head without text. */
function isLeftover(element: Element): boolean {
  const isEmpty = textOf(element).trim() === '' && !holds(element, ({tagName}) => ['img', 'table', 'pamphleteer-note'].includes(tagName))
  return isEmpty && ['ol', 'ul', 'section', 'aside', 'dl'].includes(element.tagName)
}

function removeWhere(tree: Parents, isUnwanted: (element: Element) => boolean): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined || element === tree || !isUnwanted(element)) return undefined
    parent.children.splice(index, 1)
    return index
  })
}

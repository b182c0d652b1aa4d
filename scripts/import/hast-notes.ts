/**
 * Notes in HTML from anywhere. Word processors, converters and books each have their own marks, but one shape: a short
 * link to a place whose text links back to where it was called, or begins with the same sign.
 */
import type {Element, ElementContent, Parents, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'

/** A note's name and what it says. In the text an element `pamphleteer-note` with `dataName` stands for its call. */
export type HastNote = {readonly name: string; readonly children: readonly ElementContent[]}

/** `place` counts the elements from the beginning of the text; `isRaised`: nobody writes a link to a section so. */
type Call = {readonly anchor: Element; readonly label: string; readonly isRaised: boolean; readonly ids: readonly string[]; readonly target: string; readonly place: number}

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
      if (target !== undefined && /^[\s[(]*(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶⁎]{1,4})[\s\])]*$/iu.test(textOf(child))) calls.push({anchor: child, label: labelOf(child), isRaised: isRaised(child, node), ids: [...own, ...child.children.flatMap(inner => inner.type === 'element' ? idsOf(inner) : [])], target, place})
      visitAt(child, own)
    }
  }
  visitAt(tree, [])
  return calls
}

function labelOf(anchor: Element): string {
  return textOf(anchor).replace(/[\s[\]()]/g, '')
}

function isRaised(anchor: Element, around: Parents): boolean {
  const isSup = (node: Parents) => node.type === 'element' && node.tagName === 'sup'
  return isSup(around) || anchor.children.some(child => child.type === 'element' && isSup(child)) || /^\s*(?:\[|[*†‡§¶⁎])/.test(textOf(anchor))
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
      if (target !== undefined && block && isNote(block, calls.filter(call => call.target === target), calls)) found.set(target, block)
      search(child, block)
    }
  }
  search(tree, undefined)
  return new Map([...targets].flatMap(target => {
    const body = found.get(target)
    return body ? [[target, body] as const] : []
  }))
}

/** A body leads back to its call or answers it; the call itself does not stand in it. */
function isNote(body: Element, own: readonly Call[], all: readonly Call[]): boolean {
  const anchors = new Set(own.map(({anchor}) => anchor))
  return (leadsBack(body, own) || answers(body, own, all)) && !holds(body, element => anchors.has(element))
}

function leadsBack(body: Element, calls: readonly Call[]): boolean {
  const ids = new Set(calls.flatMap(call => call.ids))
  return holds(body, element => ids.has(targetOf(element) ?? ''))
}

/** Without a way back a raised call's note is an item of a list, or begins with the call's own sign; it is one note alone. */
function answers(body: Element, own: readonly Call[], all: readonly Call[]): boolean {
  const others = new Set(all.map(({target}) => target).filter(target => own.every(call => call.target !== target)))
  const isAlone = !holds(body, element => /^h[1-6]$/.test(element.tagName) || idsOf(element).some(id => others.has(id)))
  return isAlone && own.some(({isRaised, label}) => isRaised && (body.tagName === 'li' || begins(textOf(body), label)))
}

function begins(text: string, label: string): boolean {
  const start = text.replace(/^[\s[(]+/, '')
  return start.startsWith(label) && !/^[\p{L}\p{N}]/u.test(start.slice(label.length))
}

/** Take the sign off that a note begins with. */
function withoutLabel(body: Element, label: string): void {
  const at = body.children.findIndex(child => child.type !== 'text' || child.value.trim() !== '')
  const first = body.children[at]
  if (first?.type === 'element' && begins(textOf(first), label) && textOf(first).replace(/[\s[\]().:]/g, '') === label) {
    const next = body.children[at + 1]
    if (next?.type === 'text') next.value = next.value.replace(/^[\s\]).:]+/, '')
    body.children.splice(at, 1)
  } else if (first?.type === 'element') withoutLabel(first, label)
  else if (first?.type === 'text' && begins(first.value, label)) first.value = first.value.replace(/^[\s[(]+/, '').slice(label.length).replace(/^[\s\]).:]+/, '')
}

/** With a way back at its end, a note may still begin with its number: an element of its own, since words may be a number, too. */
function takeNumber(body: Element, label: string): void {
  const first = body.children.find(child => child.type !== 'text' || child.value.trim() !== '')
  if (first?.type !== 'element') return
  if (!['span', 'b', 'strong', 'sup'].includes(first.tagName)) takeNumber(first, label)
  else if (textOf(first).replace(/[\s[\]().:]/g, '') === label) withoutLabel(body, label)
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
  const [call] = calls
  if (call && !leadsBack(body, calls)) withoutLabel(body, call.label)
  const ids = new Set(calls.flatMap(({ids: own}) => own))
  removeWhere(body, element => ids.has(targetOf(element) ?? ''))
  if (call) takeNumber(body, call.label)
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
    const last = parent.children.at(-1)
    if (index === parent.children.length && last?.type === 'text') last.value = last.value.trimEnd()
    return index
  })
}

/** Puts each note behind the block that refers to it, and stands it at the foot of its page. */
import type {ComposedSection} from './compose-pages.ts'
import type {Point} from './find-line.ts'
import {beforeNode, insertAll, pointOf} from './find-line.ts'
import type {FlowItem} from './flow.ts'
import type {NotePart} from './model.ts'
import type {FootNote} from './read-notes.ts'

type Part = NotePart & {readonly pageTopPx: number; readonly isFirst: boolean}

/** Place the notes of a section. */
export function placeNotes(section: ComposedSection): void {
  const {element, notes, items, separatorPx} = section
  const parts = partsByNote(section)
  const leftPx = textLeft(element)
  const places = notes.map((note, index) => ({note, parts: parts.get(index) ?? [], breaks: breaksOf(note, parts.get(index) ?? [])}))
  const hosts = new Map(items.flatMap(item => item.notes.map(note => [note, item] as const)))
  for (const [index, place] of places.entries()) {
    const [first] = place.parts
    const host = hosts.get(index)
    if (!first || !host) continue
    insertAll(place.breaks.flatMap((point, at) => turnOfNote(place.parts[at + 1], point, separatorPx)))
    if (first.isFirst) place.note.element.prepend(ruleOf(separatorPx))
    standNote(place.note.element, {topPx: first.pageTopPx + first.topPx - (first.isFirst ? separatorPx : 0), leftPx, section: element})
    putBehind(place.note.element, host)
  }
}

function partsByNote({pages}: ComposedSection): ReadonlyMap<number, readonly Part[]> {
  const parts = pages.flatMap(page => page.notes.map((part, index) => ({...part, pageTopPx: page.topPx, isFirst: index === 0})))
  return Map.groupBy(parts, part => part.note)
}

/** The text's left edge in its section: hung punctuation has room beside it. */
function textLeft(section: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(section).paddingLeft) || 0
}

/** Where a note is split, as points found before anything is moved. */
function breaksOf({element, items}: FootNote, parts: readonly Part[]) {
  const originPx = element.getBoundingClientRect().top
  return parts.slice(1).map(({from}) => {
    const item = items[from]
    const point = item && pointOf(item.start, originPx)
    return point ?? blockPoint(item)
  })
}

function blockPoint(item: FlowItem | undefined): Point | undefined {
  const block = item?.start.kind === 'block' ? item.start.outer : item?.start.kind === 'row' ? item.start.row : undefined
  return block && beforeNode(block)
}

/** The rest of a note begins on the next page: past the text there, at its foot. */
function turnOfNote(part: Part | undefined, point: Point | undefined, separatorPx: number) {
  if (!part || !point) return []
  const turn = Object.assign(document.createElement('span'), {className: 'page-turn'})
  turn.style.height = `${part.topPx - separatorPx}px`
  if ('next' in point && point.next instanceof HTMLElement) keepStyle(point.next)
  return [{point, made: [turn, ruleOf(separatorPx)]}]
}

function ruleOf(heightPx: number): HTMLElement {
  const rule = Object.assign(document.createElement('span'), {className: 'note-rule'})
  rule.style.height = `${heightPx}px`
  return rule
}

function standNote(note: HTMLElement, {topPx, leftPx, section}: {topPx: number; leftPx: number; section: HTMLElement}): void {
  Object.assign(note.style, {position: 'absolute', margin: '0', top: `${topPx}px`, left: `${leftPx}px`, width: `${section.clientWidth - 2 * leftPx}px`})
}

const textTags = /^(?:P|H[1-6]|PRE|DT|SPAN|ADDRESS|IMG)$/

/** Behind the block, or within it at its end where only that keeps the tree sound. */
function putBehind(note: HTMLElement, {block}: FlowItem): void {
  const host = block.closest<HTMLElement>('.turned') ?? block.closest<HTMLElement>('table') ?? block
  if (hasNotesBehind(host)) insertBehind(note, host)
  else host.append(note)
}

function hasNotesBehind(host: HTMLElement): boolean {
  return textTags.test(host.tagName) || host.matches('table, figure, .turned')
}

function insertBehind(note: HTMLElement, host: HTMLElement): void {
  const behind = lastNoteBehind(host)
  const next = behind.nextElementSibling
  if (next instanceof HTMLElement) keepStyle(next)
  keepStyle(host)
  behind.after(note)
}

function lastNoteBehind(host: HTMLElement): Element {
  let last: Element = host
  while (last.nextElementSibling?.matches('.note') === true) last = last.nextElementSibling
  return last
}

/** A new neighbour must not change what rules like `p + p` gave an element. */
function keepStyle(element: HTMLElement): void {
  const {textIndent, marginTop, marginBottom} = getComputedStyle(element)
  Object.assign(element.style, {textIndent, marginTop: element.style.marginTop || marginTop, marginBottom})
}

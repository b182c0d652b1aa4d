/** Puts each note behind the block that refers to it, and stands it at the foot of its page. */
import type {ComposedSection} from './compose-pages.ts'
import {cutTable} from './continued.ts'
import type {Point} from './find-line.ts'
import {beforeNode, insertAll, pointOf} from './find-line.ts'
import type {FlowItem} from './flow.ts'
import type {NotePart} from './model.ts'
import type {Kept} from './neighbours.ts'
import {keep, keptFrom, keptOf} from './neighbours.ts'
import type {FootNote} from './read-notes.ts'

type Part = NotePart & {readonly pageTopPx: number; readonly isFirst: boolean}

/** Place the notes of a section. */
export function placeNotes(section: ComposedSection): void {
  const {element, notes, items, separatorPx} = section
  const parts = partsByNote(section)
  const leftPx = textLeft(element)
  const widthPx = element.clientWidth - 2 * leftPx
  const places = notes.map((note, index) => ({note, parts: parts.get(index) ?? [], breaks: breaksOf(note, parts.get(index) ?? [])}))
  const hosts = new Map(items.flatMap(item => item.notes.map(note => [note, hostOf(item)] as const)))
  // All is read before anything is written: each reading of what was written since would lay out the whole text.
  const kept = new Map([...new Set(hosts.values())].filter(hasNotesBehind).map(host => [host, [keptOf(host), ...keptFrom(lastNoteBehind(host).nextElementSibling)]]))
  for (const [index, place] of places.entries()) {
    const [first] = place.parts
    const host = hosts.get(index)
    if (!first || !host) continue
    insertAll(place.breaks.toReversed().flatMap((made, at) => turnOfNote(place.parts[place.breaks.length - at], made, separatorPx)).toReversed())
    if (first.isFirst) place.note.element.prepend(ruleOf(separatorPx))
    standNote(place.note.element, {topPx: first.pageTopPx + first.topPx - (first.isFirst ? separatorPx : 0), leftPx, widthPx})
    putBehind(place.note.element, host, kept.get(host) ?? [])
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

/** Where a note is split: a point, found before anything is moved, or what begins there. */
type Break = {readonly point: Point | undefined; readonly item: FlowItem | undefined}

function breaksOf({element, items}: FootNote, parts: readonly Part[]): readonly Break[] {
  const originPx = element.getBoundingClientRect().top
  return parts.slice(1).map(({from}) => {
    const item = items[from]
    return {item, point: item && pointOf(item.start, originPx)}
  })
}

/** The rest of a note begins on the next page: past the text there, at its foot. */
function turnOfNote(part: Part | undefined, {point, item}: Break, separatorPx: number) {
  const place = point ?? beginningOf(item)
  if (!part || !place) return []
  const turn = Object.assign(document.createElement('span'), {className: 'page-turn'})
  turn.style.height = `${part.topPx - separatorPx}px`
  return [{point: place, made: [turn, ruleOf(separatorPx)]}]
}

/** The place before a block or a row; what begins below the rule has no white space above it. */
function beginningOf(item: FlowItem | undefined): Point | undefined {
  if (item?.start.kind === 'row') return beforeNode(cutTable(item.start.row))
  if (item?.start.kind !== 'block') return undefined
  const {outer, chain} = item.start
  keep(keptOf(outer))
  for (const block of chain) block.style.marginTop = '0'
  return beforeNode(outer)
}

function ruleOf(heightPx: number): HTMLElement {
  const rule = Object.assign(document.createElement('span'), {className: 'note-rule'})
  rule.style.height = `${heightPx}px`
  return rule
}

function standNote(note: HTMLElement, {topPx, leftPx, widthPx}: {readonly topPx: number; readonly leftPx: number; readonly widthPx: number}): void {
  Object.assign(note.style, {position: 'absolute', margin: '0', top: `${topPx}px`, left: `${leftPx}px`, width: `${widthPx}px`})
}

const textTags = /^(?:P|H[1-6]|PRE|DT|SPAN|ADDRESS|IMG)$/

/** What a note is put behind: the block that refers to it, or the box or table around that. */
function hostOf({block}: FlowItem): HTMLElement {
  return block.closest<HTMLElement>('.turned, .pullquote, .epigraph, .verse, aside:not(.note)') ?? block.closest<HTMLElement>('table') ?? block
}

/** Behind the block, or within it at its end where only that keeps the tree sound. */
function putBehind(note: HTMLElement, host: HTMLElement, kept: readonly Kept[]): void {
  if (!hasNotesBehind(host)) {
    host.append(note)
    return
  }
  for (const neighbour of kept) keep(neighbour)
  lastNoteBehind(host).after(note)
}

function hasNotesBehind(host: HTMLElement): boolean {
  return textTags.test(host.tagName) || host.matches('table, figure, aside, .turned, .epigraph, .verse')
}

function lastNoteBehind(host: HTMLElement): Element {
  let last: Element = host
  while (last.nextElementSibling?.matches('.note') === true) last = last.nextElementSibling
  return last
}

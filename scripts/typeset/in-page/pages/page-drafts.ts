/** Every way that one page can end, with what it costs. */
import type {Queue, Rest} from './foot.ts'
import {footFor, tolerancePx} from './foot.ts'
import {demerits} from './demerits.ts'
import type {Item, RunTask} from './model.ts'
import type {Stack} from './stack.ts'
import {gapOf, onGrid, stretching} from './stack.ts'

/** A way through the run up to the end of a page, and what the next page takes over from it. */
export type Way = {
  /** The first item of the next page. */
  readonly first: number
  readonly rest: Rest | undefined
  /** Figures that wait for a page, in order. */
  readonly waiting: readonly number[]
  readonly isRecto: boolean
  /** What the verso lacks, where the next page is the recto that faces it. */
  readonly facingShort: number
  readonly cost: number
  readonly leadPx: number
  readonly before: Way | undefined
  readonly page: PageDraft | undefined
}

export type PageDraft = {
  readonly stack: Stack
  /** Figures from before, at the page's top. */
  readonly above: readonly {readonly item: number; readonly topPx: number}[]
  readonly queue: Queue
  readonly bottomPx: number
  readonly grownLines: number
  readonly shortLines: number
  readonly tooTall: readonly number[]
}

/** Ends that lie further back than this many lines from the fullest page are not weighed. */
const linesBack = 7

type Start = Way & {readonly above: PageDraft['above']; readonly fromPx: number; readonly left: readonly number[]}
type End = {readonly end: number; readonly bottomPx: number; readonly without: ReadonlySet<number>; readonly own: readonly number[]; readonly isForced: boolean; readonly tooTall: readonly number[]}

/** Draft the pages that may follow a way. */
export function draftPages(task: RunTask, way: Way): readonly {readonly way: Way}[] {
  const start = startPage(task, way)
  const ends = endsOf(task, start)
  const fullest = Math.max(...ends.map(({bottomPx}) => bottomPx))
  return ends.filter(({bottomPx, end}) => end >= task.items.length || end === way.first || bottomPx >= fullest - linesBack * task.shape.leadingPx)
    .flatMap(end => draft(task, start, end) ?? [])
}

/** Figures that waited go to the top, as many as find room with some text, the first in any case. */
function startPage({items, shape}: RunTask, way: Way): Start {
  const above: {item: number; topPx: number}[] = []
  let y = way.leadPx
  for (const item of way.waiting) {
    const heightPx = items[item]?.heightPx ?? 0
    if (above.length > 0 && y + heightPx > shape.heightPx * 0.8) break
    above.push({item, topPx: y})
    y += heightPx + shape.leadingPx
  }
  const next = items[way.first]
  return {...way, above, fromPx: above.length > 0 ? onGrid(y, shape.leadingPx) : y + (next?.repeatPx ?? 0), left: way.waiting.slice(above.length)}
}

/** Walk down the page, and note each place where it may end; the last resort is an end that should never be. */
function endsOf(task: RunTask, start: Start): readonly End[] {
  const {items, shape} = task
  const ends: End[] = []
  const without = new Set<number>()
  let own: readonly number[] = []
  let y = start.fromPx
  let isEmpty = true
  let lastResort: End | undefined
  const end = (at: number, tooTall: readonly number[]): End => ({end: at, bottomPx: isEmpty ? start.above.length > 0 ? start.fromPx : 0 : y, without: new Set(without), own, isForced: false, tooTall})
  if (start.above.length > 0 || start.rest || start.first >= items.length) ends.push(end(start.first, []))
  for (let index = start.first; index < items.length; index++) {
    const item = items[index]
    if (!item) break
    const topPx = topOf(item, y, isEmpty, without.has(index - 1), shape.leadingPx)
    const withItem = [...own, ...item.notes]
    const fits = footFor({rest: start.rest, own: withItem}, task.notes, shape, shape.heightPx - topPx - item.heightPx) !== undefined
    if (!fits && item.floats && !isEmpty && item.notes.length === 0 && start.left.length + without.size < 6) {
      without.add(index)
      if (index + 1 >= items.length) ends.push(end(index + 1, []))
      continue
    }
    const isAlone = !fits && isEmpty && start.above.length === 0 && start.rest === undefined && item.heightPx > shape.heightPx - start.fromPx - tolerancePx
    if (!fits && !isAlone) break
    own = withItem
    y = topPx + item.heightPx
    isEmpty = false
    const here = end(index + 1, isAlone ? [index] : [])
    if (mayBreakBefore(items[index + 1], without.size + start.left.length)) ends.push(here)
    else lastResort = here
    if (isAlone) break
  }
  const text = ends.filter(candidate => candidate.end > start.first)
  if (text.length > 0 || !lastResort) return ends
  return [...ends, {...lastResort, isForced: true}]
}

function topOf(item: Item, y: number, isFirst: boolean, followsGone: boolean, leadingPx: number): number {
  const topPx = y + gapOf(item, isFirst, followsGone)
  return item.onGrid ? onGrid(topPx, leadingPx) : topPx
}

/** A figure that waits needs room above the next page's first item, which a table row cannot give. */
function mayBreakBefore(next: Item | undefined, waiting: number): boolean {
  return next === undefined || (next.breakBefore !== 'never' && !(waiting > 0 && next.isRow))
}

function draft(task: RunTask, start: Start, end: End): {readonly way: Way} | undefined {
  const {items, notes, shape} = task
  const queue = {rest: start.rest, own: end.own}
  const foot = footFor(queue, notes, shape, Math.max(0, shape.heightPx - end.bottomPx))
  if (!foot) return undefined
  const waiting = [...start.left, ...end.without]
  const isLast = end.end >= items.length && waiting.length === 0 && !foot.rest
  // What nothing more can be put on must not come again and again.
  if (end.end === start.first && start.above.length === 0 && foot.parts.length === 0) return undefined
  const stack: Stack = {items, first: start.first, end: end.end, without: end.without, fromPx: start.fromPx, leadingPx: shape.leadingPx}
  const lacks = Math.max(0, Math.floor((shape.heightPx - foot.heightPx - end.bottomPx + 0.1) / shape.leadingPx))
  const isOpen = isLast || end.end >= items.length
  const grownLines = isOpen || lacks > 3 ? 0 : Math.min(lacks, stretching(stack).length)
  const shortLines = isOpen || foot.parts.length > 0 ? 0 : lacks - grownLines
  const cost = start.cost + demerits({
    task, foot, end, isOpen, grownLines, hasText: end.end > start.first || start.first >= items.length, lackingLines: isOpen ? 0 : lacks - grownLines, waiting: waiting.length,
    facingLines: start.isRecto && !isOpen && foot.parts.length === 0 ? Math.abs(shortLines - start.facingShort) : 0
  })
  const page: PageDraft = {stack, above: start.above, queue, bottomPx: end.bottomPx, grownLines, shortLines, tooTall: end.tooTall}
  return {way: {first: end.end, rest: foot.rest, waiting, isRecto: !start.isRecto, facingShort: start.isRecto ? 0 : shortLines, cost, leadPx: 0, before: start, page}}
}

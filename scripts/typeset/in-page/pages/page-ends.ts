/** Every place where one page can end: a walk down the page, item by item, until it is full. */
import {footFor} from './foot.ts'
import type {Item, RunTask} from './model.ts'
import type {Start} from './page-start.ts'
import {gapOf, onGrid} from './stack.ts'

/** A page up to an item. */
export type End = {
  /** The first item that is not on it. */
  readonly end: number
  readonly bottomPx: number
  /** Figures among its items that go to a later page. */
  readonly without: ReadonlySet<number>
  /** Notes that begin on it. */
  readonly own: readonly number[]
  /** Whether it should never end here. */
  readonly isForced: boolean
  readonly tooTall: readonly number[]
}

/** So many figures may wait for a page. */
const mostWaiting = 6

/** Walk down the page, and note each place where it may end; where there is none, the last place it can. */
export function endsOf(task: RunTask, start: Start): readonly End[] {
  const ends: End[] = []
  let lastResort: End | undefined
  for (let here: End | undefined = beforeText(start); here; here = withNext(task, start, here)) {
    if (mayEnd(task, start, here)) ends.push(here)
    else if (!isBare(start, here)) lastResort = here
  }
  const hasText = ends.some(end => !isBare(start, end))
  return hasText || !lastResort ? ends : [...ends, {...lastResort, isForced: true}]
}

function beforeText({way, above, fromPx}: Start): End {
  return {end: way.first, bottomPx: above.length > 0 ? fromPx : 0, without: new Set(), own: [], isForced: false, tooTall: []}
}

/** Whether nothing of the text stands on the page yet. */
function isBare({way}: Start, {end}: End): boolean {
  return end === way.first
}

/** Whether the page holds nothing at all yet. */
function isEmpty(start: Start, here: End): boolean {
  return isBare(start, here) && start.above.length === 0 && !start.way.rest
}

/** A page without text has figures or the rest of a note; a figure that waits needs more text behind it, or none at all. */
function mayEnd({items}: RunTask, start: Start, here: End): boolean {
  const next = items[here.end]
  if (!next) return true
  if (isBare(start, here)) return !isEmpty(start, here)
  if (here.without.has(here.end - 1)) return false
  return next.breakBefore !== 'never' && !(next.isRow && waitingAt(start, here) > 0)
}

/** Figures that would wait for the next page: above a table row it would have no room for them. */
function waitingAt({left}: Start, {without}: End): number {
  return left.length + without.size
}

/** The page with one more item on it, or gone from it; undefined where it is full. */
function withNext(task: RunTask, start: Start, here: End): End | undefined {
  const item = task.items[here.end]
  if (!item || here.tooTall.length > 0) return undefined
  const below = withItem(task, start, here, item)
  const fits = hasRoom(task, start, below)
  const isBehindOthers = item.floats && waitingAt(start, here) > 0
  if ((!fits || isBehindOthers) && mayWait(start, here, item)) return {...here, end: here.end + 1, without: new Set([...here.without, here.end])}
  if (fits && !isBehindOthers) return below
  return isEmpty(start, here) ? {...below, tooTall: [here.end]} : undefined
}

function withItem({shape}: RunTask, start: Start, here: End, item: Item): End {
  const isFirst = isBare(start, here)
  const gapPx = gapOf(item, isFirst, here.without.has(here.end - 1))
  const topPx = (isFirst ? start.fromPx : here.bottomPx) + gapPx
  const bottomPx = (item.onGrid ? onGrid(topPx, shape.leadingPx) : topPx) + item.heightPx
  return {...here, end: here.end + 1, bottomPx, own: [...here.own, ...item.notes]}
}

function hasRoom({notes, shape}: RunTask, {way: {rest}}: Start, {own, bottomPx}: End): boolean {
  return footFor({rest, own}, notes, shape, shape.heightPx - bottomPx) !== undefined
}

/** A note stands on the page of its reference, so a figure with one stays. */
function mayWait(start: Start, here: End, {floats, notes}: Item): boolean {
  return floats && notes.length === 0 && !isBare(start, here) && waitingAt(start, here) < mostWaiting
}

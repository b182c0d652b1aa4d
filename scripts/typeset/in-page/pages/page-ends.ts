/** Every place where one page can end: a walk down the page, item by item, until it is full. */
import {feetHeight} from './feet.ts'
import {footFor} from './foot.ts'
import type {Item, RunTask} from './model.ts'
import type {Start} from './page-start.ts'
import {hasRoomAt, notesOf} from './page-start.ts'
import {gapOf, onGrid} from './stack.ts'

/** A page up to an item. */
export type End = {
  /** The first item that is not on it. */
  readonly end: number
  readonly bottomPx: number
  /** Figures among its items that go to a later page. */
  readonly without: ReadonlySet<number>
  /** Figures at its foot, those from before first. */
  readonly feet: readonly number[]
  /** Notes that begin on it. */
  readonly own: readonly number[]
  /** Whether it should never end here. */
  readonly isForced: boolean
  readonly tooTall: readonly number[]
}

/** So many figures may wait for a page. */
const mostWaiting = 12

/** Walk down the page, and note each place where it may end; where there is none, the last place it can. A page of figures ends before the text. */
export function endsOf(task: RunTask, start: Start): readonly End[] {
  if (start.isAlone) return [beforeText(task, start)]
  const ends: End[] = []
  let lastResort: End | undefined
  for (let here: End | undefined = beforeText(task, start); here; here = withNext(task, start, here)) {
    if (mayEnd(task, start, here)) ends.push(here)
    else if (!isBare(start, here)) lastResort = here
  }
  const hasText = ends.some(end => !isBare(start, end))
  return hasText || !lastResort ? ends : [...ends, {...lastResort, isForced: true}]
}

/** Figures from before have brought their notes along. */
function beforeText({items}: RunTask, {way, above, fromPx, below}: Start): End {
  const own = notesOf(items, [...above.map(({item}) => item), ...below])
  return {end: way.first, bottomPx: above.length > 0 ? fromPx : 0, without: new Set(), feet: below, own, isForced: false, tooTall: []}
}

/** Whether nothing of the text stands on the page yet. */
function isBare({way}: Start, {end}: End): boolean {
  return end === way.first
}

/** Whether the page holds nothing at all yet. */
function isEmpty(start: Start, here: End): boolean {
  return isBare(start, here) && start.above.length === 0 && start.below.length === 0 && !start.way.rest
}

/** Whether a page may hold the rest of a note and nothing else. */
function isRestAlone({way: {rest}, above, below}: Start): boolean {
  return rest !== undefined && above.length === 0 && below.length === 0
}

/** A page without text has the rest of a note, if it is not one of figures; a figure that waits needs more text behind it, or none at all, unless it waits behind another: else it would begin the next page. */
function mayEnd({items}: RunTask, start: Start, here: End): boolean {
  const next = items[here.end]
  if (!next) return true
  if (isBare(start, here)) return isRestAlone(start)
  if (next.clears && waitingAt(start, here) > 0) return true
  if (here.without.has(here.end - 1) && waitingAt(start, here) === 1) return false
  return next.breakBefore !== 'never' && !(next.isRow && waitingAt(start, here) > 0)
}

/** Figures that would wait for the next page: above a table row it would have no room for them. */
function waitingAt({left}: Start, {without}: End): number {
  return left.length + without.size
}

/** The page with one more item on it, or gone from it; undefined where it is full, or figures wait that must stand above. */
function withNext(task: RunTask, start: Start, here: End): End | undefined {
  const item = task.items[here.end]
  if (!item || here.tooTall.length > 0 || overtakes(task, start, here, item)) return undefined
  const below = withItem(task, start, here, item)
  const fits = hasRoom(task, start, below) && !(item.floats && comesBehind(start, here))
  const atFoot = item.toFoot ? withFoot(task, start, here, item) : undefined
  if (atFoot) return atFoot
  if (fits) return below
  if (mayWait(task, start, here, item)) return {...here, end: here.end + 1, without: new Set([...here.without, here.end])}
  return isEmpty(start, here) ? {...below, tooTall: [here.end]} : undefined
}

/** Whether a figure, set where it stands in the text, would stand above one that comes before it. */
function comesBehind(start: Start, here: End): boolean {
  return waitingAt(start, here) > 0 || here.feet.length > 0
}

/** The page with a figure at its foot: below some text, and with none waiting that comes before it. */
function withFoot(task: RunTask, start: Start, here: End, {notes}: Item): End | undefined {
  const next = {...here, end: here.end + 1, feet: [...here.feet, here.end], own: [...here.own, ...notes]}
  return !isBare(start, here) && waitingAt(start, here) === 0 && hasRoom(task, start, next) ? next : undefined
}

function withItem({items, shape}: RunTask, start: Start, here: End, item: Item): End {
  const isFirst = isBare(start, here)
  const gapPx = isFirst ? 0 : gapOf(items, here.end, other => here.without.has(other) || here.feet.includes(other))
  const topPx = (isFirst ? start.fromPx : here.bottomPx) + gapPx
  const bottomPx = (item.onGrid ? onGrid(topPx, shape.leadingPx) : topPx) + item.heightPx
  return {...here, end: here.end + 1, bottomPx, own: [...here.own, ...item.notes]}
}

function hasRoom(task: RunTask, {way: {rest}}: Start, {own, bottomPx, feet}: End): boolean {
  return footFor({rest, own}, task.notes, task.shape, task.shape.heightPx - bottomPx - feetHeight(task, feet)) !== undefined
}

/** What stands behind all figures waits for them; and notes stand in the order of their numbers: no text with one goes before a figure that waits with its own. */
function overtakes({items}: RunTask, start: Start, here: End, {clears, floats, notes}: Item): boolean {
  if (clears && waitingAt(start, here) > 0) return true
  return !floats && notes.length > 0 && notesOf(items, [...start.left, ...here.without]).length > 0
}

/** A note stands on the page of its reference: a figure with one waits where a page has room for both. */
function mayWait(task: RunTask, start: Start, here: End, {floats, heightPx, notes}: Item): boolean {
  return floats && !isBare(start, here) && waitingAt(start, here) < mostWaiting && (notes.length === 0 || hasRoomAt(task, {rest: undefined, own: notes}, heightPx))
}

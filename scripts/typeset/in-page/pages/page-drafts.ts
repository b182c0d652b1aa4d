/** Every way that one page can follow on those before it, with what it costs. */
import {demerits} from './demerits.ts'
import {feetHeight} from './feet.ts'
import type {Foot} from './foot.ts'
import {footFor, tolerancePx} from './foot.ts'
import type {RunTask} from './model.ts'
import type {End} from './page-ends.ts'
import {endsOf} from './page-ends.ts'
import type {Start} from './page-start.ts'
import {startPage} from './page-start.ts'
import type {Stack} from './stack.ts'
import {growing} from './stack.ts'
import type {Way} from './way.ts'

/** Ends that lie further back than this many lines from the fullest page are not weighed. */
const linesBack = 7

/** A page that lacks more lines than this is not filled by wider gaps. */
const mostGrown = 3

/** Draft the pages that may follow a way: each a way that is one page longer. */
export function draftPages(task: RunTask, way: Way): readonly Way[] {
  const start = startPage(task, way)
  return worthWeighing(task, way, endsOf(task, start)).flatMap(end => draft(task, start, end) ?? [])
}

function worthWeighing({items, shape}: RunTask, way: Way, ends: readonly End[]): readonly End[] {
  const fullest = Math.max(...ends.map(({bottomPx}) => bottomPx))
  return ends.filter(({bottomPx, end}) => end >= items.length || end === way.first || bottomPx >= fullest - linesBack * shape.leadingPx)
}

function draft(task: RunTask, start: Start, end: End): Way | undefined {
  const {shape, notes} = task
  const foot = footFor({rest: start.way.rest, own: end.own}, notes, shape, Math.max(0, shape.heightPx - end.bottomPx - feetHeight(task, end.feet)))
  // What nothing more can be put on must not come again and again.
  const isNothing = end.end === start.way.first && start.above.length === 0 && end.feet.length === 0 && foot?.parts.length === 0
  return foot && !isNothing ? wayOn(task, start, end, foot) : undefined
}

/** The way on, past a page that ends here with these notes. */
function wayOn(task: RunTask, start: Start, end: End, foot: Foot): Way {
  const {way, above, left} = start
  const stack: Stack = {items: task.items, first: way.first, end: end.end, without: new Set([...end.without, ...end.feet]), fromPx: start.fromPx, leadingPx: task.shape.leadingPx}
  const depth = depthOf(task, stack, end, foot)
  const waiting = [...left, ...end.without]
  const hasText = end.end > way.first || way.first >= task.items.length
  const cost = demerits({task, foot, end, ...depth, facingLines: end.feet.length > 0 ? 0 : facingLines(way, depth, foot), waiting: waiting.length, hasText})
  const page = {stack, above, feet: end.feet, foot, grownLines: depth.grownLines, shortLines: depth.shortLines, tooTall: [...tallAbove(task, start), ...end.tooTall]}
  return {first: end.end, rest: foot.rest, waiting, isRecto: !way.isRecto, facingShort: way.isRecto ? 0 : depth.shortLines, cost: way.cost + cost, leadPx: 0, before: way, page}
}

/** How a page's last line stands to its foot, in lines. */
type Depth = {
  /** Whether the run's text ends here: then the page may be short. */
  readonly isOpen: boolean
  readonly grownLines: number
  /** Those among them above heads. */
  readonly grownHeads: number
  readonly lackingLines: number
  /** Lines that are seen to be lacking: notes and figures stand at the foot all the same. */
  readonly shortLines: number
}

function depthOf(task: RunTask, stack: Stack, end: End, foot: Foot): Depth {
  const {items, shape} = task
  if (end.end >= items.length) return {isOpen: true, grownLines: 0, grownHeads: 0, lackingLines: 0, shortLines: 0}
  const freePx = shape.heightPx - foot.heightPx - feetHeight(task, end.feet) - end.bottomPx
  const freeLines = Math.max(0, Math.floor((freePx + 0.1) / shape.leadingPx))
  const grown = freeLines > mostGrown ? [] : growing(stack, freeLines)
  const lackingLines = freeLines - grown.length
  return {isOpen: false, grownLines: grown.length, grownHeads: grown.filter(index => items[index]?.isHead).length, lackingLines, shortLines: foot.parts.length + end.feet.length > 0 ? 0 : lackingLines}
}

/** The difference in depth from the verso that a recto faces; the run's first page faces none of its own. */
function facingLines({isRecto, facingShort, page}: Way, {isOpen, shortLines}: Depth, {parts}: Foot): number {
  return isRecto && page && !isOpen && parts.length === 0 ? Math.abs(shortLines - facingShort) : 0
}

function tallAbove({items, shape}: RunTask, {above}: Start): readonly number[] {
  return above.filter(({item, topPx}) => topPx + (items[item]?.heightPx ?? 0) > shape.heightPx + tolerancePx).map(({item}) => item)
}

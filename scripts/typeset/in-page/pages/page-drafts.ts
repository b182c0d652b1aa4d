/** Every way that one page can follow on those before it, with what it costs. */
import {demerits} from './demerits.ts'
import type {Depth} from './depth.ts'
import {depthOfFigures, depthsOf, facingLines} from './depth.ts'
import {feetHeight} from './feet.ts'
import type {Foot} from './foot.ts'
import {footFor, tolerancePx} from './foot.ts'
import type {RunTask} from './model.ts'
import type {End} from './page-ends.ts'
import {endsOf} from './page-ends.ts'
import type {Start} from './page-start.ts'
import {startPages} from './page-start.ts'
import type {Stack} from './stack.ts'
import type {Way} from './way.ts'
import {goesOnFrom} from './way.ts'

/** Ends that lie further back than this many lines from the fullest page are not weighed. */
const linesBack = 7

/** What a page can hold, and what it takes from the one before. */
type Drawn = {readonly start: Start; readonly stack: Stack; readonly end: End; readonly foot: Foot; readonly depth: Depth}

/**
 * Draft the pages that may follow ways of one length: each a way that is one page longer. What pages can hold is found once
 * for all ways that go on alike.
 */
export function draftPages(task: RunTask, ways: readonly Way[]): readonly Way[] {
  const known = new Map<string, readonly Drawn[]>()
  return ways.flatMap(way => {
    const place = goesOnFrom(way)
    const drawn = known.get(place) ?? drawPages(task, way)
    known.set(place, drawn)
    return drawn.map(page => wayOn(task, way, page))
  })
}

function drawPages(task: RunTask, way: Way): readonly Drawn[] {
  return startPages(task, way).flatMap(start => worthWeighing(task, way, endsOf(task, start)).flatMap(end => drawTo(task, start, end)))
}

function worthWeighing({items, shape}: RunTask, way: Way, ends: readonly End[]): readonly End[] {
  const fullest = Math.max(...ends.map(({bottomPx}) => bottomPx))
  return ends.filter(({bottomPx, end}) => end >= items.length || end === way.first || bottomPx >= fullest - linesBack * shape.leadingPx)
}

function drawTo(task: RunTask, start: Start, end: End): readonly Drawn[] {
  const {shape, notes} = task
  const foot = footFor({rest: start.way.rest, own: end.own}, notes, shape, Math.max(0, shape.heightPx - end.bottomPx - feetHeight(task, end.feet)))
  // What nothing more can be put on must not come again and again.
  const isNothing = end.end === start.way.first && start.above.length === 0 && end.feet.length === 0 && foot?.parts.length === 0
  if (!foot || isNothing) return []
  const {way, fromPx} = start
  const stack: Stack = {items: task.items, first: way.first, end: end.end, without: new Set([...end.without, ...end.feet]), fromPx, leadingPx: shape.leadingPx}
  const depths = start.isAlone ? [depthOfFigures(task, end, foot, isLast(task, start, foot))] : depthsOf(task, stack, end, foot)
  return depths.map(depth => ({start, stack, end, foot, depth}))
}

/** Whether nothing comes behind a page of figures. */
function isLast({items}: RunTask, {way, left}: Start, {rest}: Foot): boolean {
  return way.first >= items.length && left.length === 0 && !rest
}

/** The way on, past a page that ends here with these notes. */
function wayOn(task: RunTask, way: Way, {start, stack, end, foot, depth}: Drawn): Way {
  const {above, left} = start
  const waiting = [...left, ...end.without]
  const hasText = end.end > way.first || way.first >= task.items.length
  const cost = demerits({
    ...depth, task, foot, end, loweredLines: depth.lowered?.lines ?? 0, loosenedLines: depth.loosened.length, facingLines: facingLines(way, stack, depth), waiting: waiting.length, hasText, isOfFigures: start.isAlone, isLoneLine: isLoneLine(start, stack, end)
  })
  const page = {stack, above, feet: end.feet, foot, depth, tooTall: [...tallAbove(task, start), ...end.tooTall]}
  return {first: end.end, rest: foot.rest, waiting, isRecto: !way.isRecto, facingShort: way.isRecto ? 0 : depth.shortLines, cost: way.cost + cost, leadPx: 0, before: way, page}
}

/** Whether a page has figures, and of the text one line. */
function isLoneLine({above}: Start, {items, first, end: to, without}: Stack, {feet}: End): boolean {
  const [own, ...others] = items.slice(first, to).filter((_, index) => !without.has(first + index))
  return above.length + feet.length > 0 && own?.onGrid === true && others.length === 0
}

function tallAbove({items, shape}: RunTask, {above}: Start): readonly number[] {
  return above.filter(({item, topPx}) => topPx + (items[item]?.heightPx ?? 0) > shape.heightPx + tolerancePx).map(({item}) => item)
}

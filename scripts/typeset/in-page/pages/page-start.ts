/** What stands on a page before any of its text: figures that waited for it, and where the text begins below them. */
import {feetHeight} from './feet.ts'
import type {Queue} from './foot.ts'
import {footFor} from './foot.ts'
import type {PlacedItem, RunTask} from './model.ts'
import {onGrid} from './stack.ts'
import type {Way} from './way.ts'

export type Start = {
  readonly way: Way
  /** Figures from before, at the page's top. */
  readonly above: readonly PlacedItem[]
  /** Where the text begins. */
  readonly fromPx: number
  /** Figures from before, at the page's foot. */
  readonly below: readonly number[]
  /** Figures that must wait for yet another page. */
  readonly left: readonly number[]
}

/** Figures leave so much of a page to its text, but for one that is higher. */
const figureShare = 0.8

/** Figures that waited go to the top, or to the foot, in order, as many as find room with some text. */
export function startPage(task: RunTask, way: Way): Start {
  const {above, bottomPx} = figuresAbove(task, way)
  const below = figuresBelow(task, way, above, bottomPx)
  const fromPx = above.length > 0 ? onGrid(bottomPx + task.shape.leadingPx, task.shape.leadingPx) : way.leadPx + repeatOf(task, way)
  return {way, above, fromPx, below, left: way.waiting.slice(above.length + below.length)}
}

function figuresAbove(task: RunTask, way: Way): {readonly above: readonly PlacedItem[]; readonly bottomPx: number} {
  const above: PlacedItem[] = []
  let bottomPx = way.leadPx
  for (const item of way.waiting) {
    const topPx = above.length > 0 ? bottomPx + task.shape.leadingPx : way.leadPx
    const nextPx = topPx + (task.items[item]?.heightPx ?? 0)
    if (!hasRoom(task, way, nextPx, [...above.map(({item: before}) => before), item]) || mayGoBelow(task, way, {above, figures: [item]}, bottomPx)) break
    above.push({item, topPx, isAfloat: true})
    bottomPx = nextPx
  }
  return {above, bottomPx}
}

/** What comes behind a figure at the foot must not stand above it. */
function figuresBelow(task: RunTask, way: Way, above: readonly PlacedItem[], topPx: number): readonly number[] {
  const from = above.length
  let to = from
  while (to < way.waiting.length && mayGoBelow(task, way, {above, figures: way.waiting.slice(from, to + 1)}, topPx)) to++
  return way.waiting.slice(from, to)
}

type Feet = {readonly above: readonly PlacedItem[]; readonly figures: readonly number[]}

/** Figures stand at the foot below some text; where no text is left, or what stands behind all of it, they go to the top. */
function mayGoBelow(task: RunTask, way: Way, {above, figures}: Feet, topPx: number): boolean {
  const areToFoot = figures.every(item => task.items[item]?.toFoot === true)
  const own = notesOf(task.items, [...above.map(({item}) => item), ...figures])
  const bottomPx = topPx + feetHeight(task, figures)
  return areToFoot && task.items[way.first]?.clears === false && leavesText(task, bottomPx) && hasRoomAbove(task, {rest: way.rest, own}, bottomPx)
}

/** The first figure goes up in any case, unless its notes, or one that goes on, would find no room below it. */
function hasRoom(task: RunTask, {rest}: Way, bottomPx: number, figures: readonly number[]): boolean {
  return (figures.length === 1 || leavesText(task, bottomPx)) && hasRoomAbove(task, {rest, own: notesOf(task.items, figures)}, bottomPx)
}

function leavesText({shape}: RunTask, bottomPx: number): boolean {
  return bottomPx <= shape.heightPx * figureShare
}

/** Whether notes have room below figures that end at a height. */
export function hasRoomAbove({notes, shape}: RunTask, queue: Queue, bottomPx: number): boolean {
  const textPx = onGrid(bottomPx + shape.leadingPx, shape.leadingPx)
  return (!queue.rest && queue.own.length === 0) || footFor(queue, notes, shape, shape.heightPx - textPx) !== undefined
}

/** The notes called in some items. */
export function notesOf(items: RunTask['items'], which: readonly number[]): readonly number[] {
  return which.flatMap(item => items[item]?.notes ?? [])
}

function repeatOf({items}: RunTask, {first}: Way): number {
  return items[first]?.repeatPx ?? 0
}

/**
 * What stands on a page before any of its text: figures that waited for it, in their order. How many of them it takes is
 * weighed like all else: one or more above its text, or as many as fill it, without text.
 */
import {feetHeight} from './feet.ts'
import type {Queue} from './foot.ts'
import {footFor, tolerancePx} from './foot.ts'
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
  /** A page of figures: none of the text stands on it. */
  readonly isAlone: boolean
}

/** Figures leave so much of a page to its text, but for one that is higher. */
const figureShare = 0.8

/** So many figures above text are weighed one by one; figures are hardly ever that small. */
const mostWeighed = 4

/** Every start that a page may have. Figures that waited go to its top, or to its foot, one at least where there is room for it. */
export function startPages(task: RunTask, way: Way): readonly Start[] {
  if (way.waiting.length === 0) return [startAbove(task, way, 0)]
  const alone = startAlone(task, way)
  if (alone && way.first >= task.items.length) return [alone]
  const most = figuresAbove(task, way).length
  const fewest = Math.max(Math.min(1, most), most - mostWeighed + 1)
  const withText = Array.from({length: most - fewest + 1}, (_, less) => startAbove(task, way, most - less))
  return alone ? [...withText, alone] : withText
}

/** A page that takes so many figures above its text. */
function startAbove(task: RunTask, way: Way, count: number): Start {
  const {items, shape: {leadingPx}} = task
  const above = standAbove(task, way, way.waiting.slice(0, count))
  const bottomPx = bottomOf(items, above) ?? way.leadPx
  const below = figuresBelow(task, way, above, bottomPx)
  const fromPx = above.length > 0 ? onGrid(bottomPx + leadingPx, leadingPx) : way.leadPx + repeatOf(task, way)
  return {way, above, fromPx, below, left: way.waiting.slice(above.length + below.length), isAlone: false}
}

/** Figures one below the other, with white space between them: a line, and more where that is asked for. */
function standAbove({items, shape: {leadingPx}}: RunTask, {leadPx}: Way, figures: readonly number[], morePx = 0): readonly PlacedItem[] {
  let topPx = leadPx
  return figures.map(item => {
    const placed = {item, topPx, isAfloat: true}
    topPx += (items[item]?.heightPx ?? 0) + leadingPx + morePx
    return placed
  })
}

function bottomOf(items: RunTask['items'], placed: readonly PlacedItem[]): number | undefined {
  const last = placed.at(-1)
  return last && last.topPx + (items[last.item]?.heightPx ?? 0)
}

/** A page of figures, as many as it has room for; undefined where their notes, or one that goes on, have none. */
function startAlone(task: RunTask, way: Way): Start | undefined {
  const {items, shape: {heightPx}} = task
  let figures: readonly number[] = []
  for (const item of way.waiting) {
    const more = [...figures, item]
    const bottomPx = bottomOf(items, standAbove(task, way, more)) ?? 0
    const isTooMuch = bottomPx > heightPx + tolerancePx && figures.length > 0
    if (isTooMuch || !hasRoomAt(task, {rest: way.rest, own: notesOf(items, more)}, bottomPx)) break
    figures = more
  }
  if (figures.length === 0) return undefined
  const above = spread(task, way, figures)
  return {way, above, fromPx: bottomOf(items, above) ?? 0, below: [], left: way.waiting.slice(figures.length), isAlone: true}
}

/** The white space between two figures grows by so many lines at most, to take up what their page lacks. */
const mostSpread = 5

/** Figures alone on a page stand apart, so that the last of them ends at its foot. */
function spread(task: RunTask, way: Way, figures: readonly number[]): readonly PlacedItem[] {
  const {items, notes, shape: {heightPx, leadingPx}} = task
  const above = standAbove(task, way, figures)
  const freePx = heightPx - (bottomOf(items, above) ?? 0)
  const footPx = footFor({rest: way.rest, own: notesOf(items, figures)}, notes, task.shape, freePx)?.heightPx ?? 0
  const morePx = (freePx - footPx) / (figures.length - 1)
  return figures.length > 1 && morePx > 0 && morePx <= mostSpread * leadingPx ? standAbove(task, way, figures, morePx) : above
}

/** The figures that have room above text. */
function figuresAbove(task: RunTask, way: Way): readonly number[] {
  const figures: number[] = []
  for (const item of way.waiting) {
    const above = standAbove(task, way, figures)
    const next = [...figures, item]
    const nextPx = bottomOf(task.items, standAbove(task, way, next)) ?? 0
    if (!hasRoom(task, way, nextPx, next) || mayGoBelow(task, way, {above, figures: [item]}, bottomOf(task.items, above) ?? way.leadPx)) break
    figures.push(item)
  }
  return figures
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

/** Whether notes have room below figures that end at a height, and below the line where text would begin. */
function hasRoomAbove(task: RunTask, queue: Queue, bottomPx: number): boolean {
  const {leadingPx} = task.shape
  return hasRoomAt(task, queue, onGrid(bottomPx + leadingPx, leadingPx))
}

/** Whether notes have room below a height. */
export function hasRoomAt({notes, shape}: RunTask, queue: Queue, bottomPx: number): boolean {
  return (!queue.rest && queue.own.length === 0) || footFor(queue, notes, shape, shape.heightPx - bottomPx) !== undefined
}

/** The notes called in some items. */
export function notesOf(items: RunTask['items'], which: readonly number[]): readonly number[] {
  return which.flatMap(item => items[item]?.notes ?? [])
}

function repeatOf({items}: RunTask, {first}: Way): number {
  return items[first]?.repeatPx ?? 0
}

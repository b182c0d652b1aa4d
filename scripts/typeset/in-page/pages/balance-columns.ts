/** The columns of one page: balanced where their text ends on it, else filled to its foot. Pure. */
import type {Column, Columns} from './fill-columns.ts'
import {filled, isBareBelow} from './fill-columns.ts'
import type {Item, RunTask} from './model.ts'
import {onGrid} from './stack.ts'
import {isSameBand} from './steps.ts'

/** Asked for at each page: found once for all items, or a long text would be walked to its end from each of its pages. */
const segmentEnds = new WeakMap<readonly Item[], readonly number[]>()

/** Where the text ends that goes through the same columns as an item: what runs over them is not included. */
export function segmentEnd(items: readonly Item[], at: number): number {
  const known = segmentEnds.get(items) ?? endsIn(items)
  segmentEnds.set(items, known)
  return known[at] ?? items.length
}

function endsIn(items: readonly Item[]): readonly number[] {
  const ends: number[] = []
  for (let index = items.length - 1; index >= 0; index--) ends[index] = index + 1 < items.length && isSameBand(items, index, index + 1) ? ends[index + 1] ?? items.length : index + 1
  return ends
}

/** The least height, in lines, at which all of a segment fits. */
export function balanced(task: RunTask, room: Columns): readonly Column[] | undefined {
  const {items, shape: {leadingPx}} = task
  const {first, end, heightPx: roomPx, waits} = room
  const count = items[first]?.columns ?? 1
  const totalPx = heightUpTo(items, {first, end, mostPx: count * (roomPx + leadingPx)}) + (items[waits ?? -1]?.heightPx ?? 0)
  for (let heightPx = onGrid(totalPx / count, leadingPx); heightPx < roomPx + leadingPx; heightPx += leadingPx) {
    const columns = filled(task, {...room, heightPx: Math.min(heightPx, roomPx)})
    if (columns.at(-1)?.end === end && !columns.some(column => isBareBelow(task, column))) return columns
    if (heightPx >= roomPx) return undefined
  }
  return undefined
}

/** The height of a segment in one column. What is higher than `mostPx` is not looked at to its end: that may be many pages away. */
function heightUpTo(items: readonly Item[], {first, end, mostPx}: {readonly first: number; readonly end: number; readonly mostPx: number}): number {
  let px = 0
  for (let index = first; index < end && px <= mostPx; index++) px += (items[index]?.heightPx ?? 0) + (index > first ? items[index]?.gapPx ?? 0 : 0)
  return px
}

/** What goes on behind a page has at least this many lines in each column. */
const fewestLines = 3

/** Fill the columns to the foot, or a few lines short of it where only a runt would be left for the next page. */
export function filledBefore(task: RunTask, room: Columns): readonly Column[] {
  for (let short = 0; short <= fewestLines; short++) {
    const columns = filled(task, {...room, heightPx: room.heightPx - short * task.shape.leadingPx})
    const last = columns.at(-1)
    if (last && !isRunt(task, {first: last.end, end: room.end, heightPx: task.shape.heightPx, waits: last.waits})) return columns
  }
  return filled(task, room)
}

function isRunt(task: RunTask, next: Columns): boolean {
  const columns = balanced(task, next)
  if (!columns) return false
  return columns.length < (task.items[next.first]?.columns ?? 1) || columns.some(column => column.heightPx < (fewestLines - 0.5) * task.shape.leadingPx)
}

export function depthOf(columns: readonly Column[]): number {
  return Math.max(0, ...columns.map(({heightPx}) => heightPx))
}

/** The columns of one page: balanced where their text ends on it, else filled to its foot. Pure. */
import type {Column, Columns} from './fill-columns.ts'
import {filled, isBareBelow} from './fill-columns.ts'
import type {Item, RunTask} from './model.ts'
import {onGrid} from './stack.ts'
import {isSameBand} from './steps.ts'

/** Where the text ends that goes through the same columns as an item: what runs over them is not included. */
export function segmentEnd(items: readonly Item[], at: number): number {
  const end = items.findIndex((_, index) => index > at && !isSameBand(items, at, index))
  return end < 0 ? items.length : end
}

/** The least height, in lines, at which all of a segment fits. */
export function balanced(task: RunTask, room: Columns): readonly Column[] | undefined {
  const {items, shape: {leadingPx}} = task
  const {first, end, heightPx: roomPx, waits} = room
  const count = items[first]?.columns ?? 1
  const totalPx = items.slice(first, end).reduce((sum, item, index) => sum + item.heightPx + (index > 0 ? item.gapPx : 0), items[waits ?? -1]?.heightPx ?? 0)
  for (let heightPx = onGrid(totalPx / count, leadingPx); heightPx < roomPx + leadingPx; heightPx += leadingPx) {
    const columns = filled(task, {...room, heightPx: Math.min(heightPx, roomPx)})
    if (columns.at(-1)?.end === end && !columns.some(column => isBareBelow(task, column))) return columns
    if (heightPx >= roomPx) return undefined
  }
  return undefined
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

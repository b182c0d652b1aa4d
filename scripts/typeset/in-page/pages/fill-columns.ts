/** Fills columns side by side with the items of a text, down to a height. Pure. */
import type {Item, PlacedItem, RunTask} from './model.ts'
import {onGrid} from './stack.ts'

/** `isParted`: it ends where nothing may part, because all of it is too high. `waits`: a figure of it that stands at the head of the next. */
export type Column = {readonly placed: readonly PlacedItem[]; readonly first: number; readonly end: number; readonly heightPx: number; readonly isParted: boolean; readonly waits?: number}

/** What a column is filled with, down to a height. `above`: a figure that stands at its head; `without`: one that goes to the next. */
export type Space = {readonly first: number; readonly end: number; readonly heightPx: number; readonly above?: number | undefined; readonly without?: number}

/** Fill the columns from an item on, in turn. Where a figure would leave a hole at the foot of one it goes to the head of the next, if `mayFloat`. */
export function filled(task: RunTask, at: number, end: number, heightPx: number, mayFloat = true): readonly Column[] {
  const columns: Column[] = []
  const count = task.items[at]?.columns ?? 1
  for (let first = at; columns.length < count && first < end;) {
    const above = columns.at(-1)?.waits
    const space = {first, end, heightPx, above}
    const column = mayFloat && columns.length < count - 1 ? fillWithout(task, space) : fillColumn(task, space)
    // Below a figure that has come to this column, something must stand.
    if (column.end === first) return above === undefined ? columns : filled(task, at, end, heightPx, false)
    columns.push(column)
    first = column.end
  }
  return columns
}

/** Holes of less than this share of a column stay. */
const holeShare = 0.15

/** Fill a column without the figure that would leave a hole at its foot, where text behind it fills that up and goes on. */
function fillWithout(task: RunTask, space: Space): Column {
  const plain = fillColumn(task, space)
  const isHole = plain.end > space.first && plain.end + 1 < space.end && space.heightPx - plain.heightPx > holeShare * space.heightPx
  if (!isHole || !mayGo(task, plain.end, space.heightPx)) return plain
  const column = fillColumn(task, {...space, without: plain.end})
  // Figures stay in their order.
  const isOvertaken = task.items.slice(plain.end + 1, column.end).some(({floats}) => floats)
  return column.end > plain.end + 1 && column.end < space.end && !isOvertaken ? {...column, waits: plain.end} : plain
}

/** Whether an item is a figure that a column has room for above some lines, and that nothing keeps with. */
function mayGo({items, shape: {leadingPx}}: RunTask, at: number, heightPx: number): boolean {
  const [figure, behind] = [items[at], items[at + 1]]
  return figure?.floats === true && behind?.breakBefore === 'free' && figure.heightPx + 4 * leadingPx < heightPx
}

/** Fill one column up to the last place where it may end. */
export function fillColumn(task: RunTask, space: Space): Column {
  const {items, shape: {leadingPx}} = task
  const {first, end, heightPx, without} = space
  const head = headOf(task, space)
  const placed = [...head.placed]
  let y = head.heightPx + (items[first]?.repeatPx ?? 0)
  let best: Column = {first, end: first, placed: [], heightPx: 0, isParted: false}
  for (let index = first; index < end; index++) {
    const item = items[index]
    if (!item) break
    if (index === without) continue
    const topPx = topBelow(y + gapAbove(item, index, space), item, leadingPx)
    if (topPx + item.heightPx > heightPx + 0.02) break
    placed.push({item: index, topPx})
    y = topPx + item.heightPx
    if (index + 1 === end || items[index + 1]?.breakBefore !== 'never') best = {first, end: index + 1, placed: [...placed], heightPx: y, isParted: false}
  }
  const count = placed.length - head.placed.length
  // Where nothing may part, it is parted all the same.
  return best.end > first || count === 0 ? best : {first, end: first + count, placed, heightPx: y, isParted: true}
}

/** The figure that stands above a column's text, as high as it is with the white space below it. */
function headOf({items, shape: {leadingPx}}: RunTask, {above}: Space): Pick<Column, 'placed' | 'heightPx'> {
  if (above === undefined) return {placed: [], heightPx: 0}
  const gapPx = Math.max(leadingPx, items[above + 1]?.gapPx ?? 0)
  return {placed: [{item: above, topPx: 0, isAfloat: true}], heightPx: onGrid((items[above]?.heightPx ?? 0) + gapPx, leadingPx)}
}

function gapAbove({gapPx, gapWithoutFloatPx}: Item, index: number, {first, without}: Space): number {
  if (index === first) return 0
  return index - 1 === without ? gapWithoutFloatPx : gapPx
}

function topBelow(y: number, {onGrid: isOnGrid}: Item, leadingPx: number): number {
  return isOnGrid ? onGrid(y, leadingPx) : y
}

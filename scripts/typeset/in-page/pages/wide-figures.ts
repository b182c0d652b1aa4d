/** Figures that run over all columns, and have no room on a page where the text behind them has: they begin the next. Pure. */
import {depthOf, filledBefore, segmentEnd} from './balance-columns.ts'
import type {Column, Columns} from './fill-columns.ts'
import {fitsAbove, holesIn, mayNotPass} from './fill-columns.ts'
import type {Item, PlacedItem, RunTask} from './model.ts'

/** Whether a figure runs over columns that go on behind it, and a page has room for it, above some lines of theirs or, as a turned table, alone. */
export function mayWait(task: RunTask, figure: number): boolean {
  const [above, item, below] = [figure - 1, figure, figure + 1].map(index => task.items[index])
  const isWide = item?.floats === true && item.columns === 1 && item.breakBefore === 'free'
  return isWide && below?.breakBefore === 'free' && areTheSame(above, below) && item.box === below.box && item.heightPx <= task.shape.heightPx + 0.02
}

function areTheSame(above: Item | undefined, below: Item): boolean {
  return below.columns > 1 && above?.columns === below.columns && above.box === below.box
}

/** The text as if a figure were not in it: what stands behind it follows what stands before. */
function without(task: RunTask, figure: number): RunTask {
  const columns = task.items[figure + 1]?.columns ?? 1
  return {...task, items: task.items.map((item, index) => {
    if (index === figure) return {...item, columns, gapPx: 0, heightPx: 0, floats: false, breakBefore: 'never' as const}
    return index === figure + 1 ? {...item, gapPx: item.gapWithoutFloatPx} : item
  })}
}

/** Columns filled past a figure, without it; undefined where its page would hold no text behind it, the next none, or other figures come before it. */
function filledPast(task: RunTask, figure: number, columns: readonly Column[]): readonly Column[] | undefined {
  const {end = 0} = columns.at(-1) ?? {}
  const isOvertaken = columns.some(({placed}) => placed.some(({item}) => item > figure && mayNotPass(task, figure, item)))
  if (end <= figure + 1 || isOvertaken || columns.some(({isParted}) => isParted)) return undefined
  return columns.map(column => ({...column, placed: column.placed.filter(({item}) => item !== figure)}))
}

/** The top of a page that such a figure begins, above an item. */
export function headedBy({items, shape: {leadingPx}}: RunTask, figure: number, below: number): {readonly placed: PlacedItem[]; readonly y: number} {
  const gapPx = Math.max(0, leadingPx - (items[below]?.gapPx ?? 0))
  return {placed: [{item: figure, topPx: 0, isAfloat: true}], y: (items[figure]?.heightPx ?? 0) + gapPx}
}

/** A page is left shorter by so many lines at most, that some text stands below the figure on the next. */
const mostShort = 12

/** Fill pages with what stands behind a figure over all columns that it has no room for once they are balanced, or that leaves holes above it: then with less than half of them. */
export function fillPast(task: RunTask, room: Columns, holesPx: number): readonly (readonly Column[])[] | undefined {
  const figure = room.end
  if (!mayWait(task, figure)) return undefined
  const [end, past] = [segmentEnd(task.items, figure + 1), without(task, figure)]
  for (let short = 0; short <= mostShort; short++) {
    const wanted = {...room, end, heightPx: room.heightPx - short * task.shape.leadingPx}
    const filledPages = fillPagesPast(past, figure, wanted)
    if (filledPages?.every(columns => holesIn(task, columns, {end, heightPx: depthOf(columns)}) < holesPx / 2)) return filledPages
  }
  return undefined
}

/** A figure over all columns waits behind so many that stand in one of them. */
const mostBefore = 3

/** The page that a figure is not on, and those behind it at whose head another stands that comes before it. */
function fillPagesPast(task: RunTask, figure: number, room: Columns, left = mostBefore): readonly (readonly Column[])[] | undefined {
  const columns = filledPast(task, figure, filledBefore(task, room))
  const last = columns?.at(-1)
  if (!columns || !last || last.end === room.end) return undefined
  const {end: first, waits} = last
  if (waits === undefined || (waits > figure && fitsBelow(task, figure, waits, first))) return [columns]
  if (waits > figure || left === 0) return undefined
  const rest = fillPagesPast(task, figure, {first, end: room.end, heightPx: task.shape.heightPx, waits}, left - 1)
  return rest && [columns, ...rest]
}

/** Whether another figure has room below such a one, at the head of the first column. */
function fitsBelow(task: RunTask, figure: number, other: number, below: number): boolean {
  return fitsAbove(task, other, task.shape.heightPx - headedBy(task, figure, below).y)
}

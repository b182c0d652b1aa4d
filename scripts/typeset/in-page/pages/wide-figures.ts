/** Figures that run over all columns, and have no room on a page where the text behind them has: they begin the next. Pure. */
import type {Column} from './fill-columns.ts'
import {fitsAbove} from './fill-columns.ts'
import type {Item, PlacedItem, RunTask} from './model.ts'

/** Whether a figure runs over columns that go on behind it, and a page has room for it above some lines of theirs. */
export function mayWait(task: RunTask, figure: number): boolean {
  const [above, item, below] = [figure - 1, figure, figure + 1].map(index => task.items[index])
  const isWide = item?.floats === true && item.columns === 1 && item.breakBefore === 'free'
  return isWide && below?.breakBefore === 'free' && areTheSame(above, below) && item.box === below.box && fitsAbove(task, figure, task.shape.heightPx)
}

function areTheSame(above: Item | undefined, below: Item): boolean {
  return below.columns > 1 && above?.columns === below.columns && above.box === below.box
}

/** The text as if a figure were not in it: what stands behind it follows what stands before. */
export function without(task: RunTask, figure: number): RunTask {
  const columns = task.items[figure + 1]?.columns ?? 1
  return {...task, items: task.items.map((item, index) => {
    if (index === figure) return {...item, columns, gapPx: 0, heightPx: 0, floats: false, breakBefore: 'never' as const}
    return index === figure + 1 ? {...item, gapPx: item.gapWithoutFloatPx} : item
  })}
}

/** Columns filled past a figure, without it; undefined where its page would hold no text behind it, the next none, or other figures come before it. */
export function past({items}: RunTask, figure: number, columns: readonly Column[]): readonly Column[] | undefined {
  const {end = 0, waits} = columns.at(-1) ?? {}
  const overtakes = items.slice(figure + 1, end).some(({floats, clears}) => floats || clears)
  if (end <= figure + 1 || overtakes || waits !== undefined || columns.some(({isParted}) => isParted)) return undefined
  return columns.map(column => ({...column, placed: column.placed.filter(({item}) => item !== figure)}))
}

/** The top of a page that such a figure begins, above an item. */
export function headedBy({items, shape: {leadingPx}}: RunTask, figure: number, below: number): {readonly placed: PlacedItem[]; readonly y: number} {
  const gapPx = Math.max(0, leadingPx - (items[below]?.gapPx ?? 0))
  return {placed: [{item: figure, topPx: 0, isAfloat: true}], y: (items[figure]?.heightPx ?? 0) + gapPx}
}

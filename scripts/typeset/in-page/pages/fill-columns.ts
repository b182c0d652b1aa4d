/** Fills columns side by side with the items of a text, down to a height. Pure. */
import type {Item, PlacedItem, RunTask} from './model.ts'
import {onGrid} from './stack.ts'

/** `isParted`: it ends where nothing may part, because all of it is too high. `waits`: a figure, of it or from before, that stands at the head of a later one. */
export type Column = {readonly placed: readonly PlacedItem[]; readonly first: number; readonly end: number; readonly heightPx: number; readonly isParted: boolean; readonly waits?: number | undefined}

/** What a column is filled with, down to a height. `above`: a figure that stands at its head; `without`: one that goes to a later one. */
export type Space = {readonly first: number; readonly end: number; readonly heightPx: number; readonly above?: number | undefined; readonly without?: number}

/** What the columns of a page are filled with. `waits`: a figure from the page before. */
export type Columns = {readonly first: number; readonly end: number; readonly heightPx: number; readonly waits?: number | undefined}

/**
 * Fill the columns of a page from an item on, in turn. A figure that would leave a hole at the foot of one goes to the head
 * of the next that it fits in, be it on the next page.
 */
export function filled(task: RunTask, columns: Columns): readonly Column[] {
  const made = fillInTurn(task, columns, true)
  // A figure that never came to stand, or that others overtook, stays where the text has it.
  return isAstray(task, made, columns) ? fillInTurn(task, columns, false) : made
}

function fillInTurn(task: RunTask, {first: at, end, heightPx, waits: waiting}: Columns, mayFloat: boolean): readonly Column[] {
  const columns: Column[] = []
  const count = task.items[at]?.columns ?? 1
  let [first, waits] = [at, waiting]
  while (columns.length < count && first < end) {
    // One from the page before goes on top in any case.
    const isNext = waits !== undefined && (columns.length === 0 || fitsAbove(task, waits, heightPx))
    const column = fillNext(task, {first, end, heightPx, ...(isNext && {above: waits})}, {left: isNext ? undefined : waits, mayFloat})
    if (column.placed.length === 0) return columns
    columns.push(column)
    ;({end: first, waits} = column)
  }
  return columns
}

/** Fill a column; past one that a figure is `left` waiting for, no other goes. */
function fillNext(task: RunTask, space: Space, {left, mayFloat}: {readonly left: number | undefined; readonly mayFloat: boolean}): Column {
  return left === undefined && mayFloat ? fillWithout(task, space) : {...fillColumn(task, space), waits: left}
}

/** Whether an item may not stand before a figure that comes before it in the text. */
export function mayNotPass({items}: RunTask, figure: number, item: number): boolean {
  const [first, other] = [items[figure], items[item]]
  return other?.clears === true || (other?.floats === true && !other.isBox && first?.isBox === false)
}

/** Whether nothing stands below the figure at a column's head, or one line of more. */
export function isBareBelow({items}: RunTask, {placed, end}: Column): boolean {
  const hasHead = placed[0]?.isAfloat === true
  return hasHead && (placed.length === 1 || (placed.length === 2 && items[end]?.columns !== undefined && items[end].columns > 1))
}

/** Whether a figure waits in vain: behind it there is no text of these columns, others have come before it, or next to nothing stands below it. */
function isAstray(task: RunTask, columns: readonly Column[], {end, waits}: Columns): boolean {
  const last = columns.at(-1)
  return (last?.waits !== undefined && last.end === end) || columns.some((column, index) => {
    const [before, above] = [columns[index - 1]?.waits ?? waits, column.placed.find(({isAfloat}) => isAfloat)]
    return (column.waits !== undefined && column.waits === before && column.placed.some(({item}) => mayNotPass(task, column.waits ?? 0, item))) || (above?.item !== waits && isBareBelow(task, column))
  })
}

/** So many lines at a column's foot are no hole. */
const fewLines = 2

function mostWhite({shape: {leadingPx}}: RunTask): number {
  return (fewLines + 0.5) * leadingPx
}

/** The holes, in px, that columns filled down to a height end in: all but the last, if the text ends in it. */
export function holesIn(task: RunTask, columns: readonly Column[], {end, heightPx}: Pick<Columns, 'end' | 'heightPx'>): number {
  const isLast = columns.at(-1)?.end === end
  const downTo = isLast ? Math.max(...columns.map(column => column.heightPx)) : heightPx
  const whites = columns.slice(0, isLast ? -1 : undefined).map(column => downTo - column.heightPx)
  return whites.reduce((sum, white) => sum + (white > mostWhite(task) ? white : 0), 0)
}

/** Fill a column without the figure that would leave a hole at its foot, where text behind it fills that up and goes on. */
function fillWithout(task: RunTask, space: Space): Column {
  const plain = fillColumn(task, space)
  const isBegun = plain.end > space.first || space.above !== undefined
  const isHole = isBegun && plain.end + 1 < space.end && space.heightPx - plain.heightPx > mostWhite(task)
  if (!isHole || !mayGo(task, plain.end)) return plain
  const column = fillColumn(task, {...space, without: plain.end})
  // Figures stay in their order.
  const isOvertaken = task.items.slice(plain.end + 1, column.end).some((_, index) => mayNotPass(task, plain.end, plain.end + 1 + index))
  return column.end > plain.end + 1 && column.end < space.end && !isOvertaken ? {...column, waits: plain.end} : plain
}

/** Whether an item is a figure that a page has room for above some lines, and that nothing keeps with. */
function mayGo(task: RunTask, at: number): boolean {
  return task.items[at]?.floats === true && task.items[at + 1]?.breakBefore === 'free' && fitsAbove(task, at, task.shape.heightPx)
}

/** Whether a figure has room above some lines of text. */
export function fitsAbove({items, shape: {leadingPx}}: RunTask, figure: number, heightPx: number): boolean {
  return (items[figure]?.heightPx ?? 0) + 4 * leadingPx < heightPx
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
    const gapPx = gapAbove(item, {isTop: placed.length === head.placed.length, isBehind: index - 1 === without})
    const topPx = topBelow(y + gapPx, item, leadingPx)
    lowerHeads(items, placed, topPx - y - gapPx)
    if (topPx + item.heightPx > heightPx + 0.02) break
    placed.push({item: index, topPx})
    y = topPx + item.heightPx
    if (index + 1 === end || items[index + 1]?.breakBefore !== 'never') best = {first, end: index + 1, placed: [...placed], heightPx: y, isParted: false}
  }
  const count = placed.length - head.placed.length
  if (best.end > first) return best
  // Where nothing may part, it is parted all the same.
  return {first, end: first + count, placed, heightPx: count === 0 ? head.heightPx : y, isParted: count > 0}
}

/** What the grid adds below heads stands above them. */
function lowerHeads(items: RunTask['items'], placed: PlacedItem[], px: number): void {
  for (let at = placed.length - 1; px > 0 && items[placed[at]?.item ?? -1]?.isHead; at--) {
    const head = placed[at]
    if (head) placed[at] = {...head, topPx: head.topPx + px}
  }
}

/** The figure that stands above a column's text, as high as it is with the white space below it. */
function headOf({items, shape: {leadingPx}}: RunTask, {above}: Space): Pick<Column, 'placed' | 'heightPx'> {
  if (above === undefined) return {placed: [], heightPx: 0}
  const gapPx = Math.max(leadingPx, items[above + 1]?.gapPx ?? 0)
  return {placed: [{item: above, topPx: 0, isAfloat: true}], heightPx: onGrid((items[above]?.heightPx ?? 0) + gapPx, leadingPx)}
}

function gapAbove({gapPx, gapWithoutFloatPx}: Item, {isTop, isBehind}: {readonly isTop: boolean; readonly isBehind: boolean}): number {
  if (isTop) return 0
  return isBehind ? gapWithoutFloatPx : gapPx
}

function topBelow(y: number, {onGrid: isOnGrid}: Item, leadingPx: number): number {
  return isOnGrid ? onGrid(y, leadingPx) : y
}

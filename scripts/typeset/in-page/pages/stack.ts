/** Stacks items on a page: where each of them stands, with body text on the grid. */
import type {Item} from './model.ts'

/** The items of a page, and how many of its stretching gaps grow by a line. */
export type Stack = {
  readonly items: readonly Item[]
  readonly first: number
  /** Not included. */
  readonly end: number
  /** Figures among them that stand elsewhere. */
  readonly without: ReadonlySet<number>
  /** What stands above the first item: lead, a repeated table head, figures from before. */
  readonly fromPx: number
  readonly leadingPx: number
}

/** The next line of the grid at or below a height. */
export function onGrid(px: number, leadingPx: number): number {
  return Math.max(0, Math.ceil((px - 0.05) / leadingPx)) * leadingPx
}

/** The gap above an item that is not its page's first; one behind figures that all have gone elsewhere has another. */
export function gapOf(items: readonly Item[], index: number, isGone: (index: number) => boolean): number {
  const item = items[index]
  if (!item) return 0
  let before = index - 1
  while (items[before]?.floats === true && isGone(before)) before--
  return before < index - 1 && items[before]?.floats !== true ? item.gapWithoutFloatPx : item.gapPx
}

/**
 * Gaps that grow by a line each to take up so many lines, by the index of the item below them: those between what announces
 * and what it announces after the others, and heads only if all of them do.
 */
export function growing({items, first, end, without}: Stack, lines: number): readonly number[] {
  const found: number[] = []
  for (let index = first + 1; index < end; index++) {
    if (items[index]?.stretches === true && !without.has(index) && !without.has(index - 1)) found.push(index)
  }
  const [heads, others] = [found.filter(index => items[index]?.isHead), found.filter(index => items[index]?.isHead === false)]
  const [announced, free] = [others.filter(index => items[index]?.breakBefore === 'never'), others.filter(index => items[index]?.breakBefore !== 'never')]
  const grown = [...free, ...announced].slice(0, lines)
  return grown.length + heads.length <= lines ? [...grown, ...heads] : grown
}

/** The top of each item that stays; `grow` holds the items whose gap grows by a line. */
export function stack(task: Stack, grow: ReadonlySet<number>): readonly {readonly item: number; readonly topPx: number}[] {
  const {items, first, end, without, fromPx, leadingPx} = task
  const tops: {item: number; topPx: number}[] = []
  let y = fromPx
  /** Where in `tops` the items began that stand off the grid. */
  let loose = 0
  for (let index = first; index < end; index++) {
    const item = items[index]
    if (!item || without.has(index)) continue
    const grownPx = grow.has(index) ? leadingPx : 0
    let topPx = y + (tops.length === 0 ? 0 : gapOf(items, index, other => without.has(other))) + grownPx
    if (item.onGrid) {
      const settled = onGrid(topPx, leadingPx)
      const isGrownAbove = grow.has(tops[loose]?.item ?? index)
      centre(tops, loose, {addedPx: settled - topPx + (isGrownAbove ? 0 : grownPx), isHead: index => items[index]?.isHead === true, isOpening: first === 0, isAnnounced: item => keepsNear(items, item)})
      topPx = settled
    }
    tops.push({item: index, topPx})
    y = topPx + item.heightPx
    if (item.onGrid) loose = tops.length
  }
  return tops
}

type Added = {readonly addedPx: number; readonly isHead: (item: number) => boolean; /** Whether the run begins on the page: its head stands at its top, as those of other chapters do. */ readonly isOpening: boolean; /** Whether an item keeps with the line above it: it stays near. */ readonly isAnnounced: (item: number) => boolean}

/** Whether an item that is no head keeps with the text above it, as a list does with what announces it. */
function keepsNear(items: readonly Item[], index: number): boolean {
  const [before, item] = [items[index - 1], items[index]]
  return item?.breakBefore === 'never' && !item.onGrid && !item.isHead && before?.onGrid === true && !before.isHead
}

/** What the grid adds behind items off the grid, and a line that the gap behind them grows by alone, is shared with the space above them, but for those at the page's top or near what announces them; heads go with their text, there too. */
function centre(tops: {item: number; topPx: number}[], loose: number, {addedPx, isHead, isOpening, isAnnounced}: Added): void {
  const share = loose === 0 || tops.slice(loose, loose + 1).some(({item}) => isAnnounced(item)) ? 0 : Math.floor(addedPx / 2)
  if ((loose === 0 && isOpening) || loose >= tops.length || addedPx <= 0) return
  const heads = 1 + tops.findLastIndex(({item}) => !isHead(item))
  for (const [index, placed] of tops.entries()) if (index >= loose) placed.topPx += index >= heads ? addedPx : share
}

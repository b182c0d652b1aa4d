/**
 * Built pages as steps: how each item of the text comes to its place, whatever the columns of its page. A page is a stack
 * of bands; a band stands in one column or in several side by side, and the text goes through them in its order. Pure.
 */
import type {BuiltPage, Item, PlacedItem} from './model.ts'

/**
 * How an item leaves the one before it. `page`: by a break of pages. `column`: by a break of columns, of which a page's last
 * begins the next page. `space`: by white space to the foot of the page, where no break holds: at the beginning of columns
 * below something that runs over all of them.
 */
export type Turn = 'none' | 'page' | 'column' | 'space'

export type Step = {
  readonly item: number
  /** The item of the text before it, on whatever page. */
  readonly before: number | undefined
  /** The index of its page. */
  readonly page: number
  readonly beginsPage: boolean
  readonly turn: Turn
  /** Columns behind the item before that nothing is put into. */
  readonly skips: number
  /** The indices of the pages right before it that hold nothing of the text. */
  readonly emptyPages: readonly number[]
  /** The white space above it: to the lowest of what is above, or to the top of its page or column. */
  readonly gapPx: number
}

type Items = readonly Pick<Item, 'columns' | 'box' | 'heightPx' | 'repeatPx'>[]

/** Where the text has come to: an item on its page, where its band begins there, and how deep the page is filled. */
type Walked = {readonly placed: PlacedItem; readonly page: number; readonly bandTopPx: number; readonly filledPx: number}

/** Tell the steps through pages, in the order of the text; what floats takes none. */
export function stepsOf(pages: readonly Pick<BuiltPage, 'placed'>[], items: Items): readonly Step[] {
  const steps: Step[] = []
  let last: Walked | undefined
  for (const [page, {placed: all}] of pages.entries()) {
    for (const placed of all.filter(({isAfloat}) => !isAfloat)) {
      const here = walkOn(items, last, {placed, page})
      steps.push(stepTo(items, last, here))
      last = here
    }
  }
  return steps
}

function walkOn(items: Items, last: Walked | undefined, {placed, page}: Pick<Walked, 'placed' | 'page'>): Walked {
  const {item, topPx} = placed
  const bottomPx = topPx + (items[item]?.heightPx ?? 0)
  const ownTopPx = topPx - (items[item]?.repeatPx ?? 0)
  // Columns that go on from the page before begin at the top of this one, even below a figure.
  if (last?.page !== page) return {placed, page, bandTopPx: turnTo(items, last, item) === 'column' ? 0 : ownTopPx, filledPx: bottomPx}
  return {placed, page, bandTopPx: isSameBand(items, last.placed.item, item) ? last.bandTopPx : ownTopPx, filledPx: Math.max(last.filledPx, bottomPx)}
}

function stepTo(items: Items, last: Walked | undefined, here: Walked): Step {
  const {placed: {item}, page} = here
  const before = last?.placed.item
  if (last?.page !== page) return {item, before, page, beginsPage: true, ...turnPage(items, last, here), gapPx: here.placed.topPx}
  const inBand = isSameBand(items, last.placed.item, item)
  const beginsColumn = inBand && last.placed.column !== here.placed.column
  const skips = inBand ? 0 : freeBehind(items, last, item)
  return {item, before, page, beginsPage: false, turn: beginsColumn ? 'column' : 'none', skips, emptyPages: [], gapPx: here.placed.topPx - topAbove(items, last, {inBand, beginsColumn})}
}

/** The height that the white space above an item on the same page begins at. */
function topAbove(items: Items, {placed, bandTopPx, filledPx}: Walked, {inBand, beginsColumn}: {readonly inBand: boolean; readonly beginsColumn: boolean}): number {
  if (beginsColumn) return bandTopPx
  return inBand ? placed.topPx + (items[placed.item]?.heightPx ?? 0) : filledPx
}

/** How the text gets to another page, past pages without any of it. */
function turnPage(items: Items, last: Walked | undefined, {placed: {item}, page}: Walked): Pick<Step, 'turn' | 'skips' | 'emptyPages'> {
  const from = (last?.page ?? -1) + 1
  const emptyPages = Array.from({length: page - from}, (_, index) => from + index)
  const turn = turnTo(items, last, item)
  return {turn, emptyPages, skips: freeBehind(items, last, item) + (turn === 'column' ? emptyPages.length * (items[item]?.columns ?? 1) : 0)}
}

function turnTo(items: Items, last: Walked | undefined, item: number): Turn {
  const [above, below] = [last && items[last.placed.item], items[item]]
  if (!above || !below || below.columns === 1 || above.box !== below.box) return 'page'
  return above.columns > 1 ? 'column' : 'space'
}

/** Whether two items, one behind the other, stand in the same columns of one box; what runs over them parts them. */
export function isSameBand(items: Items, before: number, item: number): boolean {
  const [above, below] = [items[before], items[item]]
  return above?.columns === below?.columns && above?.box === below?.box
}

/** Columns of the same box that are left free: to itself, the browser would go on in them, or balance over all. */
function freeBehind(items: Items, last: Walked | undefined, item: number): number {
  if (!last || !sharesBox(items, last.placed.item, item)) return 0
  return (items[last.placed.item]?.columns ?? 1) - (last.placed.column ?? 0) - 1
}

function sharesBox(items: Items, before: number, item: number): boolean {
  return items[before]?.box === items[item]?.box
}

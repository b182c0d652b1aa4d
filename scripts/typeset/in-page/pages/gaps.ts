/**
 * Writes the white space between blocks as it was built. In columns margins collapse with fewer others than in one column:
 * what begins or ends columns, or runs over them, has its white space set outright.
 */
import {spansColumns} from './column-boxes.ts'
import type {BlockStart, FlowItem} from './flow.ts'
import type {Place} from './places.ts'

/** Set the white space above an item that stands below another on its page. */
export function keepGap({begins, above, gapPx, before, item}: Place): void {
  const {start} = begins
  if (start.kind !== 'block' || !above || before === undefined) return
  if (above.box === begins.box && begins.box > 0 && spannerOf(above.block) !== spannerOf(begins.block)) crossOver(above, begins, start, gapPx)
  else if (above.box !== begins.box || item - before > 1 || Math.abs(gapPx - begins.gapPx) > 0.01) setGap(start, gapPx)
}

/**
 * From columns to what runs over them, or back, or from one such thing to another: their margins do not collapse. What ends
 * with something that ran over them, as the item of a list does with its table, ends at the top of the next columns.
 */
function crossOver(above: FlowItem, below: FlowItem, start: BlockStart, gapPx: number): void {
  const upper = spannerOf(above.block)
  if (upper) upper.style.marginBottom = below.columns > 1 ? px(gapPx) : '0'
  if (upper?.parentElement && !upper.nextElementSibling && below.columns > 1) endFlush(upper.parentElement)
  setGap(start, below.columns > 1 ? 0 : gapPx)
}

/**
 * Set the white space above a block. The margins of blocks that begin together collapse: the outermost has it all, or what
 * runs over columns, outside of which it would stand in them.
 */
export function setGap(start: BlockStart, gapPx: number): void {
  for (const block of start.flush) if (!block.matches('tbody, thead, tr, td, th')) block.style.marginTop = '0'
  const holder = spannerFirst(start) ?? start.outer
  holder.style.marginTop = px(gapPx)
}

/** What runs over columns that began before, and begins with a block. */
export function spannerFirst({chain}: BlockStart): HTMLElement | undefined {
  return chain.some(block => block.hasAttribute('data-columns')) ? undefined : chain.find(block => spannerOf(block) === block)
}

/** What runs over all columns around a block, or that block itself. */
export function spannerOf(block: HTMLElement): HTMLElement | undefined {
  let spanner: HTMLElement | undefined
  for (let around: HTMLElement | null = block; around && around.localName !== 'main'; around = around.parentElement) {
    if (around.hasAttribute('data-columns')) return spanner
    if (spansColumns(around)) spanner = around
  }
  return undefined
}

/** White space at a column's end is not to be added to that of what runs over the columns, at its own distance from the longest. */
export function endFlush(last: HTMLElement): void {
  for (let block: HTMLElement | null = last; block && !block.hasAttribute('data-columns'); block = block.nextElementSibling ? null : block.parentElement) block.style.marginBottom = '0'
}

/** A length as it is written into a style: to a thousandth of a px. */
export function px(value: number): string {
  return `${Math.round(value * 1000) / 1000}px`
}

/** Reads a table: its head with the caption above is one item, then each row; Chromium repeats the head on every page. */
import {repeatedPx} from './continued.ts'
import type {Walk} from './flow.ts'
import {addItem, px} from './flow.ts'

/** Read a table's rows. One without rows is a single item. */
export function readTable(table: HTMLTableElement, walk: Walk): void {
  const head = table.tHead
  const rows = [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])].flatMap(group => [...group.rows])
  const topPx = topOf(table, walk)
  if (rows.length === 0) addItem(walk, {block: table, topPx, bottomPx: bottomOf(table, walk)})
  else if (head) addItem(walk, {block: table, topPx, bottomPx: bottomOf(head, walk)})
  addRows(table, rows, walk)
}

function addRows(table: HTMLTableElement, rows: readonly HTMLTableRowElement[], walk: Walk): void {
  const repeatPx = repeatedPx(table, repeatOf(table))
  const spans = spannedRows(rows)
  const mayPart = partsOf(table, rows, walk.options.heightPx)
  const penalty = table.getBoundingClientRect().height <= walk.options.heightPx * smallShare ? smallPenalty : partPenalty
  for (const [index, row] of rows.entries()) {
    if (!mayPart(index) || spans.has(index)) walk.keepsWithBefore ||= index > 0 || table.tHead !== null
    else walk.penalty = penalty
    const isFirst = index === 0 && !table.tHead
    const bottomPx = bottomOf(index === rows.length - 1 ? table : row, walk)
    addItem(walk, {block: row, topPx: topOf(row, walk), bottomPx, ...(!isFirst && {start: {kind: 'row', row}, isRow: true, repeatPx})})
  }
}

/** What a page costs that ends inside a table, and inside one of no more than half a page: rather a few lines are lacking, or several. */
const partPenalty = 90
const smallPenalty = 600
const smallShare = 1 / 2

/** A table of less than this share of a page stays whole; so do, of a longer one, the rows at its ends. */
const wholeShare = 1 / 3
const endRows = 3
const endShare = 0.4

/** Tells where a table may be parted: three rows stay on either side, or two where they are high. */
function partsOf(table: HTMLTableElement, rows: readonly HTMLTableRowElement[], heightPx: number): (before: number) => boolean {
  const {top, bottom, height} = table.getBoundingClientRect()
  if (height <= heightPx * wholeShare) return () => false
  const tops = rows.map(row => row.getBoundingClientRect().top)
  return before => {
    const at = tops[before] ?? bottom
    const isLow = (px: number, count: number) => count < 2 || count < endRows && px < heightPx * endShare
    return before > 0 && !isLow(at - top, before) && !isLow(bottom - at, rows.length - before)
  }
}

/** Where the head is repeated, the table's upper border is too, and not halved as between collapsed cells. */
function repeatOf(table: HTMLTableElement): number {
  return table.tHead ? table.tHead.getBoundingClientRect().height + px(getComputedStyle(table).borderTopWidth) : 0
}

function topOf(element: Element, {originPx}: Walk): number {
  return element.getBoundingClientRect().top - originPx
}

function bottomOf(element: Element, {originPx}: Walk): number {
  return element.getBoundingClientRect().bottom - originPx
}

/** Rows that a cell from above reaches into. */
function spannedRows(rows: readonly HTMLTableRowElement[]): ReadonlySet<number> {
  const spanned = new Set<number>()
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) for (let below = 1; below < Math.min(cell.rowSpan, rows.length); below++) spanned.add(index + below)
  }
  return spanned
}

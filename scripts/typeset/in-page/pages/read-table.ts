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
  for (const [index, row] of rows.entries()) {
    if (isTogether(index, rows.length, table.tHead !== null) || spans.has(index)) walk.keepsWithBefore = true
    const isFirst = index === 0 && !table.tHead
    const bottomPx = bottomOf(index === rows.length - 1 ? table : row, walk)
    addItem(walk, {block: row, topPx: topOf(row, walk), bottomPx, ...(!isFirst && {start: {kind: 'row', row}, isRow: true, repeatPx})})
  }
}

/** The first two rows stay together, with the head above them; so do the last two. */
function isTogether(index: number, count: number, hasHead: boolean): boolean {
  return index === 0 ? hasHead : index === 1 || index === count - 1
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

/** Reads a table: its head with the caption above is one item, then each row; Chromium repeats the head on every page. */
import {repeatedPx} from './continued.ts'
import type {Walk} from './flow.ts'
import {addItem, px} from './flow.ts'

/** Read a table's rows. One without rows is a single item. */
export function readTable(table: HTMLTableElement, walk: Walk): void {
  const {originPx} = walk
  const head = table.tHead
  const rows = [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])].flatMap(group => [...group.rows])
  const box = table.getBoundingClientRect()
  if (rows.length === 0) return addItem(walk, {block: table, topPx: box.top - originPx, bottomPx: box.bottom - originPx})
  // Where the head is repeated, the table's upper border is too, and not halved as between collapsed cells.
  const headPx = head ? head.getBoundingClientRect().height + px(getComputedStyle(table).borderTopWidth) : 0
  const repeatPx = repeatedPx(table, headPx)
  if (head) addItem(walk, {block: table, topPx: box.top - originPx, bottomPx: head.getBoundingClientRect().bottom - originPx})
  const spans = spannedRows(rows)
  for (const [index, row] of rows.entries()) {
    const place = row.getBoundingClientRect()
    const isTogether = index === 0 ? head !== null : index === 1 || index === rows.length - 1 || spans.has(index)
    if (isTogether) walk.keepsWithBefore = true
    const isFirst = index === 0 && !head
    addItem(walk, {block: row, topPx: place.top - originPx, bottomPx: (index === rows.length - 1 ? box.bottom : place.bottom) - originPx, ...(!isFirst && {start: {kind: 'row', row}, isRow: true, repeatPx})})
  }
}

/** Rows that a cell from above reaches into. */
function spannedRows(rows: readonly HTMLTableRowElement[]): ReadonlySet<number> {
  const spanned = new Set<number>()
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) for (let below = 1; below < Math.min(cell.rowSpan, rows.length); below++) spanned.add(index + below)
  }
  return spanned
}

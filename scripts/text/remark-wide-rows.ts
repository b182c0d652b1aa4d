/** A row of a table with more cells than its head: GFM would leave the rest out, here the table becomes wider. */
import type {Root, Table, TableCell, TableRow} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

/** A cell too many in each row is a slip; beyond so many columns the last cell takes the rest, so that no table grows without bounds. */
const mostColumns = 64

/** Widen tables to their longest row, and say which rows are too long. */
export function remarkWideRows() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'table', table => {
      const columns = table.align?.length ?? 0
      for (const row of table.children) if (row.children.length > columns) reportRow(file, row, columns)
      widen(table, columns)
    })
  }
}

function reportRow(file: VFile, row: TableRow, columns: number): void {
  const place = row.children[columns] ?? row
  report(file, 'unreadable-table', place, `Unexpected row of ${row.children.length} cells, expected ${columns}, as many as the head has`, 'A column without a head was added for them. Give it a head, or write a backslash before a `|` that belongs to the text.')
}

function widen(table: Table, columns: number): void {
  const limit = Math.max(columns, mostColumns)
  for (const row of table.children) row.children = foldRest(row.children, limit)
  const widest = Math.max(columns, ...table.children.map(row => row.children.length))
  table.align = [...table.align ?? [], ...Array.from({length: widest - columns}, () => null)]
}

/** Put cells that no column is left for into the last one. */
function foldRest(cells: readonly TableCell[], limit: number): TableCell[] {
  const kept = cells.slice(0, limit)
  const last = kept.at(-1)
  if (cells.length <= limit || !last) return kept
  const rest = cells.slice(limit).flatMap(cell => [{type: 'text' as const, value: ' | '}, ...cell.children])
  return [...kept.slice(0, -1), {...last, children: [...last.children, ...rest]}]
}

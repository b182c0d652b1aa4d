/** A table is read aloud cell by cell, each with its heads: so it needs heads, and rows of one length. */
import type {Element, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import {rowsOf} from './table-rows.ts'

/** No table of a manuscript is wider; a larger span would only cost time. */
const mostColumns = 1000

/** Say which tables have no head that says something, or rows of different lengths. */
export function rehypeTableShape() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', element => {
      if (element.tagName !== 'table') return
      const cells = rowsOf(element).flat()
      if (!cells.some(cell => cell.tagName === 'th' && toString(cell).trim() !== '')) {
        report(file, 'unreadable-table', element, 'Unexpected table without head cells, expected heads that say what its cells are', 'Name the columns in the first row, or the rows with `<th scope="row">`.')
      } else if (new Set(widthsOf(rowsOf(element))).size > 1) {
        report(file, 'unreadable-table', element, 'Unexpected table whose rows have different numbers of cells, expected the same in each', 'Add the cells that are missing, empty ones where there is nothing to say.')
      }
    })
  }
}

/** How many columns each row fills, spans from rows above counted. A span that leaves the table makes a row of its own. */
function widthsOf(rows: readonly (readonly Element[])[]): readonly number[] {
  const widths = rows.map(() => 0)
  const leaves = rows.some((row, index) => row.some(cell => index + span(cell, 'rowSpan') > rows.length))
  if (leaves) return [...widths, -1]
  for (const [index, row] of rows.entries()) {
    for (const cell of row) {
      for (let below = 0; below < span(cell, 'rowSpan'); below++) widths[index + below] = (widths[index + below] ?? 0) + span(cell, 'colSpan')
    }
  }
  return widths
}

function span({properties}: Element, name: 'rowSpan' | 'colSpan'): number {
  const value = Number(properties[name] ?? 1)
  return Number.isInteger(value) && value > 0 ? Math.min(value, mostColumns) : 1
}

/**
 * Leaves to be cut apart: the whole pile of sheets is cut, and the piles are laid on one another from the top left to
 * the bottom right. So a pile holds leaves that follow one another, and nothing needs to be gathered.
 */
import type {Grid, Layout, Rows} from './layout.ts'

export const cutAndStack: Layout = {
  name: 'cut-and-stack',
  alignment: 'centre',
  parting: 'cut',
  isBound: true,
  turnedRows: [],
  narrowColumns: [],
  order: (pages, {grid}) => {
    const sheets = Math.ceil(pages / (2 * grid.columns * grid.rows))
    return Array.from({length: sheets}, (_, sheet) => {
      const front = leaves(grid, sheets, sheet)
      const back = front.map(row => row.map(position => position + 1).toReversed())
      return {front, back, signature: 0, depth: 0}
    })
  }
}

/** The first page of the leaf in every place of a sheet: place k holds the k-th pile. */
function leaves({columns, rows}: Grid, sheets: number, sheet: number): Rows {
  return Array.from({length: rows}, (_, row) => Array.from({length: columns}, (_, column) => 2 * ((row * columns + column) * sheets + sheet) + 1))
}

/** Several pages on a side in their order, side after side: to read in flat sheets, or to save paper in a proof. */
import type {Grid, Layout, Rows} from './layout.ts'

export const nUp: Layout = {
  name: 'n-up',
  alignment: 'centre',
  parting: 'cut',
  isBound: false,
  turnedRows: [],
  narrowColumns: [],
  order: (pages, {grid}) => {
    const perSide = grid.columns * grid.rows
    const sides = Math.ceil(pages / perSide)
    return Array.from({length: Math.ceil(sides / 2)}, (_, sheet) => ({
      front: side(grid, 2 * sheet * perSide),
      ...(2 * sheet + 1 < sides && {back: side(grid, (2 * sheet + 1) * perSide)}),
      signature: 0,
      depth: 0
    }))
  }
}

function side({columns, rows}: Grid, before: number): Rows {
  return Array.from({length: rows}, (_, row) => Array.from({length: columns}, (_, column) => before + row * columns + column + 1))
}

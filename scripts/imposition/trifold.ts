/**
 * A leaflet of three panels, its right one folded in over the middle, its left one over both. The cover opens like a
 * book's; inside it pages 2 to 4 stand side by side, page 5 is on the panel that folds in, page 6 behind everything.
 */
import type {Layout} from './layout.ts'

export const trifold: Layout = {
  name: 'trifold',
  grid: {columns: 3, rows: 1},
  most: 6,
  alignment: 'centre',
  parting: 'fold',
  isBound: true,
  turnedRows: [],
  narrowColumns: [0],
  order: () => [{front: [[5, 6, 1]], back: [[2, 3, 4]], signature: 0, depth: 0}]
}

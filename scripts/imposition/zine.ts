/** Eight pages on one side of one sheet: folded to an eighth, cut once along the middle, and pushed into a booklet. */
import type {Layout} from './layout.ts'

export const zine: Layout = {
  name: 'zine',
  grid: {columns: 4, rows: 2},
  most: 8,
  alignment: 'spine',
  parting: 'fold',
  isBound: true,
  turnedRows: [0],
  narrowColumns: [],
  order: () => [{front: [[5, 4, 3, 2], [6, 7, 8, 1]], signature: 0, depth: 0}]
}

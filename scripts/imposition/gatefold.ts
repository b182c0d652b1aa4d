/**
 * A leaflet of four panels: the outer two fold in and meet in the middle like a gate, and the whole closes between them.
 * Behind the cover stand pages 2 and 3 on the gate; behind the gate 4 to 7 side by side.
 */
import type {Layout} from './layout.ts'

export const gatefold: Layout = {
  name: 'gatefold',
  grid: {columns: 4, rows: 1},
  most: 8,
  alignment: 'centre',
  parting: 'fold',
  isBound: true,
  turnedRows: [],
  narrowColumns: [0, 3],
  order: () => [{front: [[3, 8, 1, 2]], back: [[4, 5, 6, 7]], signature: 0, depth: 0}]
}

/**
 * A leaflet of three panels in a zigzag. Closed it shows its first page and, behind, its last; opened from the front
 * it shows pages 2 and 3, opened from behind 4 and 5. No panel lies inside another: so all are of one width.
 */
import type {Layout} from './layout.ts'
import {trifold} from './trifold.ts'

export const zfold: Layout = {
  ...trifold,
  name: 'zfold',
  narrowColumns: [],
  order: () => [{front: [[4, 5, 1]], back: [[2, 3, 6]], signature: 0, depth: 0}]
}

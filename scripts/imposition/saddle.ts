/** Sheets folded once, laid into one another and stapled through the fold. */
import type {Layout, SheetOrder} from './layout.ts'

export const saddle: Layout = {
  name: 'saddle',
  grid: {columns: 2, rows: 1},
  alignment: 'spine',
  parting: 'fold',
  isBound: true,
  turnedRows: [],
  narrowColumns: [],
  order: pages => nested({sheets: Math.ceil(pages / 4), before: 0, signature: 0})
}

/** A signature of sheets laid into one another; `before`: how many positions stand in signatures before it. */
export function nested({sheets, before, signature}: {readonly sheets: number; readonly before: number; readonly signature: number}): readonly SheetOrder[] {
  const first = before + 1
  const last = before + 4 * sheets
  return Array.from({length: sheets}, (_, depth) => ({
    front: [[last - 2 * depth, first + 2 * depth]],
    back: [[first + 2 * depth + 1, last - 2 * depth - 1]],
    signature,
    depth
  }))
}

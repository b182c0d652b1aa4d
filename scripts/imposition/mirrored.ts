/** A layout as in a mirror: what is read from right to left opens at its left edge, and is bound at its right. */
import type {Layout, Rows, SheetOrder} from './layout.ts'

/** Mirror a layout; mirrored again it is as it was. Folds and cuts mirror with it, so that it reads in the same order. */
export function mirrored(layout: Layout): Layout {
  const {grid, narrowColumns, order} = layout
  return {
    ...layout,
    isMirrored: !layout.isMirrored,
    narrowColumns: grid ? narrowColumns.map(column => grid.columns - 1 - column).toSorted((a, b) => a - b) : narrowColumns,
    order: (pages, choices) => order(pages, choices).map(mirroredSheet)
  }
}

function mirroredSheet({front, back, ...sheet}: SheetOrder): SheetOrder {
  return {...sheet, front: mirroredRows(front), ...(back && {back: mirroredRows(back)})}
}

function mirroredRows(rows: Rows): Rows {
  return rows.map(row => row.toReversed())
}

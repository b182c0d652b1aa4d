/** Figures that have come to stand too far behind the text before them, as they are told of: a message says what can be done. */
import type {BuiltPage, Item} from './model.ts'

/** A reader turns no more than one leaf to a figure. */
const mostBehind = 2

/** `item`: the last of `count` figures that stand too far behind, one after the other; `pages`: how far. */
export type Late = {readonly item: number; readonly pages: number; readonly count: number}

type Standing = {readonly item: number; readonly pages: number}

/** Find such figures in a section, the last of each row of them. */
export function lateFigures(items: readonly Pick<Item, 'floats'>[], pages: readonly Pick<BuiltPage, 'placed'>[]): readonly Late[] {
  return rowsOf(distances(items, pages)).flatMap(row => {
    const [last] = row.slice(-1)
    return last ? [{item: last.item, pages: Math.max(...row.map(({pages: behind}) => behind)), count: row.length}] : []
  })
}

/** How many pages each figure stands behind the last of the text before it. */
function distances(items: readonly Pick<Item, 'floats'>[], pages: readonly Pick<BuiltPage, 'placed'>[]): readonly Standing[] {
  const pageOf = new Map(pages.flatMap(({placed}, page) => placed.map(({item}) => [item, page] as const)))
  let textPage = 0
  return items.flatMap(({floats}, item) => {
    const page = pageOf.get(item) ?? textPage
    if (!floats) textPage = page
    return floats ? [{item, pages: page - textPage}] : []
  })
}

/** Figures in a row that stand too far behind. */
function rowsOf(figures: readonly Standing[]): readonly (readonly Standing[])[] {
  const rows: Standing[][] = [[]]
  for (const figure of figures) {
    if (figure.pages > mostBehind) rows.at(-1)?.push(figure)
    else rows.push([])
  }
  return rows
}

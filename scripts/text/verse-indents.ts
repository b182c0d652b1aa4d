/** Reads out of the source how far the lines of a verse stand in: Markdown itself drops it. */
import type {Position} from 'unist'

type Placed = {readonly position?: Position | undefined}

/** Themes have this many steps of indentation, of one em each. */
const mostSteps = 6
const columnsAStep = 2

/** For the lines (from 1) of the stanzas: how many steps each stands in from the verse's leftmost. */
export function verseIndents({position: whole}: Placed, stanzas: readonly Placed[], source: string): ReadonlyMap<number, number> {
  if (!whole) return new Map()
  const {start, end} = whole
  const rows = source.slice((start.offset ?? 0) - start.column + 1, end.offset).split(/\r\n|\n|\r/)
  const columns = stanzas.flatMap(({position}) => {
    const [from, to] = [position?.start.line ?? 0, position?.end.line ?? -1]
    return rows.slice(from - start.line, to - start.line + 1).map((row, index) => [from + index, columnOf(row)] as const)
  })
  const leftmost = columns.reduce((least, [, column]) => Math.min(least, column), Infinity)
  return new Map(columns.map(([line, column]) => [line, Math.min(mostSteps, Math.ceil((column - leftmost) / columnsAStep))]))
}

/** The column where the text begins; a tab goes to the next multiple of four, the mark of a quotation is no text. */
function columnOf(row: string): number {
  const blank = /^[ \t>]*/.exec(row)?.[0] ?? ''
  return Array.from(blank).reduce((column, character) => character === '\t' ? column - column % 4 + 4 : column + 1, 0)
}

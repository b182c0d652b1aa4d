/** Marks for folding, cutting and stapling: outside the pages where there is room, and few on them. */
import type {Arrangement, Span} from './arrange.ts'
import type {Layout, SheetOrder} from './layout.ts'

/** A line on a sheet, in mm from its lower left. */
export type Line = {readonly from: readonly [number, number]; readonly to: readonly [number, number]; readonly isDashed: boolean}

/** How many sheets are to have marks, and whether the author wants any. */
export type MarksPlan = {readonly sheets: number; readonly bleedMm: number; readonly choice: 'auto' | boolean}

const leastMm = 3
const mostMm = 5
const leastOffsetMm = 2
const stapleMm = 4

/** The room that marks need beside the pages, in mm: they keep clear of the bleed. */
export function marksRoomMm(bleedMm: number): number {
  return Math.max(leastOffsetMm, bleedMm) + leastMm
}

/** Tell whether sheets are stapled through their fold: a sheet alone holds without. */
export function isStapled({name}: Pick<Layout, 'name'>, sheets: number): boolean {
  return name === 'saddle' && sheets > 1
}

/** Tell whether any mark can be drawn on so many sheets of this arrangement. */
export function hasMarks(layout: Layout, arrangement: Arrangement, {sheets, bleedMm, choice}: MarksPlan): boolean {
  if (choice === false) return false
  const outside = outerMarks(layout, arrangement, arrangement.columns, bleedMm).length > 0
  return outside || choice === true && (isStapled(layout, sheets) || layout.name === 'zine')
}

/**
 * The marks of one side: where to cut and fold, outside the pages; for the stapler two ticks on the fold of the
 * outermost sheet, where the staple covers them; for a zine the cut, which takes its own line away.
 */
export function marksOf(layout: Layout, arrangement: Arrangement, sheet: SheetOrder, {side, ...plan}: MarksPlan & {readonly side: 'front' | 'back'}): readonly Line[] {
  if (!hasMarks(layout, arrangement, plan)) return []
  const outer = outerMarks(layout, arrangement, side === 'front' ? arrangement.columns : arrangement.backColumns, plan.bleedMm)
  const isOutside = isStapled(layout, plan.sheets) && sheet.depth === 0 && side === 'front'
  return [...outer, ...(isOutside ? staples(arrangement) : []), ...(layout.name === 'zine' ? zineCut(arrangement) : [])]
}

/** Where lines cross the edge of the pages: the edges themselves and the lines between, folded or cut. */
function crossings({parting}: Layout, spans: readonly Span[]): readonly {readonly atMm: number; readonly isFold: boolean}[] {
  const edges = spans.flatMap(({startMm, lengthMm}) => [startMm, startMm + lengthMm]).toSorted((a, b) => a - b)
  const [first = 0, last = 0] = [edges[0], edges.at(-1)]
  const places = edges.filter((edge, index) => index === 0 || edge - (edges[index - 1] ?? edge) > 0.001)
  return places.map(atMm => ({atMm, isFold: parting === 'fold' && atMm > first + 0.001 && atMm < last - 0.001}))
}

function outerMarks(layout: Layout, {sheet, rows}: Arrangement, columns: readonly Span[], bleedMm: number): readonly Line[] {
  const upright = reaches(rows, sheet.heightMm, bleedMm).flatMap(([start, end]) => crossings(layout, columns)
    .map(({atMm, isFold}): Line => ({from: [atMm, start], to: [atMm, end], isDashed: isFold})))
  const level = reaches(columns, sheet.widthMm, bleedMm).flatMap(([start, end]) => crossings(layout, rows)
    .map(({atMm, isFold}): Line => ({from: [start, atMm], to: [end, atMm], isDashed: isFold})))
  return [...upright, ...level]
}

/** From where to where marks reach before and behind the pages along one axis; nothing where there is no room. */
function reaches(spans: readonly Span[], sheetMm: number, bleedMm: number): readonly (readonly [number, number])[] {
  const start = Math.min(...spans.map(({startMm}) => startMm))
  const end = Math.max(...spans.map(({startMm, lengthMm}) => startMm + lengthMm))
  const offsetMm = Math.max(leastOffsetMm, bleedMm)
  const length = (roomMm: number) => Math.min(mostMm, roomMm - offsetMm)
  const [before, behind] = [length(start), length(sheetMm - end)]
  return [
    ...(before >= leastMm ? [[start - offsetMm - before, start - offsetMm] as const] : []),
    ...(behind >= leastMm ? [[end + offsetMm, end + offsetMm + behind] as const] : [])
  ]
}

/** Two staples, a quarter of the height from head and foot. */
function staples({columns, rows}: Arrangement): readonly Line[] {
  const fold = columns[1]?.startMm ?? 0
  const {startMm = 0, lengthMm = 0} = rows[0] ?? {}
  return [0.25, 0.75].map(part => startMm + part * lengthMm).map(middle => ({from: [fold, middle - stapleMm / 2], to: [fold, middle + stapleMm / 2], isDashed: false}))
}

/** The cut of a zine: along the middle fold, between the first and the last fold across it. */
function zineCut({columns, rows}: Arrangement): readonly Line[] {
  const middle = rows[0]?.startMm ?? 0
  return [{from: [columns[1]?.startMm ?? 0, middle], to: [columns[3]?.startMm ?? 0, middle], isDashed: false}]
}

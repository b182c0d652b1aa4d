/** Draws sheets: from the order and the measures to a matrix and a clip for every page, in mm and then in pt. */
import type {BoxPt} from '../adapters/pdf.ts'
import type {Matrix, SheetSide} from '../adapters/pdf-sheets.ts'
import type {SizeMm, Span} from './arrange.ts'
import {creepMm} from './creep.ts'
import type {Layout, SheetOrder} from './layout.ts'
import type {Line} from './marks.ts'
import {marksOf} from './marks.ts'
import type {Plan} from './plan.ts'

/** A page at its place, in mm from the sheet's lower left; `page` counts from 1. */
export type PlacedPage = {
  readonly page: number
  readonly isTurned: boolean
  readonly trim: RectangleMm
  /** What may show of it: its panel, with the bleed where no other panel lies beside it. */
  readonly clip: RectangleMm
}

export type RectangleMm = {readonly leftMm: number; readonly bottomMm: number; readonly widthMm: number; readonly heightMm: number}

export type PlacedSide = {
  readonly pages: readonly PlacedPage[]
  /** Places that no page fills, with a page before them: blanks are of its paper, tinted where that is. */
  readonly blanks: readonly PlacedPage[]
  readonly marks: readonly Line[]
  /** Whether the side is turned by 180° for the way the printer turns the sheet over. */
  readonly isTurned: boolean
}

export type PlacedSheet = {readonly front: PlacedSide; readonly back?: PlacedSide}

/** Place every page of a plan. */
export function placeSheets(plan: Plan): readonly PlacedSheet[] {
  const turnsBacks = backsTurn(plan.arrangement.sheet, plan.flip)
  return plan.sheets.map(sheet => ({
    front: placeSide(plan, sheet, 'front', false),
    ...(sheet.back && {back: placeSide(plan, sheet, 'back', turnsBacks)})
  }))
}

/** Orders give backs as seen when the sheet turns about its upright axis; about the other, they stand on their heads. */
export function backsTurn({widthMm, heightMm}: SizeMm, flip: 'short' | 'long'): boolean {
  const isLandscape = widthMm > heightMm
  return (flip === 'short') !== isLandscape
}

function placeSide(plan: Plan, sheet: SheetOrder, side: 'front' | 'back', isTurned: boolean): PlacedSide {
  const {layout, arrangement, sheets: {length: sheets}, pages: pageAt, bleedMm, marks: choice} = plan
  const columns = side === 'front' ? arrangement.columns : arrangement.backColumns
  const places = (sheet[side] ?? []).flatMap((row, rowIndex) => row.flatMap((position, columnIndex) => {
    const [column, rowSpan] = [columns[columnIndex], arrangement.rows[rowIndex]]
    if (!column || !rowSpan) return []
    const isTurned = layout.turnedRows.includes(rowIndex)
    const trim = trimIn(plan, column, rowSpan, spineOf(layout, position, isTurned), creepMm(sheet.depth, plan.creepPerSheetMm))
    return [{position, isTurned, trim, clip: clipOf(plan, {column, row: rowSpan, columns})}]
  }))
  const pages = places.flatMap(({position, ...place}) => numbered(pageAt[position], place))
  const blanks = places.filter(({position}) => layout.isBound && pageAt[position] === undefined).flatMap(({position, ...place}) => numbered(pageBefore(position, pageAt), place))
  return {pages, blanks, marks: marksOf(layout, arrangement, sheet, {side, sheets, bleedMm, choice}), isTurned}
}

/** The last page before a blank that lies on its side of the spread; where there is none, the last of all. */
function pageBefore(position: number, pageAt: Plan['pages']): number | undefined {
  const before = pageAt.slice(0, position)
  return before.findLast((page, at) => page !== undefined && at % 2 === position % 2) ?? before.findLast(page => page !== undefined)
}

function numbered(page: number | undefined, place: Omit<PlacedPage, 'page'>): readonly PlacedPage[] {
  return page === undefined ? [] : [{page, ...place}]
}

/** A recto has its spine on the left, a verso on the right; what stands on its head, or is read from the right, the other way round. */
function spineOf({alignment, isMirrored = false}: Layout, position: number, isUpsideDown: boolean): 'left' | 'right' | 'none' {
  if (alignment === 'centre') return 'none'
  return (position % 2 === 1) === (isUpsideDown !== isMirrored) ? 'right' : 'left'
}

/** Where the page's trim lies: at the spine and by the creep beyond it, or in the middle of its panel. */
function trimIn({page, arrangement: {scale}}: Plan, column: Span, row: Span, spine: 'left' | 'right' | 'none', shiftMm: number): RectangleMm {
  const widthMm = page.widthMm * scale
  const heightMm = page.heightMm * scale
  const spareMm = column.lengthMm - widthMm
  const leftMm = column.startMm + (spine === 'left' ? -shiftMm : spine === 'right' ? spareMm + shiftMm : spareMm / 2)
  return {leftMm, bottomMm: row.startMm + (row.lengthMm - heightMm) / 2, widthMm, heightMm}
}

type Panel = {readonly column: Span; readonly row: Span; readonly columns: readonly Span[]}

function clipOf({arrangement, bleedMm}: Plan, {column, row, columns}: Panel): RectangleMm {
  const {sheet, scale, rows, gutterMm} = arrangement
  const [left, right] = reach(column, columns, {bleedMm: bleedMm * scale, gutterMm: gutterMm.across, sheetMm: sheet.widthMm})
  const [bottom, top] = reach(row, rows, {bleedMm: bleedMm * scale, gutterMm: gutterMm.down, sheetMm: sheet.heightMm})
  return {leftMm: left, bottomMm: bottom, widthMm: right - left, heightMm: top - bottom}
}

/** From where to where a panel may show: half the gutter towards a neighbour, the whole bleed where there is none. */
function reach(own: Span, all: readonly Span[], {bleedMm, gutterMm, sheetMm}: {readonly bleedMm: number; readonly gutterMm: number; readonly sheetMm: number}): readonly [number, number] {
  const end = own.startMm + own.lengthMm
  const hasBefore = all.some(({startMm}) => startMm < own.startMm - 0.001)
  const hasBehind = all.some(({startMm}) => startMm > own.startMm + 0.001)
  const towards = (hasNeighbour: boolean) => hasNeighbour ? Math.min(bleedMm, gutterMm / 2) : bleedMm
  return [Math.max(0, own.startMm - towards(hasBefore)), Math.min(sheetMm, end + towards(hasBehind))]
}

const ptPerMm = 72 / 25.4

/** The side as the PDF library draws it; `trims`: the trim of each page in the PDF that is imposed. */
export function drawingOf({pages, blanks, marks, isTurned}: PlacedSide, sheet: SizeMm, trims: readonly BoxPt[]): SheetSide {
  const scale = (length: number) => length * ptPerMm
  const draw = (placed: PlacedPage) => {
    const trim = trims[placed.page - 1]
    return trim ? [{index: placed.page - 1, matrix: matrixOf(placed, trim), clip: boxOf(placed.clip)}] : []
  }
  return {
    widthPt: scale(sheet.widthMm),
    heightPt: scale(sheet.heightMm),
    isTurned,
    pages: pages.flatMap(draw),
    blanks: blanks.flatMap(draw),
    lines: marks.map(({from, to, isDashed}) => ({from: [scale(from[0]), scale(from[1])], to: [scale(to[0]), scale(to[1])], isDashed}))
  }
}

function boxOf({leftMm, bottomMm, widthMm, heightMm}: RectangleMm): BoxPt {
  return {left: leftMm * ptPerMm, bottom: bottomMm * ptPerMm, right: (leftMm + widthMm) * ptPerMm, top: (bottomMm + heightMm) * ptPerMm}
}

/** Bring the page's trim to its place: scaled, and turned about its own middle where it stands on its head. */
function matrixOf({trim, isTurned}: PlacedPage, from: BoxPt): Matrix {
  const to = boxOf(trim)
  const scale = (to.right - to.left) / (from.right - from.left)
  if (isTurned) return [-scale, 0, 0, -scale, to.right + scale * from.left, to.top + scale * from.bottom]
  return [scale, 0, 0, scale, to.left - scale * from.left, to.bottom - scale * from.bottom]
}

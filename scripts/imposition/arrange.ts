/** Measures: how a sheet lies, how it is divided into panels, and at what scale the pages stand on them. */
import type {Grid, Layout} from './layout.ts'

/** A stretch of the sheet in mm: columns are measured from the left, rows from the bottom. */
export type Span = {readonly startMm: number; readonly lengthMm: number}

export type SizeMm = {readonly widthMm: number; readonly heightMm: number}

export type Arrangement = {
  /** The sheet as it lies, portrait or landscape. */
  readonly sheet: SizeMm
  readonly grid: Grid
  /** 1 is actual size. */
  readonly scale: number
  readonly columns: readonly Span[]
  readonly backColumns: readonly Span[]
  /** From the top. */
  readonly rows: readonly Span[]
  /** Free space between columns and between rows. */
  readonly gutterMm: {readonly across: number; readonly down: number}
}

export type Measures = {
  readonly page: SizeMm
  readonly bleedMm: number
  readonly sheet: SizeMm
  readonly scaling: 'none' | 'fit'
  /** Pages on a side where the layout leaves that open. */
  readonly up?: number
}

/** Paper sizes are whole millimetres, so halves and thirds of a sheet and the pages named for them differ by less. */
const roundingMm = 1
const toleranceMm = 0.05
const narrowerMm = 2

/**
 * Arrange the pages of a layout on a sheet: whichever way the sheet lies, with the largest pages. Undefined where the
 * sheet does not hold them at actual size and they may not be scaled.
 */
export function arrange(layout: Layout, measures: Measures): Arrangement | undefined {
  const {sheet} = measures
  const landscape = {widthMm: Math.max(sheet.widthMm, sheet.heightMm), heightMm: Math.min(sheet.widthMm, sheet.heightMm)}
  const portrait = {widthMm: landscape.heightMm, heightMm: landscape.widthMm}
  const ways = [portrait, landscape].flatMap(lying => gridsFor(layout, lying, measures).map(grid => ({lying, grid, scale: scaleOf(lying, grid, measures)})))
  const fitting = ways.filter(({scale}) => scale > 0)
  const [best] = fitting.toSorted((a, b) => b.scale - a.scale || cells(b.grid) - cells(a.grid) || Number(lies(b, measures)) - Number(lies(a, measures)))
  return best && divide(layout, measures, best)
}

/** Tell whether the sheet lies as its pages do, wide or high: then there is room for marks on all sides. */
function lies({lying, grid}: Way, {page}: Measures): boolean {
  return (lying.widthMm > lying.heightMm) === (grid.columns * page.widthMm > grid.rows * page.heightMm)
}

function cells({columns, rows}: Grid): number {
  return columns * rows
}

/** The grids that a layout may take on a sheet: its own, or every one of `up` pages, or the one that holds most. */
function gridsFor({grid}: Layout, lying: SizeMm, {page, up, scaling}: Measures): readonly Grid[] {
  if (grid) return [grid]
  const wanted = up ?? (scaling === 'fit' ? 2 : undefined)
  if (wanted !== undefined) return divisorsOf(wanted).map(columns => ({columns, rows: wanted / columns}))
  const most = {columns: holds(lying.widthMm, page.widthMm), rows: holds(lying.heightMm, page.heightMm)}
  return cells(most) > 0 ? [most] : []
}

function divisorsOf(number: number): readonly number[] {
  return Array.from({length: number}, (_, index) => index + 1).filter(divisor => number % divisor === 0)
}

function holds(sheetMm: number, pageMm: number): number {
  return Math.floor((sheetMm + toleranceMm) / pageMm)
}

/** The scale at which the grid fills the sheet; without scaling 1, or 0 where it does not fit. */
function scaleOf(lying: SizeMm, {columns, rows}: Grid, {page, scaling}: Measures): number {
  const fill = Math.min(lying.widthMm / (columns * page.widthMm), lying.heightMm / (rows * page.heightMm))
  if (scaling === 'fit') return fill
  const fits = columns * page.widthMm <= lying.widthMm + toleranceMm && rows * page.heightMm <= lying.heightMm + toleranceMm
  return fits ? 1 : 0
}

type Way = {readonly lying: SizeMm; readonly grid: Grid; readonly scale: number}

function divide(layout: Layout, {page, bleedMm}: Measures, {lying, grid, scale}: Way): Arrangement {
  const gutter = (sheetMm: number, pageMm: number, count: number) => layout.parting === 'cut' && count > 1 && count * pageMm * scale + (count - 1) * 2 * bleedMm <= sheetMm ? 2 * bleedMm : 0
  const across = gutter(lying.widthMm, page.widthMm, grid.columns)
  const down = gutter(lying.heightMm, page.heightMm, grid.rows)
  const columns = spans({sheetMm: lying.widthMm, pageMm: page.widthMm * scale, count: grid.columns, gutterMm: across, narrow: layout.narrowColumns})
  return {
    sheet: lying,
    grid,
    scale,
    columns,
    backColumns: columns.map(({startMm, lengthMm}) => ({startMm: lying.widthMm - startMm - lengthMm, lengthMm})).toReversed(),
    rows: spans({sheetMm: lying.heightMm, pageMm: page.heightMm * scale, count: grid.rows, gutterMm: down, narrow: []}).toReversed(),
    gutterMm: {across, down}
  }
}

type Division = {readonly sheetMm: number; readonly pageMm: number; readonly count: number; readonly gutterMm: number; readonly narrow: readonly number[]}

/**
 * Divide a side of the sheet, in its middle. Where but a rounding is left over, the panels take the whole of it, so that
 * folds lie at its halves and quarters. A panel that folds in gives 2 mm to the others.
 */
function spans({sheetMm, pageMm, count, gutterMm, narrow}: Division): readonly Span[] {
  const pagesMm = count * pageMm + (count - 1) * gutterMm
  const takesAll = gutterMm === 0 && sheetMm - pagesMm <= count * roundingMm
  const totalMm = takesAll ? sheetMm : pagesMm
  const wideMm = (totalMm - (count - 1) * gutterMm + narrowerMm * narrow.length) / count
  const lengths = Array.from({length: count}, (_, index) => narrow.includes(index) ? wideMm - narrowerMm : wideMm)
  const startMm = (sheetMm - totalMm) / 2
  return lengths.map((lengthMm, index) => ({startMm: startMm + sum(lengths.slice(0, index)) + index * gutterMm, lengthMm}))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

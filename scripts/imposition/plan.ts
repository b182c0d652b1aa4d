/** Plans an imposition: the layout, the sheet, the scale and the order, or messages that say what would work. */
import {sheetsFor} from '../sheet-sizes.ts'
import type {Booklet, Message, PageSize} from '../types.ts'
import type {Direction} from '../writing.ts'
import type {Arrangement, SizeMm} from './arrange.ts'
import {arrange} from './arrange.ts'
import {creepPerSheetMm} from './creep.ts'
import {leastScale, marksWithoutRoom, sheetTooSmall, tooManyPages, tooSmall, tooThick, wasteful} from './faults.ts'
import {idleKeys} from './idle.ts'
import {asLeaf, mostlyBlank} from './leaf.ts'
import type {Layout, SheetOrder} from './layout.ts'
import {layouts, pagesAt, placesIn} from './layouts.ts'
import {hasMarks} from './marks.ts'
import {mirrored} from './mirrored.ts'

/** What is to be imposed. `bleedMm`: how far the pages' ink goes beyond their trim. */
export type Job = {
  readonly pages: number
  readonly page: SizeMm
  readonly bleedMm: number
  /** Whether the last page is an outer back cover, so that blanks go before it. */
  readonly hasBackCover: boolean
  /** How the pamphlet is read. */
  readonly direction: Direction
  readonly booklet: Booklet
}

export type Plan = {
  readonly layout: Layout
  readonly sheetName: string
  readonly arrangement: Arrangement
  readonly sheets: readonly SheetOrder[]
  /** The page at every position, from 1. */
  readonly pages: readonly (number | undefined)[]
  readonly blanks: number
  readonly page: SizeMm
  readonly bleedMm: number
  readonly creepPerSheetMm: number
  readonly flip: 'short' | 'long'
  readonly marks: Booklet['marks']
}

export type Planned = {readonly plan?: Plan; readonly messages: readonly Message[]}

/** A stapler of an office holds 25 sheets of office paper. */
export const stapledMm = 2.5

/** Plan a job. Errors leave no plan. */
export function planImposition(given: Job): Planned {
  const job = asLeaf(given)
  const {pages, booklet} = job
  const usual = layouts[booklet.layout ?? defaultLayout(job)]
  const layout = job.direction === 'rtl' ? mirrored(usual) : usual
  if (layout.most !== undefined && pages > layout.most) return {messages: [tooManyPages(layout, job)]}
  const chosen = chooseSheet(layout, job)
  if (!chosen) return {messages: [sheetTooSmall(layout, job)]}
  const {sheet, arrangement} = chosen
  const sheets = layout.order(pages, {grid: arrangement.grid, signature: booklet.signature})
  if (booklet.marks === true && !hasMarks(layout, arrangement, {sheets: sheets.length, bleedMm: job.bleedMm, choice: true})) return {messages: [marksWithoutRoom(layout, sheet, job)]}
  const thick = layout.name === 'saddle' && isTooThick(sheets.length, booklet) ? [tooThick(sheets.length, job)] : []
  const small = layout.isBound && arrangement.scale < leastScale ? [tooSmall(layout, sheet, arrangement.scale, job)] : []
  const plan = planOf(layout, sheet, arrangement, sheets, job)
  return {plan, messages: [...thick, ...small, ...wasteful(layout, sheet, arrangement.scale, job), ...mostlyBlank(layout, plan.blanks, job), ...idleKeys(layout, booklet)]}
}

function planOf(layout: Layout, sheet: PageSize, arrangement: Arrangement, sheets: readonly SheetOrder[], job: Job): Plan {
  const {pages, page, bleedMm, hasBackCover, booklet} = job
  const places = placesIn(sheets)
  return {
    layout, arrangement, sheets, page, bleedMm,
    sheetName: sheet.name,
    pages: pagesAt(pages, places, hasBackCover && layout.isBound),
    blanks: places - pages,
    creepPerSheetMm: creepPerSheetMm(booklet.creep, booklet.paper.thicknessMm),
    flip: booklet.flip,
    marks: booklet.marks
  }
}

/** Who names no layout gets a stapled booklet, or signatures where no staple goes through. */
function defaultLayout({pages, booklet}: Job): 'saddle' | 'signatures' {
  return isTooThick(Math.ceil(pages / 4), booklet) ? 'signatures' : 'saddle'
}

function isTooThick(sheets: number, {paper}: Booklet): boolean {
  return sheets * paper.thicknessMm > stapledMm + 1e-9
}

/**
 * The sheet that the manuscript names, or the smallest of an office that holds the pages. Who asked for nothing gets
 * sheets in any case: where no usual one is large enough, one cut to two pages.
 */
function chooseSheet(layout: Layout, job: Job): {readonly sheet: PageSize; readonly arrangement: Arrangement} | undefined {
  const {page, booklet} = job
  const own = {name: `${round(2 * page.widthMm)}mm x ${round(page.heightMm)}mm`, widthMm: 2 * page.widthMm, heightMm: page.heightMm}
  const offered = booklet.sheet ? [booklet.sheet] : [...sheetsFor(booklet.family, 'office'), ...(booklet.layout === undefined ? [own] : [])]
  for (const sheet of offered) {
    const arrangement = arrangementOn(sheet, layout, job)
    if (arrangement) return {sheet, arrangement}
  }
  return undefined
}

/** Arrange a job on a sheet; several pages on a side are at least two, unless the manuscript names the sheet. */
export function arrangementOn(sheet: PageSize, layout: Layout, {page, bleedMm, booklet}: Job): Arrangement | undefined {
  const arrangement = arrange(layout, {page, bleedMm, sheet, scaling: booklet.scale, ...(booklet.up !== undefined && {up: booklet.up})})
  const isAlone = arrangement && arrangement.grid.columns * arrangement.grid.rows === 1
  return isAlone && !booklet.sheet && booklet.up === undefined ? undefined : arrangement
}

function round(mm: number): number {
  return Math.round(mm * 100) / 100
}

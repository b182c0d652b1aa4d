/** Imposes: from the pages of a PDF to sheets that fold, cut or lie right. */
import {createHash} from 'node:crypto'
import type {BoxPt} from '../adapters/pdf.ts'
import type {SheetSide, SheetSource} from '../adapters/pdf-sheets.ts'
import {openSheetSource} from '../adapters/pdf-sheets.ts'
import {writersInLine} from '../contributors.ts'
import type {Artifact, Facts, Metadata} from '../types.ts'
import {directionOf} from '../writing.ts'
import {mixedSizes} from './faults.ts'
import {drawingOf, placeSheets, type PlacedSheet} from './place.ts'
import type {Job, Plan, Planned} from './plan.ts'
import {planImposition} from './plan.ts'

/** A PDF that is planned, and can be drawn on its sheets; errors leave no plan. */
export type Prepared = Planned & {readonly source: SheetSource}

const ptPerMm = 72 / 25.4
/** Pages that Chromium or a press pass made differ by less. */
const tolerancePt = 0.5

/**
 * Plan the sheets of a PDF. Every page's trim box counts; `trim` stands in where the pages were printed without one.
 * The answer's messages name what cannot be imposed: pages of several sizes, too many for the layout, a sheet too small.
 */
export async function prepareImposition(pdf: Uint8Array, {metadata, bleedMm, trim}: {readonly metadata: Metadata; readonly bleedMm: number; readonly trim?: BoxPt}): Promise<Prepared> {
  const opened = await openSheetSource(pdf)
  const source = trim ? {...opened, trims: opened.trims.map(() => trim)} : opened
  const [first] = source.trims
  if (!first) throw new Error('Expected a PDF with pages to be imposed')
  const odd = source.trims.findIndex(other => differs(other, first))
  const job = jobOf(first, source.trims.length, metadata, bleedMm)
  if (odd >= 0) return {source, messages: [mixedSizes(job.page, sizeOf(source.trims[odd] ?? first), odd + 1, job)]}
  return {source, ...planImposition(job)}
}

/** Plan the sheets of so many pages, all with one trim. Messages name what cannot be imposed. */
export function planPages({count, trim, metadata}: {readonly count: number; readonly trim: BoxPt; readonly metadata: Metadata}): Planned {
  return planImposition(jobOf(trim, count, metadata, metadata.print.bleedMm))
}

function jobOf(trim: BoxPt, pages: number, {back, lang, booklet}: Metadata, bleedMm: number): Job {
  return {pages, page: sizeOf(trim), bleedMm, hasBackCover: back !== undefined, direction: directionOf(lang), booklet}
}

function sizeOf({left, bottom, right, top}: BoxPt) {
  const mm = (pt: number) => Math.round(pt / ptPerMm * 1000) / 1000
  return {widthMm: mm(right - left), heightMm: mm(top - bottom)}
}

function differs(a: BoxPt, b: BoxPt): boolean {
  return Math.abs(a.right - a.left - b.right + b.left) > tolerancePt || Math.abs(a.top - a.bottom - b.top + b.bottom) > tolerancePt
}

/**
 * Draw the sheets of a plan: one file, sides in the order of printing; for manual duplex the fronts, and the backs in
 * the order in which the sheets go in again.
 */
export async function impose(plan: Plan, source: SheetSource, metadata: Metadata, date: Date): Promise<readonly Artifact[]> {
  const placed = placeSheets(plan)
  const {duplex, feed} = metadata.booklet
  const isSplit = duplex === 'manual' && placed.some(({back}) => back)
  const files = isSplit ? splitSides(plan, placed, source, feed) : [{ending: 'booklet', sides: allSides(plan, placed, source)}]
  return Promise.all(files.map(async ({ending, sides}) => ({
    name: `${metadata.slug}-${ending}.pdf`,
    mediaType: 'application/pdf',
    bytes: await source.draw(sides, plan.bleedMm * ptPerMm, information(metadata, date, sides)),
    facts: factsOf(plan, sides)
  })))
}

type SideOf = 'front' | 'back'

/** Draw one side of a sheet; a sheet without a back has an empty one, so that duplex printing stays in step. */
function sideOf(plan: Plan, sheet: PlacedSheet, side: SideOf, {trims}: SheetSource): SheetSide {
  const placed = sheet[side] ?? {pages: [], blanks: [], marks: [], isTurned: false}
  return drawingOf(placed, plan.arrangement.sheet, trims)
}

function allSides(plan: Plan, placed: readonly PlacedSheet[], source: SheetSource): readonly SheetSide[] {
  const hasBacks = placed.some(({back}) => back)
  return placed.flatMap(sheet => (hasBacks ? ['front', 'back'] as const : ['front'] as const).map(side => sideOf(plan, sheet, side, source)))
}

function splitSides(plan: Plan, placed: readonly PlacedSheet[], source: SheetSource, feed: 'first' | 'last') {
  const backs = placed.map(sheet => sideOf(plan, sheet, 'back', source))
  return [
    {ending: 'fronts', sides: placed.map(sheet => sideOf(plan, sheet, 'front', source))},
    {ending: 'backs', sides: feed === 'last' ? backs.toReversed() : backs}
  ]
}

function information(metadata: Metadata, date: Date, sides: readonly SheetSide[]) {
  const {title, lang} = metadata
  const identity = createHash('sha256').update(JSON.stringify([title, date.toISOString(), sides])).digest('hex').toUpperCase()
  return {title, author: writersInLine(metadata), lang, date, identity}
}

function factsOf({layout, sheetName, arrangement, sheets, blanks, creepPerSheetMm, flip}: Plan, sides: readonly SheetSide[]): Facts {
  const signatures = Map.groupBy(sheets, ({signature}) => signature)
  return {
    layout: layout.name,
    sheet: sheetName,
    sheets: sheets.length,
    sides: sides.length,
    pagesPerSide: arrangement.grid.columns * arrangement.grid.rows,
    scalePercent: Math.round(arrangement.scale * 1000) / 10,
    flip: sheets.some(({back}) => back) ? flip : null,
    blanks,
    signatures: [...signatures.values()].map(({length}) => length),
    creepMm: Math.max(...sheets.map(({depth}) => depth)) * creepPerSheetMm
  }
}

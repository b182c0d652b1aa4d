/** What cannot be imposed, said with the nearest thing that can. */
import {message} from '../messages.ts'
import {sheetsFor} from '../sheet-sizes.ts'
import type {Message, PageSize} from '../types.ts'
import type {Arrangement, SizeMm} from './arrange.ts'
import {arrange} from './arrange.ts'
import type {Layout} from './layout.ts'
import {layouts} from './layouts.ts'
import {hasMarks, marksRoomMm} from './marks.ts'
import type {Job} from './plan.ts'

export function tooManyPages({name, grid, most = 0}: Layout, {pages, booklet}: Job): Message {
  const larger = Object.values(layouts).find(layout => (layout.most ?? 0) >= pages && layout.grid?.rows === grid?.rows)?.name ?? 'saddle'
  const over = pages - most
  return message('cannot-impose', booklet.places.layout, `Unexpected ${pages} pages for the layout \`${name}\`, expected at most ${most}`,
    `Write \`layout: ${larger}\`, which takes them, or shorten the text by ${over} ${over === 1 ? 'page' : 'pages'}.`)
}

/** The sheet that was named does not hold the pages, or none does that an office has. */
export function sheetTooSmall(layout: Layout, job: Job): Message {
  const {booklet: {sheet, places}, page} = job
  const [actual, expected] = sheet
    ? [`sheet \`${sheet.name}\``, `one that holds ${gridText(layout, job)} pages of ${sizeText(page)}`]
    : [`pages of ${sizeText(page)}`, `a size of which a sheet holds ${gridText(layout, job)}`]
  return message('cannot-impose', places.sheet, `Unexpected ${actual}, expected ${expected}`, `Write ${waysOut(layout, job).join('; or ')}.`)
}

/** What would fit: a larger sheet, a page made for the sheet, or the pages made smaller; one of them always does. */
function waysOut(layout: Layout, job: Job): readonly string[] {
  const sheet = job.booklet.sheet ?? usualSheet(job)
  const larger = nearestSheet(layout, job, () => true)
  const scaled = arrangedOn(layout, job, sheet, 'fit')
  const page = pageFor(layout, sheet, job)
  const up = nearestNumber(layout, job, sheet)
  return [
    ...(up === undefined ? [] : [`\`up: ${up}\` with \`sheet: ${sheet.name}\``]),
    ...(larger ? [`\`sheet: ${larger.name}\``] : []),
    ...(page === undefined ? [] : [`\`page: ${page}\`, which fits on ${sheet.name}`]),
    ...(scaled ? [`\`scale: fit\` with \`sheet: ${sheet.name}\` (the pages come out at ${Math.floor(scaled.scale * 100)} %)`] : [])
  ]
}

export function marksWithoutRoom(layout: Layout, sheet: PageSize, job: Job): Message {
  const larger = nearestSheet(layout, job, arrangement => hasMarks(layout, arrangement, {sheets: 1, bleedMm: job.bleedMm, choice: true}))
  return message('cannot-impose', job.booklet.places.sheet, `Unexpected \`marks: true\` on the sheet \`${sheet.name}\`, expected ${marksRoomMm(job.bleedMm)} mm beside the pages`,
    larger ? `Write \`sheet: ${larger.name}\`, or \`marks: auto\`.` : 'Write `marks: auto`.')
}

export function tooThick(sheets: number, {booklet}: Job): Message {
  const thickness = Math.round(sheets * booklet.paper.thicknessMm * 10) / 10
  return message('thick-booklet', booklet.places.layout, `Unexpected ${sheets} sheets (${thickness} mm) to be stapled through the fold, expected at most 2.5 mm`, 'Write `layout: signatures`, or take thinner paper.')
}

/** Pages made so small that their text can hardly be read; what would keep it larger is a page made for the sheet, or a larger sheet. */
export function tooSmall(layout: Layout, sheet: PageSize, scale: number, job: Job): Message {
  const larger = nearestSheet(layout, job, () => true)
  const page = pageFor(layout, sheet, job)
  const ways = [...page === undefined ? [] : [`\`page: ${page}\`, whose text is set for the sheet`], ...larger ? [`\`sheet: ${larger.name}\``] : []]
  return message('small-pages', job.booklet.places.scale, `Unexpected scale of ${Math.round(scale * 100)} % on the sheet \`${sheet.name}\`, expected at least ${leastScale * 100} % for text that can be read`,
    ways.length > 0 ? `Write ${ways.join('; or ')}.` : 'Put fewer pages on a side.')
}

/** A number of pages that fills no rows, as 7 does: with one or two more on the side, all of them would be larger. */
export function wasteful(layout: Layout, sheet: PageSize, scale: number, job: Job): readonly Message[] {
  const {up, places} = job.booklet
  if (up === undefined || layout.grid) return []
  const better = [up + 1, up + 2].map(number => ({number, scale: arrangedOn(layout, withNumber(job, number), sheet, 'fit')?.scale ?? 0})).find(other => other.scale > scale * muchLarger)
  return better === undefined || scale === 1 ? [] : [message('small-pages', places.given?.up ?? places.scale, `Unexpected \`up: ${up}\`, of which the pages come out at ${Math.round(scale * 100)} % on the sheet \`${sheet.name}\`, expected a number that fills rows`,
    `Write \`up: ${better.number}\`: they come out at ${Math.round(better.scale * 100)} %.`)]
}

export function mixedSizes(usual: SizeMm, odd: SizeMm, page: number, {booklet}: Job): Message {
  return message('cannot-impose', booklet.places.layout, `Unexpected page ${page} of ${sizeText(odd)}, expected ${sizeText(usual)} as page 1 has`,
    'Give all pages one size: take `size` out of the `@page` rules of your style sheet.')
}

/** A page of A5 that is made A6 is 71 %: that is the least at which text of a book's size is read with ease. */
export const leastScale = 0.7

const muchLarger = 1.2
/** As many as may be asked for. */
const mostUp = 64

/** The smallest known sheet that holds the pages at actual size, and is right otherwise. */
function nearestSheet(layout: Layout, job: Job, isRight: (arrangement: Arrangement) => boolean): PageSize | undefined {
  return sheetsFor(job.booklet.family, 'all').find(sheet => {
    const arrangement = arrangedOn(layout, job, sheet, 'none')
    return arrangement && isRight(arrangement)
  })
}

function arrangedOn(layout: Layout, {page, bleedMm, booklet: {up}}: Job, sheet: PageSize, scaling: 'none' | 'fit'): Arrangement | undefined {
  return arrange(layout, {page, bleedMm, sheet, scaling, ...(up !== undefined && {up})})
}

/** The number of pages on a side that is nearest to what was asked for and fits on a sheet at actual size. */
function nearestNumber(layout: Layout, job: Job, sheet: PageSize): number | undefined {
  const {up} = job.booklet
  if (up === undefined || layout.grid) return undefined
  const fits = (number: number) => arrangedOn(layout, withNumber(job, number), sheet, 'none') !== undefined
  return Array.from({length: mostUp}, (_, index) => index + 1).toSorted((a, b) => Math.abs(a - up) - Math.abs(b - up) || b - a).find(fits)
}

function withNumber(job: Job, up: number): Job {
  return {...job, booklet: {...job.booklet, up}}
}

function usualSheet({booklet: {family}}: Job): PageSize {
  const usual = family === 'us' ? 'letter' : 'a4'
  return sheetsFor(family, 'office').find(({name}) => name === usual) ?? {name: 'a4', widthMm: 210, heightMm: 297}
}

function gridText({grid}: Layout, {booklet}: Job): string {
  if (grid) return grid.rows === 1 ? String(grid.columns) : `${grid.columns} × ${grid.rows}`
  return String(booklet.up ?? 2)
}

/** The page that fills its part of a sheet, where that is a page that can be typeset. */
function pageFor({grid = {columns: 2, rows: 1}}: Layout, sheet: PageSize, {booklet}: Job): string | undefined {
  if (booklet.up !== undefined) return undefined
  const widthMm = Math.max(sheet.widthMm, sheet.heightMm) / grid.columns
  const heightMm = Math.min(sheet.widthMm, sheet.heightMm) / grid.rows
  return widthMm < 50 || heightMm < 50 ? undefined : `${floor(widthMm)}mm x ${floor(heightMm)}mm`
}

function sizeText({widthMm, heightMm}: SizeMm): string {
  return `${floor(widthMm)} × ${floor(heightMm)} mm`
}

function floor(mm: number): number {
  return Math.floor(mm * 100 + 1e-6) / 100
}

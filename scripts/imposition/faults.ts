/** What cannot be imposed, said with the nearest thing that can. */
import {message} from '../messages.ts'
import {sheetsFor} from '../sheet-sizes.ts'
import type {Message, PageSize} from '../types.ts'
import type {SizeMm} from './arrange.ts'
import {arrange} from './arrange.ts'
import type {Layout} from './layout.ts'
import {layouts} from './layouts.ts'
import {hasMarks, marksRoomMm} from './marks.ts'
import type {Job} from './plan.ts'

export function tooManyPages({name, most = 0}: Layout, {pages, booklet}: Job): Message {
  const larger = Object.values(layouts).find(layout => (layout.most ?? 0) >= pages)?.name ?? 'saddle'
  const over = pages - most
  return message('cannot-impose', booklet.places.layout, `Unexpected ${pages} pages for the layout \`${name}\`, expected at most ${most}`,
    `Write \`layout: ${larger}\`, which takes them, or shorten the text by ${over} ${over === 1 ? 'page' : 'pages'}.`)
}

export function sheetTooSmall(layout: Layout, job: Job): Message {
  const {booklet, page} = job
  const sheet = booklet.sheet ?? sheetsFor(job.booklet.family, 'office').find(({name}) => name === 'a4' || name === 'letter')
  const actual = booklet.sheet ? `sheet \`${booklet.sheet.name}\`` : `page of ${sizeText(page)}`
  const holder = booklet.sheet ? `one that holds ${many(layout, job)} pages of ${sizeText(page)}` : `one of which a sheet up to A3 or tabloid holds ${many(layout, job)}`
  const larger = sheetsFor(job.booklet.family, 'all').find(other => arrange(layout, measures(job, other, 'none')))
  const scale = sheet && arrange(layout, measures(job, sheet, 'fit'))?.scale
  const smaller = sheet && pageFor(layout, sheet, job)
  const ways = [
    ...(larger && booklet.sheet ? [`\`sheet: ${larger.name}\``] : []),
    ...(smaller && sheet ? [`\`page: ${smaller}\`, which fits on ${sheet.name}`] : []),
    ...(scale !== undefined && scale < 1 && sheet ? [`\`scale: fit\` with \`sheet: ${sheet.name}\` (the pages come out at ${Math.floor(scale * 100)} %)`] : [])
  ]
  return message('cannot-impose', booklet.places.sheet, `Unexpected ${actual}, expected ${holder}`, `Write ${ways.join('; or ')}.`)
}

export function marksWithoutRoom(layout: Layout, sheet: PageSize, job: Job): Message {
  const larger = sheetsFor(job.booklet.family, 'all').find(other => {
    const arrangement = arrange(layout, measures(job, other, 'none'))
    return arrangement && hasMarks(layout, arrangement, job.bleedMm, true)
  })
  return message('cannot-impose', job.booklet.places.sheet, `Unexpected \`marks: true\` on the sheet \`${sheet.name}\`, expected ${marksRoomMm(job.bleedMm)} mm beside the pages`,
    larger ? `Write \`sheet: ${larger.name}\`, or \`marks: auto\`.` : 'Write `marks: auto`.')
}

export function tooThick(sheets: number, {booklet}: Job): Message {
  const thickness = Math.round(sheets * booklet.paper.thicknessMm * 10) / 10
  return message('thick-booklet', booklet.places.layout, `Unexpected ${sheets} sheets (${thickness} mm) to be stapled through the fold, expected at most 2.5 mm`, 'Write `layout: signatures`, or take thinner paper.')
}

export function mixedSizes(usual: SizeMm, odd: SizeMm, page: number, {booklet}: Job): Message {
  return message('cannot-impose', booklet.places.layout, `Unexpected page ${page} of ${sizeText(odd)}, expected ${sizeText(usual)} as page 1 has`,
    'Give all pages one size: take `size` out of the `@page` rules of your style sheet.')
}

function measures({page, bleedMm, booklet}: Job, sheet: PageSize, scaling: 'none' | 'fit') {
  return {page, bleedMm, sheet, scaling, ...(booklet.up !== undefined && {up: booklet.up})}
}

function many({grid}: Layout, {booklet}: Job): string {
  if (grid) return grid.rows === 1 ? String(grid.columns) : `${grid.columns} × ${grid.rows}`
  return String(booklet.up ?? 2)
}

/** The page that fills its part of a sheet: of the shape that the layout asks for. */
function pageFor({grid}: Layout, sheet: PageSize, {booklet}: Job): string | undefined {
  if (!grid && booklet.up !== undefined) return undefined
  const {columns, rows} = grid ?? {columns: 2, rows: 1}
  const [long, short] = [Math.max(sheet.widthMm, sheet.heightMm), Math.min(sheet.widthMm, sheet.heightMm)]
  const [widthMm, heightMm] = [long / columns, short / rows]
  return widthMm < 50 || heightMm < 50 ? undefined : `${floor(widthMm)}mm x ${floor(heightMm)}mm`
}

function sizeText({widthMm, heightMm}: SizeMm): string {
  return `${floor(widthMm)} × ${floor(heightMm)} mm`
}

function floor(mm: number): number {
  return Math.floor(mm * 100 + 1e-6) / 100
}

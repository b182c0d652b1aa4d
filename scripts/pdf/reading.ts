/** The reading PDF: the printed pages cut to their trim, with labels, metadata and an identity. */
import {createHash} from 'node:crypto'
import type {BoxPt, LabelRun, PdfEdits} from '../adapters/pdf.ts'
import {editPdf} from '../adapters/pdf.ts'
import {twinsMeant} from '../adapters/pdf-glyph-parts.ts'
import {writersInLine} from '../contributors.ts'
import {isReadableByAll} from '../messages.ts'
import type {Artifact, Facts, Message, Metadata, Pages, Pamphlet, Sheet} from '../types.ts'
import {wordsFor} from '../words.ts'
import {directionOf, leftward} from '../writing.ts'
import {hangingHyphens, textOfWords, type Words} from './hanging-hyphens.ts'
import {orderMessages} from './reading-order.ts'
import {mendTags, roles} from './tags/mend.ts'
import {xmpPacket} from './xmp.ts'

/** The reading edition, and what there is to say of it. */
export type FinishedReading = {readonly artifact: Artifact; readonly messages: readonly Message[]}

type Read = Words & Pick<Pamphlet, 'metadata' | 'messages'>
type Printed = Pick<Pages, 'sheet' | 'folios' | 'heads' | 'observations'>

/** Finish the reading edition. `date` is the build date, the only one in the file. */
export async function finishReading(pages: Pages, pamphlet: Read, date: Date): Promise<FinishedReading> {
  const {metadata} = pamphlet
  const {bytes, unsure} = await editPdf(pages.pdf, {...readingEdits(pages, pamphlet, date), identity: identityOf(pages, metadata, date)})
  const facts = factsOf(pages, metadata, trimBox(pages.sheet), isForAll(pages, pamphlet) && unsure.length === 0)
  return {artifact: {name: `${metadata.slug}.pdf`, mediaType: 'application/pdf', bytes, facts}, messages: orderMessages(unsure, pages)}
}

/** What makes the reading edition of printed pages, but for its identity. */
export function readingEdits(pages: Printed, {metadata, messages, ...text}: Read, date: Date): Omit<PdfEdits, 'identity'> {
  const words = wordsFor(metadata.lang)
  const all = JSON.stringify(metadata) + textOfWords(text)
  const isAccessible = isForAll(pages, {messages})
  return {
    box: trimBox(pages.sheet),
    labels: labelRuns(pages.folios),
    bookmarks: pages.heads,
    information: informationOf(metadata),
    xmp: isOrdered => xmpPacket(metadata, date, isAccessible && isOrdered),
    mendTags: (root, pageOf) => mendTags(root, metadata.lang, {words, folioOf: id => pages.folios[(pageOf(id) ?? 0) - 1]}),
    hasLeftward: directionOf(metadata.lang) === 'rtl' || leftward.test(all),
    hanging: hangingHyphens(text),
    twins: twinsMeant(all),
    roles,
    lang: metadata.lang,
    date
  }
}

/** Whether the file may say that it is for all readers: what a style hides on paper is in no tag either; what stands under other text is. */
function isForAll({observations}: Pick<Pages, 'observations'>, {messages}: Pick<Pamphlet, 'messages'>): boolean {
  return isReadableByAll(messages) && !observations.some(seen => seen.kind === 'hidden' && seen.isUnder !== true)
}

/** The trim in pt from the sheet's lower left; exact, where Chromium would have rounded the page. */
export function trimBox({heightPx, trim}: Sheet): BoxPt {
  const pt = (px: number) => px * 0.75
  const bottomPx = heightPx - trim.topPx - trim.heightPx
  return {left: pt(trim.leftPx), bottom: pt(bottomPx), right: pt(trim.leftPx + trim.widthPx), top: pt(bottomPx + trim.heightPx)}
}

/** Gather folios into runs that count on: `i, ii, 1, 2` is a roman run and a decimal one. */
export function labelRuns(folios: readonly string[]): readonly LabelRun[] {
  const runs: LabelRun[] = []
  for (const [from, folio] of folios.entries()) {
    const style = /^\d+$/.test(folio) ? 'decimal' : 'roman'
    const start = style === 'decimal' ? Number(folio) : romanValue(folio)
    const last = runs.at(-1)
    if (last?.style !== style || last.start + (from - last.from) !== start) runs.push({from, style, start})
  }
  return runs
}

function romanValue(folio: string): number {
  const values: Readonly<Record<string, number>> = {i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000}
  const digits = Array.from(folio, letter => values[letter] ?? 0)
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0)
}

/** The file's properties, as both the reading PDF and the press file have them. */
export function informationOf(metadata: Metadata): Readonly<Record<string, string>> {
  const {title, description, subjects} = metadata
  const author = writersInLine(metadata)
  return {
    Title: title,
    ...(author !== '' && {Author: author}),
    ...(description !== undefined && {Subject: description}),
    ...(subjects.length > 0 && {Keywords: subjects.join(', ')}),
    Creator: 'Pamphleteer',
    Producer: 'Pamphleteer, Chromium (Skia/PDF)'
  }
}

/** A hash of the page descriptions: what Chromium's clock and counters put in is left out, the build date is in. */
export function identityOf({pdf}: Pages, {title}: Metadata, date: Date, purpose = ''): string {
  const text = Buffer.from(pdf).toString('latin1').replaceAll(/\/(?:CreationDate|ModDate) \([^)]*\)|\(node\d+\)(?: \d+ 0 R)?/g, '')
  return createHash('sha256').update(text, 'latin1').update(title).update(date.toISOString()).update(purpose).digest('hex').toUpperCase()
}

function factsOf({count, folios}: Pages, {page, lang}: Metadata, box: BoxPt, isAccessible: boolean): Facts {
  const round = (value: number) => Math.round(value * 1e3) / 1e3
  return {
    pages: count,
    firstFolio: folios[0] ?? '',
    lastFolio: folios.at(-1) ?? '',
    page: page.name,
    trimPt: [round(box.right - box.left), round(box.top - box.bottom)],
    lang,
    tagged: true,
    ...(isAccessible && {standard: 'PDF/UA-1'})
  }
}

/** Brings the press file before the checks: what its maker knows of it, and where its pages come from. */
import type {BookFault} from './adapters/epub-check.ts'
import type {BoxPt} from './adapters/pdf.ts'
import {viewPdf, type PageView} from './adapters/press/view.ts'
import {paintPages, TooMuchContent} from './checks/preflight/paint-page.ts'
import {shown, type Finding, type MeasuredInk} from './checks/preflight/finding.ts'
import type {PaintedPage} from './checks/preflight/painting.ts'
import {gather} from './checks/preflight/alike.ts'
import {messageOf, placed, type Origin} from './checks/preflight/place.ts'
import {placeFrom} from './place.ts'
import {preflight} from './checks/preflight/preflight.ts'
import {purposeOf, type Purpose} from './checks/preflight/purpose.ts'
import {conditionAdvice, mostInk} from './pdf/press/condition.ts'
import {measurePlates} from './pdf/press/plates.ts'
import type {Pressed, PressedFile} from './pdf/press/press.ts'
import {strokeOf} from './typeset/style-culprit.ts'
import type {Message, Metadata, Pages, Theme} from './types.ts'

/** A file that was pressed, with all that was found in it. */
export type Checked = {readonly file: PressedFile; readonly findings: readonly Finding[]; readonly origin: Origin; readonly printedPdf: Uint8Array}

/** Check the press file and the cover. However long they are, the browser has drawn all of it already. */
export function pressFindings({files}: Pressed, metadata: Metadata, pages: Pages, theme: Theme): readonly Checked[] {
  const {blocks, sheet, pdf} = pages
  const advice = conditionAdvice(metadata.print.condition)
  const openers = openersOf(pages, metadata)
  return files.map(file => {
    const {views, colour, conversions, isCover, folds, printed} = file
    const findings = preflight({pages: paintPages(views, {page: Infinity, file: Infinity}), colour, conversions, isCover, folds, mostInk, ownBlanks: pagesBefore(openers, printed), ...(advice !== undefined && {advice})})
    return {file, findings: findings.map(finding => blamedOn(theme, finding)), printedPdf: pdf, origin: {printed, blocks, sheet}}
  })
}

/** A font that the browser made of stroked letters is the author's style's fault. */
function blamedOn(theme: Theme, finding: Finding): Finding {
  const stroke = finding.rule === 'font-embedding' ? strokeOf(theme) : undefined
  const place = stroke && placeFrom(stroke.at)
  return stroke && place ? {...finding, place, remedy: `Take \`${stroke.words}\` out of the style: the browser prints stroked letters as such a font.`} : finding
}

/** The printed pages on which something begins that may stand on one side alone: covers, title pages, the text, chapters where the author says so. */
function openersOf({parts, pageMap}: Pages, {openings}: Metadata): ReadonlySet<number> {
  const heads = pageMap.map(({page}) => page)
  return new Set([...parts.map(({page}) => page), ...openings === 'recto' ? heads : [Math.min(...heads)]])
}

/** The pages of a file right before such pages. */
function pagesBefore(openers: ReadonlySet<number>, printed: readonly (number | undefined)[]): ReadonlySet<number> {
  return new Set(printed.flatMap((page, index) => page !== undefined && openers.has(page + 1) ? [index + 1] : []))
}

/**
 * What a build says of its press file. Notes are for who asks to check; a picture below 150 ppi has its message from the
 * page already, whether it is pressed or not. `isKept` where the press file is an artifact, and not only drawn on sheets.
 */
export function pressMessages(checked: readonly Checked[], isKept: boolean): readonly Message[] {
  const name = isKept ? 'the press file' : 'those on the sheets'
  return checked.flatMap(({findings, origin}) => {
    const told = findings.filter(({rule, severity}) => severity !== 'note' && !(rule === 'picture-resolution' && severity === 'error'))
    return gather(told.map(finding => placed(finding, origin))).map(alike => messageOf(alike, name))
  })
}

/** Check an EPUB from anywhere; by EPUBCheck itself, too, where `path`, a list of folders as PATH has it, leads to it. */
export async function checkBook(bytes: Uint8Array, path: string): Promise<readonly Finding[]> {
  // Loaded on demand: its parser is a megabyte that no other check needs.
  const [{faultsOfBook}, {faultsByProgram}] = await Promise.all([import('./adapters/epub-check.ts'), import('./adapters/epubcheck-program.ts')])
  const [faults, others, findings] = await Promise.all([faultsOfBook(bytes), faultsByProgram(bytes, path), accessFindings(bytes)])
  return [...withOthers(faults, others ?? []).map(bookFinding), ...findings]
}

/** What EPUBCheck does not look at. What is no book at all is its to tell. */
async function accessFindings(bytes: Uint8Array): Promise<readonly Finding[]> {
  const [{openBookFiles}, {readBook}, {bookFindings}] = await Promise.all([import('./adapters/book-files.ts'), import('./checks/book/read-book.ts'), import('./checks/book/check-book.ts')])
  const files = await openBookFiles(bytes)
  const book = files && await readBook(files)
  return book ? bookFindings(book) : []
}

/** The two name their faults alike, and say them in other words. */
function withOthers(faults: readonly BookFault[], others: readonly BookFault[]): readonly BookFault[] {
  const key = ({id, place}: BookFault) => `${id} ${place ?? ''}`
  const known = new Set(faults.map(key))
  return [...faults, ...others.filter(fault => !known.has(key(fault)))]
}

function bookFinding({id, severity, text, place}: BookFault): Finding {
  const where = place === undefined ? '' : ` in ${place}`
  return {rule: 'book-fault', severity, reason: `Unexpected fault${where}, expected what EPUB 3.3 asks for: ${text} [${id}]`, remedy: 'Mend it where the book was made, or tell its maker.'}
}

/** More pages than any pamphlet has. */
const mostPages = 5_000

/** A file from anywhere; `purpose`: what it was held to, where it could be read; `inks`: of each page, or why they are not known. */
export type CheckedFile = {readonly views: readonly PageView[]; readonly inks: ReadonlyMap<number, MeasuredInk | string>; readonly findings: readonly Finding[]; readonly purpose?: Purpose}

/** Check a PDF from anywhere, which may be anything, for what it was made for, or for what somebody asks. What cannot be read is a finding. */
export async function checkForeign(bytes: Uint8Array, asked?: Purpose): Promise<CheckedFile> {
  const file = await viewPdf(bytes)
  if (typeof file === 'string' && !beginsAsPdf(bytes)) return unreadable('file that is no PDF', 'a PDF', 'Look whether it is the right file, or export it again as a PDF.')
  if (typeof file === 'string') return file === 'encrypted' ? unreadable('encrypted PDF', 'one without protection', 'Export it again without a password.') : unreadable('damaged file', 'a whole PDF', 'Export it again, or have it sent again: it may have lost its end on the way.')
  const {pages: views, facts} = file
  if (views.length === 0) return unreadable('PDF without pages', 'at least one', 'Export it again, with its pages.')
  if (views.length > mostPages) return unreadable(`number of ${views.length} pages`, `at most ${mostPages}`, 'Split the file.')
  const odd = views.find(({media}) => isOdd(media))
  if (odd) return unreadable(`size of page ${odd.page}, ${sizeOf(odd.media)}`, `${leastSidePt} to ${mostSidePt} pt a side`, 'Export it again at the size of its paper.')
  try {
    const purpose = asked ?? purposeOf(views, facts)
    const pages = paintPages(views)
    const inks = await inksOf(bytes, pages)
    return {views, inks, purpose, findings: preflight({pages, isCover: false, mostInk, purpose, facts, plates: inks, isAsked: asked !== undefined})}
  } catch (error) {
    if (error instanceof TooMuchContent) return unreadable(error.message, 'pages that can be drawn', 'Export it again, with drawings in drawings flattened.')
    return unreadable('damaged page', 'pages that can be drawn', 'Export the file again, or have it sent again.')
  }
}

/** The sides that programs can show and draw (ISO 32000-1, C.2). */
const [leastSidePt, mostSidePt] = [3, 14_400]

function isOdd({left, bottom, right, top}: BoxPt): boolean {
  return [right - left, top - bottom].some(side => !(side >= leastSidePt && side <= mostSidePt))
}

function sizeOf({left, bottom, right, top}: BoxPt): string {
  return `${Math.round(right - left)} × ${Math.round(top - bottom)} pt`
}

/** The head may stand a little behind the beginning (ISO 32000-1, annex H.3, note 13). */
function beginsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
}

/** Draw the plates of every page whose colours are inks, and measure them; of the others say why not. */
async function inksOf(bytes: Uint8Array, pages: readonly PaintedPage[]): Promise<ReadonlyMap<number, MeasuredInk | string>> {
  const reasons = new Map(pages.flatMap(page => {
    const inkless = shown(page).find(({isInkless}) => isInkless)
    return inkless ? [[page.view.page, `it has ${inkless.isRgb ? 'screen colours (RGB)' : 'colours that are no inks'}, which become what whoever converts them chooses`] as const] : []
  }))
  const inked = pages.map(({view}) => view).filter(({page}) => !reasons.has(page))
  return new Map([...reasons, ...await measurePlates(bytes, inked)])
}

/** What is said of a file of which nothing else can be said. */
export function unreadable(actual: string, expected: string, remedy: string): CheckedFile {
  return {views: [], inks: new Map(), findings: [{rule: 'unreadable-pdf', severity: 'error', reason: `Unexpected ${actual}, expected ${expected}`, remedy}]}
}

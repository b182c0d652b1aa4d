/** The only importer of the PDF library: reads places out of a printed PDF, and edits one in place. */
import {PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFNumber, type PDFObject, PDFRef, PDFString} from '@cantoo/pdf-lib'
import {directionOf} from '../writing.ts'
import {destinationPages, makeNameTree} from './pdf-destinations.ts'
import {openOnce, savePdf, takeOpened} from './pdf-file.ts'
import {rewriteMaps} from './pdf-character-maps.ts'
import {joinParts, sayTwins, type Twins} from './pdf-glyph-parts.ts'
import {mendHyphens} from './pdf-hyphens.ts'
import {leftwardMarks} from './pdf-leftward-marks.ts'
import {missingSpaces} from './pdf-line-ends.ts'
import {type MarkPlace, placesOf} from './pdf-mark-places.ts'
import {name} from './pdf-names.ts'
import {type ScaledPage, scaleOf} from './pdf-scale.ts'
import {drawsIn, scanStreams, writeStreams} from './pdf-streams.ts'
import {nameAllHeads} from './pdf-table-heads.ts'
import {readTags} from './pdf-tags-read.ts'
import {writeTags} from './pdf-tags-write.ts'
import type {Tag} from './pdf-tags.ts'

export type {MarkPlace} from './pdf-mark-places.ts'
export type {Kid, Tag} from './pdf-tags.ts'

/** A rectangle in pt from the page's lower left, as PDF has it. */
export type BoxPt = {readonly left: number; readonly bottom: number; readonly right: number; readonly top: number}

/** One run of page labels: from page index `from` (0 is the first), counting on from `start`. */
export type LabelRun = {readonly from: number; readonly style: 'decimal' | 'roman'; readonly start: number}

export type PdfEdits = {
  readonly box: BoxPt
  readonly labels: readonly LabelRun[]
  /** The words of every bookmark in order; where their number is another, Chromium's own stay. */
  readonly bookmarks: readonly string[]
  readonly information: Readonly<Record<string, string>>
  /** The metadata; `isOrdered`: all text is in the order of reading. */
  readonly xmp: (isOrdered: boolean) => string
  readonly lang: string
  /** Makes the tags that are to be written of those that were printed; `pageOf` finds the page (from 1) of an id. */
  readonly mendTags: (root: Tag, pageOf: (id: string) => number | undefined) => Tag
  /** Whether any text runs from right to left; where a style sheet writes some, the print says so. */
  readonly hasLeftward: boolean
  /** Hyphens that an author left hanging before a space, each with its neighbours: `r-un` of `Vor- und`. */
  readonly hanging: ReadonlySet<string>
  /** Characters that one glyph draws, as the text means them. */
  readonly twins: readonly Twins[]
  /** What types that PDF 1.7 does not know stand for. */
  readonly roles: Readonly<Record<string, string>>
  readonly date: Date
  /** 16 bytes or more in hexadecimal, the same for the same content. */
  readonly identity: string
}

/** Count the pages and find the page (from 1) of every named destination; and at which scale a page is printed. */
export async function readPlaces(pdf: Uint8Array, scaled?: ScaledPage): Promise<{count: number; pages: ReadonlyMap<string, number>; scale?: number}> {
  const file = await openOnce(pdf)
  const scale = scaled && scaleOf(file, scaled)
  return {count: file.getPageCount(), pages: destinationPages(file), ...(scale !== undefined && {scale})}
}

/** A file that is finished, and where its text may not be in the order of reading. */
export type EditedPdf = {readonly bytes: Uint8Array; readonly unsure: readonly MarkPlace[]}

/** Set boxes, labels, metadata and identity, and mend tags and links; the text and the outline stay as printed. */
export async function editPdf(pdf: Uint8Array, edits: PdfEdits): Promise<EditedPdf> {
  const file = await takeOpened(pdf)
  for (const page of file.getPages()) setBoxes(page.node, edits.box, file)
  setLabels(file, edits.labels)
  setBookmarks(file, edits.bookmarks)
  renumberElements(file)
  const unsure = await setTags(file, edits)
  setMetadata(file, edits, unsure.length === 0)
  makeNameTree(file)
  const identity = PDFHexString.of(edits.identity.slice(0, 32))
  file.context.trailerInfo.ID = file.context.obj([identity, identity])
  return {bytes: await savePdf(file), unsure}
}

/** Chromium doubles a head that moved to the next page, and joins the lines of one that was broken. */
function setBookmarks(file: PDFDocument, titles: readonly string[]): void {
  const items = bookmarksBelow(file.catalog.lookup(name('Outlines')), titles.length + 1)
  if (items.length !== titles.length) return
  for (const [index, item] of items.entries()) item.set(name('Title'), PDFHexString.fromText(titles[index] ?? ''))
}

/** Every bookmark below one, in order, `most` at the most: a ring of links must not hold us. */
function bookmarksBelow(parent: PDFObject | undefined, most: number): readonly PDFDict[] {
  const found: PDFDict[] = []
  const waiting = [parent instanceof PDFDict ? parent.lookup(name('First')) : undefined]
  while (waiting.length > 0 && found.length < most) {
    const item = waiting.pop()
    if (!(item instanceof PDFDict)) continue
    found.push(item)
    waiting.push(item.lookup(name('Next')), item.lookup(name('First')))
  }
  return found
}

/** Mend the tags; what none of them holds becomes an artifact, lines end in spaces, and pages are read in the tags' order. Gives the marks whose own order is not sure. */
async function setTags(file: PDFDocument, {mendTags, hasLeftward, hanging, twins, roles, lang}: PdfEdits): Promise<readonly MarkPlace[]> {
  const streams = await scanStreams(file)
  const tree = readTags(file, drawsIn(streams))
  if (!tree) return []
  const pages = destinationPages(file)
  const root = mendTags(tree.root, id => pages.get(id))
  const kept = writeTags(file, tree, root, roles)
  nameAllHeads(file)
  mendHyphens(file, streams)
  rewriteMaps(file, streams, map => sayTwins(joinParts(map), twins))
  const isMixed = hasLeftward || [...streams.values()].some(({bytes}) => bytes.includes('/ReversedChars'))
  const runsToLeft = isMixed ? leftwardMarks(root, lang) : undefined
  const unsure = await writeStreams(file, streams, kept, {insertions: missingSpaces(root, streams, hanging, runsToLeft), ...(runsToLeft && {runsToLeft})})
  for (const page of file.getPages()) page.node.set(name('Tabs'), name('S'))
  return placesOf(unsure, root, streams)
}

/**
 * Give the table cells' ids in the structure tree numbers of their own, in the order of the tree: Chromium takes them
 * from a counter of its process, and not always in that order.
 */
function renumberElements(file: PDFDocument): void {
  const elements = file.context.enumerateIndirectObjects().flatMap(([, value]) => value instanceof PDFDict && (value.has(name('ID')) || value.has(name('A'))) && value.get(name('Type')) === name('StructElem') ? [value] : [])
  const ids = new Set(elements.flatMap(element => {
    const id = element.get(name('ID'))
    return id instanceof PDFString ? [id.asString()] : []
  }))
  const numbers = new Map([...ids].map((id, index) => [id, `cell${String(index + 1).padStart(8, '0')}`]))
  for (const {value, replace} of elements.flatMap(stringsIn)) {
    const id = numbers.get(value.asString())
    if (id !== undefined) replace(PDFString.of(id))
  }
}

type Placed = {readonly value: PDFString; readonly replace: (value: PDFString) => void}

/** Every literal string in an object and in what it holds directly, with a way to put another in its place. */
function stringsIn(value: PDFObject): readonly Placed[] {
  if (value instanceof PDFDict) return value.entries().flatMap(([key, item]) => placed(item, other => value.set(key, other)))
  if (value instanceof PDFArray) return value.asArray().flatMap((item, index) => placed(item, other => value.set(index, other)))
  return []
}

function placed(item: PDFObject, replace: (value: PDFString) => void): readonly Placed[] {
  return item instanceof PDFString ? [{value: item, replace}] : stringsIn(item)
}

function setBoxes(page: PDFDict, {left, bottom, right, top}: BoxPt, file: PDFDocument): void {
  const box = file.context.obj([left, bottom, right, top].map(value => PDFNumber.of(Math.round(value * 1e4) / 1e4)))
  for (const key of ['MediaBox', 'CropBox', 'TrimBox']) page.set(name(key), box)
}

function setLabels(file: PDFDocument, runs: readonly LabelRun[]): void {
  const entries = runs.flatMap(({from, style, start}) => [PDFNumber.of(from), file.context.obj({S: style === 'roman' ? 'r' : 'D', St: start})])
  file.catalog.set(name('PageLabels'), file.context.obj({Nums: entries}))
}

function setMetadata(file: PDFDocument, {information, xmp, lang, date}: PdfEdits, isOrdered: boolean): void {
  // The printer's own information holds its clock: it must not stay in the file, not even without a reference.
  const former = file.context.trailerInfo.Info
  if (former instanceof PDFRef) file.context.delete(former)
  const info = file.context.obj({})
  for (const [key, value] of Object.entries(information)) info.set(name(key), PDFHexString.fromText(value))
  for (const key of ['CreationDate', 'ModDate']) info.set(name(key), PDFString.fromDate(date))
  file.context.trailerInfo.Info = file.context.register(info)
  const stream = file.context.stream(new TextEncoder().encode(xmp(isOrdered)), {Type: 'Metadata', Subtype: 'XML'})
  file.catalog.set(name('Metadata'), file.context.register(stream))
  file.catalog.set(name('Lang'), PDFString.of(lang))
  file.catalog.set(name('ViewerPreferences'), file.context.obj({DisplayDocTitle: true, ...(directionOf(lang) === 'rtl' && {Direction: 'R2L'})}))
  file.catalog.set(name('PageLayout'), name('TwoPageRight'))
}


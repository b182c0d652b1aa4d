/** The only importer of the PDF library: reads places out of a printed PDF, and edits one in place. */
import {PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString} from '@cantoo/pdf-lib'

const name = (text: string) => PDFName.of(text)

/** A rectangle in pt from the page's lower left, as PDF has it. */
export type BoxPt = {readonly left: number; readonly bottom: number; readonly right: number; readonly top: number}

/** One run of page labels: from page index `from` (0 is the first), counting on from `start`. */
export type LabelRun = {readonly from: number; readonly style: 'decimal' | 'roman'; readonly start: number}

export type PdfEdits = {
  readonly box: BoxPt
  readonly labels: readonly LabelRun[]
  readonly information: Readonly<Record<string, string>>
  readonly xmp: string
  readonly lang: string
  readonly date: Date
  /** 16 bytes or more in hexadecimal, the same for the same content. */
  readonly identity: string
}

/** Count the pages and find the page (from 1) of every named destination. */
export async function readPlaces(pdf: Uint8Array): Promise<{count: number; pages: ReadonlyMap<string, number>}> {
  const file = await load(pdf)
  const numbers = new Map(file.getPages().map((page, index) => [page.ref.toString(), index + 1]))
  const destinations = file.catalog.lookup(name('Dests'))
  const pages = new Map<string, number>()
  if (destinations instanceof PDFDict) {
    for (const [key] of destinations.entries()) {
      const target = destinations.lookup(key)
      const page = target instanceof PDFArray ? numbers.get(target.get(0).toString()) : undefined
      if (page !== undefined) pages.set(key.decodeText(), page)
    }
  }
  return {count: numbers.size, pages}
}

/** Set boxes, labels, metadata and identity; the text, its tags, links and outline stay as printed. */
export async function editPdf(pdf: Uint8Array, edits: PdfEdits): Promise<Uint8Array> {
  const file = await load(pdf)
  for (const page of file.getPages()) setBoxes(page.node, edits.box, file)
  setLabels(file, edits.labels)
  setMetadata(file, edits)
  const identity = PDFHexString.of(edits.identity.slice(0, 32))
  file.context.trailerInfo.ID = file.context.obj([identity, identity])
  return file.save({useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false})
}

async function load(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, {updateMetadata: false, throwOnInvalidObject: true})
}

function setBoxes(page: PDFDict, {left, bottom, right, top}: BoxPt, file: PDFDocument): void {
  const box = file.context.obj([left, bottom, right, top].map(value => PDFNumber.of(Math.round(value * 1e4) / 1e4)))
  for (const key of ['MediaBox', 'CropBox', 'TrimBox']) page.set(name(key), box)
}

function setLabels(file: PDFDocument, runs: readonly LabelRun[]): void {
  const entries = runs.flatMap(({from, style, start}) => [PDFNumber.of(from), file.context.obj({S: style === 'roman' ? 'r' : 'D', St: start})])
  file.catalog.set(name('PageLabels'), file.context.obj({Nums: entries}))
}

function setMetadata(file: PDFDocument, {information, xmp, lang, date}: PdfEdits): void {
  const info = file.context.obj({})
  for (const [key, value] of Object.entries(information)) info.set(name(key), PDFHexString.fromText(value))
  for (const key of ['CreationDate', 'ModDate']) info.set(name(key), PDFString.fromDate(date))
  file.context.trailerInfo.Info = file.context.register(info)
  const stream = file.context.stream(xmp, {Type: 'Metadata', Subtype: 'XML'})
  file.catalog.set(name('Metadata'), file.context.register(stream))
  file.catalog.set(name('Lang'), PDFString.of(lang))
  file.catalog.set(name('ViewerPreferences'), file.context.obj({DisplayDocTitle: true}))
  file.catalog.set(name('PageLayout'), name('TwoPageRight'))
}


/** Opens and saves PDFs with the PDF library, without its rests: it would wait for a timer after every hundred objects. */
import {ParseSpeeds, PDFDocument} from '@cantoo/pdf-lib'
import {appendInOrder, packByZlib} from './pdf-slow-places.ts'

appendInOrder()
packByZlib()

/** Open a file to be read or edited in place. Rejects where it is damaged or encrypted. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, {updateMetadata: false, throwOnInvalidObject: true, parseSpeed: ParseSpeeds.Fastest})
}

/** Files that were opened to be read, and not changed since. */
const opened = new WeakMap<Uint8Array, PDFDocument>()

/** Open a file to be read; whoever edits it after that need not read it again. Nothing may be changed in it. Rejects as `openPdf` does. */
export async function openOnce(bytes: Uint8Array): Promise<PDFDocument> {
  const file = opened.get(bytes) ?? await openPdf(bytes)
  opened.set(bytes, file)
  return file
}

/** Give a file to be edited in place: the one that was opened to be read, where there is one. Nobody else gets that again. */
export async function takeOpened(bytes: Uint8Array): Promise<PDFDocument> {
  const file = opened.get(bytes)
  opened.delete(bytes)
  return file ?? await openPdf(bytes)
}

/** Write a file as it is: no page, no metadata and no appearance is added to it. */
export function savePdf(file: PDFDocument): Promise<Uint8Array> {
  return file.save({useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity})
}

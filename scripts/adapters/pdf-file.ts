/** Opens and saves PDFs with the PDF library, without its rests: it would wait for a timer after every hundred objects. */
import {ParseSpeeds, PDFDocument} from '@cantoo/pdf-lib'
import {appendInOrder} from './pdf-cross-references.ts'

appendInOrder()

/** Open a file to be read or edited in place. Rejects where it is damaged or encrypted. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, {updateMetadata: false, throwOnInvalidObject: true, parseSpeed: ParseSpeeds.Fastest})
}

/** Write a file as it is: no page, no metadata and no appearance is added to it. */
export function savePdf(file: PDFDocument): Promise<Uint8Array> {
  return file.save({useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity})
}

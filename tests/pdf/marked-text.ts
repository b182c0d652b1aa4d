/** What a page paints, as PDFium reads it: by the number of its marked content, or as an artifact, or neither. */
import {openPdf} from '../whole/extracted-words.ts'

/** By number; -1 holds artifacts, -2 what is in no marked content at all. */
export type PageMarks = ReadonlyMap<number, string>

const kinds: Readonly<Record<number, string>> = {2: '[path]', 3: '[picture]', 4: '[shading]', 5: '[form]'}

const form = 5

/** Read the marks of every page. A form without a mark is looked into: it may hold marks of its own. */
export async function markedText(pdf: Uint8Array): Promise<readonly PageMarks[]> {
  const {pdfium, memory, file} = await openPdf(pdf)
  return Array.from({length: pdfium.FPDF_GetPageCount(file)}, (_, index) => {
    const page = pdfium.FPDF_LoadPage(file, index)
    const text = pdfium.FPDFText_LoadPage(page)
    const marks = new Map<number, string>()
    for (let at = 0; at < pdfium.FPDFPage_CountObjects(page); at++) {
      const object = pdfium.FPDFPage_GetObject(page, at)
      const number = pdfium.FPDFPageObj_GetMarkedContentID(object)
      const key = number >= 0 ? number : isMarked(object) ? -1 : -2
      marks.set(key, (marks.get(key) ?? '') + (kinds[pdfium.FPDFPageObj_GetType(object)] ?? textOf(object, text)))
    }
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return marks
  })

  function isMarked(object: number): boolean {
    if (pdfium.FPDFPageObj_CountMarks(object) > 0) return true
    return pdfium.FPDFPageObj_GetType(object) === form && Array.from({length: pdfium.FPDFFormObj_CountObjects(object)}, (_, at) => pdfium.FPDFFormObj_GetObject(object, at)).every(isMarked)
  }

  function textOf(object: number, text: number): string {
    const length = pdfium.FPDFTextObj_GetText(object, text, 0, 0)
    const buffer = memory.wasmExports.malloc(length)
    pdfium.FPDFTextObj_GetText(object, text, buffer, length)
    const words = new TextDecoder('utf-16le').decode(memory.HEAPU8.slice(buffer, buffer + Math.max(0, length - 2)))
    memory.wasmExports.free(buffer)
    return words
  }
}

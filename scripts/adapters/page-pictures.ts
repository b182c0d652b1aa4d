/** Draws the pages of a PDF as pictures, by way of PDFium. */
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import type {WrappedPdfiumModule} from '@embedpdf/pdfium'
import {init} from '@embedpdf/pdfium'

/** A page as pixels of three bytes (sRGB), row by row from the top. */
export type PagePicture = {readonly page: number; readonly widthPx: number; readonly heightPx: number; readonly rgb: Uint8Array}

/** A page that is larger at the resolution is drawn coarser: it is to be looked at, not printed. */
const mostPx = 2_400

/** Draw every page, one after the other; `see` takes each, so that no more than one is in memory. Throws where PDFium cannot open the file. */
export async function drawPages(pdf: Uint8Array, ppi: number, see: (picture: PagePicture) => void | Promise<void>): Promise<void> {
  await drawTogether([pdf], ppi, async ([picture]) => {
    if (picture) await see(picture)
  })
}

/** Draw the pages of files that have as many, the first of all of them, then the second; `pages`: which, all where it is left out. */
export async function drawTogether(pdfs: readonly Uint8Array[], ppi: number, see: (pictures: readonly PagePicture[]) => void | Promise<void>, pages?: ReadonlySet<number>): Promise<void> {
  const binary = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const pdfium = await init({wasmBinary: new Uint8Array(binary).buffer})
  pdfium.PDFiumExt_Init()
  const opened: OpenFile[] = []
  try {
    for (const pdf of pdfs) opened.push(openFile(pdfium, pdf))
    const count = Math.min(...opened.map(({file}) => pdfium.FPDF_GetPageCount(file)))
    for (let index = 0; index < count; index++) if (pages?.has(index + 1) ?? true) await see(opened.map(({file}) => drawPage(pdfium, file, index, ppi)))
  } finally {
    for (const {file, address} of opened) {
      pdfium.FPDF_CloseDocument(file)
      pdfium.pdfium.wasmExports.free(address)
    }
  }
}

type OpenFile = {readonly file: number; readonly address: number}

function openFile(pdfium: WrappedPdfiumModule, pdf: Uint8Array): OpenFile {
  const address = pdfium.pdfium.wasmExports.malloc(pdf.length)
  heapOf(pdfium).set(pdf, address)
  const file = pdfium.FPDF_LoadMemDocument(address, pdf.length, '')
  if (file === 0) throw new Error('Expected a PDF that can be drawn')
  return {file, address}
}

function drawPage(pdfium: WrappedPdfiumModule, file: number, index: number, ppi: number): PagePicture {
  const page = pdfium.FPDF_LoadPage(file, index)
  const scale = ppi / 72
  const [widthPx, heightPx] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)].map(pt => Math.max(1, Math.min(mostPx, Math.round(pt * scale))))
  const [width, height] = [widthPx ?? 1, heightPx ?? 1]
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
  const rgb = withoutPadding(heapOf(pdfium), pdfium.FPDFBitmap_GetBuffer(bitmap), width * height)
  pdfium.FPDFBitmap_Destroy(bitmap)
  pdfium.FPDF_ClosePage(page)
  return {page: index + 1, widthPx: width, heightPx: height, rgb}
}

/** PDFium draws blue, green, red and a byte that means nothing. */
function withoutPadding(heap: Uint8Array, address: number, pixels: number): Uint8Array {
  const rgb = new Uint8Array(pixels * 3)
  for (let at = 0; at < pixels; at++) for (let channel = 0; channel < 3; channel++) rgb[at * 3 + channel] = heap[address + at * 4 + 2 - channel] ?? 255
  return rgb
}

/** The memory, which is another one whenever it has grown. The types leave it out. */
function heapOf({pdfium}: WrappedPdfiumModule): Uint8Array {
  if ('HEAPU8' in pdfium && pdfium.HEAPU8 instanceof Uint8Array) return pdfium.HEAPU8
  throw new Error('Expected PDFium to share its memory')
}

/** Pack a picture as PNG of at most 256 colours: enough for looking, and small in a page of hundreds. */
export async function packPicture({widthPx, heightPx, rgb}: PagePicture): Promise<Uint8Array> {
  const {default: sharp} = await import('sharp')
  return new Uint8Array(await sharp(rgb, {raw: {width: widthPx, height: heightPx, channels: 3}}).png({palette: true, colours: 64, dither: 0, compressionLevel: 9}).toBuffer())
}

/** Reads and draws the pages of a PDF, by way of PDFium: what a reader sees, and not what a page was made from. */
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import type {WrappedPdfiumModule} from '@embedpdf/pdfium'
import {init} from '@embedpdf/pdfium'
import {UsageError} from '../types.ts'

/** A drawn page: four bytes a pixel, red, green, blue and opacity, row by row from the top. */
export type Picture = {readonly widthPx: number; readonly heightPx: number; readonly rgba: Uint8Array}

export type PdfPages = {
  readonly count: number
  /** The text layer of a page (from 0), in its own order; line ends and hyphens as PDFium reports them. */
  readonly text: (page: number) => string
  /** Draw a page (from 0) on white; `dpi` dots an inch. Throws UsageError where it would have more than 50 million pixels. */
  readonly draw: (page: number, dpi: number) => Picture
  readonly close: () => void
}

const mostPixels = 50_000_000
const withAnnotations = 1
const opaqueWhite = 0xffffffff

/** Open a PDF; undefined where the bytes are none that can be read, encrypted ones among them. Close it in the end. */
export async function openPages(pdf: Uint8Array): Promise<PdfPages | undefined> {
  const pdfium = await start()
  const {wasmExports} = pdfium.pdfium
  const memory = wasmExports.malloc(pdf.byteLength)
  heapOf(pdfium).set(pdf, memory)
  const file = pdfium.FPDF_LoadMemDocument(memory, pdf.byteLength, '')
  if (file === 0) {
    wasmExports.free(memory)
    return undefined
  }
  return {
    count: pdfium.FPDF_GetPageCount(file),
    text: page => onPage(pdfium, file, page, handle => textOf(pdfium, handle)),
    draw: (page, dpi) => onPage(pdfium, file, page, handle => draw(pdfium, handle, {number: page + 1, dpi})),
    close: () => {
      pdfium.FPDF_CloseDocument(file)
      wasmExports.free(memory)
    }
  }
}

/** Each PDF has an engine of its own: one that a bad file has upset harms no other. */
async function start(): Promise<WrappedPdfiumModule> {
  const folder = dirname(createRequire(import.meta.url).resolve('@embedpdf/pdfium'))
  const pdfium = await init({wasmBinary: Uint8Array.from(await readFile(join(folder, 'pdfium.wasm'))).buffer})
  pdfium.PDFiumExt_Init()
  return pdfium
}

/** The memory, which is another one whenever it has grown. The types leave it out. */
function heapOf({pdfium}: WrappedPdfiumModule): Uint8Array {
  if ('HEAPU8' in pdfium && pdfium.HEAPU8 instanceof Uint8Array) return pdfium.HEAPU8
  throw new Error('Unexpected PDFium, expected one with a heap')
}

function onPage<Value>(pdfium: WrappedPdfiumModule, file: number, page: number, read: (handle: number) => Value): Value {
  const handle = pdfium.FPDF_LoadPage(file, page)
  try {
    return read(handle)
  } finally {
    pdfium.FPDF_ClosePage(handle)
  }
}

function textOf(pdfium: WrappedPdfiumModule, page: number): string {
  const text = pdfium.FPDFText_LoadPage(page)
  const characters = Array.from({length: Math.max(0, pdfium.FPDFText_CountChars(text))}, (_, at) => String.fromCodePoint(pdfium.FPDFText_GetUnicode(text, at)))
  pdfium.FPDFText_ClosePage(text)
  return characters.join('')
}

function draw(pdfium: WrappedPdfiumModule, page: number, {number, dpi}: {readonly number: number; readonly dpi: number}): Picture {
  const [widthPt, heightPt] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)]
  const [widthPx, heightPx] = [Math.max(1, Math.round(widthPt * dpi / 72)), Math.max(1, Math.round(heightPt * dpi / 72))]
  if (widthPx * heightPx > mostPixels) throw new UsageError(`Unexpected size of page ${number}, ${[widthPt, heightPt].map(pt => Math.round(pt * 25.4 / 72)).join(' × ')} mm, expected one of at most 50 million pixels at ${dpi} dots an inch`, 'Make the page smaller in the program that it was made with.')
  const bitmap = pdfium.FPDFBitmap_Create(widthPx, heightPx, 0)
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, widthPx, heightPx, opaqueWhite)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, widthPx, heightPx, 0, withAnnotations)
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap)
    return {widthPx, heightPx, rgba: rgbaFrom(heapOf(pdfium).subarray(start), pdfium.FPDFBitmap_GetStride(bitmap), widthPx, heightPx)}
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap)
  }
}

/** PDFium keeps blue in front, in rows that may be longer than the picture. */
function rgbaFrom(bgra: Uint8Array, stride: number, widthPx: number, heightPx: number): Uint8Array {
  const rgba = new Uint8Array(widthPx * heightPx * 4)
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const [from, to] = [y * stride + x * 4, (y * widthPx + x) * 4]
      rgba[to] = bgra[from + 2] ?? 0
      rgba[to + 1] = bgra[from + 1] ?? 0
      rgba[to + 2] = bgra[from] ?? 0
      rgba[to + 3] = 255
    }
  }
  return rgba
}

/** Reads the words of a PDF with their boxes, by way of PDFium. */
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import type {WrappedPdfiumModule} from '@embedpdf/pdfium'
import {init} from '@embedpdf/pdfium'

/** A word and its box in pt from the upper left of the page as it is shown; as wide as its letters' advances, as high as the font's own box. */
export type Word = {readonly text: string; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number}

type Box = Omit<Word, 'text'>

/** The upper left of a page as it is shown: where that is cut out of its sheet, PDFium counts from the sheet's lower left all the same. */
type Corner = Pick<Box, 'left' | 'top'>

const mostPages = 20_000

/** Read all words, page by page, in the order of the text layer. Throws where the file is no PDF that can be read. */
export async function wordBoxes(pdf: Uint8Array): Promise<readonly (readonly Word[])[]> {
  const folder = dirname(createRequire(import.meta.url).resolve('@embedpdf/pdfium'))
  const pdfium = await init({wasmBinary: await wasmIn(folder)})
  pdfium.PDFiumExt_Init()
  const {wasmExports} = pdfium.pdfium
  const memory = wasmExports.malloc(pdf.byteLength)
  heapOf(pdfium).set(pdf, memory)
  const file = pdfium.FPDF_LoadMemDocument(memory, pdf.byteLength, '')
  if (file === 0) throw new Error('Unexpected content, expected a PDF')
  const count = Math.min(mostPages, pdfium.FPDF_GetPageCount(file))
  const pages = Array.from({length: count}, (_, index) => readPage(pdfium, file, index))
  pdfium.FPDF_CloseDocument(file)
  wasmExports.free(memory)
  return pages
}

/** The memory, which is another one whenever it has grown. The types leave it out. */
function heapOf({pdfium}: WrappedPdfiumModule): Uint8Array {
  if ('HEAPU8' in pdfium && pdfium.HEAPU8 instanceof Uint8Array) return pdfium.HEAPU8
  throw new Error('Unexpected PDFium, expected one with a heap')
}

function float32(pdfium: WrappedPdfiumModule, address: number): number {
  return viewOf(pdfium).getFloat32(address, true)
}

function float64(pdfium: WrappedPdfiumModule, address: number): number {
  return viewOf(pdfium).getFloat64(address, true)
}

function viewOf(pdfium: WrappedPdfiumModule): DataView {
  return new DataView(heapOf(pdfium).buffer)
}

async function wasmIn(folder: string): Promise<ArrayBuffer> {
  const bytes = await readFile(join(folder, 'pdfium.wasm'))
  const copy = new Uint8Array(bytes.byteLength)
  copy.set(bytes)
  return copy.buffer
}

function readPage(pdfium: WrappedPdfiumModule, file: number, index: number): readonly Word[] {
  const page = pdfium.FPDF_LoadPage(file, index)
  const text = pdfium.FPDFText_LoadPage(page)
  const rectangle = pdfium.pdfium.wasmExports.malloc(64)
  const corner = cornerOf(pdfium, page, rectangle)
  const words: Word[] = []
  let word: Word | undefined
  for (let at = 0; at < pdfium.FPDFText_CountChars(text); at++) {
    // PDFium guesses spaces where letters stand wide, and then between any two of them.
    if (pdfium.FPDFText_IsGenerated(text, at) === 1) continue
    const character = String.fromCodePoint(pdfium.FPDFText_GetUnicode(text, at))
    const box = /\s/.test(character) ? undefined : boxOf(pdfium, text, at, rectangle, corner)
    const continues = word !== undefined && box !== undefined && isNext(word, box)
    if (word && !continues) words.push(word)
    word = box && (word && continues ? {...word, text: word.text + shown(character), right: Math.max(word.right, box.right)} : {...box, text: shown(character)})
  }
  if (word) words.push(word)
  pdfium.pdfium.wasmExports.free(rectangle)
  pdfium.FPDFText_ClosePage(text)
  pdfium.FPDF_ClosePage(page)
  return words
}

/** PDFium gives a hyphen at a line's end, of whatever kind, a code of its own. */
function shown(character: string): string {
  return character === '\u0002' || character === '\ufffe' ? '\u00ad' : character
}

function cornerOf(pdfium: WrappedPdfiumModule, page: number, rectangle: number): Corner {
  if (!pdfium.FPDF_GetPageBoundingBox(page, rectangle)) throw new Error('Unexpected page, expected one with a box')
  return {left: float32(pdfium, rectangle), top: float32(pdfium, rectangle + 4)}
}

function boxOf(pdfium: WrappedPdfiumModule, text: number, at: number, rectangle: number, corner: Corner): Box | undefined {
  if (!pdfium.FPDFText_GetLooseCharBox(text, at, rectangle)) return undefined
  const value = (index: number) => float32(pdfium, rectangle + index * 4)
  const [left, right] = penOf(pdfium, text, at, rectangle + 16)
  // Ink does not reach further than that: what does is a ligature, whose letters have no advance of their own.
  const isNear = right !== undefined && Math.abs(value(2) - right) < 0.13 * Math.abs(value(1) - value(3))
  return {left: (left ?? value(0)) - corner.left, top: corner.top - value(1), right: (isNear ? right : value(2)) - corner.left, bottom: corner.top - value(3)}
}

/** The box takes in ink that overhangs; where the pen stood and how far it went is what counts. */
function penOf(pdfium: WrappedPdfiumModule, text: number, at: number, memory: number): readonly [number | undefined, number | undefined] {
  if (!pdfium.FPDFText_GetCharOrigin(text, at, memory, memory + 8)) return [undefined, undefined]
  const left = float64(pdfium, memory)
  const font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(text, at))
  const known = pdfium.FPDFFont_GetGlyphWidth(font, pdfium.FPDFText_GetUnicode(text, at), pdfium.FPDFText_GetFontSize(text, at), memory)
  const width = float32(pdfium, memory)
  const scale = pdfium.FPDFText_GetMatrix(text, at, memory) ? Math.abs(float32(pdfium, memory)) : 1
  return [left, known && width > 0 ? left + width * scale : undefined]
}

/** On the same line, and not further away than letter-spacing; the letters of a ligature all have its box. */
function isNext(word: Word, box: Box): boolean {
  const isLevel = Math.abs((word.top + word.bottom) / 2 - (box.top + box.bottom) / 2) < 2
  return isLevel && box.left > word.left - 1 && box.left < word.right + (box.bottom - box.top) * 0.1
}

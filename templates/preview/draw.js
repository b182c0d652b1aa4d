// Draws pages with PDFium, away from the page itself, so that typing and turning never wait for it.
import {letGo} from './let-go.js'
import {init} from './pdfium.js'

const reversedBytes = 0x10
const annotations = 0x01
const white = 0xffffffff
const mostPixels = 40_000_000

const engine = start()
const files = new Map()

async function start() {
  const response = await fetch('pdfium.wasm')
  const pdfium = await init({wasmBinary: await response.arrayBuffer()})
  pdfium.PDFiumExt_Init()
  return pdfium
}

function forget(pdfium, name) {
  const file = files.get(name)
  if (!file) return
  files.delete(name)
  pdfium.FPDF_CloseDocument(file.handle)
  pdfium.pdfium.wasmExports.free(file.memory)
}

/** Open a PDF under a name, in the place of the one that had it. Gives the sizes of its pages in pt. */
function open(pdfium, {name, bytes}) {
  forget(pdfium, name)
  const memory = pdfium.pdfium.wasmExports.malloc(bytes.byteLength)
  const length = bytes.byteLength
  pdfium.pdfium.HEAPU8.set(new Uint8Array(bytes), memory)
  letGo(bytes)
  const handle = pdfium.FPDF_LoadMemDocument(memory, length, '')
  if (handle === 0) {
    pdfium.pdfium.wasmExports.free(memory)
    throw new Error('not a PDF')
  }
  files.set(name, {handle, memory})
  const count = pdfium.FPDF_GetPageCount(handle)
  const page = pdfium.FPDF_LoadPage(handle, 0)
  const size = {width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page)}
  pdfium.FPDF_ClosePage(page)
  return {result: {count, size}}
}

/** Draw a part of a page: `area` in parts of the page (0 to 1), `width` and `height` in device px. */
function draw(pdfium, {name, page: number, area, width, height}) {
  const file = files.get(name)
  if (!file || width * height > mostPixels) throw new Error('nothing to draw')
  const page = pdfium.FPDF_LoadPage(file.handle, number - 1)
  // With an alpha channel, so that what is drawn on white is as solid as the canvas wants it.
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 1)
  const [wide, high] = [width / area.width, height / area.height].map(Math.round)
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
  pdfium.FPDF_RenderPageBitmap(bitmap, page, Math.round(-area.left * wide), Math.round(-area.top * high), wide, high, 0, reversedBytes | annotations)
  const from = pdfium.FPDFBitmap_GetBuffer(bitmap)
  const pixels = new Uint8ClampedArray(pdfium.pdfium.HEAPU8.slice(from, from + width * height * 4).buffer)
  pdfium.FPDFBitmap_Destroy(bitmap)
  pdfium.FPDF_ClosePage(page)
  return {result: {pixels, width, height}, transfer: [pixels.buffer]}
}

onmessage = async ({data: {id, kind, ...request}}) => {
  try {
    const {result, transfer = []} = (kind === 'open' ? open : draw)(await engine, request)
    postMessage({id, result}, transfer)
  } catch (error) {
    postMessage({id, fault: String(error)})
  }
}

/** The letters and figures of finished artifacts, in the order in which a reader's program finds them. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {init} from '@embedpdf/pdfium'
import type {Element, ElementContent, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import JSZip from 'jszip'
import {letters} from './expected-words.ts'

/** Open a PDF in a PDFium of its own, which goes with its memory. */
export async function openPdf(pdf: Uint8Array) {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const pdfium = await init({wasmBinary: new Uint8Array(wasm).buffer})
  pdfium.PDFiumExt_Init()
  const memory = pdfium.pdfium as typeof pdfium.pdfium & {readonly HEAPU8: Uint8Array}
  const pointer = memory.wasmExports.malloc(pdf.length)
  memory.HEAPU8.set(pdf, pointer)
  const file = pdfium.FPDF_LoadMemDocument(pointer, pdf.length, '')
  return {pdfium, memory, file}
}

/** The pages' text inside a rectangle in pt from the page's lower left: heads and folios stand outside it. */
export async function pdfText(pdf: Uint8Array, areaOf: (page: number) => {left: number; top: number; right: number; bottom: number}): Promise<readonly string[]> {
  const {pdfium, memory, file} = await openPdf(pdf)
  const texts: string[] = []
  for (let index = 0; index < pdfium.FPDF_GetPageCount(file); index++) {
    const page = pdfium.FPDF_LoadPage(file, index)
    const text = pdfium.FPDFText_LoadPage(page)
    const {left, top, right, bottom} = areaOf(index + 1)
    const length = pdfium.FPDFText_GetBoundedText(text, left, top, right, bottom, 0, 0)
    const buffer = memory.wasmExports.malloc(length * 2 + 2)
    pdfium.FPDFText_GetBoundedText(text, left, top, right, bottom, buffer, length)
    texts.push(new TextDecoder('utf-16le').decode(memory.HEAPU8.slice(buffer, buffer + length * 2)))
    memory.wasmExports.free(buffer)
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
  }
  pdfium.FPDF_CloseDocument(file)
  return texts
}

/** The letters in the element of an HTML page that has the id or class, without pictures. */
export function htmlLetters(html: string, wanted: string): string {
  const found = findElement(fromHtml(html), wanted)
  return found ? letters(textOf(found)) : ''
}

/** Every XHTML page of an EPUB in the order of its spine. */
export async function epubPages(epub: Uint8Array): Promise<readonly {readonly name: string; readonly xhtml: string}[]> {
  const zip = await JSZip.loadAsync(epub)
  const opf = await zip.file('OEBPS/content.opf')?.async('string') ?? ''
  const hrefs = new Map([...opf.matchAll(/<item\b[^>]*>/g)].map(([item]) => [/\bid="([^"]*)"/.exec(item)?.[1] ?? '', /\bhref="([^"]*)"/.exec(item)?.[1] ?? '']))
  const spine = [...opf.matchAll(/<itemref\b[^>]*idref="([^"]*)"/g)].map(([, id]) => hrefs.get(id ?? '') ?? '')
  return Promise.all(spine.map(async name => ({name, xhtml: await zip.file(`OEBPS/${name}`)?.async('string') ?? ''})))
}

/** The letters of an XHTML page, without what the given test takes for a part of its own. */
export function xhtmlLetters(xhtml: string, leaveOut: (element: Element) => boolean): string {
  const body = findElement(fromHtml(xhtml.replaceAll(/<([a-z]+)([^<>]*)\/>/g, '<$1$2></$1>').replaceAll(/<\/(?:br|img|hr|link|meta|wbr|col)>/g, '')), 'body')
  return body ? letters(textOf(body, leaveOut)) : ''
}

function findElement(node: Root | ElementContent, wanted: string): Element | undefined {
  if (node.type === 'element') {
    const classes = node.properties.className
    if (node.tagName === wanted || node.properties.id === wanted || (Array.isArray(classes) && classes.includes(wanted))) return node
  }
  for (const child of 'children' in node ? node.children : []) {
    const found = child.type === 'doctype' ? undefined : findElement(child, wanted)
    if (found) return found
  }
  return undefined
}

function textOf(node: ElementContent, leaveOut: (element: Element) => boolean = () => false): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || leaveOut(node)) return ''
  return node.children.map(child => textOf(child, leaveOut)).join('')
}

/** Every page drawn, so many px wide. */
export async function pdfPictures(pdf: Uint8Array, width: number): Promise<readonly {readonly rgba: Uint8Array; readonly width: number; readonly height: number}[]> {
  const {pdfium, memory, file} = await openPdf(pdf)
  return Array.from({length: pdfium.FPDF_GetPageCount(file)}, (_, index) => {
    const page = pdfium.FPDF_LoadPage(file, index)
    const height = Math.round(width * pdfium.FPDF_GetPageHeightF(page) / pdfium.FPDF_GetPageWidthF(page))
    const bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    const reverseByteOrder = 0x10
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, reverseByteOrder)
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap)
    const rgba = memory.HEAPU8.slice(start, start + width * height * 4)
    pdfium.FPDFBitmap_Destroy(bitmap)
    pdfium.FPDF_ClosePage(page)
    return {rgba, width, height}
  })
}

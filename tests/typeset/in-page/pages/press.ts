/** A press for tests: composes pages in a real browser, prints them, and reads the words of the PDF with their places. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {init} from '@embedpdf/pdfium'
import {build} from 'esbuild'
import type {Browser, Page} from 'puppeteer'
import puppeteer from 'puppeteer'
import {readPlaces} from '../../../../scripts/adapters/pdf.ts'
import {geometryCss, geometryOf} from '../../../../scripts/typeset/geometry.ts'
import type {PageOptions, PageRecord} from '../../../../scripts/typeset/in-page/pages/record.ts'
import {readPageRules} from '../../../../scripts/typeset/page-rules.ts'
import type {PageSize, RectanglePx} from '../../../../scripts/types.ts'

declare global {
  // The bundle puts it there.
  var pamphletPages: {composePages: (options: PageOptions) => PageRecord; finishPages: () => void}
}

const require = createRequire(import.meta.url)

/** The browser that the tests are to use; without it they are skipped. */
export const executable = process.env['PUPPETEER_EXECUTABLE_PATH']

export const a5: PageSize = {name: 'a5', widthMm: 148, heightMm: 210}

export const margins = '@page :right {margin: 7.6% 17.8% 12% 11.6%} @page :left {margin: 7.6% 11.6% 12% 17.8%} @page front {margin: 12%} @page blank {}'

const style = `
:root {--leading: 18px}
html {font: 14.4px/18px Alegreya, serif; text-rendering: geometricPrecision; line-height: var(--leading)}
body, p, h1, h2, h3, ul, ol, li, figure, blockquote, table {margin: 0; padding: 0}
p {orphans: 2; widows: 2; text-align: justify}
p + p {text-indent: 1em}
h2, h3 {break-after: avoid; break-inside: avoid; font-size: 17px; line-height: 18px; margin: 27px 0 9px}
.chapter {break-before: page}
.recto {break-before: recto}
.chapter > h2 {margin: 0; padding: 72px 0 36px; font-size: 27px; line-height: 36px}
.opening::first-letter {initial-letter: 3; margin-right: 0.09em}
.noteref {font-size: 0.68em; line-height: 0; vertical-align: baseline; position: relative; top: -0.42em; text-decoration: none; color: inherit}
ul, ol {padding-left: 1.5em; margin: 9px 0}
blockquote {margin: 9px 0 9px 1.5em; font-size: 13.4px}
figure {margin: 18px 0; break-inside: avoid}
figure.beside {float: left; width: 40%; margin: 4px 12px 4px 0}
.picture {background: #ccc}
figcaption {font-size: 12px; line-height: 16px; margin-top: 7px}
table {border-collapse: collapse; margin: 18px 0; width: 100%; font-size: 13px; line-height: 16px; border-top: 1px solid; border-bottom: 1px solid}
tr {break-inside: avoid}
th, td {text-align: left; padding: 3px 9px 3px 0; font-weight: 400}
thead th {border-bottom: 1px solid}
.note {font-size: 12px; line-height: 15px}
.front {page: front; break-before: page}
.pagebreak {break-after: page; height: 0}
`

/** A word of the PDF: its page (from 1), its left and its baseline in CSS px from the page's top left. */
export type Word = {readonly text: string; readonly page: number; readonly x: number; readonly y: number}

export type Print = {readonly record: PageRecord; readonly pdf: Uint8Array; readonly words: readonly Word[]; readonly count: number; readonly area: RectanglePx; readonly places: ReadonlyMap<string, number>; readonly composeMs: number; readonly printMs: number}

export type Press = {readonly print: (job: Job) => Promise<Print>; readonly close: () => Promise<void>}

/** `body` is HTML; notes stand in it in `.notes-source`, each with its id, and `a.noteref[href="#id"]` refers to them. */
export type Job = {readonly body: string; readonly size?: PageSize; readonly css?: string; readonly readWords?: boolean}

/** Start the browser. */
export async function startPress(): Promise<Press> {
  const browser = await puppeteer.launch({executablePath: executable ?? '', headless: 'shell', args: ['--no-sandbox', '--font-render-hinting=none']})
  const script = await bundle()
  return {print: job => print(browser, script, job), close: () => browser.close()}
}

async function bundle(): Promise<string> {
  const entry = new URL('../../../../scripts/typeset/in-page/pages/compose-pages.ts', import.meta.url).pathname
  const result = await build({entryPoints: [entry], bundle: true, write: false, format: 'iife', globalName: 'pamphletPages', target: 'chrome140'})
  return result.outputFiles[0]?.text ?? ''
}

function fontFace(weight: number, fontStyle: string): string {
  const path = require.resolve(`@fontsource/alegreya/files/alegreya-latin-${weight}-${fontStyle}.woff2`)
  return `@font-face {font-family: Alegreya; font-weight: ${weight}; font-style: ${fontStyle}; src: url(data:font/woff2;base64,${readFileSync(path).toString('base64')})}\n`
}

const fonts = fontFace(400, 'normal') + fontFace(400, 'italic') + fontFace(700, 'normal')

async function print(browser: Browser, script: string, {body, size = a5, css = '', readWords = true}: Job): Promise<Print> {
  const geometry = geometryOf(readPageRules([{text: margins + style, origin: 'theme'}]), size, undefined)
  const page = await browser.newPage()
  try {
    await page.emulateMediaType('print')
    const targets = [...new Set([...body.matchAll(/ id="?([\w-]+)/g)].map(match => match[1] ?? ''))].map(id => `<a href="#${id}">\u200B</a>`).join('')
    await page.setContent(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><style>${fonts}${style}${css}${geometryCss(geometry)}</style></head><body><div style="position: absolute; width: 0; height: 0; overflow: hidden">${targets}</div>${body}</body></html>`)
    await page.evaluate(async () => {
      await Promise.all([...document.fonts].map(face => face.load()))
      await document.fonts.ready
    })
    await page.addScriptTag({content: script})
    const areas = geometry.areas.filter(({side}) => side === 'right').map(({name, area}) => ({name, widthPx: area.widthPx, heightPx: area.heightPx}))
    const start = performance.now()
    const record = await compose(page, areas, geometry.leadingPx)
    const composed = performance.now()
    const pdf = await page.pdf({preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 120_000})
    const printed = performance.now()
    const {count, pages: places} = await readPlaces(pdf)
    const area = geometry.areas.find(({name, side}) => name === '' && side === 'right')?.area ?? {leftPx: 0, topPx: 0, widthPx: 0, heightPx: 0}
    return {record, pdf, count, area, places, words: readWords ? await wordsOf(pdf) : [], composeMs: composed - start, printMs: printed - composed}
  } finally {
    await page.close()
  }
}

async function compose(page: Page, areas: PageOptions['areas'], leadingPx: number): Promise<PageRecord> {
  return page.evaluate(options => {
    const notes = [...document.querySelectorAll('.notes-source > *')].map(note => {
      return {id: note.id, references: [...document.querySelectorAll(`a.noteref[href="#${note.id}"]`)].map(reference => reference.id)}
    })
    const record = pamphletPages.composePages({...options, notes, endnotes: '.endnotes'})
    pamphletPages.finishPages()
    return record
  }, {areas, leadingPx})
}

let engine: ReturnType<typeof startEngine> | undefined

async function startEngine() {
  const wasm = readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'))
  const module = await init({wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength)})
  module.PDFiumExt_Init()
  return module
}

type Character = {readonly text: string; readonly left: number; readonly right: number; readonly y: number; endsWord: boolean}

/** Read the words by the places of their letters alone: on a page of few lines PDFium takes text for vertical. */
export async function wordsOf(pdf: Uint8Array): Promise<readonly Word[]> {
  engine ??= startEngine()
  const pdfium = await engine
  const heap = pdfium.pdfium.wasmExports
  const at = heap.malloc(pdf.length)
  new Uint8Array(memoryOf(heap)).set(pdf, at)
  const file = pdfium.FPDF_LoadMemDocument(at, pdf.length, '')
  const words: Word[] = []
  const box = heap.malloc(32)
  for (let index = 0; index < pdfium.FPDF_GetPageCount(file); index++) {
    const page = pdfium.FPDF_LoadPage(file, index)
    const text = pdfium.FPDFText_LoadPage(page)
    const height = pdfium.FPDF_GetPageHeightF(page)
    const characters: Character[] = []
    for (let character = 0; character < pdfium.FPDFText_CountChars(text); character++) {
      const code = pdfium.FPDFText_GetUnicode(text, character)
      const before = characters.at(-1)
      if (code === 32 && before) before.endsWord = true
      if (code <= 32 || code === 0x200B || pdfium.FPDFText_IsGenerated(text, character) === 1) continue
      pdfium.FPDFText_GetLooseCharBox(text, character, box)
      const [left = 0, , right = 0] = new Float32Array(memoryOf(heap), box, 4)
      pdfium.FPDFText_GetCharOrigin(text, character, box, box + 8)
      const [, baseline = 0] = new Float64Array(memoryOf(heap), box, 2)
      characters.push({text: String.fromCodePoint(code), left: left / 0.75, right: right / 0.75, y: Math.round((height - baseline) / 0.75 * 4) / 4, endsWord: false})
    }
    words.push(...join(characters).map(word => ({...word, page: index + 1})))
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
  }
  pdfium.FPDF_CloseDocument(file)
  heap.free(at)
  heap.free(box)
  return words
}

function memoryOf(exports: object): ArrayBuffer {
  return (exports as {memory: WebAssembly.Memory}).memory.buffer
}

/** Letters of one baseline with less than a word space between them make a word. */
function join(characters: readonly Character[]): readonly Omit<Word, 'page'>[] {
  const words: {text: string; x: number; y: number; right: number; endsWord: boolean}[] = []
  for (const {text, left, right, y, endsWord} of characters.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const last = words.at(-1)
    if (last?.y === y && left - last.right < 2 && !last.endsWord) Object.assign(last, {text: last.text + text, right, endsWord})
    else words.push({text, x: left, y, right, endsWord})
  }
  return words
}

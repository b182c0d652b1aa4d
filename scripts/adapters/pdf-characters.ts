/** What the codes of a font stand for (ISO 32000-1, 9.10.3), for fonts as Chromium writes them: two bytes a code. */
import {PDFDict, PDFRawStream, type PDFObject} from '@cantoo/pdf-lib'
import {inflated} from './pdf-inflate.ts'
import {name} from './pdf-names.ts'

/** The characters of a font by code, and the code of its space, where it has one. Codes are four digits, in capitals. */
export type Characters = {readonly byCode: ReadonlyMap<string, string>; readonly space: string | undefined}

/** Make the function that finds a font's characters by the resources and the name that a page has for it; each is read once. */
export function charactersOfFonts(): (resources: PDFObject | undefined, font: string) => Characters | undefined {
  const read = new Map<PDFRawStream, Characters>()
  const found = new Map<PDFObject | undefined, Map<string, Characters | undefined>>()
  return (resources, font) => {
    const known = found.get(resources) ?? new Map<string, Characters | undefined>()
    found.set(resources, known)
    if (!known.has(font)) known.set(font, charactersOf(resources, font, read))
    return known.get(font)
  }
}

function charactersOf(resources: PDFObject | undefined, font: string, read: Map<PDFRawStream, Characters>): Characters | undefined {
  const table = wideFontOf(resources, font)?.lookup(name('ToUnicode'))
  if (!(table instanceof PDFRawStream)) return undefined
  const known = read.get(table) ?? readTable(inflated(table).toString('latin1'))
  read.set(table, known)
  return known
}

/** The names that a page has for its fonts. */
export function fontsIn(resources: PDFObject | undefined): readonly string[] {
  return fontsOf(resources)?.keys().map(key => key.decodeText()) ?? []
}

export function fontsOf(resources: PDFObject | undefined): PDFDict | undefined {
  const fonts = resources instanceof PDFDict ? resources.lookup(name('Font')) : undefined
  return fonts instanceof PDFDict ? fonts : undefined
}

/** The font of a name whose codes have two bytes. */
export function wideFontOf(resources: PDFObject | undefined, font: string): PDFDict | undefined {
  const found = fontsOf(resources)?.lookup(name(font))
  return found instanceof PDFDict && found.get(name('Encoding')) === name('Identity-H') ? found : undefined
}

/** Read a character map: single codes, and ranges that count on. */
export function readTable(text: string): Characters {
  const byCode = new Map<string, string>()
  const lines = (kind: string, line: RegExp) => [...text.matchAll(new RegExp(`begin${kind}[^]*?end${kind}`, 'g'))].flatMap(([block]) => [...block.matchAll(line)])
  for (const [, code = '', to = ''] of lines('bfchar', /<([\dA-F]{4})>\s*<([\dA-F]+)>/gi)) byCode.set(code.toUpperCase(), fromHex(to))
  for (const [, from = '', to = '', first = ''] of lines('bfrange', /<([\dA-F]{4})>\s*<([\dA-F]{4})>\s*<([\dA-F]+)>/gi)) setRange(byCode, Number.parseInt(from, 16), Number.parseInt(to, 16), first)
  const [space] = [...byCode].find(([, character]) => character === ' ') ?? []
  return {byCode, space}
}

/** Both ends have two bytes, so that the loop is short. */
function setRange(byCode: Map<string, string>, from: number, to: number, first: string): void {
  const start = fromHex(first)
  const [head, last] = [start.slice(0, -1), start.charCodeAt(start.length - 1)]
  for (let code = from; code <= to; code++) byCode.set(code.toString(16).toUpperCase().padStart(4, '0'), head + String.fromCharCode(last + code - from))
}

/** Text of UTF-16, big-endian, in hexadecimal digits. */
export function fromHex(digits: string): string {
  return (digits.match(/.{4}/g) ?? []).map(unit => String.fromCharCode(Number.parseInt(unit, 16))).join('')
}

/** Text in digits of UTF-16, big-endian, in capitals. */
export function toHex(text: string): string {
  return Array.from({length: text.length}, (_, index) => text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')).join('')
}

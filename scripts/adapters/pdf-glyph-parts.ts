/**
 * Glyphs that are a part of a letter, as the dots of Arabic ones in some faces. The text around them says what they are
 * together; for each alone the printer writes U+0000, which PDF/UA forbids (ISO 14289-1, 7.21.7).
 */
import {deflateSync} from 'node:zlib'
import {PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef} from '@cantoo/pdf-lib'
import {inflated} from './pdf-inflate.ts'
import type {MarkedStream} from './pdf-streams.ts'

const name = (text: string) => PDFName.of(text)

/** Let them say that they join: no letter more, and no end of a word (U+200D). */
export function mendGlyphParts(file: PDFDocument, streams: ReadonlyMap<number, MarkedStream>): void {
  for (const ref of new Set([...streams.values()].flatMap(tablesOf))) {
    const table = file.context.lookup(ref)
    if (!(table instanceof PDFRawStream)) continue
    const text = inflated(table).toString('latin1')
    const mended = text.replaceAll(/(<[\dA-F]{4}>\s*)<0000>(?=\s*(?:<[\dA-F]{4}>\s*<[\dA-F]+>\s*)*endbfchar)/gi, '$1<200D>')
    if (mended === text) continue
    table.dict.set(name('Filter'), name('FlateDecode'))
    file.context.assign(ref, PDFRawStream.of(table.dict, deflateSync(Buffer.from(mended, 'latin1'))))
  }
}

/** What the codes of a page's fonts stand for. */
function tablesOf({resources}: MarkedStream): readonly PDFRef[] {
  const fonts = resources instanceof PDFDict ? resources.lookup(name('Font')) : undefined
  return (fonts instanceof PDFDict ? fonts.keys() : []).flatMap(key => {
    const font = fonts instanceof PDFDict ? fonts.lookup(key) : undefined
    const table = font instanceof PDFDict ? font.get(name('ToUnicode')) : undefined
    return table instanceof PDFRef ? [table] : []
  })
}

/** Rewrites what the codes of a file's fonts stand for (ISO 32000-1, 9.10.3). */
import {deflateSync} from 'node:zlib'
import {PDFDict, type PDFDocument, PDFRawStream, PDFRef} from '@cantoo/pdf-lib'
import {inflated} from './pdf-inflate.ts'
import {name} from './pdf-names.ts'
import type {MarkedStream} from './pdf-streams.ts'

/** Put `mend` of every map in its place; one that it leaves as it is stays untouched. */
export function rewriteMaps(file: PDFDocument, streams: ReadonlyMap<number, MarkedStream>, mend: (map: string) => string): void {
  for (const ref of new Set([...streams.values()].flatMap(mapsOf))) rewriteMap(file, ref, mend)
}

/** The same for one map. */
export function rewriteMap(file: PDFDocument, ref: PDFRef, mend: (map: string) => string): void {
  const table = file.context.lookup(ref)
  if (!(table instanceof PDFRawStream)) return
  const map = inflated(table).toString('latin1')
  const mended = mend(map)
  if (mended === map) return
  table.dict.set(name('Filter'), name('FlateDecode'))
  file.context.assign(ref, PDFRawStream.of(table.dict, deflateSync(Buffer.from(mended, 'latin1'))))
}

/** The maps of a page's fonts. */
function mapsOf({resources}: MarkedStream): readonly PDFRef[] {
  const fonts = resources instanceof PDFDict ? resources.lookup(name('Font')) : undefined
  return (fonts instanceof PDFDict ? fonts.keys() : []).flatMap(key => {
    const font = fonts instanceof PDFDict ? fonts.lookup(key) : undefined
    const table = font instanceof PDFDict ? font.get(name('ToUnicode')) : undefined
    return table instanceof PDFRef ? [table] : []
  })
}

/**
 * Hyphens at the ends of lines. They are drawn with a face whose space is a hyphen; the text around each says that it is
 * a soft one, but the font itself says "space", and some programs ask only the font.
 */
import {PDFDict, type PDFDocument, PDFRef} from '@cantoo/pdf-lib'
import {rewriteMap} from './pdf-character-maps.ts'
import {name} from './pdf-names.ts'
import type {MarkedStream} from './pdf-streams.ts'

const softHyphen = '/ActualText <FEFF00AD>'

/** Let the fonts that draw soft hyphens, and nothing else, say so (ISO 32000-1, 9.10.3). */
export function mendHyphens(file: PDFDocument, streams: ReadonlyMap<number, MarkedStream>): void {
  const fonts = new Set([...streams.values()].flatMap(fontsOfHyphens))
  for (const font of fonts) {
    const ref = font.get(name('ToUnicode'))
    if (ref instanceof PDFRef) rewriteMap(file, ref, map => map.includes('beginbfrange') ? map : map.replace(/(beginbfchar\s*<[\dA-F]{4}>\s*)<0020>(\s*endbfchar)/i, '$1<00AD>$2'))
  }
}

/** The fonts that are chosen where a soft hyphen is drawn. */
function fontsOfHyphens({bytes, resources}: MarkedStream): readonly PDFDict[] {
  const fonts = resources instanceof PDFDict ? resources.lookup(name('Font')) : undefined
  const names = new Set<string>()
  for (let at = bytes.indexOf(softHyphen); at >= 0; at = bytes.indexOf(softHyphen, at + 1)) {
    names.add(/^\s*>>\s*BDC\s*\/(\S+)/.exec(bytes.toString('latin1', at + softHyphen.length, at + softHyphen.length + 80))?.[1] ?? '')
  }
  return [...names].flatMap(font => {
    const found = fonts instanceof PDFDict ? fonts.lookup(name(font)) : undefined
    return found instanceof PDFDict ? [found] : []
  })
}

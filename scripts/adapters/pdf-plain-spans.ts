/**
 * Spans that say of a glyph what its font says by now, and those that stand for a word joiner, which is not seen. Some
 * programs that read a file aloud take such a span for the end of the words around it, and no word is found by a search
 * that has a joiner in it.
 */

const fontOrSpan = /\/(\S+) \S+ Tf|\/Span\s*<<\s*\/ActualText <feff([\dA-F]{4})>\s*>>\s*BDC\s((?:\S+ \S+ Td )?<([\dA-F]{4})> Tj\s)EMC\s/gi

/** What a font of the stream's says that a code of four digits, in capitals, stands for. */
export type Says = (font: string, code: string) => string | undefined

const wordJoiner = '2060'

/** Take the spans off, and leave what they hold, of a word joiner its place alone. Gives the same bytes where there is nothing to change. */
export function plainSpans(bytes: Buffer, says: Says): Buffer {
  if (!bytes.includes('/ActualText')) return bytes
  const text = bytes.toString('latin1')
  let font = ''
  const changed = text.replaceAll(fontOrSpan, (whole, chosen: string | undefined, actual: string | undefined, held: string | undefined, code: string | undefined) => {
    font = chosen ?? font
    if (actual === undefined || held === undefined || code === undefined) return whole
    if (actual === wordJoiner) return held.replace(/<[\dA-F]{4}> Tj\s$/i, '')
    return says(font, code.toUpperCase()) === String.fromCharCode(Number.parseInt(actual, 16)) ? held : whole
  })
  return changed === text ? bytes : Buffer.from(changed, 'latin1')
}

/**
 * Spans that say of a glyph what its font says or could say, and those that stand for a word joiner, which is not seen. Some
 * programs that read a file aloud take such a span for the end of the words around it (Poppler's structure text ends
 * there), and no word is found by a search that has a joiner in it.
 */
import {fromHex, toHex} from './pdf-characters.ts'

const fontOrSpan = /\/(\S+) (\S+) Tf|\/Span\s*<<\s*\/ActualText <feff((?:[\dA-F]{4}){1,4})>\s*>>\s*BDC\s((?:\/(\S+) (\S+) Tf\s)?(?:(?:\S+ ){6}Tm\s)?)((?:(?:\S+ \S+ Td )?<[\dA-F]{4}> Tj\s){1,4})EMC\s/gi

/** What a font of the stream's says that a code of four digits, in capitals, stands for. */
export type Says = (font: string, code: string) => string | undefined

/** Names a font that draws as one of the stream's does, and says something else of a code; both in digits of UTF-16, in capitals. */
export type TwinFor = (font: string, code: string, actual: string) => string | undefined

const [wordJoiner, softHyphen] = ['2060', '00AD']

/** A span: what it says in digits, the font that it brings with it, if any, and where it stands, and its glyphs. */
type Span = {readonly actual: string; readonly ownFont: string | undefined; readonly place: string; readonly shown: string}

/** Take the spans off, and leave what they hold, in a font that says the same; of a word joiner its place alone. Gives the same bytes where there is nothing to change. */
export function plainSpans(bytes: Buffer, says: Says, twinFor: TwinFor): Buffer {
  if (!bytes.includes('/ActualText')) return bytes
  const text = saidInHexadecimal(bytes.toString('latin1'))
  let [font, size] = ['', '']
  const changed = text.replaceAll(fontOrSpan, (whole: string, ...groups: readonly (string | undefined)[]) => {
    const [chosen, height, actual, place = '', ownFont, ownSize, shown = ''] = groups;
    [font, size] = [chosen ?? ownFont ?? font, height ?? ownSize ?? size]
    return actual === undefined ? whole : withoutSpan({actual: actual.toUpperCase(), ownFont, place, shown}, {font, size}, says, twinFor) ?? whole
  })
  return changed === text ? bytes : Buffer.from(changed, 'latin1')
}

function withoutSpan({actual, ownFont, place, shown}: Span, {font, size}: {readonly font: string; readonly size: string}, says: Says, twinFor: TwinFor): string | undefined {
  // A hyphen at a line's end brings its font with it, and nothing stands behind it.
  if (actual === softHyphen && ownFont !== undefined) return undefined
  if (actual === wordJoiner) return place + shown.replaceAll(/<[\dA-F]{4}> Tj\s/gi, '')
  const [code = '', ...more] = Array.from(shown.matchAll(/<(.{4})> Tj/g), ([, digits = '']) => digits.toUpperCase())
  if ([code, ...more].map(each => says(font, each) ?? '').join('') === fromHex(actual)) return place + shown
  const twin = more.length > 0 ? undefined : twinFor(font, code, actual)
  return twin && `${place}/${twin} ${size} Tf ${shown}/${font} ${size} Tf\n`
}

/** What a span stands for is said in letters where they are of ASCII, as a mirrored bracket is: its own brackets would hide where a string ends. */
export function saidInHexadecimal(text: string): string {
  return text.replaceAll(/\/ActualText \(((?:\\[()\\]|[^()\\])*)\)/g, (_, said: string) => `/ActualText <FEFF${toHex(said.replaceAll(/\\(.)/g, '$1'))}>`)
}

/** Glyphs that stand for less than a letter, or for more than one character: what they say alone. */
import {toHex} from './pdf-characters.ts'

/**
 * Parts of a letter, as the dots of Arabic ones in some faces. The text around them says what they are together; for each
 * alone the printer writes U+0000, which PDF/UA forbids (ISO 14289-1, 7.21.7). So they say that they join: no letter more,
 * and no end of a word (U+200D).
 */
export function joinParts(map: string): string {
  return map.replaceAll(/(<[\dA-F]{4}>\s*)<0000>(?=\s*(?:<[\dA-F]{4}>\s*<[\dA-F]+>\s*)*endbfchar)/gi, '$1<200D>')
}

/** Two characters that one glyph draws: the printer says the first of them, most texts mean the second. */
export type Twins = readonly [string, string]

const known: readonly Twins[] = [['\u02BC', '\u2019'], ['\u00B5', '\u03BC']]

/** The twins of which a text has only the second, or none. */
export function twinsMeant(text: string): readonly Twins[] {
  return known.filter(([first]) => !text.includes(first))
}

/** Let single codes of the first say the second. */
export function sayTwins(map: string, twins: readonly Twins[]): string {
  return twins.reduce((told, [first, second]) => told.replaceAll(new RegExp(`(<[\\dA-F]{4}>\\s*)<${toHex(first)}>(?=\\s*(?:<[\\dA-F]{4}>\\s*<[\\dA-F]+>\\s*)*endbfchar)`, 'gi'), `$1<${toHex(second)}>`), map)
}

/** Straight quotation marks become those of the language; pairs of which one mark is straight and one is not are told. */
import {apostrophe, doublePrime, prime} from './characters.ts'
import type {Edit} from './edits.ts'
import type {Language, Quotes} from './languages.ts'
import type {Mark} from './quote-marks.ts'
import type {Reading} from './quote-pairs.ts'
import {readQuotes} from './quote-pairs.ts'

/** A pair of which one mark is straight: where that one stands, what answers it, and what it should have been. */
export type MixedPair = {
  readonly index: number
  readonly straight: string
  readonly side: 'opening' | 'closing'
  readonly typographic: string
  readonly expected: string
}

type Level = 'primary' | 'secondary'
type LanguageAt = (index: number) => Language

/** Set the quotation marks of a text. The language is that of the opening mark, so that a pair never mixes two. */
export function setQuotes(text: string, languageAt: LanguageAt): {edits: readonly Edit[]; mixed: readonly MixedPair[]} {
  if (!/["']/.test(text)) return {edits: [], mixed: []}
  const readings = readQuotes(text, index => languageAt(index).words.elisions)
  const levels = levelsOf(readings, languageAt)
  const edits: Edit[] = []
  const mixed: MixedPair[] = []
  readings.forEach((reading, order) => {
    const {mark: {index, straight}, role} = reading
    if (!straight || role === 'as typed') return
    const partner = reading.partner === undefined ? undefined : readings[reading.partner]?.mark
    const glyph = glyphOf(reading, partner, levels[order] ?? 'primary', languageAt)
    edits.push({start: index, end: index + 1, text: glyph})
    mixed.push(...mixedPair(reading, partner, glyph))
  })
  return {edits, mixed}
}

/** The level of each mark: a closing one has that of its opening one. What nothing closes encloses nothing. */
function levelsOf(readings: readonly Reading[], languageAt: LanguageAt): readonly Level[] {
  const enclosing: (number | undefined)[] = []
  const levels: Level[] = []
  readings.forEach(({mark, role, parent, partner}) => {
    const around = parent === undefined || readings[parent]?.partner !== undefined ? parent : enclosing[parent]
    enclosing.push(around)
    const opened = role === 'close' && partner !== undefined ? levels[partner] : undefined
    levels.push(opened ?? levelOf(mark, languageAt(mark.index).quotes, around === undefined ? undefined : levels[around]))
  })
  return levels
}

function levelOf({straight, character, family}: Mark, quotes: Quotes, around: Level | undefined): Level {
  if (!straight) return character === quotes.secondary[0] ? 'secondary' : 'primary'
  if (around === undefined || quotes.level === 'kind') return family === 'double' ? 'primary' : 'secondary'
  return around === 'primary' ? 'secondary' : 'primary'
}

function glyphOf({mark, role}: Reading, partner: Mark | undefined, level: Level, languageAt: LanguageAt): string {
  if (role === 'apostrophe') return apostrophe
  if (role === 'prime') return mark.family === 'double' ? doublePrime : prime
  const opener = role === 'close' && partner ? partner : mark
  const {quotes} = languageAt(opener.index)
  const side = role === 'open' ? 0 : 1
  return partner && !partner.straight ? answerTo(partner.character, side, quotes) : quotes[level][side]
}

const closers: Readonly<Record<string, string>> = {'“': '”', '„': '“', '‟': '”', '”': '”', '«': '»', '»': '«', '‘': '’', '‚': '‘', '‛': '’', '‹': '›', '›': '‹'}
const openers: Readonly<Record<string, string>> = {'”': '“', '“': '„', '»': '«', '«': '»', '’': '‘', '‘': '‚', '›': '‹', '‹': '›'}

/** The mark that makes a pair with a typographic one: the language's where it has the pair, else the common one. */
function answerTo(typographic: string, side: 0 | 1, {primary, secondary}: Quotes): string {
  const pair = [primary, secondary].find(candidate => candidate[1 - side] === typographic)
  return pair?.[side] ?? (side === 0 ? openers : closers)[typographic] ?? typographic
}

function mixedPair({mark, role}: Reading, partner: Mark | undefined, expected: string): readonly MixedPair[] {
  if (!partner || partner.straight) return []
  const side = role === 'open' ? 'opening' : 'closing'
  return [{index: mark.index, straight: mark.character, side, typographic: partner.character, expected}]
}

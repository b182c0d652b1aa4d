/** What is said of characters that the theme's faces lack. */
import {message} from '../messages.ts'
import type {Message, Place} from '../types.ts'

/** Of more characters a message names only the first. */
const mostNamed = 8

/** Where characters stand first, how often each stands in the text, the face that shows each (none if none does), the sequences that are one sign, and the theme's family. */
type Substituted = {readonly taken: ReadonlyMap<number, string>; readonly places: ReadonlyMap<number, Place>; readonly counts: ReadonlyMap<number, number> | undefined; readonly sequences: readonly string[]; readonly family: string}

/** Say which characters no face shows, each by itself, and which another face shows: those of a file together, at the first. */
export function substitutionsOf(codes: readonly number[], substituted: Substituted): readonly Message[] {
  const {taken, places} = substituted
  const placed = (code: number): Place => places.get(code) ?? {file: '.'}
  const shown = codes.filter(code => taken.has(code)).toSorted((a, b) => compare(placed(a), placed(b)))
  const groups = Map.groupBy(shown, code => placed(code).file)
  return [...codes.filter(code => !taken.has(code)).map(code => missing(code, placed(code), substituted)), ...[...groups.values()].flatMap(group => replaced(group, substituted))]
}

function missing(code: number, place: Place, substituted: Substituted): Message {
  return message('missing-glyph', place, `Unexpected character ${nameOf(code, place, substituted)}, expected one that a font of the theme or a fallback has`, 'Write it in another way, or name a font that has it in a style sheet of your own (`--style`).')
}

function replaced(codes: readonly number[], substituted: Substituted): readonly Message[] {
  const [first] = codes
  if (first === undefined) return []
  const place = substituted.places.get(first) ?? {file: '.'}
  const names = [...new Set(codes.map(code => nameOf(code, place, substituted)))]
  const faces = [...new Set(codes.map(code => substituted.taken.get(code)))].join(', ')
  if (names.length === 1) return [message('fallback-font', place, `Unexpected character ${names.join('')}, expected one that ${substituted.family} has; it was set in ${faces}`, 'Look at it on the page, or write it in another way.')]
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ''
  return [message('fallback-font', place, `Unexpected characters ${names.slice(0, mostNamed).join(', ')}${more}, expected ones that ${substituted.family} has; they were set in ${faces}`, 'Look at them on the page, or write them in another way.')]
}

/** A character with its number, and what else helps to find it; a sequence as the one sign that it is. */
function nameOf(code: number, {line}: Place, {places, counts, sequences}: Substituted): string {
  const character = String.fromCodePoint(code)
  const whole = sequences.find(sequence => sequence.includes(character))
  if (whole !== undefined) return `\`${whole}\``
  const count = counts?.get(code) ?? 1
  const own = places.get(code)?.line
  const parts = [`U+${code.toString(16).toUpperCase().padStart(4, '0')}`, ...count > 1 ? [`${count} times`] : [], ...own !== undefined && own !== line ? [`line ${own}`] : []]
  return `\`${character}\` (${parts.join(', ')})`
}

function compare(a: Place, b: Place): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

/** A script that nothing here shows is one message, however many letters it has; `letters` in the order of the text. */
export function unknownLetters(letters: readonly number[], places: ReadonlyMap<number, Place>): readonly Message[] {
  const [first] = letters
  if (first === undefined) return []
  const named = letters.slice(0, mostNamed).map(code => `\`${String.fromCodePoint(code)}\``).join(', ')
  const more = letters.length > mostNamed ? ` and ${letters.length - mostNamed} more` : ''
  return [message('missing-glyph', places.get(first) ?? {file: '.'}, `Unexpected ${letters.length === 1 ? 'letter' : 'letters'} ${named}${more}, expected letters that a font of the theme has, or of the scripts that can be installed`, 'Name a font that has them in a style sheet of your own (`--style`), or write them in another way.')]
}

/** What is said of characters that the theme's faces lack. */
import {message} from '../messages.ts'
import type {Message, Place} from '../types.ts'
import type {Use} from './characters.ts'

/** Of more characters a message names only the first. */
const mostNamed = 8

/** Where characters stand first, how often each is used, the face that shows each (none if none does), the sequences that are one sign, and the theme's family. */
type Substituted = {readonly taken: ReadonlyMap<number, string>; readonly places: ReadonlyMap<number, Use>; readonly counts: ReadonlyMap<number, number> | undefined; readonly sequences: readonly string[]; readonly family: string}

/** Say which characters no face shows, each by itself, and which another face shows: those of a file or a drawing together, at the first. */
export function substitutionsOf(codes: readonly number[], substituted: Substituted): readonly Message[] {
  const {taken, places} = substituted
  const shown = codes.filter(code => taken.has(code)).toSorted((a, b) => compare(placeOf(places.get(a)), placeOf(places.get(b))))
  const groups = Map.groupBy(shown, code => `${placeOf(places.get(code)).file}${whereIn(places.get(code))}`)
  return [...codes.filter(code => !taken.has(code)).map(code => missing(code, substituted)), ...[...groups.values()].flatMap(group => replaced(group, substituted))]
}

/** The place alone of a use; the manuscript where none is known. */
export function placeOf({drawing: _, ...place}: Use = {file: '.'}): Place {
  return place
}

/** What a message says after a character that only a drawing has: the place is where the drawing is named. */
export function whereIn(use: Use | undefined): string {
  return use?.drawing === undefined ? '' : ` in the drawing \`${use.drawing}\``
}

/** What helps where no face has a character: a style sheet reaches no drawing. */
function remedyFor(use: Use | undefined): string {
  return use?.drawing === undefined ? 'Write it in another way, or name a font that has it in a style sheet of your own (`--style`).' : 'Write it in another way, or turn the lettering of the drawing into outlines.'
}

function missing(code: number, substituted: Substituted): Message {
  const use = substituted.places.get(code)
  return message('missing-glyph', placeOf(use), `Unexpected character ${nameOf(code, placeOf(use), substituted)}${whereIn(use)}, expected one that a font of the theme or a fallback has`, remedyFor(use))
}

function replaced(codes: readonly number[], substituted: Substituted): readonly Message[] {
  const [first] = codes
  if (first === undefined) return []
  const use = substituted.places.get(first)
  const [place, where] = [placeOf(use), whereIn(use)]
  const names = [...new Set(codes.map(code => nameOf(code, place, substituted)))]
  const faces = [...new Set(codes.map(code => substituted.taken.get(code)))].join(', ')
  if (names.length === 1) return [message('fallback-font', place, `Unexpected character ${names.join('')}${where}, expected one that ${substituted.family} has; it was set in ${faces}`, 'Look at it on the page, or write it in another way.')]
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ''
  return [message('fallback-font', place, `Unexpected characters ${names.slice(0, mostNamed).join(', ')}${more}${where}, expected ones that ${substituted.family} has; they were set in ${faces}`, 'Look at them on the page, or write them in another way.')]
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

/** A script that nothing here shows is one message in the text and one in each drawing, however many letters it has; `letters` in the order of the text. */
export function unknownLetters(letters: readonly number[], places: ReadonlyMap<number, Use>): readonly Message[] {
  const groups = Map.groupBy(letters, code => whereIn(places.get(code)))
  return [...groups].map(([where, group]) => unknownIn(where, group, places.get(group[0] ?? 0)))
}

function unknownIn(where: string, letters: readonly number[], use: Use | undefined): Message {
  const named = letters.slice(0, mostNamed).map(code => `\`${String.fromCodePoint(code)}\``).join(', ')
  const more = letters.length > mostNamed ? ` and ${letters.length - mostNamed} more` : ''
  const remedy = where === '' ? 'Name a font that has them in a style sheet of your own (`--style`), or write them in another way.' : 'Turn the lettering of the drawing into outlines, or write them in another way.'
  return message('missing-glyph', placeOf(use), `Unexpected ${letters.length === 1 ? 'letter' : 'letters'} ${named}${more}${where}, expected letters that a font of the theme has, or of the scripts that can be installed`, remedy)
}

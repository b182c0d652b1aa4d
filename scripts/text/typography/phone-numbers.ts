/** Telephone numbers and thousands are set in groups, and no line breaks between them: `020 7946 0018`, `(212) 555-0142`, `12 000`. */
import {joinedClass, noBreakSpace} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'

// A stroke that stands alone is hidden, as an address is.
const country = String.raw`\+\d{1,3}(?: \(0\))?`
const area = String.raw`\(0?\d{2,5}\)|0\d{1,5}`
const group = String.raw`\d{2,6}(?:[-/]\d{2,6})*`
const telephone = String.raw`(?:${country}(?: (?:\(\d{1,5}\)|\d{1,6}))?|${area})(?: ?[/\uFFFC] ?| )${group}(?: ${group}){0,5}`
const thousands = String.raw`\d{1,3}(?: \d{3})+`
const grouped = new RegExp(String.raw`(?<![.,:(${joinedClass}])(?:${telephone}|${thousands})(?![${joinedClass}]|[.,:]\d)`, 'gu')

const label = String.raw`(?<!\p{L})(?:Tel|Telephone|Telefon|Telefono|Teléfono|Telefax|Téléphone|Tél|Tfno|Tlf|Phone|Fax|Mobile|Mobil|Mob(?=\.)|WhatsApp|Тел|Телефон|Факс|Τηλ)`
const labelled = new RegExp(String.raw`${label}\.?:?[ \n](?=[+(]?\d)`, 'giu')

/** As anybody writes a number: behind its name whatever it begins with, else with a nought or a country's code and groups. */
const dialled = new RegExp(String.raw`(?:${label}\.?:?\s{0,2}(?=[+(]?\d)|(?<![.,:${joinedClass}])(?=\+\d|\(?0\d))[\d+()/\uFFFC \u00A0.-]{5,40}`, 'giu')

/** A telephone number's place in a text, from its name or first figure to before `end`. */
export type Stretch = {readonly start: number; readonly end: number}

/** Find what is dialled: its hyphens are part of it, and give no range. */
export function telephoneNumbers(text: string): readonly Stretch[] {
  if (!/\d/.test(text)) return []
  return [...text.matchAll(dialled)].filter(({0: number}) => isDialled(number)).map(({index: start, 0: number}) => ({start, end: start + number.length}))
}

/** Six figures at least where it has no name, and no times: `09.00-17.00`. */
function isDialled(number: string): boolean {
  return /^\p{L}/u.test(number) || (number.match(/\d/g)?.length ?? 0) >= 6 && !/^\(?\d\d\.\d\d ?- ?\d\d\.\d\d(?!\d)/.test(number)
}

/** The number of a bank account, with a break behind the fourth group where it is longer than a column may be. */
const account = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: [A-Z\d]{4}){2,7}(?: [A-Z\d]{1,3})?(?![\p{L}\p{N}])/gu
const longestAccount = 27
const halfAccount = 19
/** `4. 7. 1849`, `am 3. 4. 1920`. */
const date = /(?<![\p{L}\p{N}.,])(?:0?[1-9]|[12]\d|3[01])\. (?:0?[1-9]|1[0-2])\. \d{4}(?!\d)/gu

/** Bind the groups of a number, of an account and of a date, and the name before it: `Tel. 020 7946 0018`. */
export function bindGroups(text: string): readonly Edit[] {
  if (!/\d/.test(text)) return []
  const accounts = /[A-Z]{2}\d{2} /.test(text) ? stretchesOf(text, account) : []
  const numbers = [.../[\d)][ /\uFFFC]{1,3}[\d(]/.test(text) ? stretchesOf(text, grouped) : [], .../\d\. \d{1,2}\. \d/.test(text) ? stretchesOf(text, date) : []]
  const apart = numbers.filter(({start, end}) => !accounts.some(one => start < one.end && end > one.start))
  return [
    ...apart.flatMap(({start, end}) => spacesIn(text, start, end)),
    ...accounts.flatMap(({start, end}) => spacesIn(text, start, end).filter(space => end - start <= longestAccount || space.start !== start + halfAccount)),
    ...editMatches(text, labelled, ({index, 0: name}) => bind(index + name.length - 1))
  ].toSorted((a, b) => a.start - b.start)
}

function stretchesOf(text: string, pattern: RegExp): readonly Stretch[] {
  return [...text.matchAll(pattern)].map(({index: start, 0: typed}) => ({start, end: start + typed.length}))
}

function spacesIn(text: string, start: number, end: number): readonly Edit[] {
  return editMatches(text.slice(start, end), / /g, ({index}) => bind(start + index))
}

function bind(index: number): Edit {
  return {start: index, end: index + 1, text: noBreakSpace}
}

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

/** Bind the groups of a number. */
export function bindGroups(text: string): readonly Edit[] {
  return [...text.matchAll(grouped)].flatMap(({index, 0: number}) => editMatches(number, / /g, space => ({start: index + space.index, end: index + space.index + 1, text: noBreakSpace})))
}

/** Hebrew marks abbreviations and numbers with signs of its own, which are typed as quotation marks: צה"ל, ג'. */
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Language} from './languages.ts'

const marked = /(?<=\p{Script=Hebrew}\p{M}*)(?:"(?=\p{Script=Hebrew})|'(?=\p{Script=Hebrew}|[\s.,;:!?)-]|$))/gu

/** Set a double mark between two letters and a single one behind a letter; each is one character, as before. */
export function setGershayim(text: string, {gershayim}: Language): readonly Edit[] {
  if (!gershayim) return []
  return editMatches(text, marked, ({index, 0: typed}) => ({start: index, end: index + 1, text: typed === '"' ? '\u05F4' : '\u05F3'}))
}

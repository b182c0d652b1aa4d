/** What a rule makes of a text: a list of replacements. The text itself is changed in one place only. */
import type {Language} from './languages.ts'

/** Replace the characters from `start` to before `end` (never none) by `text`. */
export type Edit = {readonly start: number; readonly end: number; readonly text: string}

/** A rule reads a block's text and says what to replace, in order and without overlaps. It changes nothing itself. */
export type Rule = (text: string, language: Language) => readonly Edit[]

/** Make an edit for every match of a pattern (with the flag `g`) for which `replace` gives one. */
export function editMatches(text: string, pattern: RegExp, replace: (match: RegExpExecArray) => Edit | undefined): readonly Edit[] {
  return [...text.matchAll(pattern)].flatMap(match => replace(match) ?? [])
}

/** Two and three hyphens, and a hyphen between spaces, become dashes. */
import {isDigit, isSpace, isTypedSpace, isWord, lineBreak} from './characters.ts'
import {hasPartner} from './dash-pairs.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Dash, Language} from './languages.ts'
import {areYears, isYear} from './ranges.ts'
import {areNumerals} from './roman-ranges.ts'
import {spacedRanges} from './spaced-ranges.ts'

const enDash = '–'
const emDash = '—'

/** With one of these beside it a run of hyphens is an arrow, a rule or code. */
const codeBefore = '<=|+/\\_~–—'
const codeAfter = '>=|+*/\\_~–—'
const spacedHyphen = new RegExp(`(?<=[ \\n])-(?=[ \\n,;:.!?${lineBreak}]|$)`, 'g')
const longestAmount = 14
const wordEnd = '.,;:!?…)]}”’»“‘›″′%°'
const wordStart = '([{“‘«„‚‹¿¡…$£€§'

/** Set runs of two and three hyphens; longer runs and arrows stay. */
export function setDashes(text: string, {dash}: Language): readonly Edit[] {
  if (!text.includes('--')) return []
  return editMatches(text, /(?<!-)-{2,3}(?!-)/g, ({index: start, 0: run}) => {
    const end = start + run.length
    if (isCode(text, start, end)) return undefined
    return run === '--' ? enOrEm(text, start, dash) : spacedOrNot(text, start, end, dash, emDash)
  })
}

function enOrEm(text: string, start: number, dash: Dash): Edit | undefined {
  const end = start + 2
  if (isBetweenFigures(text, start, end) || isSpacedRange(text, start, end) || isBetweenPrices(text, start, end)) return {start, end, text: enDash}
  if (!dash.clings && isOption(text, start, end)) return undefined
  return spacedOrNot(text, start, end, dash, isSpacedAt(text, start, end) ? dash.spaced : dash.unspaced)
}

/** `$7.50--$10.00` is a range too. */
function isBetweenPrices(text: string, start: number, end: number): boolean {
  return /[\d\p{Sc}]$/u.test(text.slice(Math.max(0, start - 1), start)) && /^\p{Sc}?\d/u.test(text.slice(end, end + 2))
}

/** What the author spaced stays spaced, save where the language closes it up. */
function spacedOrNot(text: string, start: number, end: number, {closeUp}: Dash, mark: string): Edit {
  const isTyped = isTypedSpace(text.charAt(start - 1)) && isTypedSpace(text.charAt(end))
  const close = closeUp && isTyped && isBetweenWords(text, start - 1, end + 1)
  return close ? {start: start - 1, end: end + 1, text: emDash} : {start, end, text: mark}
}

function isSpacedAt(text: string, start: number, end: number): boolean {
  return isSpace(text.charAt(start - 1)) && isSpace(text.charAt(end))
}

/** Set a single hyphen between spaces, where it stands between words and not in a sum, and behind words at the end of a line. */
export function setSpacedHyphens(text: string, {dash, words: {short, beforeNumber}}: Language): readonly Edit[] {
  if (!text.includes(' -') && !text.includes('\n-')) return []
  const ranges = spacedRanges(text)
  return editMatches(text, spacedHyphen, ({index}) => {
    if (ranges.has(index)) return {start: index, end: index + 1, text: enDash}
    if (endsParenthesis(text, index)) return {start: index, end: index + 1, text: dash.hyphen}
    if (isAtLineEnd(text, index)) return endsWords(text, index - 1, short) ? {start: index, end: index + 1, text: dash.hyphen} : undefined
    if (!isBetweenWords(text, index - 1, index + 2)) return undefined
    const before = termBefore(text, index - 1)
    const after = termAfter(text, index + 2)
    if (areYears(before, after) || areNumerals(before, after) || isNamedRange(text, index, beforeNumber)) return {start: index, end: index + 1, text: enDash}
    return isTerm(before, short) && isTerm(after, short) && isInSum(text, index, before, after) ? undefined : {start: index, end: index + 1, text: dash.hyphen}
  })
}

/** `Dit-il - sans rire -, et`: right before a comma or another mark, where a word stands before it and a hyphen or a dash began the parenthesis. */
function endsParenthesis(text: string, index: number): boolean {
  if (!/^[,;:.!?]/.test(text.charAt(index + 1))) return false
  return /\p{L}{2}[\p{L}”"’»)]*[ \n]$/u.test(text.slice(Math.max(0, index - 8), index)) && /\p{L}[\p{P}]?[ \n](?:-|–|—)[ \n][^-–—]{1,200}$/u.test(text.slice(Math.max(0, index - 206), index))
}

/** `p. 12 - 15`. */
function isNamedRange(text: string, index: number, beforeNumber: ReadonlySet<string>): boolean {
  const [, word] = /(\S+)[ \n]\d{1,4}[ \n]$/.exec(text.slice(Math.max(0, index - 18), index)) ?? []
  return word !== undefined && beforeNumber.has(word) && /^[ \n]\d{1,4}(?![\p{L}\p{N}])/u.test(text.slice(index + 1, index + 7))
}

/** `in 1917 - 25 men`, `at 5:30 - 150`: nothing is taken from a year or an hour, if no sum is written out. */
function isTimeBefore(text: string, index: number, before: string, after: string): boolean {
  const isHour = /(?<![\d.,:])(?:[01]?\d|2[0-4]):[0-5]\d[ \n]$/.test(text.slice(Math.max(0, index - 7), index))
  const isSum = text.slice(Math.max(0, index - 20), index + 20).includes('=')
  return !isSum && (isHour || isYear(before) && !isYear(after)) && /^\d/.test(after)
}

/** Between two terms a hyphen is a minus, but behind a year, and where it is one of the two round a parenthesis. */
function isInSum(text: string, index: number, before: string, after: string): boolean {
  return !isTimeBefore(text, index, before, after) && !hasPartner(text, index, index + 1)
}

/** A line that the author ended, as of verse, or the last of its block. */
function isAtLineEnd(text: string, index: number): boolean {
  return new RegExp(`^[ \\n]*(?:${lineBreak}|$)`).test(text.slice(index + 1, index + 4))
}

/** Tell whether words end before `end`, and not a mark such as `A -` or a sum. */
function endsWords(text: string, end: number, short: ReadonlySet<string>): boolean {
  const before = text.charAt(end - 1)
  return before !== '' && (isWord(before) || wordEnd.includes(before)) && !isTerm(termBefore(text, end), short)
}

function isCode(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  return (before !== '' && codeBefore.includes(before)) || (after !== '' && codeAfter.includes(after)) || text.slice(Math.max(0, start - 2), start) === '<!'
}

/** `--strict` behind a space is how a program's option looks. */
function isOption(text: string, start: number, end: number): boolean {
  return isSpace(text.charAt(start - 1)) && /[a-z]/.test(text.charAt(end))
}

function isBetweenFigures(text: string, start: number, end: number): boolean {
  return isDigit(text.charAt(start - 1)) && isDigit(text.charAt(end))
}

/** `1914 -- 1918`: spaces make a dash, but between figures that go on from each other, where it is half of no pair. */
function isSpacedRange(text: string, start: number, end: number): boolean {
  if (text.charAt(start - 1) !== ' ' || text.charAt(end) !== ' ') return false
  const first = /\d[\d.,:]*(?= $)/.exec(text.slice(Math.max(0, start - longestAmount), start))?.[0] ?? ''
  const second = /(?<=^ )\d(?:[\d.,:]*\d)?/.exec(text.slice(end, end + longestAmount))?.[0] ?? ''
  return goesOn(first.replace(/\D/g, ''), second.replace(/\D/g, '')) && !hasPartner(text, start, end)
}

/** Behind a year comes a year, behind a number a greater one of its size. */
function goesOn(first: string, second: string): boolean {
  if (first === '' || second === '' || second.length > first.length + 1) return false
  return isYear(first) ? areYears(first, second) : Number(first) < Number(second)
}

/** Tell whether what ends before `start` and what begins at `end` look like two words of a sentence. */
function isBetweenWords(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  return before !== '' && (isWord(before) || wordEnd.includes(before)) && after !== '' && (isWord(after) || wordStart.includes(after))
}

/** Figures or a single letter that is no word: what stands in a sum, a formula or a score. */
function isTerm(term: string, words: ReadonlySet<string>): boolean {
  return /^(?:\p{N}+|\p{L})$/u.test(term) && !words.has(term.toLowerCase())
}

function termBefore(text: string, end: number): string {
  return /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, end - 5), end))?.[0] ?? ''
}

function termAfter(text: string, start: number): string {
  return /^[\p{L}\p{N}]*/u.exec(text.slice(start, start + 5))?.[0] ?? ''
}

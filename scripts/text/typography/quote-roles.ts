/** What each quotation mark of a text does: it opens, closes, stands for letters left out, or counts feet and inches. */
import {isDigit} from './characters.ts'
import type {Mark} from './quote-marks.ts'

export type Role = 'open' | 'close' | 'apostrophe' | 'prime' | 'as typed'

/** What is known where a mark stands. `next` and `afterNext`: the marks of its family that follow, not inside words. */
export type Situation = {
  readonly text: string
  readonly mark: Mark
  /** The mark of its family that is open here. */
  readonly open: Mark | undefined
  readonly next: Mark | undefined
  readonly afterNext: Mark | undefined
  readonly previous: Mark | undefined
  readonly elisions: ReadonlySet<string>
}

/** Tell what a mark does. */
export function roleOf(situation: Situation): Role {
  const {mark} = situation
  if (mark.family === 'double') return mark.straight ? doubleRole(situation) : curlyDoubleRole(situation)
  if (mark.inWord) return inWordRole(situation)
  return mark.straight ? singleRole(situation) : curlySingleRole(situation)
}

// -------------------------------------------------------------------------------------------------- double marks

function doubleRole(situation: Situation): Role {
  const {mark, open} = situation
  if (isInch(situation)) return 'prime'
  if (mark.before !== 'ink' && mark.after === 'ink') return 'open'
  // A ditto mark, a slip: only what is open can tell.
  if (mark.before === 'space' && mark.after === 'space') return open?.straight ? 'close' : 'as typed'
  return open ? 'close' : loneDoubleRole(mark)
}

function loneDoubleRole({before, after}: Mark): Role {
  if (before === 'space') return 'open'
  if (before === 'punctuation') return after === 'space' ? 'close' : 'open'
  return after === 'ink' ? 'open' : 'close'
}

/** Inches follow a figure where no quotation is open, or where another mark is there to close the open one. */
function isInch({text, mark, open, next}: Situation): boolean {
  if (!isMeasure(text, mark.index)) return false
  return open === undefined || (next !== undefined && closes(next) && next.straight === open.straight)
}

/** No measure in feet or inches has four figures; a year before a closing mark has. */
function isMeasure(text: string, index: number): boolean {
  return /(?:^|[^\p{L}\p{N}])(?:\d{1,3}|\d{0,3}[½¼¾])$/u.test(text.slice(Math.max(0, index - 5), index))
}

const closersByOpener: ReadonlyMap<string, string> = new Map([
  ['“', '”'], ['„', '“”'], ['‟', '”'], ['”', '”'], ['«', '»'], ['»', '«'],
  ['‘', '’'], ['‚', '‘’'], ['‛', '’'], ['’', '’'], ['‹', '›'], ['›', '‹']
])

/** Tell whether a typographic mark is one that closes what `opener` opened; what a straight mark opened, any closes. */
function answers(closer: Mark, opener: Mark): boolean {
  return opener.straight || (closersByOpener.get(opener.character) ?? '').includes(closer.character)
}

function curlyDoubleRole(situation: Situation): Role {
  const {mark, open} = situation
  if (mark.character === '„' || mark.character === '‟') return 'open'
  if (mark.character === '“' || mark.character === '«') return closesTypographic(situation) || (open?.straight && closes(mark)) ? 'close' : 'open'
  return eitherWayRole(situation)
}

/** Marks that open in one language and close in another: what is open decides, then the side that the word is on. */
function eitherWayRole(situation: Situation): Role {
  const {mark, open} = situation
  if (closesTypographic(situation)) return 'close'
  if (mark.before !== 'ink' && mark.after === 'ink') return open && mark.character === '”' ? 'as typed' : 'open'
  return open?.straight ? 'close' : 'as typed'
}

function closesTypographic({mark, open}: Situation): boolean {
  return open !== undefined && !open.straight && answers(mark, open)
}

// -------------------------------------------------------------------------------------------------- single marks

/** Scripts without apostrophes: a mark between their letters opens or closes, for words have no spaces or have endings. */
const withoutApostrophe = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Feet before inches (`6'2"`), minutes of arc; else an apostrophe, also in thousands (`1'000`). */
function inWordRole({text, mark: {index, straight}, open}: Situation): Role {
  if (withoutApostrophe.test(text.charAt(index - 1) + text.charAt(index + 1))) return open?.character === "'" ? 'close' : straight ? 'open' : 'as typed'
  if (!straight) return 'as typed'
  const feet = isMeasure(text, index) && /^\d{1,2}(?!\d)/.test(text.slice(index + 1, index + 4))
  return feet || isMinute(text, index) ? 'prime' : 'apostrophe'
}

function isMinute(text: string, index: number): boolean {
  return /° ?\d{1,2}$/.test(text.slice(Math.max(0, index - 4), index))
}

function singleRole(situation: Situation): Role {
  const {text, mark, open} = situation
  if (mark.before === 'space' && mark.after === 'space') return 'as typed'
  if (mark.before === 'ink') return closingSingleRole(situation)
  if (isElision(situation)) return 'apostrophe'
  if (mark.after === 'ink') return openingSingleRole(situation)
  if (open && mark.before === 'punctuation') return 'close'
  return mark.after === 'punctuation' && text.charAt(mark.index + 1) !== '-' ? 'open' : 'apostrophe'
}

/** `'tis`, `'90s`, `'n'`: the mark stands for what is left out. */
function isElision(situation: Situation): boolean {
  const {text, mark, elisions} = situation
  const [word] = /^(?:\p{L}{1,9}|\d\ds?)(?![\p{L}\p{N}])/u.exec(text.slice(mark.index + 1, mark.index + 13)) ?? []
  if (word === undefined) return false
  const end = mark.index + 1 + word.length
  const isClosed = /['’]/.test(text.charAt(end)) && !/\p{L}/u.test(text.charAt(end + 1))
  // A word that is closed at once is quoted: 'er'. But 'n' stands for "and", in any language.
  if (isClosed) return word === 'n'
  return /^\d\d$/.test(word) ? !isQuotedFigure(situation) : isDigit(word.charAt(0)) || elisions.has(word.toLowerCase())
}

/** '50 years on' is quoted; in '17 the workers' councils are not. */
function isQuotedFigure({text, open, next}: Situation): boolean {
  return open === undefined && next !== undefined && closes(next) && !isAfterPlural(text, next)
}

/** With a quotation open, a mark before a word is rather a letter left out, unless there are marks to close both. */
function openingSingleRole({text, mark, open, next, afterNext}: Situation): Role {
  if (withoutApostrophe.test(text.charAt(mark.index + 1))) return 'open'
  if (!open || (next && closes(next) && afterNext && closes(afterNext))) return 'open'
  const opensSentence = /\p{Lu}/u.test(text.charAt(open.index + 1))
  return opensSentence && !/\p{Lu}/u.test(text.charAt(mark.index + 1)) ? 'apostrophe' : 'open'
}

function closingSingleRole(situation: Situation): Role {
  const {text, mark, open, next} = situation
  if (!open) return isMeasure(text, mark.index) || isMinute(text, mark.index) ? 'prime' : 'apostrophe'
  if (isAfterElidedN(situation) || isPossessive(situation)) return 'apostrophe'
  // The mark of the same kind closes, and the other is an apostrophe.
  return next && closes(next) && next.straight === open.straight && mark.straight !== open.straight ? 'apostrophe' : 'close'
}

function isAfterElidedN({text, mark, previous}: Situation): boolean {
  return previous?.index === mark.index - 2 && text.charAt(mark.index - 1).toLowerCase() === 'n'
}

/** The workers' councils, with another mark to close the quotation. */
function isPossessive({text, mark, next}: Situation): boolean {
  return next !== undefined && closes(next) && isAfterPlural(text, mark)
}

/** Behind an s, before a word: so the possessive of a plural looks. */
function isAfterPlural(text: string, {index}: Mark): boolean {
  return /[sxz]/i.test(text.charAt(index - 1)) && /^\s\p{L}/u.test(text.slice(index + 1, index + 3))
}

function closes({before, after}: Mark): boolean {
  return before === 'ink' && after !== 'ink'
}

function curlySingleRole(situation: Situation): Role {
  const {mark} = situation
  if (mark.character === '’') return situation.open && mark.before === 'ink' ? curlyClosingRole(situation) : 'as typed'
  if (mark.character === '‚') return 'open'
  if (mark.character === '›' || mark.character === '‹') return eitherWayRole(situation)
  if (closesTypographic(situation) && mark.before === 'ink') return 'close'
  return isElision(situation) || mark.before === 'ink' ? 'as typed' : 'open'
}

function curlyClosingRole(situation: Situation): Role {
  const role = closingSingleRole(situation)
  return role === 'close' && situation.open && answers(situation.mark, situation.open) ? 'close' : 'as typed'
}

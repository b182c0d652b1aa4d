/** No line breaks between a number and what belongs to it, nor between initials or a title and the name. */
import {noBreakSpace} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Language} from './languages.ts'

const beforeFigures = /[ \n](?=(\d{1,4})(?!\d))/g
const afterFigures = /([\d½¼¾⅓⅔⅛⅜⅝⅞])(er|\.|º|ª)?[ \n](?=([\p{L}°%‰€£$¥][\p{L}\d²³/.°]{0,14}))/gu
/** A sign of money whose amount does not stand before it. */
const behindCurrency = /(?<=(?<![\d½¼¾][ \n\u00A0\u202F]?)(?:\p{Sc}|(?<![\p{L}\d])(?:EUR|USD|GBP|CHF)))[ \n](?=\d)/gu
const beforeCapital = /[ \n](?=\p{Lu})/gu
/** I to XXXIX; a lone `I` only where no sentence goes on with it, for it may be a pronoun. */
const beforeNumeral = /[ \n](?=(?:(?:X{0,3}(?:IX|IV|V?I{2,3}|VI)|X{1,3}[IV]?|V)(?![\p{L}\p{N}'’-])|I(?:[,;:)]|\.?$)))/gu
const name = /^\p{Lu}[\p{Ll}’']{2,}$/u
const initials = /^(?:\p{Lu}\.)+$/u

/** Bind abbreviations and signs of money to their number (`p. 12`, `£ 12`), units and months to theirs, names to their numeral, and the parts of a name. */
export function bindNumbersAndNames(text: string, language: Language): readonly Edit[] {
  return [
    ...editMatches(text, beforeFigures, ({index, 1: figures = ''}) => bindBeforeFigures(text, index, figures, language)),
    ...editMatches(text, afterFigures, match => bindAfterFigures(match, language)),
    ...editMatches(text, behindCurrency, ({index}) => bind(index)),
    ...editMatches(text, beforeNumeral, ({index}) => bindNumeral(text, index, language)),
    ...editMatches(text, beforeCapital, ({index}) => bindName(text, index, language))
  ].toSorted((a, b) => a.start - b.start)
}

/** `p. 12`, `January 15`. */
function bindBeforeFigures(text: string, index: number, figures: string, {words: {beforeNumber, months}}: Language): Edit | undefined {
  const word = wordBefore(text, index)
  return beforeNumber.has(word) || (figures.length <= 2 && months.has(word.toLowerCase())) ? bind(index) : undefined
}

/** `10 km`, `15 January`, `15. Januar`, `1er mai`, `15 de enero`, `1. OG`. */
function bindAfterFigures({index, 1: digit = '', 2: ordinal = '', 3: word = ''}: RegExpExecArray, language: Language): Edit | undefined {
  const {words: {afterNumber, afterOrdinal, months}, unitSpace} = language
  const at = index + digit.length + ordinal.length
  const bare = word.replace(/[./]+$/, '')
  if (months.has(bare.toLowerCase()) || (ordinal === '.' && afterOrdinal.has(bare))) return bind(at)
  if (ordinal !== '' || !(afterNumber.has(bare) || afterNumber.has(bare.replace(/\/.*/, '')))) return undefined
  // A whole word, or what may be an initial or another abbreviation, is no sign of a unit.
  return /^\p{L}{4,}$|^\p{L}\.$/u.test(word) ? bind(at) : {start: at, end: at + 1, text: unitSpace}
}

/** `World War II`, `Николай II`: a name and its numeral. */
function bindNumeral(text: string, index: number, {words: {titles}}: Language): Edit | undefined {
  const word = wordBefore(text, index)
  return name.test(word) && !titles.has(word) ? bind(index) : undefined
}

/** `V. I. Lenin`, `Dr. X`. */
function bindName(text: string, index: number, {words: {titles}}: Language): Edit | undefined {
  const word = wordBefore(text, index)
  return titles.has(word) || (initials.test(word) && !isLoneOne(text, index, word)) ? bind(index) : undefined
}

/** A pronoun or a number at the end of a sentence, rather than an initial: "than I. They". */
function isLoneOne(text: string, index: number, word: string): boolean {
  return word === 'I.' && !/\p{Lu}\.\s$/u.test(text.slice(Math.max(0, index - 5), index - 2)) && !/^\s\p{Lu}\./u.test(text.slice(index, index + 3))
}

const longestWord = 10

/** The word that ends at `index`, without the brackets and quotation marks before it; of a long one its end. */
function wordBefore(text: string, index: number): string {
  const least = Math.max(0, index - longestWord)
  let start = index
  // Letter by letter: a pattern that ends at the end is tried from every letter before it.
  while (start > least && !/[\s([«“„‘‹"'—–]/.test(text.charAt(start - 1))) start--
  return text.slice(start, index)
}

function bind(index: number): Edit {
  return {start: index, end: index + 1, text: noBreakSpace}
}

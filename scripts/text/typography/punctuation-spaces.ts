/** The spaces that French sets before its high punctuation and inside guillemets; Spanish opening marks; ellipses. */
import {isSpace, isTypedSpace, isWord, noBreakSpace, wordClass} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Language, PunctuationSpaces} from './languages.ts'

/** What may stand before a mark that a space sets off, and what may follow it. */
const closings = ')]»›”’…%.€°²³′″'
const followers = ')]}»›”’"\'…,.–—'

/** Set the spaces that the language's punctuation asks for. */
export function setPunctuationSpaces(text: string, {spaces}: Language): readonly Edit[] {
  const edits = [...(spaces ? frenchSpaces(text, spaces) : []), ...openingMarks(text), ...ellipsisSpaces(text)]
  return edits.toSorted((a, b) => a.start - b.start)
}

function frenchSpaces(text: string, spaces: PunctuationSpaces): readonly Edit[] {
  return [
    ...editMatches(text, /[;:!?]+/g, match => beforeMark(text, match, spaces)),
    ...editMatches(text, /«/g, ({index}) => insideOpening(text, index, spaces)),
    ...editMatches(text, /»/g, ({index}) => insideClosing(text, index, spaces))
  ]
}

function beforeMark(text: string, {index, 0: run}: RegExpExecArray, spaces: PunctuationSpaces): Edit | undefined {
  const after = text.charAt(index + run.length)
  // A time, an address, code: the mark is part of the word. So is one of a face made of punctuation.
  if (!(isSpace(after) || followers.includes(after)) || run.includes('::') || (/^[:;]$/.test(run) && after === ')')) return undefined
  const space = run.startsWith(':') ? spaces.colon : spaces.high
  const before = text.charAt(index - 1)
  if (isTypedSpace(before)) return endsWord(text.charAt(index - 2)) ? {start: index - 1, end: index, text: space} : undefined
  return spaces.insert && endsWord(before) ? {start: index, end: index + 1, text: space + run.charAt(0)} : undefined
}

function insideOpening(text: string, index: number, spaces: PunctuationSpaces): Edit | undefined {
  const after = text.charAt(index + 1)
  if (isTypedSpace(after)) return isSpace(text.charAt(index + 2)) ? undefined : {start: index + 1, end: index + 2, text: spaces.guillemets}
  return isSpace(after) ? undefined : {start: index, end: index + 1, text: `«${spaces.guillemets}`}
}

function insideClosing(text: string, index: number, spaces: PunctuationSpaces): Edit | undefined {
  const before = text.charAt(index - 1)
  if (isTypedSpace(before)) return isSpace(text.charAt(index - 2)) ? undefined : {start: index - 1, end: index, text: spaces.guillemets}
  return isSpace(before) ? undefined : {start: index, end: index + 1, text: `${spaces.guillemets}»`}
}

/** Spanish `¿` and `¡` belong to the word behind them, in any language that they are quoted in. */
function openingMarks(text: string): readonly Edit[] {
  return /[¿¡] /.test(text) ? editMatches(text, /(?<=[¿¡]) (?=[\p{L}\p{N}])/gu, ({index}) => ({start: index, end: index + 1, text: ''})) : []
}

const beforeEllipsis = new RegExp(`(?<=[${wordClass}.,;:!?)\\]”’»])[ \\n](?=…(?:[\\s.,;:!?)\\]”’»"']|$))`, 'gu')

/** No line begins with an ellipsis. */
function ellipsisSpaces(text: string): readonly Edit[] {
  return text.includes('…') ? editMatches(text, beforeEllipsis, ({index}) => ({start: index, end: index + 1, text: noBreakSpace})) : []
}

function endsWord(character: string): boolean {
  return isWord(character) || (character !== '' && closings.includes(character))
}

/** Fractions, the multiplication sign, plus-minus and minus, each only where nothing else can be meant. */
import {isDigit, isSpace, joinedClass, noBreakSpace} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Language} from './languages.ts'

const fractions: ReadonlyMap<string, string> = new Map([['1/2', '½'], ['1/4', '¼'], ['3/4', '¾']])
/** Behind a fraction its unit may stand without a space: `1/2d.`, `2 1/2lb`. */
const fraction = /(?:(?<=(?<![\p{L}\p{N}.,:/\u2010-\u2015-])\d{1,3})[ \n]|(?<![^\s(“‘«„‚‹]))(1\/[24]|3\/4)(?=(?:d|s|p|lbs?|oz|in|ft|yds?|hrs?|st|cwt|pt|h|km|cm|mm|m|kg|g|l)?(?:[\s),.;:!?…”’»“‘›]|$))(?![,.:]\d)/gu
const abbreviation = /(?<!\p{L})\p{Lu}\p{L}{0,3}\.[ \n]$/u
const number = String.raw`\d+(?:[.,]\d+)?`
const unit = String.raw`(?:[\u00A0 ]?(?:[kcmµ]?m|in|ft)|[″′])`
/** `3 x 4`, `2x3x4`, `42 cm x 61 cm`, `3″ x 5″`: figures on both sides. */
const product = new RegExp(String.raw`(?<![${joinedClass}]|\d[.,:]|\p{L}\()${number}${unit}?(?:( ?)[x×]\1${number}${unit}?)+(?![${joinedClass}]|[.,:]\d)`, 'gu')
const plusMinus = /(?<![^\s([“‘«„‚‹])\+-(?=\d)/g
const minus = /(?<![^\s([“‘«„‚‹])-(?=\d+(?:[.,]\d+)*(?![\p{L}\p{N}\uFFFC_/-]|[.,:]\d))/gu

/** Set the symbols of a text; a fraction behind a whole number closes up to it, `3½`. */
export function setSymbols(text: string, {words: {beforeNumber}}: Language): readonly Edit[] {
  if (!/\d/.test(text)) return []
  return [
    ...text.includes('/') ? editMatches(text, fraction, ({index, 0: typed, 1: written = ''}) => isNumbered(text, index, beforeNumber) ? undefined : replaced(index, typed, fractions.get(written) ?? typed)) : [],
    ...products(text),
    ...editMatches(text, plusMinus, ({index, 0: typed}) => replaced(index, typed, '±')),
    ...!/-\d/.test(text) ? [] : editMatches(text, minus, ({index}) => isSpace(text.charAt(index - 1)) && isDigit(text.charAt(index - 2)) ? undefined : replaced(index, '-', '−'))
  ].toSorted((a, b) => a.start - b.start)
}

/** `Th. 3/4`, `No. 1/2`: behind an abbreviation stand two numbers, and no part of one. */
function isNumbered(text: string, index: number, beforeNumber: ReadonlySet<string>): boolean {
  const words = text.slice(Math.max(0, index - 12), index)
  return abbreviation.test(words) || /\s$/.test(words) && beforeNumber.has(/\S*$/.exec(words.trimEnd())?.[0] ?? '')
}

function replaced(start: number, typed: string, text: string): Edit {
  return {start, end: start + typed.length, text}
}

/** No line ends beside the sign. The first number is not 0: `0x15` is a hexadecimal number. */
function products(text: string): readonly Edit[] {
  if (!/[x×] ?\d/.test(text)) return []
  return [...text.matchAll(product)].flatMap(({index, 0: typed}) =>
    typed.startsWith('0x') ? [] : editMatches(typed, /(?<=[\d\p{L}″′])( ?)[x×](?= ?\d)/gu, ({index: at, 0: sign, 1: space}) => space === '' ? replaced(index + at, sign, '×') : replaced(index + at, `${sign} `, `${noBreakSpace}×${noBreakSpace}`)))
}

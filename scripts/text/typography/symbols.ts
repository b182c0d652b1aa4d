/** Fractions, the multiplication sign, plus-minus and minus, each only where nothing else can be meant. */
import {isDigit, isSpace, joinedClass} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'

const fractions: ReadonlyMap<string, string> = new Map([['1/2', '½'], ['1/4', '¼'], ['3/4', '¾']])
const fraction = /(?:(?<=(?<![\p{L}\p{N}.,:/\u2010-\u2015-])\d{1,3})[ \n]|(?<![^\s(“‘«„‚‹]))(1\/[24]|3\/4)(?![^\s),.;:!?…”’»“‘›]|[,.:]\d)/gu
const number = String.raw`\d+(?:[.,]\d+)?`
const product = new RegExp(String.raw`(?<![${joinedClass}]|\d[.,:]|\p{L}\()${number}(?:( ?)x\1${number})+(?![${joinedClass}]|[.,:]\d)`, 'gu')
const plusMinus = /(?<![^\s([“‘«„‚‹])\+-(?=\d)/g
const minus = /(?<![^\s([“‘«„‚‹])-(?=\d+(?:[.,]\d+)*(?![\p{L}\p{N}\uFFFC_/-]|[.,:]\d))/gu

/** Set the symbols of a text; a fraction behind a whole number closes up to it, `3½`. */
export function setSymbols(text: string): readonly Edit[] {
  if (!/\d/.test(text)) return []
  return [
    ...editMatches(text, fraction, ({index, 0: typed, 1: written = ''}) => replaced(index, typed, fractions.get(written) ?? typed)),
    ...products(text),
    ...editMatches(text, plusMinus, ({index, 0: typed}) => replaced(index, typed, '±')),
    ...editMatches(text, minus, ({index}) => isSpace(text.charAt(index - 1)) && isDigit(text.charAt(index - 2)) ? undefined : replaced(index, '-', '−'))
  ].toSorted((a, b) => a.start - b.start)
}

function replaced(start: number, typed: string, text: string): Edit {
  return {start, end: start + typed.length, text}
}

/** Plain numbers on both sides, and the first not 0: `0x15` is a hexadecimal number. */
function products(text: string): readonly Edit[] {
  return [...text.matchAll(product)].flatMap(({index, 0: typed}) =>
    typed.startsWith('0x') ? [] : editMatches(typed, /x/g, sign => replaced(index + sign.index, 'x', '×')))
}

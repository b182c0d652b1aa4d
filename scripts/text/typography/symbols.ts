/** Fractions, the multiplication sign, plus-minus and minus, each only where nothing else can be meant. */
import {isDigit} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'

const fractions: ReadonlyMap<string, string> = new Map([['1/2', '½'], ['1/4', '¼'], ['3/4', '¾']])
const fraction = /(?<![^\s(“‘«„‚‹])(?:1\/[24]|3\/4)(?![^\s),.;:!?…”’»“‘›]|[,.:]\d)/g
const times = /(?<=\d ?)x(?= ?\d)/g
const product = /^\d+(?:[.,]\d+)?$/
const plusMinus = /(?<![^\s([“‘«„‚‹])\+-(?=\d)/g
const minus = /(?<![^\s([“‘«„‚‹])-(?=\d+(?:[.,]\d+)*(?![\p{L}\p{N}\uFFFC_/:-]|[.,]\d))/gu

/** Set the symbols of a text. */
export function setSymbols(text: string): readonly Edit[] {
  if (!/\d/.test(text)) return []
  return [
    ...editMatches(text, fraction, ({index, 0: typed}) => replaced(index, typed, fractions.get(typed) ?? typed)),
    ...editMatches(text, times, ({index}) => isProduct(text, index) ? replaced(index, 'x', '×') : undefined),
    ...editMatches(text, plusMinus, ({index, 0: typed}) => replaced(index, typed, '±')),
    ...editMatches(text, minus, ({index}) => isDigit(text.charAt(index - 2)) ? undefined : replaced(index, '-', '−'))
  ].toSorted((a, b) => a.start - b.start)
}

function replaced(start: number, typed: string, text: string): Edit {
  return {start, end: start + typed.length, text}
}

/** Plain numbers on both sides, and the first not 0: `0x15` is a hexadecimal number. */
function isProduct(text: string, index: number): boolean {
  const spaced = text.charAt(index - 1) === ' '
  if (spaced !== (text.charAt(index + 1) === ' ')) return false
  const gap = spaced ? 1 : 0
  const [before = ''] = /[^\s(x×“‘«„‚‹]*$/.exec(text.slice(Math.max(0, index - gap - 12), index - gap)) ?? []
  const [after = ''] = /^[^\s)x×”’»“‘›…]*/.exec(text.slice(index + gap + 1, index + gap + 13)) ?? []
  return product.test(before) && before !== '0' && product.test(after.replace(/[.,;:!?]+$/, ''))
}

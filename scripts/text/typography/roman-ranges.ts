/** Ranges in Roman numerals, as of centuries: `XIX-XX`. */
import {joinedClass} from './characters.ts'

/** Numbers to 89: higher ones are rather sizes, names and codes. */
const numeral = String.raw`(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})`
const range = new RegExp(String.raw`(?<![${joinedClass}])(${numeral})-(${numeral})(?![${joinedClass}])`, 'gu')

const values: Readonly<Record<string, number>> = {I: 1, V: 5, X: 10, L: 50}

/** Where the hyphens of such ranges stand; of two single letters nobody can tell. */
export function romanRanges(text: string): readonly number[] {
  if (!/[IVXL]-[IVXL]/.test(text)) return []
  return [...text.matchAll(range)].flatMap(({index, 1: first = '', 2: second = ''}) => areNumerals(first, second) ? [index + first.length] : [])
}

/** Tell whether two terms are Roman numerals, the first before the second, of more than a letter each. */
export function areNumerals(first: string, second: string): boolean {
  const isNumeral = new RegExp(`^${numeral}$`)
  return first.length + second.length > 2 && isNumeral.test(first) && isNumeral.test(second) && valueOf(first) < valueOf(second)
}

function valueOf(roman: string): number {
  const digits = Array.from(roman, letter => values[letter] ?? 0)
  return digits.reduce((sum, digit, index) => digit < (digits[index + 1] ?? 0) ? sum - digit : sum + digit, 0)
}

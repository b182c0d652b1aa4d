/** A hyphen between figures that give a range of years or pages becomes an en dash. */
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Language} from './languages.ts'

const joined = String.raw`\p{L}\p{N}\p{M}\uFFFC_/\\=@+#~\u2010-\u2015\u2212-`
const range = new RegExp(String.raw`(?<![${joined}])(?<!\d[.,:])(\d{1,4})-(\d{1,4})(?![${joined}]|[.,:]\d)`, 'gu')

/** Numbers with a hyphen that is part of them. */
const numbersOfOtherKinds = /(?:isbn|issn|doi|tel|phone|fax|telefon|тел)[.:]?\s?$/i

/** Set ranges, such as `1914-1918` and `pp. 12-15`; telephone numbers, dates and codes stay as they are. */
export function setRanges(text: string, {words: {beforeNumber}}: Language): readonly Edit[] {
  return editMatches(text, range, ({index, 1: first = '', 2: second = ''}) => {
    const before = text.slice(Math.max(0, index - 12), index)
    if (numbersOfOtherKinds.test(before)) return undefined
    const isNamed = beforeNumber.has(/\S*$/.exec(before.trimEnd())?.[0] ?? '')
    const hyphen = index + first.length
    return isNamed || isRange(first, second) ? {start: hyphen, end: hyphen + 1, text: '–'} : undefined
  })
}

/** Tell whether two figures are years, the first before the second. */
export function areYears(first: string, second: string): boolean {
  return isYear(first) && isYear(second) && Number(first) < Number(second)
}

function isYear(figures: string): boolean {
  return /^\d{4}$/.test(figures) && Number(figures) >= 1000 && Number(figures) <= 2100
}

function isRange(first: string, second: string): boolean {
  if (isYear(first)) return areYears(first, second) || isShortYear(first, second)
  if (/^0\d|^\d{3}/.test(first) || second.startsWith('0')) return false
  return second.length <= 2 || (first.length === 2 && second.length === 3)
}

/** `1914-18`; up to 12 the second figure may be a month (`2024-11`). */
function isShortYear(first: string, second: string): boolean {
  return /^\d\d$/.test(second) && Number(second) > 12 && Number(second) > Number(first.slice(2))
}

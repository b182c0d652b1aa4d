/** A hyphen between the two ends of a range becomes an en dash: years, pages, prices, times, days and months. */
import {joinedClass} from './characters.ts'
import type {Edit} from './edits.ts'
import type {Language} from './languages.ts'
import {namedRanges} from './named-ranges.ts'
import type {Stretch} from './phone-numbers.ts'
import {telephoneNumbers} from './phone-numbers.ts'
import {before, clock, half, hour, number, patternsOf, toTheMinute} from './range-parts.ts'
import {romanRanges} from './roman-ranges.ts'
import {unitBehind} from './spaced-ranges.ts'

const range = new RegExp(String.raw`(?<![${joinedClass}]|\d[.,:]|\p{L}\()(\d{1,4})-(\d{1,4})(?![${joinedClass}]|[.,:]\d)`, 'gu')

/** Without one of these no hyphen stands between figures: to look for that takes no time, and to make the patterns some. */
const sign = /-\D? ?\d|-(?:noon|midnight)/i

/** Numbers with a hyphen that is part of them. */
const numbersOfOtherKinds = /(?:isbn|issn|doi)[.:]?\s?$/i

const after = String.raw`(?![\p{Sc}${joinedClass}]|[.,:]\d)`
const amount = String.raw`\d{1,3}(?:[.,\u00A0\u202F ]\d{3})+(?:[.,]\d\d)?|\d+(?:[.,]\d{1,2})?`
const large = '(?:k|m|bn|p)?'

/** What a hyphen stands in for certain: the first group is all before it. */
const patterns = patternsOf([
  // £18,000-£22,000, $5-10, £1.5m-£2m; 18.000-22.000 €.
  String.raw`${before}(\p{Sc} ?(?:${amount})${large})-\p{Sc}? ?(?:${amount})${large}${after}`,
  String.raw`${before}((?:${amount})(?: ?\p{Sc})?)-(?:${amount})(?= ?\p{Sc})`,
  // 10:30am-1pm, 6-8pm; 10.30-11.15; 18h-20h30, 18-20h.
  String.raw`${before}(${clock}(?:${half})?)-(?:${clock}${half}|noon|midnight)(?![${joinedClass}])`,
  String.raw`${before}(${toTheMinute})-${toTheMinute}${after}`,
  String.raw`${before}(${hour}(?: ?h(?:[0-5]\d)?)?)-${hour} ?h(?:[0-5]\d)?${after}`,
  String.raw`${before}(${hour})-${hour}(?=[ \n]Uhr)`,
  // 3.5-4 hrs, 5′-6′.
  String.raw`${before}(${number})-${number}${unitBehind}`,
  String.raw`${before}(\d{1,3}[′″])-\d{1,3}[′″](?![${joinedClass}])`,
  // 12.-15. Mai.
  String.raw`${before}(\d{1,2}\.)-\d{1,2}\.(?=[ \u00A0]\p{L})`
])

/** Set ranges, such as `1914-1918`, `pp. 12-15` and `£5-£10`; telephone numbers, dates and codes stay as they are. */
export function setRanges(text: string, language: Language): readonly Edit[] {
  if (!text.includes('-')) return []
  const amounts = sign.test(text) ? [...figures(text, language), ...patterns().flatMap(kind => hyphensBehind(text, kind))] : []
  const hyphens = [...amounts, ...namedRanges(text, language), ...romanRanges(text)]
  if (hyphens.length === 0) return []
  const numbers = telephoneNumbers(text)
  return [...new Set(hyphens)].filter(at => !isWithin(numbers, at)).toSorted((a, b) => a - b).map(at => ({start: at, end: at + 1, text: '–'}))
}

/** `1914-1918`, `12-15`: plain figures. */
function figures(text: string, {words: {beforeNumber}}: Language): readonly number[] {
  return [...text.matchAll(range)].flatMap(({index, 1: first = '', 2: second = ''}) => {
    const words = text.slice(Math.max(0, index - 12), index)
    if (numbersOfOtherKinds.test(words)) return []
    const isNamed = beforeNumber.has(/\S*$/.exec(words.trimEnd())?.[0] ?? '')
    return isNamed || isRange(first, second) ? [index + first.length] : []
  })
}

function hyphensBehind(text: string, kind: RegExp): readonly number[] {
  return [...text.matchAll(kind)].map(({index, 1: first = ''}) => index + first.length)
}

function isWithin(stretches: readonly Stretch[], at: number): boolean {
  return stretches.some(({start, end}) => at > start && at < end)
}

/** Tell whether two figures are years, the first before the second. */
export function areYears(first: string, second: string): boolean {
  return isYear(first) && isYear(second) && Number(first) < Number(second)
}

/** Tell whether figures are a year of the last thousand, or of the next hundred. */
export function isYear(figures: string): boolean {
  return /^\d{4}$/.test(figures) && Number(figures) >= 1000 && Number(figures) <= 2100
}

function isRange(first: string, second: string): boolean {
  if (isYear(first)) return areYears(first, second) || isShortYear(first, second)
  if (/^0\d|^\d{3}/.test(first) || second.startsWith('0')) return false
  return second.length <= 2 || (first.length === 2 && second.length === 3)
}

/** `1914-18`, `1872-3`; up to 12 the second figure may be a month (`2024-11`), as it is of a year of the computer's. */
function isShortYear(first: string, second: string): boolean {
  if (/^\d$/.test(second)) return Number(first) < 2000 && Number(second) > Number(first.slice(3))
  return /^\d\d$/.test(second) && Number(second) > 12 && Number(second) > Number(first.slice(2))
}

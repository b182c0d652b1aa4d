/** Ranges of days and months: `Mon-Fri`, `January-March`, `15 May-3 June`. */
import {joinedClass} from './characters.ts'
import type {Language} from './languages.ts'

const pair = new RegExp(String.raw`(?<![.${joinedClass}])(\p{L}{2,})(\.?)-(\d{1,2}\.?[ \u00A0])?(\p{L}{2,})(?![${joinedClass}])`, 'gu')
const longestName = 24

/** Where the hyphens stand in a text that join two days, or two months, of its language. */
export function namedRanges(text: string, {words: {days, months, monthNames}}: Language): readonly number[] {
  const isMonth = (word: string) => holds(months, word) || holds(monthNames, word)
  // Most hyphens stand in other words, and the pattern of a pair takes long to make.
  if (!wordsBeforeHyphens(text).some(word => holds(days, word) || isMonth(word))) return []
  return [...text.matchAll(pair)].flatMap(({index, 1: first = '', 2: stop = '', 3: date, 4: second = ''}) => {
    if (first === second) return []
    const areDays = date === undefined && holds(days, first) && holds(days, second)
    return areDays || isMonth(first) && isMonth(second) ? [index + first.length + stop.length] : []
  })
}

function wordsBeforeHyphens(text: string): readonly string[] {
  return Array.from(text.matchAll(/-/g), ({index}) => /\p{L}+(?=\.?$)/u.exec(text.slice(Math.max(0, index - longestName), index))?.[0] ?? '')
}

/** Names stand in a list as their language writes them; at the head of a sentence or in capitals they are the same. */
function holds(names: ReadonlySet<string>, word: string): boolean {
  const lower = word.toLowerCase()
  const isShouted = word.length > 2 && word === word.toUpperCase()
  return names.has(word) || /^\p{Lu}/u.test(word) && names.has(lower) || isShouted && names.has(word.charAt(0) + lower.slice(1))
}

/** Lists that may be none: a sentence that begins with a year and a full stop, numbers that count nothing, people who speak. */
import type {List, ListItem, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {wordsOf} from './directives/lines.ts'
import {report} from './report.ts'
import {typedNumber} from './typed-number.ts'

/** Say which lists may be meant as sentences, and which get other numbers than were typed; they stay lists. */
export function remarkYearLists() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'list', list => {
      if (looksLikeYear(list)) report(file, 'year-list', list, `Unexpected list that begins with \`${list.start ?? ''}.\`, expected a sentence: so the number is set as that of an item`, `Write \`${list.start ?? ''}\\.\` where it belongs to the sentence. Where a list is meant, let it begin with a smaller number.`)
      else reportOtherNumbers(list, file)
      if (isSpoken(list)) report(file, 'year-list', list, 'Unexpected list in which people seem to speak, expected paragraphs: so each of them is set as an item, with a dot', 'Write a dash or `--` for the hyphen at the beginning of each, and an empty line between them.')
    })
  }
}

/** Nobody counts items up to a thousand; and an item alone with a number in the hundreds goes on from nothing. */
function looksLikeYear({ordered, start, children}: List): boolean {
  const first = start ?? 1
  return ordered === true && (first >= 1000 || (first >= 100 && children.length === 1))
}

/** So many numbers of one list are told. */
const mostNumbers = 5

/** `12. May` and below it `15. May` are set as 12 and 13. Where all have one number, the program is meant to count. */
function reportOtherNumbers(list: List, file: VFile): void {
  if (list.ordered !== true) return
  const typed = list.children.map(item => Number.parseInt(typedNumber(item, String(file.value)), 10))
  if (typed.every(number => number === typed[0]) || typed.some(number => Number.isNaN(number))) return
  // Behind a leap the numbers go on: that of the leap alone is told.
  const leaps = list.children.flatMap((item, index) => index > 0 && typed[index] !== (typed[index - 1] ?? 0) + 1 ? [{item, index}] : [])
  for (const {item, index} of leaps.slice(0, mostNumbers)) reportNumber(item, {typed: typed[index] ?? 0, set: (list.start ?? 1) + index}, file)
}

function reportNumber(item: ListItem, {typed, set}: {readonly typed: number; readonly set: number}, file: VFile): void {
  report(file, 'year-list', item, `Unexpected number ${typed} in a list, expected ${set}: so it is set`, `Lists are counted by themselves. Where the number belongs to the words write \`${typed}\\.\`, and an empty line between them.`)
}

/** `- Is it you? - he said.`: a hyphen behind the end of what is said, and the sentence goes on. */
function isSpoken({ordered, children}: List): boolean {
  return ordered !== true && children.some(({children: [first]}) => first?.type === 'paragraph' && /[\p{L}”"»’'][?!,.…] (?:-|--|–|—) ?\p{Ll}/u.test(wordsOf(first.children)))
}

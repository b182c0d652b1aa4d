/** Lists that may be none: a sentence that begins with a year and a full stop, numbers that count nothing, people who speak. */
import type {List, Root} from 'mdast'
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

/** `12. May` and below it `15. May` are set as 12 and 13. Where all have one number, the program is meant to count. */
function reportOtherNumbers(list: List, file: VFile): void {
  if (list.ordered !== true) return
  const typed = list.children.map(item => Number.parseInt(typedNumber(item, String(file.value)), 10))
  const at = typed.findIndex((number, index) => number !== (list.start ?? 1) + index)
  const item = list.children[at]
  if (!item || typed.every(number => number === typed[0]) || typed.some(number => Number.isNaN(number))) return
  report(file, 'year-list', item, `Unexpected number ${typed[at] ?? ''} in a list, expected ${(list.start ?? 1) + at}: so it is set`, `Lists are counted by themselves. Where the number belongs to the words write \`${typed[at] ?? ''}\\.\`, and an empty line between them.`)
}

/** `- Is it you? - he said.`: a hyphen behind the end of what is said, and the sentence goes on. */
function isSpoken({ordered, children}: List): boolean {
  return ordered !== true && children.some(({children: [first]}) => first?.type === 'paragraph' && /[\p{L}”"»’'][?!,.…] (?:-|--|–|—) ?\p{Ll}/u.test(wordsOf(first.children)))
}

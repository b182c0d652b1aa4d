/** A sentence at the start of a line that begins with a year and a full stop: Markdown takes it for an item of a list. */
import type {List, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

/** Say which lists may be meant as sentences; they stay lists. */
export function remarkYearLists() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'list', list => {
      if (!looksLikeYear(list)) return
      report(file, 'year-list', list, `Unexpected list that begins with \`${list.start ?? ''}.\`, expected a sentence: so the number is set as that of an item`, `Write \`${list.start ?? ''}\\.\` where it belongs to the sentence. Where a list is meant, let it begin with a smaller number.`)
    })
  }
}

/** Nobody counts items up to a thousand; and an item alone with a number in the hundreds goes on from nothing. */
function looksLikeYear({ordered, start, children}: List): boolean {
  const first = start ?? 1
  return ordered === true && (first >= 1000 || (first >= 100 && children.length === 1))
}

/** Heads: reports one that skips a rank, where a reader who listens would lose the thread, and one without words. */
import type {Element, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

/** Ranks at which a text may begin: that of the title, or of chapters. */
const highest = 2

/** Compare every head's rank with the one before it in the file; make no head of what says nothing. */
export function rehypeHeadings() {
  return (tree: Root, file: VFile): void => {
    let before: number | undefined
    visit(tree, 'element', (element, index, parent) => {
      const rank = rankOf(element.tagName)
      if (rank === undefined) return undefined
      if (isEmpty(element)) {
        report(file, 'empty-heading', element, 'Unexpected head without words, expected its text', 'It is no head now, and stands in no contents. Write its text behind the `#`, or take the line out.')
        if (element.children.length === 0 && element.properties.id === undefined && parent && index !== undefined) {
          parent.children.splice(index, 1)
          return [SKIP, index]
        }
        element.tagName = element.children.length === 0 ? 'div' : 'p'
        return undefined
      }
      const most = (before ?? highest - 1) + 1
      if (rank > most) report(file, 'skipped-heading', element, `Unexpected heading rank \`${rank}\`, expected rank \`${most}\``, `Use \`${'#'.repeat(most)}\` in place of \`${'#'.repeat(rank)}\`.`)
      before = rank
      return undefined
    })
  }
}

/** Neither words nor a picture or formula: at most marks of emphasis with nothing between them. */
function isEmpty(head: Element): boolean {
  return /^[\s*_~`#]*$/.test(textOf(head)) && !holdsPicture(head)
}

function holdsPicture(element: Element): boolean {
  return element.children.some(child => child.type === 'element' && (['img', 'math'].includes(child.tagName) || holdsPicture(child)))
}

/** The rank of a head's element, 1 to 6; undefined for any other. */
export function rankOf(tagName: string): number | undefined {
  return /^h[1-6]$/.test(tagName) ? Number(tagName.charAt(1)) : undefined
}

/** Heads: reports one that skips a rank, where a reader who listens would lose the thread. */
import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

/** Compare every head's rank with the one before it in the file. */
export function rehypeHeadings() {
  return (tree: Root, file: VFile): void => {
    let before: number | undefined
    visit(tree, 'element', element => {
      const rank = rankOf(element.tagName)
      if (rank === undefined) return
      if (before !== undefined && rank > before + 1) {
        report(file, 'skipped-heading', element, `Unexpected heading rank \`${rank}\`, expected rank \`${before + 1}\``, `Use \`${'#'.repeat(before + 1)}\` in place of \`${'#'.repeat(rank)}\`.`)
      }
      before = rank
    })
  }
}

/** The rank of a head's element, 1 to 6; undefined for any other. */
export function rankOf(tagName: string): number | undefined {
  return /^h[1-6]$/.test(tagName) ? Number(tagName.charAt(1)) : undefined
}

/** Boxes of a list of tasks that are none: `- [] bread`, `- [ ]bread`. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

const box = /^(?:\[\](?=[ \t])|\[([ xX])\](?=[\p{L}\p{N}]))/u

/** Say which items of lists begin with the signs of a box that is not read as one. */
export function reportStrayBoxes(tree: Root, file: VFile): void {
  visit(tree, 'listItem', ({children: [block]}) => {
    const [first] = block?.type === 'paragraph' ? block.children : []
    if (first?.type !== 'text') return
    const source = String(file.value).slice(first.position?.start.offset, first.position?.end.offset)
    const [typed, inside = ' '] = box.exec(source) ?? []
    if (typed !== undefined) report(file, 'stray-markup', first, `Unexpected \`${typed}\`, expected a box, \`[${inside}] \`: it is printed as it was typed`, 'Write a space in the brackets, or an `x` in a ticked box, and a space behind them. To keep the signs as text, put a backslash before the first.')
  })
}

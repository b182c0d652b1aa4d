/** Paragraphs of short lines that the author ended: an address, a greeting, a signature. They are set as a block, not as prose. */
import type {Element, ElementContent, Root} from 'hast'
import {visit} from 'unist-util-visit'

/** An address has hardly any longer line; prose with a line end in it has. */
const longestLine = 56

/** Mark those of the text itself: `class="lines"`. Verse has a directive of its own. */
export function rehypeLineEnds() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, _index, parent) => {
      if (element.tagName !== 'p' || parent?.type !== 'root') return
      const lines = linesOf(element)
      if (lines.length > 1 && lines.every(line => line.trim().length <= longestLine)) element.properties.className = ['lines']
    })
  }
}

/** The texts of a paragraph's lines, as far as its own `br` end them. */
function linesOf({children}: Element): readonly string[] {
  return children.reduce<readonly string[]>((lines, child) => isEnd(child) ? [...lines, ''] : [...lines.slice(0, -1), (lines.at(-1) ?? '') + textOf(child)], [''])
}

function isEnd(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br'
}

function textOf(node: ElementContent): string {
  return node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(textOf).join('') : ''
}

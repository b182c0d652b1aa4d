/** How a letter ends: the farewell, who signs it, an office, a place, each a paragraph of its own. They are set as a block, as one paragraph of lines is. */
import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'

/** So many paragraphs at most sign a text, each of so many letters and signs a line. */
const most = {blocks: 4, letters: 60}

/** Mark those of the text itself: `class="lines"`, and those behind the first `closing`, too. */
export function rehypeClosings() {
  return (tree: Root): void => {
    const blocks = tree.children.filter(child => child.type === 'element')
    blocks.forEach((block, index) => {
      const above = blocks[index - 1]
      if (above?.tagName !== 'p' || signs(above) || !signs(block)) return
      const closing = signingFrom(blocks.slice(index))
      if (isClosing(closing, blocks[index + closing.length])) mark(closing)
    })
  }
}

/** The paragraphs that sign, from the first block on. */
function signingFrom(blocks: readonly Element[]): readonly Element[] {
  const end = blocks.findIndex(block => !signs(block))
  return end === -1 ? blocks : blocks.slice(0, end)
}

/** Whether there are two or more, and a farewell is the first of them, or nothing follows but what begins anew. */
function isClosing([first, ...others]: readonly Element[], next: Element | undefined): boolean {
  if (!first || others.length === 0 || others.length >= most.blocks) return false
  return !next || /^(?:h[1-6r]|section)$/.test(next.tagName) || /[,،，]$/u.test(textOf(first).trim())
}

/** Each tells of its neighbours itself: where a page turns between two, a style could not find the one from the other. */
function mark(closing: readonly Element[]): void {
  for (const [index, block] of closing.entries()) {
    block.properties.className = ['lines', ...(index > 0 ? ['closing'] : []), ...(index < closing.length - 1 ? ['farewell'] : [])]
  }
}

/** A farewell, a name, a place: short lines, and no sentence. */
function signs(block: Element): boolean {
  if (block.tagName !== 'p' || block.children.some(isNoText)) return false
  const text = textOf(block).trim()
  return text.split('\n').every(line => line.trim().length <= most.letters) && /^[\p{L}\p{N}(“‘«—–-].*[\p{L}\p{N},،，)”’»]$/su.test(text)
}

function isNoText(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'img'
}

/** The title of a text that does not give one. */
import type {Nodes, Root} from 'mdast'
import {isSeen} from './unseen.ts'

/** The plain text of the first head of rank 1, without notes and attributes; undefined where there is none, or no text. */
export function titleOf(tree: Root): string | undefined {
  const head = tree.children.find(node => node.type === 'heading' && node.depth === 1)
  const title = head && withoutAttributes(plainText(head)).replace(/\s+/g, ' ').trim()
  return title !== undefined && isSeen(title) ? title : undefined
}

/** Take `{#id .class}` off the end of a head; other braces are text. */
function withoutAttributes(text: string): string {
  const found = /\{([^{}]*)\}\s*$/.exec(text)
  const tokens = (found?.[1] ?? '').trim().split(/\s+|(?=[#.])/)
  return found && tokens.every(token => /^[#.][\p{L}\p{N}_][\p{L}\p{N}\p{M}_:-]*$/u.test(token)) ? text.slice(0, found.index) : text
}

function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(plainText).join('') : ''
}

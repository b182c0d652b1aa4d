/** The words of a Markdown node. */
import type {Nodes} from 'mdast'

/** The words of a node, without its marks. */
export function plain(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath' || node.type === 'math') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(plain).join('').trim() : ''
}

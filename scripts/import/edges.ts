/** White space at the edges of words with a look: word processors dress it with them, and Markdown's marks cannot stand beside it. */
import type {PhrasingContent, RootContent} from 'mdast'

/** Move it out of the marks of a block, at any depth. */
export function withEdgesOut<Node extends RootContent>(node: Node): Node {
  if (node.type === 'paragraph' || node.type === 'heading') return {...node, children: edgesOut(node.children)}
  if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem' || node.type === 'footnoteDefinition') return {...node, children: node.children.map(child => withEdgesOut(child))}
  return node
}

function edgesOut(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete') return [node]
    const inner = edgesOut(node.children)
    const before = spaceOf(inner[0], /^\s+/)
    const after = spaceOf(inner.length > 1 || before === '' ? inner.at(-1) : undefined, /\s+$/)
    const children = inner.map((child, index) => child.type !== 'text' ? child : {...child, value: child.value.slice(index === 0 ? before.length : 0, index === inner.length - 1 && after !== '' ? -after.length : undefined)})
    const words = children.filter(child => child.type !== 'text' || child.value !== '')
    return [...textOf(before), ...words.length === 0 ? [] : [{...node, children: words}], ...textOf(after)]
  })
}

function spaceOf(node: PhrasingContent | undefined, edge: RegExp): string {
  return node?.type === 'text' ? edge.exec(node.value)?.[0] ?? '' : ''
}

function textOf(value: string): PhrasingContent[] {
  return value === '' ? [] : [{type: 'text', value}]
}

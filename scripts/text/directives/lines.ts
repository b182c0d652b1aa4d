/** Phrasing content by its lines. */
import type {PhrasingContent} from 'mdast'

/** Split phrasing content at its hard and soft line ends; an inline element that spans lines is repeated on each. */
export function splitLines(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    const [first = [], ...rest] = splitNode(child)
    lines.at(-1)?.push(...first)
    lines.push(...rest.map(part => [...part]))
  }
  return lines.filter(line => line.length > 0)
}

/** Split one node: a list of lines, each with what the node leaves on it. */
function splitNode(node: PhrasingContent): readonly (readonly PhrasingContent[])[] {
  if (node.type === 'break') return [[], []]
  if (node.type === 'text') return node.value.split('\n').map(value => value === '' ? [] : [{...node, value}])
  if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete') return [[node]]
  return splitLines(node.children).map(children => [{...node, children}])
}

/** The words of phrasing content, each of its lines on its own. */
export function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map(node => node.type === 'break' ? '\n' : 'value' in node ? node.value : 'children' in node ? wordsOf(node.children) : '').join('')
}

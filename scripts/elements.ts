/** The elements of a tree, for all who only look: a walk that can also insert and skip takes ten times as long. */
import type {Element, Nodes} from 'hast'

/** List every element below a node, in the order of the text, as the tree is now. */
export function elementsIn(node: Nodes): readonly Element[] {
  const found: Element[] = []
  collect(node, found)
  return found
}

function collect(node: Nodes, found: Element[]): void {
  if (!('children' in node)) return
  for (const child of node.children) {
    if (child.type !== 'element') continue
    found.push(child)
    collect(child, found)
  }
}

/** Tell whether an element is of a class. */
export function hasClass({properties: {className}}: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

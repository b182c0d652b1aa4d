/** The elements of a tree, for all who only look: a walk that can also insert and skip takes ten times as long. */
import type {Element, ElementContent, Nodes} from 'hast'

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

/** What an element is called by those who listen: its words in one line, without the numbers of notes. */
export function spokenName(element: Element): string {
  return element.children.map(wordsOf).join('').replaceAll(/\s+/g, ' ').trim()
}

function wordsOf(node: ElementContent): string {
  if (node.type !== 'element') return node.type === 'text' ? node.value : ''
  if (node.properties.role === 'doc-noteref') return ''
  if (node.tagName === 'br') return ' '
  return node.tagName === 'img' ? node.properties.alt ?? '' : node.children.map(wordsOf).join('')
}

/** Whether a reference to a note stands in an element, whose number would be heard as a part of its name. */
export function holdsNoteReference(element: Element): boolean {
  return elementsIn(element).some(({properties}) => properties.role === 'doc-noteref')
}

/** A link holds no other link: the outer one ends before it and goes on behind it. */
import type {Element, ElementContent, Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {Say} from './kinds.ts'
import {isNamed} from './kinds.ts'
import {pushDown} from './words.ts'

/** Tell whether something that can be clicked stands in an element. */
export function hasLink({children}: Element): boolean {
  return children.some(isOrHasLink)
}

function isOrHasLink(node: ElementContent): boolean {
  return node.type === 'element' && (isNamed(node, 'a', 'details') || node.children.some(isOrHasLink))
}

/** Part a link at the links in it. References to notes and pages are links that nobody wrote as such. */
export function shapeLink(link: Element, say: Say): ElementContent[] {
  const inner = writtenLink(link)
  if (inner) say(inner, 'in a link', 'a link without another in it', 'The outer link was parted there. Write one behind the other.')
  return pushDown(link, node => !isOrHasLink(node) ? 'held' : isNamed(node, 'a', 'details') ? 'out' : 'enter')
}

function writtenLink({children}: Element): Element | undefined {
  for (const child of children) {
    if (child.type !== 'element') continue
    if (isNamed(child, 'details') || child.tagName === 'a' && child.properties['dataNoteref'] === undefined && child.properties['dataPageRef'] === undefined) return child
    const found = writtenLink(child)
    if (found) return found
  }
  return undefined
}

/** Part links at the references in them before raw HTML is parsed: a parser would end the outer link for good. */
export function rehypeReferencesInLinks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'a' && parent && index !== undefined && hasLink(node)) parent.children.splice(index, 1, ...shapeLink(node, () => undefined))
    })
  }
}

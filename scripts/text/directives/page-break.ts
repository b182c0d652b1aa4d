/** `:::pagebreak`: what follows begins a page. What an author wrote inside it stands behind the break. */
import type {Paragraph} from 'mdast'
import {blocksOf, element, type Directive} from './directive.ts'

const className = 'pagebreak'

export function pagebreak(node: Directive): void {
  element(node, 'div', node.children.length === 0 ? [className] : [])
  if (node.children.length === 0) return
  const mark: Paragraph = {type: 'paragraph', children: [], data: {hName: 'div', hProperties: {className: [className]}}}
  Object.assign(node, {type: 'containerDirective', children: [mark, ...blocksOf(node)]})
}

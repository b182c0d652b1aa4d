/** `:::pagebreak`: what follows begins a page. What an author wrote inside it stands behind the break. */
import {element, type Directive} from './directive.ts'

export function pagebreak(node: Directive): void {
  if (node.children.length === 0) {
    element(node, 'div', ['pagebreak'])
    return
  }
  const held: Directive['children'] = node.type === 'leafDirective' ? [{type: 'paragraph', children: node.children}] : node.children
  element(node, 'div', [])
  Object.assign(node, {type: 'containerDirective', children: [{type: 'containerDirective', name: 'pagebreak', children: [], data: {hName: 'div', hProperties: {className: ['pagebreak']}}}, ...held]})
}

/** What the program's own EPUBs and web pages have that Markdown has not: blocks that a directive makes, and boxes of tasks. */
import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'

const blocks = ['verse', 'epigraph', 'pullquote', 'aside', 'imprint', 'timeline'] as const

/** Put fences around such blocks, in place: elements for `labelOf` and `fence`. */
export function placeDirectives(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    const name = ['div', 'aside', 'section'].includes(element.tagName) ? blocks.find(block => hasName(element, block)) : undefined
    if (name === undefined || !parent || index === undefined) return undefined
    const fenced = withFences(name, element)
    parent.children.splice(index, 1, ...fenced)
    return [SKIP, index + fenced.length]
  })
}

function withFences(name: string, {children}: Element): readonly ElementContent[] {
  const title = children.find(child => hasName(child, 'aside-title'))
  const words = title?.type === 'element' ? title.children : []
  return [h('pamphleteer-label', {dataName: name}, words), ...children.filter(child => child !== title).map(child => hasName(child, 'by') ? sourceOf(child) : child), h('pamphleteer-fence')]
}

/** Who said what an epigraph says stands behind a dash. */
function sourceOf(source: Element): Element {
  return {...source, children: [{type: 'text', value: '— '}, ...source.children]}
}

/** Turn the signs of a list of tasks into boxes again. */
export function placeBoxes(tree: Root): void {
  visit(tree, 'element', element => {
    if (element.properties.role !== 'img' || !/^[☐☑]$/.test(textOf(element))) return
    element.properties = {type: 'checkbox', checked: textOf(element) === '☑'}
    element.tagName = 'input'
    element.children = []
  })
}

function hasName(node: ElementContent, name: string): node is Element {
  const names = node.type === 'element' ? node.properties.className : undefined
  return Array.isArray(names) && names.includes(name)
}

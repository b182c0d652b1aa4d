/** Quotations of a page: who is quoted stands in a foot of theirs, and in a last paragraph of the pamphlet's. */
import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'

/** Turn the feet of quotations into paragraphs behind a dash, in place. */
export function placeSources(tree: Root): void {
  visit(tree, 'element', quotation => {
    if (quotation.tagName !== 'blockquote') return
    const feet = quotation.children.filter(child => isFoot(child))
    quotation.children = [...quotation.children.filter(child => !isFoot(child)), ...feet.map(sourceOf)]
  })
}

function isFoot(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'footer' && textOf(node).trim() !== ''
}

function sourceOf(foot: Element): Element {
  const words = foot.children.flatMap(child => child.type === 'element' && child.tagName === 'p' ? child.children : [child])
  return h('p', [/^\s*(?:[–—―]|--)/.test(textOf(foot)) ? '' : '— ', ...words])
}

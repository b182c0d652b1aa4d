/** Quotations of a page: who is quoted stands in a foot of theirs, in a `cite` behind the words, or in a last paragraph of the pamphlet's. */
import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {hasClass} from '../elements.ts'

/** Turn the sources of quotations into paragraphs behind a dash, in place. */
export function placeSources(tree: Root): void {
  visit(tree, 'element', quotation => {
    if (quotation.tagName !== 'blockquote') return
    const isSource = (child: ElementContent): child is Element => isFoot(child) || isNamed(child, quotation)
    const sources = quotation.children.filter(isSource)
    quotation.children = [...quotation.children.filter(child => !isSource(child)), ...sources.map(sourceOf)]
  })
}

function isFoot(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'footer' && textOf(node).trim() !== ''
}

/** A last `cite`, alone or in a paragraph of its own, and what the program marks. */
function isNamed(node: ElementContent, {children}: Element): node is Element {
  const blocks = children.flatMap(child => child.type === 'element' ? [child] : [])
  if (node.type !== 'element' || node !== blocks.at(-1)) return false
  const inner = node.children.filter(child => child.type !== 'text' || child.value.trim() !== '')
  const isCited = node.tagName === 'cite' || node.tagName === 'p' && inner.length === 1 && inner[0]?.type === 'element' && inner[0].tagName === 'cite'
  return hasClass(node, 'quotation-source') || isCited && textOf(node).trim() !== '' && blocks.some(block => block !== node && /^(?:p|ul|ol|div)$/.test(block.tagName))
}

function sourceOf(source: Element): Element {
  const words = source.children.flatMap(child => child.type === 'element' && (child.tagName === 'p' || child.tagName === 'cite') ? child.children : [child])
  return h('p', [/^\s*(?:[–—―]|--)/.test(textOf(source)) ? '' : '— ', ...words])
}

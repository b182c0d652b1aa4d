/** Lists that Word writes as paragraphs, each with its bullet or number as text and a class that says what it is. */
import type {Element, ElementContent, Parents, Root} from 'hast'
import {h} from 'hastscript'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'

/** A sign of a symbol font, `·`, `o` or `§` among them, or a number; spaces that do not break hold the words off. */
const bullet = /^\s*(?:[•·‣▪●○◦■□§–\uF0A7\uF0B7\u2022-]|o(?=[ \n]*\u00A0))[\s\u00A0]+/u
const number = /^\s*\(?(\d{1,3}|[a-z])[.)][\s\u00A0]+/

type Kind = 'ul' | 'ol'
type Item = {readonly kind: Kind; readonly marker: string; readonly start: number}

/** Make lists of a tree's paragraphs of class `MsoListParagraph…`, or with a bullet and no-break spaces before their words; the tree is changed. */
export function makeWordLists(tree: Root): void {
  visit(tree, node => {
    if ('children' in node && node.children.some(child => itemOf(child) !== undefined)) gather(node)
  })
}

function gather(parent: Parents): void {
  const put: ElementContent[] = []
  let list: Element | undefined
  for (const child of parent.children) {
    if (child.type === 'doctype') continue
    const item = itemOf(child)
    if (item === undefined || child.type !== 'element') {
      if (child.type !== 'text' || child.value.trim() !== '') list = undefined
      put.push(child)
      continue
    }
    if (list?.tagName !== item.kind) put.push(list = h(item.kind, item.start > 1 ? {start: item.start} : {}))
    cut(child, item.marker.length)
    list.children.push(h('li', child.children))
  }
  parent.children = put
}

/** What a paragraph of a list begins with. */
function itemOf(node: Parents['children'][number]): Item | undefined {
  if (node.type !== 'element' || node.tagName !== 'p') return undefined
  const text = textOf(node)
  const isNamed = Array.isArray(node.properties.className) && node.properties.className.some(name => typeof name === 'string' && name.startsWith('MsoListParagraph'))
  const [marker] = bullet.exec(text) ?? []
  if (marker !== undefined && (isNamed || marker.includes('\u00A0'))) return {kind: 'ul', marker, start: 1}
  const [counted, figure] = number.exec(text) ?? []
  return counted !== undefined && isNamed ? {kind: 'ol', marker: counted, start: Number(figure) || 1} : undefined
}

/** Cut the first letters off an element's text. */
function cut(element: Element, length: number): void {
  let left = length
  visit(element, 'text', text => {
    const taken = Math.min(left, text.value.length)
    text.value = text.value.slice(taken)
    left -= taken
  })
}

/** Keeps short compounds of a head whole: `The forty- / minute wait` reads badly in large type. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {elementsIn} from '../elements.ts'

/** A compound of as many characters or more may be as wide as a narrow column. */
const longCompound = 15
const compound = /(?<![\p{L}\p{N}’-])[\p{L}\p{N}’]+(?:-[\p{L}\p{N}’]+)+(?![\p{L}\p{N}’-])/gu

/** Put every short compound in the heads of a tree into a `span.piece`, which the themes do not break, in place; the text is what it was. */
export function keepCompoundsWhole(tree: Element): void {
  for (const element of elementsIn({type: 'root', children: [tree]})) {
    if (/^h[1-6]$/.test(element.tagName)) element.children = element.children.flatMap(whole)
  }
}

function whole(node: ElementContent): ElementContent[] {
  if (node.type === 'element') return [{...node, children: node.children.flatMap(whole)}]
  return node.type === 'text' && node.value.includes('-') ? apart(node.value) : [node]
}

function apart(text: string): ElementContent[] {
  const parts: ElementContent[] = []
  let from = 0
  for (const {index, 0: word} of text.matchAll(compound)) {
    if (word.length >= longCompound) continue
    if (index > from) parts.push({type: 'text', value: text.slice(from, index)})
    parts.push(h('span.piece', word))
    from = index + word.length
  }
  return from < text.length ? [...parts, {type: 'text', value: text.slice(from)}] : parts
}

/** `> — Ada Press` at the end of a quotation says where it is from: it stays with the words that it is the source of. */
import type {Element, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {elementsIn} from '../elements.ts'

const dash = /^\s*[—–―]/u

/** Name the source of each quotation that has one: its last paragraph, behind a dash. */
export function rehypeQuotations() {
  return (tree: Root): void => {
    for (const element of elementsIn(tree)) if (element.tagName === 'blockquote') nameSource(element)
  }
}

function nameSource({children}: Element): void {
  const blocks = children.filter(child => child.type === 'element')
  const last = blocks.at(-1)
  if (blocks.length < 2 || last?.tagName !== 'p' || !dash.test(textOf(last))) return
  const {className} = last.properties
  last.properties.className = [...Array.isArray(className) ? className : [], 'quotation-source']
}

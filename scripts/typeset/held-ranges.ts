/** Keeps ranges whole in heads and contents, whose lines the browser breaks: it would break behind the dash. */
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {elementsIn, hasClass} from '../elements.ts'

const range = /(\d+\p{Zs}?\u2013\p{Zs}?\d+)/u

/** Hold `1848–1917` and `pp. 3–7` on one line. */
export function holdRanges(tree: Root): void {
  for (const element of elementsIn(tree)) if (/^h[1-6]$/.test(element.tagName) || hasClass(element, 'contents')) hold(element)
}

function hold(element: Element): void {
  element.children = element.children.flatMap((child): readonly ElementContent[] => {
    if (child.type === 'element' && !hasClass(child, 'unbroken')) hold(child)
    if (child.type !== 'text' || !range.test(child.value)) return [child]
    return child.value.split(range).filter(part => part !== '').map(part => range.test(part) ? h('span.unbroken', part) : {type: 'text', value: part})
  })
}

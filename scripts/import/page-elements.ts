/** What the rules that part a page's text from its furniture ask of its elements. */
import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import {elementsIn} from '../elements.ts'

/** An element and all in it, itself first. */
export function withInner(element: Element): readonly Element[] {
  return [element, ...elementsIn(element)]
}

/** Ids that links inside a page lead to. */
export function targetsIn(page: Root | Element): ReadonlySet<string> {
  return new Set(elementsIn(page).flatMap(({tagName, properties: {href}}) => tagName === 'a' && typeof href === 'string' && /^#./.test(href) ? [href.slice(1)] : []))
}

/** The words of an element in one line; those of neighbours stay apart. */
export function spacedWords(element: Element): string {
  const texts: string[] = []
  visit(element, 'text', ({value}) => {
    texts.push(value)
  })
  return texts.join(' ').replace(/\s+/g, ' ').trim()
}

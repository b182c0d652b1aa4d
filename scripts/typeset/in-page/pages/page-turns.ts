/** No page ends in a hyphen: a paragraph that would have one there is broken anew without it. */
import type {ComposedParagraph} from '../paragraphs/compose.ts'
import {rebreak} from '../paragraphs/compose.ts'
import type {ComposedSection} from './compose-pages.ts'

/** Break the paragraphs anew whose hyphen ends a page; tells whether any was, because then pages may be others. */
export function unhyphenTurns({items, pages}: ComposedSection, composed: Map<Element, ComposedParagraph>): boolean {
  let isChanged = false
  for (const {first} of pages) {
    const item = first === undefined ? undefined : items[first]
    const paragraph = item && item.penalty > 0 ? composed.get(item.block) : undefined
    if (first === undefined || !item || !paragraph) continue
    const line = first - items.findIndex(({block}) => block === item.block)
    const made = rebreak(paragraph, {noHyphenAtLine: line - 1})
    if (!made) continue
    composed.set(item.block, made)
    isChanged = true
  }
  return isChanged
}

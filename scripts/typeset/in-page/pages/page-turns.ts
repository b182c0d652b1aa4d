/** Paragraphs that are broken anew for their pages: without the hyphen that a page would end in, or in one line more, that it lacks. */
import type {ComposedParagraph} from '../paragraphs/compose.ts'
import {loosen, rebreak} from '../paragraphs/compose.ts'
import type {ComposedSection} from './compose-pages.ts'

/** Break the paragraphs anew whose hyphen ends a page; tells whether any was, because then pages may be others. */
export function unhyphenTurns({items, pages}: ComposedSection, composed: Map<Element, ComposedParagraph>): boolean {
  let isChanged = false
  for (const {first} of pages) {
    const item = first === undefined ? undefined : items[first]
    const paragraph = item?.behindHyphen === true ? composed.get(item.block) : undefined
    if (first === undefined || !item || !paragraph) continue
    const line = first - items.findIndex(({block}) => block === item.block)
    const made = rebreak(paragraph, {noHyphenAtLine: line - 1})
    if (!made) continue
    composed.set(item.block, made)
    isChanged = true
  }
  return isChanged
}

/** Set the paragraphs in one line more that the pages count so; tells whether any was. */
export function loosenParagraphs({items, loosened}: ComposedSection, composed: Map<Element, ComposedParagraph>): boolean {
  const made = loosened.flatMap(item => {
    const paragraph = composed.get(items[item]?.block ?? document.body)
    return (paragraph && loosen(paragraph)) ?? []
  })
  for (const paragraph of made) composed.set(paragraph.element, paragraph)
  return made.length > 0
}

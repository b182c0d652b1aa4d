/** Paragraphs that are broken anew for their pages: without the hyphen that a page or a column would end in, or in one line more, that it lacks. */
import type {ComposedParagraph} from '../paragraphs/compose.ts'
import {loosen, rebreak} from '../paragraphs/compose.ts'
import type {ComposedSection} from './compose-pages.ts'

/** An item that begins a page, or a column within one: there the hyphen before it goes only where the lines stay even. */
type Beginning = {readonly item: number; readonly ifEven: boolean}

/** Break the paragraphs anew whose hyphen ends a page, or a column if asked; tells whether any was, because then pages may be others. */
export function unhyphenTurns(section: ComposedSection, composed: Map<Element, ComposedParagraph>, columnsToo: boolean): boolean {
  let isChanged = false
  for (const beginning of beginningsOf(section, columnsToo)) {
    const made = unhyphened(beginning, section, composed)
    if (!made) continue
    // One paragraph may end more than one page.
    composed.set(made.element, made)
    isChanged = true
  }
  return isChanged
}

function beginningsOf({pages}: ComposedSection, columnsToo: boolean): readonly Beginning[] {
  return pages.flatMap(({first, placed}) => {
    const columns = columnsToo ? placed.filter(({column, isAfloat}, index) => isAfloat !== true && (column ?? 0) > 0 && column !== placed[index - 1]?.column) : []
    return [...(first === undefined ? [] : [{item: first, ifEven: false}]), ...columns.map(({item}) => ({item, ifEven: true}))]
  })
}

function unhyphened({item: first, ifEven}: Beginning, {items}: ComposedSection, composed: ReadonlyMap<Element, ComposedParagraph>): ComposedParagraph | undefined {
  const item = items[first]
  const paragraph = item?.behindHyphen === true ? composed.get(item.block) : undefined
  if (!item || !paragraph) return undefined
  const line = first - items.findIndex(({block}) => block === item.block)
  return rebreak(paragraph, {noHyphenAtLine: line - 1, ifEven})
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

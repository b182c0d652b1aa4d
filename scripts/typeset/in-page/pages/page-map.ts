/** Reads the page of every element with an id, and mends what the PDF would say wrongly. */
import type {View} from './view.ts'

export type ReadPages = {
  readonly count: number
  readonly pages: ReadonlyMap<string, number>
  /** Every page that a part of a note stands on, by the note's id. */
  readonly notePages: ReadonlyMap<string, readonly number[]>
}

/** Read the pages of a unit that is all shown; `before` is the number of pages in front of it. */
export function readPages(view: View, before: number): ReadPages {
  const pages = new Map<string, number>()
  let count = 0
  for (const element of elementsOf(view)) {
    const places = view.fragments(element)
    const place = places[0]
    if (!place) continue
    count = Math.max(count, (places.at(-1)?.page ?? 0) + 1)
    if (element.id === '') continue
    pages.set(element.id, before + place.page + 1)
    if (place.topPx < 0 && element instanceof HTMLElement) mendTarget(element, place.topPx)
  }
  return {count: Math.max(1, count), pages, notePages: notePages(view, before)}
}

function elementsOf(view: View): readonly Element[] {
  const section = view.columns.element
  const found = new Set<Element>()
  for (const block of view.blocks) {
    for (let outer = block.parentElement; outer && outer !== section && !found.has(outer); outer = outer.parentElement) found.add(outer)
    found.add(block)
    for (const element of block.querySelectorAll('[id]')) found.add(element)
  }
  for (const element of section.querySelectorAll('.page-notes [id]')) found.add(element)
  return [...found]
}

function notePages(view: View, before: number): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const element of view.columns.element.querySelectorAll<HTMLElement>('.page-notes > [data-note]')) {
    const page = view.fragments(element)[0]?.page
    const id = element.dataset['note'] ?? ''
    if (page !== undefined) found.set(id, [...found.get(id) ?? [], before + page + 1])
  }
  return found
}

/**
 * A letter's box sticks out over its line, and in the first line of a page over the page: the PDF would name the page
 * before. A mark without size that stands lower takes over the id.
 */
function mendTarget(element: HTMLElement, topPx: number): void {
  if (!getComputedStyle(element).display.startsWith('inline')) return
  const mark = document.createElement('span')
  mark.id = element.id
  mark.style.cssText = `position: relative; top: ${Math.ceil(2 - topPx)}px`
  element.removeAttribute('id')
  element.prepend(mark)
}

/** Reads the notes that are to stand at the foot of a page, and where the text refers to them. */
import type {FlowItem, FlowOptions} from './flow.ts'
import {px} from './flow.ts'
import type {NoteShape} from './model.ts'
import {readFlow} from './read-flow.ts'

export type FootNote = {readonly element: HTMLElement; readonly items: readonly FlowItem[]; readonly shape: NoteShape}

/** Measure the notes where they wait, all as wide as they will be. */
export function readNotes(home: HTMLElement | null, options: FlowOptions): readonly FootNote[] {
  const elements = home ? [...home.children].filter(child => child instanceof HTMLElement) : []
  return elements.map(element => {
    const items = readFlow(element, options)
    const between = px(getComputedStyle(element).getPropertyValue('--note-gap'))
    const shape = items.map(({gapPx, heightPx, topPx, bottomPx, isRow, breakBefore}, index) => index === 0 ? {gapPx: between, heightPx: heightPx + topPx} : {gapPx, heightPx: bottomPx - topPx, ...(isRow && breakBefore === 'never' && {keeps: true})})
    return {element, items, shape}
  })
}

/** Tell for each item of the text which notes (by index) are first referred to in it; a note's own references follow it. */
export function notesByItem(section: HTMLElement, items: readonly FlowItem[], notes: readonly FootNote[]): ReadonlyMap<number, readonly number[]> {
  const indices = new Map(notes.map(({element}, index) => [element.id, index]))
  const taken = new Set<number>()
  const take = (references: Iterable<Element>): number[] => [...references].flatMap(reference => {
    const note = indices.get(reference.getAttribute('href')?.slice(1) ?? '')
    if (note === undefined || taken.has(note)) return []
    taken.add(note)
    return [note, ...take(notes[note]?.element.querySelectorAll('a.noteref') ?? [])]
  })
  const locate = locator(section, items)
  const found = new Map<number, number[]>()
  for (const reference of section.querySelectorAll('a.noteref')) {
    if (reference.closest('#pamphlet-feet')) continue
    const item = locate(reference)
    if (item !== undefined) found.set(item, [...found.get(item) ?? [], ...take([reference])])
  }
  return found
}

/** Finds the item that an inline element stands in: among those of its block, by its height on the page. */
function locator(section: HTMLElement, items: readonly FlowItem[]): (element: Element) => number | undefined {
  const byBlock = new Map<Element, number[]>()
  for (const [index, {block}] of items.entries()) byBlock.set(block, [...byBlock.get(block) ?? [], index])
  const originPx = section.getBoundingClientRect().top
  return element => {
    let block: Element | null = element
    while (block && block !== section && !byBlock.has(block)) block = block.parentElement
    const candidates = (block && byBlock.get(block)) ?? []
    const box = element.getClientRects()[0]
    const middle = box ? box.top + box.height / 2 - originPx : 0
    return candidates.find(index => middle < (items[index]?.bottomPx ?? 0)) ?? candidates.at(-1)
  }
}

/** What a separator takes above notes, measured, in px. */
export function separatorOf(home: HTMLElement | null): number {
  const note = home?.firstElementChild
  if (!(note instanceof HTMLElement)) return 0
  const rule = document.createElement('span')
  rule.className = 'note-rule'
  note.prepend(rule)
  const {height} = rule.getBoundingClientRect()
  rule.remove()
  return height
}

/** Which element refers to which note, and how deep its line reaches on the page. */
import type {OnPage} from './columns.ts'
import {linesKept} from './note-lines.ts'
import type {NoteSource} from './record.ts'
import type {View} from './view.ts'

/** The first reference to a note: the note stands on its page. */
export type NoteReference = {readonly id: string; readonly noteId: string; readonly element: HTMLElement}

/** Find the first reference of every note, in the order of the text; notes without one are left out. */
export function findReferences(notes: readonly NoteSource[]): readonly NoteReference[] {
  const firsts = notes.flatMap(({id, references}) => {
    const found = references.flatMap(reference => {
      const element = document.getElementById(reference)
      return element ? [{id: reference, noteId: id, element}] : []
    })
    return found.toSorted(inOrder).slice(0, 1)
  })
  return firsts.toSorted(inOrder)
}

function inOrder(a: NoteReference, b: NoteReference): number {
  return a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

/** Give top and bottom of what must stay together with a reference: its line, its row, its figure, its heading. */
export function lineOf(view: View, {element}: NoteReference, block: HTMLElement, leadingPx: number): OnPage | undefined {
  const own = view.fragments(element)[0]
  if (!own) return undefined
  const row = element.closest('tr')
  if (row && block.contains(row)) return boxOn(view, row, own)
  const kept = keptTogether(element, block)
  if (kept) return withText(boxOn(view, kept, own), kept, leadingPx)
  return lineIn(view, lineHolder(element, block), own, leadingPx)
}

function boxOn(view: View, element: Element, own: OnPage): OnPage {
  return view.fragments(element).find(({page}) => page === own.page) ?? own
}

function keptTogether(element: Element, block: HTMLElement): Element | undefined {
  for (let current: Element | null = element; current; current = current === block ? null : current.parentElement) {
    if (current.tagName === 'CAPTION' || getComputedStyle(current).breakInside !== 'auto') return current
  }
  return undefined
}

/** A heading stays with two lines of what follows. */
function withText(place: OnPage, element: Element, leadingPx: number): OnPage {
  return /^avoid/.test(getComputedStyle(element).breakAfter) ? {...place, bottomPx: place.bottomPx + 2 * leadingPx} : place
}

function lineHolder(element: Element, block: HTMLElement): Element {
  let current = element
  while (current !== block && current.parentElement && getComputedStyle(current).display.startsWith('inline')) current = current.parentElement
  return current
}

/** Lines are of one height, so the middle of the reference tells which one it is in. */
function lineIn(view: View, holder: Element, own: OnPage, leadingPx: number): OnPage {
  const fragments = view.fragments(holder)
  const at = fragments.findIndex(({page}) => page === own.page)
  const fragment = fragments[at]
  if (!fragment) return own
  const style = getComputedStyle(holder)
  const linePx = Number.parseFloat(style.lineHeight) || leadingPx
  const fromPx = fragment.topPx + (at === 0 ? Number.parseFloat(style.paddingTop) + Number.parseFloat(style.borderTopWidth) : 0)
  const line = Math.max(0, Math.floor(((own.topPx + own.bottomPx) / 2 - fromPx) / linePx))
  const counts = fragments.map(({topPx, bottomPx}) => Math.floor((bottomPx - topPx) / linePx + 0.1))
  const before = sum(counts.slice(0, at))
  const kept = linesKept(before + line, sum(counts), {orphans: Number(style.orphans) || 2, widows: Number(style.widows) || 2}) - before
  return {page: own.page, topPx: fromPx + line * linePx, bottomPx: fromPx + kept * linePx}
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

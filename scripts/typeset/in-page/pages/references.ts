/** Which element refers to which note, and how deep its line reaches on the page. */
import type {OnPage} from './columns.ts'
import {dropCapDepth} from './drop-cap.ts'
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
  return belowCap(view, block, lineIn(view, lineHolder(element, block), own, leadingPx))
}

/** A page cannot end beside a drop cap. */
function belowCap(view: View, block: HTMLElement, line: OnPage): OnPage {
  const depthPx = dropCapDepth(block)
  const [first, ...more] = view.fragments(block)
  if (depthPx === 0 || first?.page !== line.page) return line
  const deepest = more.length > 0 ? Infinity : first.bottomPx
  return {...line, topPx: Math.min(line.topPx, first.topPx), bottomPx: Math.max(line.bottomPx, Math.min(deepest, first.topPx + depthPx))}
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
  return getComputedStyle(element).breakAfter.startsWith('avoid') ? {...place, bottomPx: place.bottomPx + 2 * leadingPx} : place
}

function lineHolder(element: Element, block: HTMLElement): Element {
  let current = element
  while (current !== block && current.parentElement && getComputedStyle(current).display.startsWith('inline')) current = current.parentElement
  return current
}

/** The lines of a block that can break: the reference's own, and as many after it as must not be alone. */
function lineIn(view: View, holder: Element, own: OnPage, leadingPx: number): OnPage {
  const style = getComputedStyle(holder)
  const linePx = Number.parseFloat(style.lineHeight) || leadingPx
  const lines = linesOf(view, holder, linePx)
  const middle = (own.topPx + own.bottomPx) / 2
  const at = lines.findLastIndex(line => line.page === own.page && line.middlePx < middle + linePx / 2)
  const line = lines[at]
  const fragment = view.fragments(holder).find(({page}) => page === own.page)
  if (!line || !fragment) return own
  const kept = linesKept(at, lines.length, {orphans: Number(style.orphans) || 2, widows: Number(style.widows) || 2})
  // The middle is rounded; lines stand in whole steps from the first one's top.
  const steps = Math.round((line.middlePx - linePx / 2 - fragment.topPx) / linePx * 4) / 4
  const topPx = fragment.topPx + steps * linePx
  return {page: own.page, topPx, bottomPx: topPx + (kept - at) * linePx}
}

type Line = {readonly page: number; readonly middlePx: number}

/** The lines of a block, from the boxes of its text; what is less than half a line lower belongs to the same line. */
export function linesOf(view: View, holder: Element, linePx: number): readonly Line[] {
  const lines: Line[] = []
  for (const place of view.textBoxes(holder)) {
    const middlePx = (place.topPx + place.bottomPx) / 2
    const last = lines.at(-1)
    if (last?.page !== place.page || Math.abs(middlePx - last.middlePx) > linePx * 0.6) lines.push({page: place.page, middlePx})
  }
  return lines
}

/** Writes turns into the page: the break at which a page or a column begins, and what is repeated at its top. */
import {partTable, repeatHead} from './continued.ts'
import type {Point} from './find-line.ts'
import type {BlockStart} from './flow.ts'
import {px, setGap, spannerFirst, spannerOf} from './gaps.ts'
import type {Place} from './places.ts'

export type Insertion = {readonly point: Point; readonly made: readonly HTMLElement[]}

/**
 * Turn to the page or column that a place begins, behind pages that hold nothing of the text. Gives the id that stands at
 * its top.
 */
export function turn(place: Place, empty: readonly HTMLElement[], insert: (insertion: Insertion) => void): string {
  const {begins: {start}, point, number} = place
  const before = place.turn === 'column' ? skippedColumns(place.skips) : empty
  if (point) return turnInside(place, point, before, insert)
  if (start.kind === 'row') return breakBefore(partTable(start.row) ?? start.row, place)
  if (start.kind !== 'block') throw new Error(`Expected a place to begin page ${number}`)
  start.outer.before(...before)
  return turnBlock(place, start)
}

/** Columns that nothing is put into: a break for each. */
export function skippedColumns(count: number): readonly HTMLElement[] {
  return Array.from({length: count}, () => turnElement('', 1, 'column'))
}

/** Inside a block a turn is an empty block, so that a paragraph stays one. */
function turnInside(place: Place, point: Point, before: readonly HTMLElement[], insert: (insertion: Insertion) => void): string {
  const {number, turn: kind, gapPx} = place
  const id = nameOf(place)
  const own = kind === 'column' ? before : before.map((_, index) => turnElement(`turn-${number}-${index}`, 1, 'page'))
  insert({point, made: [...own, turnElement(id, gapPx, kind === 'column' ? 'column' : 'page')]})
  return id
}

/** What begins with a block has the head above it again, where the block goes on below one. */
function turnBlock(place: Place, start: BlockStart): string {
  const {begins: {repeatPx}, gapPx} = place
  const head = gapPx > repeatPx - 0.01 ? repeatHead(start.outer) : undefined
  setGap(start, head ? gapPx - repeatPx : gapPx)
  if (head) return breakBefore(head, place)
  if (place.turn === 'space') fillPage(place)
  else breakBefore(spannerFirst(start) ?? start.outer, place)
  // The innermost: a box around it may begin on the page before, where columns end.
  return named(start.chain.at(-1) ?? start.outer, place)
}

/** No forced break holds at the beginning of columns below what runs over them: white space turns the page. */
function fillPage({above, fromAbovePx}: Place): void {
  const spanner = above && spannerOf(above.block)
  if (spanner) spanner.style.marginBottom = `${fromAbovePx}px`
}

function breakBefore(element: HTMLElement, place: Place): string {
  element.style.setProperty('break-before', place.turn === 'column' ? 'column' : 'page', 'important')
  return named(element, place)
}

function named(element: HTMLElement, place: Place): string {
  if (element.id === '') element.id = nameOf(place)
  return element.id
}

function nameOf({number, beginsPage, item}: Place): string {
  return beginsPage ? `turn-${number}` : `column-${number}-${item}`
}

function turnElement(id: string, heightPx: number, kind: 'page' | 'column'): HTMLElement {
  const element = Object.assign(document.createElement('span'), {className: 'page-turn', ...(id !== '' && {id})})
  if (kind === 'column') element.style.breakBefore = 'column'
  element.style.height = px(heightPx)
  return element
}

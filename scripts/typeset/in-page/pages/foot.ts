/** Puts the box for the notes at the foot of a page: floats that text cannot pass, or a row where a table goes on. */
import type {OnPage} from './columns.ts'
import {dropCapDepth, placeBelowCap} from './drop-cap.ts'
import {isForced} from './flow.ts'
import {keepingStyle} from './keep-style.ts'
import {linesOf} from './references.ts'
import type {View} from './view.ts'

/** A block as it stands on a page: `-Infinity` and `Infinity` where it comes from the page before or goes on. */
export type BlockOnPage = {readonly block: HTMLElement; readonly topPx: number; readonly bottomPx: number}

export type Foot = {
  /** Takes the notes. */
  readonly box: HTMLElement
  readonly inserted: readonly HTMLElement[]
  readonly remove: () => void
}

/** A row is this much short of the page's end, so that it never falls over it. Floats end with the page exactly. */
const slackPx = 0.05
/** The layout counts in 64ths of a px: lengths that are multiples of one add up without error. */
const unitPx = 1 / 64
const mostAnchors = 8

/** Where to put the box; in a paragraph with a drop cap that is a place in its text, below the cap. */
type Place = {readonly parent: Element; readonly before: Element | null} | {readonly text: Text; readonly offset: number}

/** How much of the page's end to reserve; the box may be lower, down to `leastPx`, where a margin stands above it. */
export type Reserve = {readonly page: number; readonly reservePx: number; readonly leastPx: number}

/** Reserve the end of a page. Undefined where no place for the box holds. */
export function placeFoot(view: View, reserve: Reserve, blocks: readonly BlockOnPage[]): Foot | undefined {
  const {page, reservePx} = reserve
  const limitPx = view.columns.heightPx - reservePx
  const table = tableAcross(blocks, limitPx)
  const row = table && placeRow(view, page, reservePx, table)
  if (row) return row
  const places = [...placesFor(view, page, blocks, limitPx).slice(0, mostAnchors), ...placesBefore(view, blocks)]
  const capped = blocks.filter(({block}) => dropCapDepth(block) > 0).map(({block}) => ({block, lines: lineCount(view, block)}))
  for (const place of places.filter(candidate => isBehind(candidate, view.lastKept()))) {
    const foot = tryPlace(view, reserve, place)
    if (foot && capped.every(({block, lines}) => lineCount(view, block) === lines)) return foot
    foot?.remove()
  }
  return undefined
}

/** Text that runs over its drop cap has fewer lines. */
function lineCount(view: View, block: HTMLElement): number {
  return linesOf(view, block, Number.parseFloat(getComputedStyle(block).lineHeight) || 1).length
}

function placesFor(view: View, page: number, blocks: readonly BlockOnPage[], limitPx: number): readonly Place[] {
  const standing = blocks.filter(({topPx, block}) => topPx < limitPx - 2 && getComputedStyle(block).cssFloat === 'none')
  // A strut beside a drop cap would take its room: no place in front of one.
  const above = standing.slice(Math.max(0, standing.findLastIndex(({block}) => dropCapDepth(block) > 0))).toReversed()
  return above.flatMap(({block, bottomPx}): readonly Place[] => {
    const parent = block.parentElement
    if (!parent) return []
    const {breakBefore, breakAfter} = getComputedStyle(block)
    const before = isForced(breakBefore) ? [] : dropCapDepth(block) > 0 ? placeBelowCap(view, page, block) : [{parent, before: block}]
    return bottomPx <= limitPx + 0.5 && !isForced(breakAfter) ? [{parent, before: block.nextElementSibling}, ...before] : before
  })
}

/** No float stands higher than one in front of it: a foot in front of an earlier one would push that down. */
function isBehind(place: Place, last: HTMLElement | undefined): boolean {
  if ('text' in place) return !last?.isConnected || Boolean(last.compareDocumentPosition(place.text) & Node.DOCUMENT_POSITION_FOLLOWING)
  const {parent, before} = place
  const reference = before ?? parent.lastElementChild
  return !last?.isConnected || !reference || reference === last || Boolean(last.compareDocumentPosition(reference) & Node.DOCUMENT_POSITION_FOLLOWING)
}

/** Before blocks of the pages before: a strut may run over a page's end. */
function placesBefore(view: View, blocks: readonly BlockOnPage[]): readonly Place[] {
  if (blocks.some(({block}) => dropCapDepth(block) > 0)) return []
  const first = blocks[0] ? view.blocks.indexOf(blocks[0].block) : -1
  return view.blocks.slice(Math.max(view.firstShown() + 1, first - 4), Math.max(0, first)).toReversed().flatMap(block => {
    const {breakBefore, cssFloat} = getComputedStyle(block)
    const isUsable = dropCapDepth(block) === 0 && !isForced(breakBefore) && cssFloat === 'none'
    return isUsable && block.parentElement ? [{parent: block.parentElement, before: block}] : []
  })
}

function element(className: string): HTMLElement {
  const made = document.createElement('div')
  made.className = className
  return made
}

function tryPlace(view: View, {page, reservePx, leastPx}: Reserve, place: Place): Foot | undefined {
  const strut = element('page-foot-strut')
  const box = element('page-foot')
  box.style.height = `${Math.floor(reservePx / unitPx) * unitPx}px`
  const last = view.lastKept()
  const lastPlace = last && view.fragments(last)[0]
  const release = insert(place, strut, box)
  const remove = () => {
    strut.remove()
    box.remove()
    release()
  }
  const isSettled = settleStrut(view, page, strut, box) || (shrink(view, {page, reservePx, leastPx}, strut, box) && settleStrut(view, page, strut, box))
  if (isSettled && isSame(lastPlace, last && view.fragments(last)[0])) return {box, inserted: [strut, box], remove}
  remove()
  return undefined
}

/** The foot of the page before must stay where it is. */
function isSame(a: OnPage | undefined, b: OnPage | undefined): boolean {
  return a?.page === b?.page && a?.topPx === b?.topPx
}

/** Put strut and box in; give what mends the place when they are gone. */
function insert(place: Place, strut: HTMLElement, box: HTMLElement): () => void {
  if ('text' in place) {
    const range = document.createRange()
    range.setStart(place.text, place.offset)
    range.insertNode(box)
    range.insertNode(strut)
    const holder = strut.parentElement
    return () => holder?.normalize()
  }
  const {parent, before} = place
  const previous = before ? before.previousElementSibling : parent.lastElementChild
  return keepingStyle([previous, before], () => {
    parent.insertBefore(strut, before)
    parent.insertBefore(box, before)
  })
}

/** The margin of the block above takes some of the room: the box may be that much lower. */
function shrink(view: View, {page, reservePx, leastPx}: Reserve, strut: HTMLElement, box: HTMLElement): boolean {
  strut.style.height = '0px'
  box.style.height = '0px'
  const place = view.fragments(strut)[0]
  if (place?.page !== page) return false
  const roomPx = Math.floor((view.columns.heightPx - place.topPx) / unitPx) * unitPx
  if (roomPx >= reservePx || roomPx < Math.max(leastPx, reservePx - 60)) return false
  box.style.height = `${roomPx}px`
  return true
}

/** Make the strut as high as it takes to bring the box's end to the page's end. */
function settleStrut(view: View, page: number, strut: HTMLElement, box: HTMLElement): boolean {
  const heightPx = view.columns.heightPx
  const from = view.fragments(strut)[0]
  if (!from) return false
  const boxPx = Number.parseFloat(box.style.height)
  let strutPx = Math.max(0, (page - from.page) * heightPx + heightPx - boxPx - from.topPx)
  strut.style.height = `${strutPx}px`
  for (let attempt = 0; attempt < 4; attempt++) {
    const place = view.fragments(box).at(-1)
    if (!place || view.fragments(box).length > 1) return false
    const errorPx = (page - place.page) * heightPx + heightPx - place.bottomPx
    if (Math.abs(errorPx) < unitPx / 2) return true
    if (strutPx + errorPx < 0) return false
    strutPx += errorPx
    strut.style.height = `${strutPx}px`
  }
  return false
}

function tableAcross(blocks: readonly BlockOnPage[], limitPx: number): HTMLTableElement | undefined {
  const last = blocks.findLast(({topPx}) => topPx < limitPx - 2)
  if (!last || last.bottomPx <= limitPx + 0.5 || getComputedStyle(last.block).breakInside !== 'auto') return undefined
  const found = last.block instanceof HTMLTableElement ? last.block : last.block.querySelector('table')
  return found ?? undefined
}

/** Put the notes into a row of their own behind the last row that fits; only between rows that no cell spans. */
function placeRow(view: View, page: number, reservePx: number, table: HTMLTableElement): Foot | undefined {
  const heightPx = view.columns.heightPx
  const limitPx = heightPx - reservePx
  const rows = [...table.tBodies].flatMap(body => [...body.rows]).filter(row => !row.matches('.page-foot-row'))
  const firstBelow = rows.findIndex(row => isBelow(view.fragments(row).at(-1), page, limitPx))
  const at = freeRow(rows, firstBelow)
  const next = rows[at]
  const last = rows[at - 1]
  const lastPlace = last && view.fragments(last).at(-1)
  if (!next || lastPlace?.page !== page) return undefined
  const foot = makeRow(view, table, next)
  const isSettled = settleRow(view, page, lastPlace.bottomPx, foot)
  if (!isSettled) foot.remove()
  return isSettled ? foot : undefined
}

function isBelow(place: OnPage | undefined, page: number, limitPx: number): boolean {
  return place !== undefined && (place.page > page || (place.page === page && place.bottomPx > limitPx + 0.5))
}

function freeRow(rows: readonly HTMLTableRowElement[], wanted: number): number {
  let at = wanted
  while (at > 0 && rows.slice(Math.max(0, at - 100), at).some((row, index) => spans(row, at - Math.max(0, at - 100) - index))) at--
  return at
}

function spans(row: HTMLTableRowElement, distance: number): boolean {
  return [...row.cells].some(cell => cell.rowSpan > distance || cell.rowSpan === 0)
}

function makeRow(view: View, table: HTMLTableElement, next: HTMLTableRowElement): Foot {
  const row = document.createElement('tr')
  row.className = 'page-foot-row'
  const cell = document.createElement('td')
  cell.colSpan = Math.max(1, ...[...table.rows].slice(0, 50).map(({cells}) => [...cells].reduce((sum, {colSpan}) => sum + colSpan, 0)))
  const box = element('page-foot-cell')
  box.style.setProperty('--page-width', `${view.columns.widthPx}px`)
  const release = keepingStyle([next], () => next.before(row))
  row.append(cell)
  cell.append(box)
  return {box, inserted: [row], remove: () => {
    row.remove()
    release()
  }}
}

function settleRow(view: View, page: number, fromPx: number, {box, inserted: [row]}: Foot): boolean {
  const heightPx = view.columns.heightPx
  let boxPx = Math.max(0, heightPx - fromPx - slackPx)
  for (let attempt = 0; row && attempt < 4; attempt++) {
    box.style.height = `${boxPx}px`
    const places = view.fragments(row)
    const place = places[0]
    const boxPlace = view.fragments(box)[0]
    if (!place || !boxPlace) return false
    box.style.marginLeft = `${Number.parseFloat(box.style.marginLeft || '0') - leftOf(view, box)}px`
    const errorPx = place.page === page ? heightPx - slackPx - place.bottomPx : -1
    if (places.length === 1 && place.page === page && Math.abs(errorPx) < 0.6 && errorPx >= -0.01) return true
    boxPx = Math.max(0, boxPx + errorPx)
  }
  return false
}

/** How far right of the page's edge the box begins: a table may be indented, the notes are not. */
function leftOf({columns}: View, box: HTMLElement): number {
  const leftPx = box.getBoundingClientRect().left - columns.element.getBoundingClientRect().left
  return leftPx - Math.round(leftPx / columns.stridePx) * columns.stridePx
}

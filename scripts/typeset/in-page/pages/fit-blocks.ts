/**
 * Makes fit what no page could hold, before anything is measured: pictures are set smaller, wide tables turned, and
 * tables that fit in no way have their cells set below each other. Gives the places of what had to give way.
 */

import {spanInstead} from './column-boxes.ts'
import {settleWidths} from './column-widths.ts'
import type {Room} from './fit-formulas.ts'
import {fitFormula} from './fit-formulas.ts'
import {px} from './flow.ts'
import {keepShortCells} from './keep-short-cells.ts'
import {noteRoom} from './note-room.ts'
import {stackTable} from './stack-table.ts'

type Leading = {readonly leadingPx: number}

export type Fitted = {readonly at: string; readonly what: 'turned' | 'stacked' | 'small'}

/** Fit the blocks of a section whose pages have this room. */
export function fitBlocks(section: HTMLElement, room: Room & Leading): readonly Fitted[] {
  for (const figure of section.querySelectorAll('figure')) shrinkPicture(figure, section, room)
  for (const figure of section.querySelectorAll('figure')) markNarrow(figure)
  for (const picture of section.querySelectorAll('img')) if (!picture.closest('figure')) shrinkInline(picture, room)
  const small = [...section.querySelectorAll('math')].filter(formula => fitFormula(formula, room)).map(formula => ({at: placeOf(formula), what: 'small' as const}))
  return [...small, ...[...section.querySelectorAll('table')].filter(table => !table.parentElement?.closest('table')).flatMap(table => fitTable(table, section, room))]
}

/** A column of boxes that is taller than its page flows over pages as text does. */
export function letFlow(section: HTMLElement, {heightPx}: Room): void {
  const {display, flexDirection} = getComputedStyle(section)
  if (display === 'flex' && flexDirection === 'column' && section.getBoundingClientRect().height > heightPx + 0.5) section.style.display = 'flow-root'
}

/** In columns a figure leaves so many lines to the text, or it could go to the head of none: there would be a hole before it. */
const linesBeside = 4.5

/** The picture gives way, not its caption nor the notes called there; under a third of the page it stays: then the caption is broken. */
function shrinkPicture(figure: HTMLElement, section: HTMLElement, {heightPx, leadingPx}: Room & Leading): void {
  const besidePx = figure.closest('[data-columns]') ? linesBeside * leadingPx : 0
  const overPx = Math.max(leadOf(figure), besidePx) + figure.getBoundingClientRect().height + noteRoom(figure, section, heightPx) - heightPx
  const picture = figure.querySelector('img')
  if (overPx <= 0 || !picture) return
  const wanted = picture.getBoundingClientRect().height - overPx - 1
  Object.assign(picture.style, {maxHeight: `${Math.max(heightPx / 3, wanted)}px`, width: 'auto'})
}

/** Behind a break that somebody asked for, the space above a block stays. */
function leadOf(block: HTMLElement): number {
  const before = block.previousElementSibling
  return before === null || before.classList.contains('pagebreak') ? px(getComputedStyle(block).marginTop) : 0
}

/** Below a picture that stands in the middle of a wider column, a caption of one line stands in the middle too. */
function markNarrow(figure: HTMLElement): void {
  const [picture, caption] = [figure.querySelector('img'), figure.querySelector('figcaption')]
  if (!picture || !caption) return
  const [own, box] = [picture.getBoundingClientRect(), figure.getBoundingClientRect()]
  const isCentred = own.left > box.left + 1 && Math.abs(own.left + own.right - box.left - box.right) < 2
  const {lineHeight, paddingTop, paddingBottom} = getComputedStyle(caption)
  const isLine = caption.clientHeight - px(paddingTop) - px(paddingBottom) < 1.5 * px(lineHeight)
  if (isCentred && isLine) figure.classList.add('narrow')
}

/** A picture in a line or a cell, a note's among them, leaves room for a few lines. */
function shrinkInline(picture: HTMLImageElement, {heightPx}: Room): void {
  if (picture.getBoundingClientRect().height > heightPx * 0.8) Object.assign(picture.style, {maxHeight: `${heightPx * 0.6}px`, width: 'auto'})
}

function placeOf(element: Element): string {
  return element.closest('[data-at]')?.getAttribute('data-at') ?? ''
}

function fitTable(table: HTMLTableElement, section: HTMLElement, room: Room): readonly Fitted[] {
  partSpans(table, room)
  const place = {at: placeOf(table)}
  const container = spans(table) ? room.widthPx : table.parentElement?.clientWidth ?? room.widthPx
  keepShortCells(table, container)
  const isWide = table.scrollWidth > container + 1
  if (isWide && turnAboveNotes(table, section, room)) return [{...place, what: 'turned'}]
  if (!isWide) settleWidths(table)
  if (!isWide && !hasTallRow(table, room)) return []
  const isWanted = isWide && wayOfTurning(table) === 'list'
  stackTable(table)
  return isWanted ? [] : [{...place, what: 'stacked'}]
}

/** What a style wants of a table that is too wide: `list` where it is to be set as one rather than turned, `none` where it must not be turned. */
function wayOfTurning(table: HTMLTableElement): string {
  return getComputedStyle(table).getPropertyValue('--turn').trim()
}

/** Whether an element, or what it stands in, runs over all columns. */
function spans(element: Element): boolean {
  for (let current: Element | null = element; current && current.localName !== 'main'; current = current.parentElement) if (getComputedStyle(current).columnSpan === 'all') return true
  return false
}

/** Rows that a cell reaches over stay together. Where no page can hold them, the cell ends in its first row, and empty ones stand below it. */
function partSpans(table: HTMLTableElement, {heightPx}: Room): void {
  const roomPx = heightPx - (table.tHead?.getBoundingClientRect().height ?? 0)
  for (const group of [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])]) {
    const rows = [...group.rows]
    for (const [from, to] of spannedRuns(rows)) {
      const tallPx = (rows[to - 1]?.getBoundingClientRect().bottom ?? 0) - (rows[from]?.getBoundingClientRect().top ?? 0)
      if (tallPx > roomPx / 2) for (const row of rows.slice(from, to).toReversed()) partRow(row, rows)
    }
  }
}

/** Rows that hang together by cells, as from and to (not included); from two on. */
function spannedRuns(rows: readonly HTMLTableRowElement[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const [index, row] of rows.entries()) {
    const to = Math.min(rows.length, index + Math.max(1, ...[...row.cells].map(cell => cell.rowSpan === 0 ? rows.length : cell.rowSpan)))
    const run = runs.at(-1)
    if (run && index < run[1]) run[1] = Math.max(run[1], to)
    else if (to - index > 1) runs.push([index, to])
  }
  return runs
}

/** From the last row up, so that the columns of the rows below are known by the cells that they have. */
function partRow(row: HTMLTableRowElement, rows: readonly HTMLTableRowElement[]): void {
  for (const cell of [...row.cells].filter(({rowSpan}) => rowSpan !== 1)) {
    const index = rows.indexOf(row)
    const below = rows.slice(index + 1, cell.rowSpan === 0 ? rows.length : index + cell.rowSpan)
    const column = cell.cellIndex
    cell.rowSpan = 1
    for (const other of below) {
      const empty = document.createElement('td')
      empty.colSpan = cell.colSpan
      other.insertBefore(empty, other.cells[column] ?? null)
    }
  }
}

function hasTallRow(table: HTMLTableElement, {heightPx}: Room): boolean {
  const headPx = table.tHead?.getBoundingClientRect().height ?? 0
  return [...table.rows].some(row => row.getBoundingClientRect().height > heightPx - headPx)
}

/** What a turned table keeps off both ends of its page, in px: collapsed rules stand out of it, and would print on the page before. */
const turnedInsetPx = 1

/** Turn a table above the notes called in it; where there is not room for both, on all of its page. */
function turnAboveNotes(table: HTMLTableElement, section: HTMLElement, room: Room): boolean {
  const notesPx = noteRoom(boxOf(table), section, room.heightPx)
  return turn(table, {...room, heightPx: room.heightPx - notesPx}) || (notesPx > 0 && turn(table, room))
}

/** Turn a table on a page of its own; undone where it is too wide for the page's height, or too long for its width. */
function turn(table: HTMLTableElement, {widthPx, heightPx}: Room): boolean {
  if (table.closest('li, blockquote, aside, figure, .note') || /^(?:none|list)$/.test(wayOfTurning(table))) return false
  const frame = document.createElement('div')
  frame.className = 'turned'
  frame.style.height = `${heightPx}px`
  const whole = boxOf(table)
  whole.before(frame)
  frame.append(whole)
  const lengthPx = heightPx - 2 * turnedInsetPx
  Object.assign(table.style, {width: `${lengthPx}px`, margin: '0'})
  const fits = table.scrollWidth <= lengthPx + 1 && table.getBoundingClientRect().height <= widthPx
  if (fits) {
    settleWidths(table)
    const besidePx = (widthPx - table.getBoundingClientRect().height) / 2
    table.style.transform = `translate(${besidePx}px, ${heightPx - turnedInsetPx}px) rotate(-90deg)`
    spanInstead(frame, widthPx)
  } else {
    table.removeAttribute('style')
    frame.replaceWith(whole)
  }
  return fits
}

/** The table, or the box around it alone that carries its id: the text behind a turned table fills the page before it only if nothing stands around its frame. */
function boxOf(table: HTMLTableElement): HTMLElement {
  const around = table.parentElement
  return around?.matches('div') === true && around.children.length === 1 ? around : table
}

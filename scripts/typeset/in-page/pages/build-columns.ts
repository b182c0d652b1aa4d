/**
 * Builds the pages of a run that is set in columns: each column is filled in turn, and where the text of the columns ends,
 * or something runs over all of them, they are balanced to the least height that holds them.
 */
import {balanced, depthOf, filledBefore, segmentEnd} from './balance-columns.ts'
import type {Column, Columns} from './fill-columns.ts'
import {fillColumn, holesIn} from './fill-columns.ts'
import type {BuiltPage, BuiltRun, Item, PlacedItem, RunTask} from './model.ts'
import {onGrid} from './stack.ts'
import {fillPast, headedBy} from './wide-figures.ts'

/** A page while it is filled, down to where its notes or figures at its foot begin. */
type Page = {readonly placed: PlacedItem[]; y: number; readonly heightPx: number; /** A figure from the page before, for the head of its first column. */ readonly waits?: number | undefined}

/** The item that columns begin with, or what must stand above them; undefined where a run has none. */
export function beginningOfColumns({items}: Pick<RunTask, 'items'>): number | undefined {
  let at = items.findIndex(({columns}) => columns > 1)
  while (at > 0 && items[at]?.breakBefore === 'never') at--
  return at < 0 ? undefined : at
}

/**
 * Build the pages from an item on, below what stands on the page that text of one column ends on. No foot is kept free for
 * notes: those that are referred to all stand at the end.
 */
export function buildColumns(task: RunTask, from = 0, begun?: BuiltPage): BuiltRun {
  const {items, shape: {heightPx}, leadPx} = task
  const pages: Page[] = [begun ? goingOn(task, begun) : {placed: [], y: leadPx, heightPx}]
  const tooTall: number[] = []
  for (let at = from; at < items.length;) {
    const page = lastPage(pages, heightPx)
    const item = items[at]
    if (!item) break
    if (item.columns > 1) at = fillColumns(task, at, pages, tooTall)
    else if (page.placed.length === 0 || fitsWith(task, at, page)) at = placeWhole(task, at, page, tooTall)
    else newPage(pages, heightPx)
  }
  const built = pages.map(({placed}, index) => index === 0 && begun ? {...begun, placed, first: begun.first ?? placed.find(({isAfloat}) => !isAfloat)?.item} : finish(placed, heightPx))
  return {pages: built, tooTall, endnotes: items.slice(from).flatMap(({notes}) => notes), loosened: []}
}

/** The page that text ends on, with the room that it leaves. */
function goingOn({items, shape: {leadingPx}}: RunTask, {placed, footTopPx}: BuiltPage): Page {
  const lastText = placed.findLastIndex(({isAfloat}) => !isAfloat)
  const y = Math.max(0, ...placed.slice(0, lastText + 1).map(({item, topPx}) => topPx + (items[item]?.heightPx ?? 0)))
  return {placed: [...placed], y, heightPx: Math.min(footTopPx, ...placed.slice(lastText + 1).map(({topPx}) => topPx - leadingPx))}
}

function lastPage(pages: Page[], heightPx: number): Page {
  return pages.at(-1) ?? newPage(pages, heightPx)
}

function newPage(pages: Page[], heightPx: number, waits?: number): Page {
  const page: Page = {placed: [], y: 0, heightPx, waits}
  pages.push(page)
  return page
}

function finish(placed: readonly PlacedItem[], heightPx: number): BuiltPage {
  return {placed, first: placed.find(({isAfloat}) => !isAfloat)?.item, notes: [], footTopPx: heightPx, shortLines: 0}
}

/** What runs over the columns takes what must follow it along, or two lines of each column; where no page could hold all of it, nothing. */
function fitsWith(task: RunTask, at: number, page: Page): boolean {
  const {items, shape: {heightPx}} = task
  const gapPx = page.placed.length > 0 ? items[at]?.gapPx ?? 0 : 0
  const togetherPx = heightTogether(task, at)
  const wantedPx = togetherPx <= heightPx ? togetherPx : items[at]?.heightPx ?? 0
  return page.y + gapPx + wantedPx <= page.heightPx + 0.02
}

function heightTogether({items, shape: {leadingPx}}: RunTask, at: number): number {
  let px = items[at]?.heightPx ?? 0
  for (const item of items.slice(at + 1)) {
    if (item.columns > 1) return px + item.gapPx + 2 * leadingPx
    if (item.breakBefore !== 'never') return px
    px += item.gapPx + item.heightPx
  }
  return px
}

function placeWhole({items, shape}: RunTask, at: number, page: Page, tooTall: number[]): number {
  const item = items[at]
  if (!item) return at + 1
  const topPx = page.y + (page.placed.length > 0 ? item.gapPx : item.repeatPx)
  page.placed.push({item: at, topPx})
  page.y = topPx + item.heightPx
  if (page.y > shape.heightPx + 0.02) tooTall.push(at)
  return at + 1
}

/** Fill columns from an item on: balanced where the rest of their text fits, else to the foot of the page. */
function fillColumns(task: RunTask, at: number, pages: Page[], tooTall: number[]): number {
  const {items, shape: {heightPx, leadingPx}} = task
  const page = lastPage(pages, heightPx)
  const topPx = topOfColumns(task, at, page)
  const roomPx = page.heightPx - topPx
  const end = segmentEnd(items, at)
  const room: Columns = {first: at, end, heightPx: roomPx, waits: waitingFor(page)}
  const columns = balanced(task, room) ?? filledBefore(task, room)
  const [last, waits] = [endOf(columns, at), columns.at(-1)?.waits]
  const isTooLittle = last === at || roomPx < 2 * leadingPx || isPartedHere(task, at, end, roomPx)
  if (page.placed.length > 0 && isTooLittle) return elsewhere(takenAlong(items, at, page), pages, heightPx, room.waits)
  if (columns.length === 0) return placeWhole(task, at, page, tooTall)
  const ahead = fillAhead(task, room, columns, {page, pages, topPx})
  if (ahead) return placePast(task, end, ahead, {page, pages, topPx})
  place(columns, page, topPx)
  return last < end ? elsewhere(last, pages, heightPx, waits) : last
}

/** Columns past what ends them, where that has no room below them, or they have holes. */
function fillAhead(task: RunTask, room: Columns, columns: readonly Column[], {page, topPx}: Filling): readonly (readonly Column[])[] | undefined {
  const below: Page = {...page, placed: [...page.placed, ...columns.flatMap(({placed}) => placed)], y: topPx + depthOf(columns)}
  const isCrowded = endOf(columns, room.first) === room.end && !fitsWith(task, room.end, below)
  const holesPx = isCrowded ? Infinity : holesIn(task, columns, room)
  return holesPx > 0 ? fillPast(task, room, holesPx) : undefined
}

/** The figure for the head of a page's first columns, which stand at its top, or below a figure over all of them. */
function waitingFor({placed, waits}: Page): number | undefined {
  return placed.every(({isAfloat}) => isAfloat) ? waits : undefined
}

function endOf(columns: readonly Column[], otherwise: number): number {
  return columns.at(-1)?.end ?? otherwise
}

type Filling = {readonly page: Page; readonly pages: Page[]; readonly topPx: number}

/** Place the columns of pages that a figure waits for, from a page on that is begun, and the figure on the next. */
function placePast(task: RunTask, figure: number, filledPages: readonly (readonly Column[])[], {page, pages, topPx}: Filling): number {
  for (const [index, columns] of filledPages.entries()) place(columns, index === 0 ? page : newPage(pages, task.shape.heightPx), index === 0 ? topPx : 0)
  const last = filledPages.at(-1)?.at(-1)
  return goOnBelow(task, figure, {at: last?.end ?? figure, waits: last?.waits}, pages)
}

/** Go on with an item on a new page, below a figure that waits for it, and before one that comes behind that. */
function goOnBelow(task: RunTask, figure: number, {at, waits}: {readonly at: number; readonly waits: number | undefined}, pages: Page[]): number {
  pages.push({...headedBy(task, figure, at), heightPx: task.shape.heightPx, waits})
  return at
}

/** On a line of the grid, so that the lines of all columns stand on it. */
function topOfColumns({items, shape: {leadingPx}}: RunTask, at: number, page: Page): number {
  return page.placed.length > 0 ? onGrid(page.y + (items[at]?.gapPx ?? 0), leadingPx) : page.y
}

/** Whether a first column would be parted in the room that is left, and not in that of most of a page. */
function isPartedHere(task: RunTask, at: number, end: number, roomPx: number): boolean {
  const isParted = (heightPx: number) => fillColumn(task, {first: at, end, heightPx}).isParted
  const wantedPx = 0.75 * task.shape.heightPx
  return roomPx < wantedPx && isParted(roomPx) && !isParted(wantedPx)
}

/** Take from the page what may not be parted from an item, unless nothing would be left there; tells what the next page begins with. */
function takenAlong(items: readonly Item[], at: number, {placed}: Page): number {
  let first = at
  while (first > 0 && items[first]?.breakBefore === 'never') first--
  const kept = placed.findLastIndex(({item}) => item < first) + 1
  if (kept === 0) return at
  placed.length = kept
  return first
}

/** Go on with an item on a new page. */
function elsewhere(at: number, pages: Page[], heightPx: number, waits?: number): number {
  newPage(pages, heightPx, waits)
  return at
}

function place(columns: readonly Column[], page: Page, topPx: number): void {
  for (const [column, {placed}] of columns.entries()) {
    for (const own of placed) page.placed.push({...own, topPx: topPx + own.topPx, column})
  }
  page.y = topPx + depthOf(columns)
}

/** The notes at the foot of one page: which lines of which notes find room there. */
import type {NoteShape, NotePart, PageShape} from './model.ts'

/** Where a note goes on: its lines from `from` on are still to be placed. */
export type Rest = {readonly note: number; readonly from: number}

/** The notes of a page, to be placed in this order: the rest from the page before, then the page's own. */
export type Queue = {readonly rest: Rest | undefined; readonly own: readonly number[]}

/** Lines `from` to `to` (not included) of a note. */
export type Part = Rest & {readonly to: number}

export type Foot = {
  readonly parts: readonly Part[]
  /** With the separator; 0 where there are no notes. */
  readonly heightPx: number
  readonly rest: Rest | undefined
}

export const noFoot: Foot = {parts: [], heightPx: 0, rest: undefined}

/**
 * Place notes in the room that the text leaves. All must stand whole but the last, which may be split between lines;
 * undefined where even that does not fit: a note begins on the page of its reference.
 */
export function footFor({rest, own}: Queue, notes: readonly NoteShape[], page: PageShape, roomPx: number): Foot | undefined {
  const waiting: readonly Rest[] = [...(rest ? [rest] : []), ...own.map(note => ({note, from: 0}))]
  if (waiting.length === 0) return roomPx < -tolerancePx ? undefined : noFoot
  const parts: Part[] = []
  let heightPx = page.separatorPx
  for (const [index, {note, from}] of waiting.entries()) {
    const shape = notes[note] ?? []
    const {to, px} = linesIn(shape, from, roomPx - heightPx, parts.length > 0)
    const isSplit = to < shape.length
    if (isSplit && (index < waiting.length - 1 || to === from || staysWhole(shape, page))) return undefined
    parts.push({note, from, to})
    heightPx += px
    if (isSplit) return {parts, heightPx, rest: {note, from: to}}
  }
  return {parts, heightPx, rest: undefined}
}

/** Lines of a note on either side of a split. */
export const fewestLines = 2

/** Whether a note is too short to be split; its lines may be pictures, of which a page has not room for all. */
function staysWhole(shape: NoteShape, {heightPx}: PageShape): boolean {
  return shape.length < 2 * fewestLines && shape.reduce((sum, line) => sum + line.gapPx + line.heightPx, 0) < heightPx / 2
}

/** Rounding in the browser's layout. */
export const tolerancePx = 0.02

/** How many lines of a note, from one on, fit; a note that is split leaves no line alone where it can be helped. */
function linesIn(shape: NoteShape, from: number, roomPx: number, hasGap: boolean): {to: number; px: number} {
  let px = 0
  let to = from
  const heights: number[] = []
  for (; to < shape.length; to++) {
    const line = shape[to]
    const next = px + (to === from && !hasGap ? 0 : line?.gapPx ?? 0) + (line?.heightPx ?? 0)
    if (next > roomPx + tolerancePx) break
    heights.push(px)
    px = next
  }
  const leavesOne = shape.length - to === 1 && to - from > fewestLines
  const end = beforeTable(shape, from, leavesOne ? to - 1 : to)
  return {to: end, px: [...heights, px][end - from] ?? 0}
}

/** Before the table whose rows stay together, where a note would be split between them; what begins with it is split all the same. */
function beforeTable(shape: NoteShape, from: number, to: number): number {
  let end = to
  while (end > from && shape[end]?.keeps === true) end--
  return end === from ? to : end
}

/** The parts with their tops, standing at the very foot of the page. */
export function standAtFoot({parts, heightPx}: Foot, notes: readonly NoteShape[], shape: PageShape): {readonly notes: readonly NotePart[]; readonly footTopPx: number} {
  const footTopPx = shape.heightPx - heightPx
  let topPx = footTopPx + (parts.length > 0 ? shape.separatorPx : 0)
  const placed = parts.map(({note, from, to}, index) => {
    const lines = (notes[note] ?? []).slice(from, to)
    topPx += index > 0 ? lines[0]?.gapPx ?? 0 : 0
    const part = {note, from, to, topPx}
    topPx += lines.reduce((sum, line, at) => sum + line.heightPx + (at > 0 ? line.gapPx : 0), 0)
    return part
  })
  return {notes: placed, footTopPx}
}

/** Decides, by numbers alone, how far the text of a page goes and how much of each note stands under it. */
import {linesThatFit} from './note-lines.ts'

/** A note or what is left of one. `lineBottomsPx` are counted from its top; a note that cannot be split has one. */
export type NoteShape = {readonly heightPx: number; readonly lineBottomsPx: readonly number[]}

/** A reference on the page: the bottom of its line (of the whole block where that cannot break), and its note. */
export type Reference = {readonly topPx: number; readonly bottomPx: number; readonly note: NoteShape}

export type PageInput = {
  readonly heightPx: number
  /** The separator with the least space above it. */
  readonly separatorPx: number
  /** The text must end at or above this. */
  readonly limitPx: number
  /** The text must reach down to this at least, because what stands above cannot leave the page. */
  readonly floorPx: number
  /** The least text on a page that begins with the rest of a note. */
  readonly leastTextPx: number
  /** Rests of notes from the page before, in order. */
  readonly carried: readonly NoteShape[]
  /** In the order of the text. */
  readonly references: readonly Reference[]
}

export type PagePlan = {
  /** How many of the references stay on the page. */
  readonly taken: number
  /** Where the text may end at the latest. */
  readonly textBottomPx: number
  /** For each carried note and each taken one, in order: how much of it stands here. 0: nothing. */
  readonly allotmentsPx: readonly number[]
}

/**
 * Take as many references as there is room for. All notes but the last must stand whole; the last may be split.
 * Where not even the references above the floor fit so, their notes share the room, each with a line at least.
 * Undefined: there is no room for them at all.
 */
export function planPage(input: PageInput): PagePlan | undefined {
  const bound = input.references.findLastIndex(({bottomPx}) => bottomPx <= input.floorPx + 0.5) + 1
  for (let taken = input.references.length; taken >= bound; taken--) {
    const plan = sameLineAsNext(input, taken) ? undefined : wholeButLast(input, taken)
    if (plan) return plan
  }
  return shared(input, bound)
}

/** A line cannot be cut: the references on it stay or go together. */
function sameLineAsNext({references}: PageInput, taken: number): boolean {
  const last = references[taken - 1]
  const next = references[taken]
  return last !== undefined && next !== undefined && next.topPx < last.bottomPx - 0.5
}

function wholeButLast(input: PageInput, taken: number): PagePlan | undefined {
  const shapes = shapesOf(input, taken)
  const textPx = leastText(input, taken)
  if (textPx > input.limitPx + 0.5) return undefined
  const roomPx = input.heightPx - textPx - (shapes.length > 0 ? input.separatorPx : 0)
  const before = shapes.slice(0, -1).reduce((sum, shape) => sum + shape.heightPx, 0)
  const last = shapes.at(-1)
  if (!last) return finish(input, taken, [])
  const allotted = before + last.heightPx <= roomPx + 0.01 ? last.heightPx : linesThatFit(last.lineBottomsPx, roomPx - before, {kept: 2, left: 2})
  const mayWait = taken === 0 && before <= roomPx
  if (allotted === 0 && !mayWait) return taken === 0 ? shared(input, 0) : undefined
  return finish(input, taken, [...shapes.slice(0, -1).map(shape => shape.heightPx), allotted])
}

function shapesOf({carried, references}: PageInput, taken: number): readonly NoteShape[] {
  return [...carried, ...references.slice(0, taken).map(({note}) => note)]
}

/** The text that must stay: down to the last taken reference, the floor, and something on every page. */
function leastText({references, floorPx, leastTextPx, limitPx}: PageInput, taken: number): number {
  const bottoms = references.slice(0, taken).map(({bottomPx}) => bottomPx)
  return Math.max(floorPx, Math.min(leastTextPx, limitPx), ...bottoms)
}

/** Every note gets its first line, and what is left goes to them in order. */
function shared(input: PageInput, taken: number): PagePlan | undefined {
  const shapes = shapesOf(input, taken)
  const roomPx = input.heightPx - leastText(input, taken) - input.separatorPx
  const leasts = shapes.map(({lineBottomsPx, heightPx}, index) => index < input.carried.length ? 0 : lineBottomsPx[0] ?? heightPx)
  let leftPx = roomPx - leasts.reduce((sum, least) => sum + least, 0)
  if (leftPx < 0) return undefined
  const allotments = shapes.map(({lineBottomsPx, heightPx}, index) => {
    const least = leasts[index] ?? 0
    const allotted = heightPx <= leftPx + least + 0.01 ? heightPx : Math.max(least, linesThatFit(lineBottomsPx, leftPx + least, {kept: 1, left: 1}))
    leftPx -= allotted - least
    return allotted
  })
  return finish(input, taken, allotments)
}

/** The text may go on above the notes, up to the line of the next reference. */
function finish({heightPx, separatorPx, limitPx, references}: PageInput, taken: number, allotmentsPx: readonly number[]): PagePlan {
  const notesPx = allotmentsPx.reduce((sum, allotted) => sum + allotted, 0)
  const next = references[taken]?.topPx ?? heightPx
  const roomPx = heightPx - notesPx - (notesPx > 0 ? separatorPx : 0)
  return {taken, allotmentsPx, textBottomPx: Math.max(0, Math.min(limitPx, next, roomPx))}
}

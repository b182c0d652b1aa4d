/** How the text of a page comes to stand to its foot, and what fills it up: wider gaps, the block that ends it, a longer paragraph. */
import {feetHeight} from './feet.ts'
import type {Foot} from './foot.ts'
import type {RunTask} from './model.ts'
import type {End} from './page-ends.ts'
import type {Stack} from './stack.ts'
import {growing} from './stack.ts'
import type {Way} from './way.ts'

export type Depth = {
  /** Whether the run's text ends here: then the page may be short. */
  readonly isOpen: boolean
  readonly grownLines: number
  /** Those among them above heads. */
  readonly grownHeads: number
  readonly lowered: Lowered | undefined
  /** The first items of paragraphs that are set in one line more. */
  readonly loosened: readonly number[]
  readonly lackingLines: number
  /** Lines that are seen to be lacking: notes and figures stand at the foot all the same. */
  readonly shortLines: number
}

/** What ends a page off the grid, from an item on, is moved down so far that it ends as lines do, or by whole `lines` more. */
export type Lowered = {readonly from: number; readonly px: number; readonly lines: number}

const open: Depth = {isOpen: true, grownLines: 0, grownHeads: 0, lowered: undefined, loosened: [], lackingLines: 0, shortLines: 0}

/** The depth of a page of figures: but for the last, it lacks what they leave of it. */
export function depthOfFigures({shape: {heightPx, leadingPx}}: RunTask, {bottomPx}: End, foot: Foot, isLast: boolean): Depth {
  return {...open, isOpen: isLast, lackingLines: isLast ? 0 : Math.floor((heightPx - foot.heightPx - bottomPx + 0.1) / leadingPx)}
}

/** A page that lacks more lines than these is filled by wider gaps only where they leave it next to none to lack, those above heads not among them, and one with a hole never. */
const mostGrown = 3
const leastHole = 7
const nextToNone = 2

/** Every depth that a page may be given: the plainest first, then with paragraphs that are set in one line more. */
export function depthsOf(task: RunTask, stack: Stack, end: End, foot: Foot): readonly Depth[] {
  const {items, shape: {heightPx, leadingPx}} = task
  if (end.end >= items.length) return [open]
  const freePx = heightPx - foot.heightPx - feetHeight(task, end.feet) - end.bottomPx
  const freeLines = Math.max(0, Math.floor((freePx + 0.1) / leadingPx))
  const grown = grownFor(stack, freeLines)
  const reachesFoot = foot.parts.length + end.feet.length > 0
  const lowered = reachesFoot ? undefined : lowering(stack, freePx - grown.length * leadingPx)
  const plain = {isOpen: false, grownLines: grown.length, grownHeads: grown.filter(index => items[index]?.isHead).length, lowered}
  const lackingLines = freeLines - grown.length - (lowered?.lines ?? 0)
  return loosenings(task, stack, lackingLines).map(loosened => {
    const lacking = lackingLines - loosened.length
    return {...plain, loosened, lackingLines: lacking, shortLines: reachesFoot ? 0 : lacking}
  })
}

function grownFor(stack: Stack, freeLines: number): readonly number[] {
  if (freeLines >= leastHole) return []
  const grown = growing(stack, freeLines)
  if (freeLines <= mostGrown) return grown
  const others = grown.filter(index => stack.items[index]?.isHead !== true)
  return freeLines - others.length <= nextToNone ? others : []
}

/** A block is not moved down by more lines than this. */
const mostLowered = 2

/** Blocks off the grid end at any height: the last gap takes up what that differs from whole lines. One block alone goes down further. */
function lowering({items, first, end, without, leadingPx}: Stack, freePx: number): Lowered | undefined {
  const [from, isAlone] = lastGap({items, first, end, without})
  const item = items[from]
  if (from <= first || !item || item.onGrid) return undefined
  const lines = Math.floor((freePx + 0.1) / leadingPx)
  const taken = isAlone && !item.isHead && lines <= mostLowered ? lines : 0
  return {from, lines: taken, px: Math.max(0, freePx - (lines - taken) * leadingPx)}
}

/** The last item of a page that stands on the grid or below a gap that may grow, and whether nothing stands behind it. */
function lastGap({items, first, end, without}: Pick<Stack, 'items' | 'first' | 'end' | 'without'>): readonly [item: number, isAlone: boolean] {
  let isAlone = true
  for (let index = end - 1; index > first; index--) {
    if (without.has(index)) continue
    if (items[index]?.onGrid === true || items[index]?.stretches === true) return [index, isAlone]
    isAlone = false
  }
  return [first, isAlone]
}

/** A page of more lacking lines than this is not filled by longer paragraphs, of which the shorter ones are not asked at all. */
const mostLoosened = 2
const fewestLines = 6

/** Of the paragraphs that stand wholly on a page, the longest that can have a line more: none of them, one, as many as lines are lacking. */
function loosenings({items, mayLoosen}: RunTask, {first, end}: Stack, lackingLines: number): readonly (readonly number[])[] {
  const loosened: number[] = []
  if (!mayLoosen || lackingLines < 1 || lackingLines > mostLoosened) return [loosened]
  const whole = items.slice(first, end).flatMap(({paragraphLines}, index) => paragraphLines >= fewestLines && first + index + paragraphLines <= end ? [first + index] : [])
  const longest = whole.toSorted((a, b) => (items[b]?.paragraphLines ?? 0) - (items[a]?.paragraphLines ?? 0))
  for (const item of longest) if (loosened.length < lackingLines && mayLoosen(item)) loosened.push(item)
  return Array.from({length: loosened.length + 1}, (_, count) => loosened.slice(0, count))
}

/** The difference in depth from the verso that a recto faces; the run's first page faces none of its own, nor does one of a table's rows or of figures alone. */
export function facingLines({isRecto, facingShort, page}: Way, stack: Stack, {isOpen, shortLines}: Depth): number {
  return isRecto && page && !isOpen && [stack, page.stack].every(hasLines) ? Math.abs(shortLines - facingShort) : 0
}

/** Whether a page holds text that is not a table's rows alone. */
function hasLines({items, first, end}: Stack): boolean {
  return end > first && !items.slice(first, end).every(({isRow}, index) => isRow || (index === 0 && first + 1 < end && items[first + 1]?.isRow === true))
}

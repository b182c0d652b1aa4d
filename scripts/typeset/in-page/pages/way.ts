/** A way through a run: page after page, each with what the next takes over from it. */
import type {Depth} from './depth.ts'
import type {Foot, Rest} from './foot.ts'
import type {PlacedItem} from './model.ts'
import type {Stack} from './stack.ts'

/** A way through the run up to the end of a page, and what the next page takes over from it. */
export type Way = {
  /** The first item of the next page. */
  readonly first: number
  readonly rest: Rest | undefined
  /** Figures that wait for a page, in order. */
  readonly waiting: readonly number[]
  readonly isRecto: boolean
  /** What the verso lacks, where the next page is the recto that faces it. */
  readonly facingShort: number
  readonly cost: number
  readonly leadPx: number
  readonly before: Way | undefined
  readonly page: PageDraft | undefined
}

export type PageDraft = {
  readonly stack: Stack
  /** Figures from before, at the page's top. */
  readonly above: readonly PlacedItem[]
  /** Figures at its foot. */
  readonly feet: readonly number[]
  readonly foot: Foot
  readonly depth: Depth
  readonly tooTall: readonly number[]
}

/** Where a way goes on: ways of one length with the same have the same pages before them. */
export function goesOnFrom({first, rest, waiting, leadPx}: Way): string {
  return `${first} ${rest?.note}.${rest?.from} ${waiting.join()} ${leadPx}`
}

/** What a layout is: where the pages of a pamphlet stand on its sheets, before anything is measured or drawn. */
import type {LayoutName} from '../types.ts'

/**
 * Positions on one side, row by row from the top, each row from the left. A position counts from 1 to the number of
 * places in the whole pamphlet; which page stands there, or none, is told by `pagesAt`.
 */
export type Rows = readonly (readonly number[])[]

/**
 * One sheet. `back` is as one sees it when the sheet is turned over like a leaf of a book, about its upright axis.
 * `signature` and `depth` count from 0: depth 0 is the outermost sheet of its signature.
 */
export type SheetOrder = {readonly front: Rows; readonly back?: Rows; readonly signature: number; readonly depth: number}

export type Grid = {readonly columns: number; readonly rows: number}

/** What an order may depend on beside the number of pages. */
export type OrderChoices = {readonly grid: Grid; readonly signature: 'auto' | number}

export type Layout = {
  readonly name: LayoutName
  /** How the side is divided; absent: as many pages as the sheet holds. */
  readonly grid?: Grid
  /** The most pages that it takes; absent: any number. */
  readonly most?: number
  /** Whether pages lie at their spine, or in the middle of their panel. */
  readonly alignment: 'spine' | 'centre'
  /** How panels come apart: by folds alone, or by the knife. */
  readonly parting: 'fold' | 'cut'
  /** Whether it becomes a thing with a front and a back, so that an outer back cover comes last and blanks before it. */
  readonly isBound: boolean
  /** Whether it is bound at the right, for what is read from right to left. */
  readonly isMirrored?: boolean
  /** Rows, from 0 at the top, that stand on their heads. */
  readonly turnedRows: readonly number[]
  /** Columns of the front, from 0, whose panel folds in and is therefore narrower; on the back they are mirrored. */
  readonly narrowColumns: readonly number[]
  /** The order for this many pages, at least one; the last sheet is filled up with positions that no page has. */
  readonly order: (pages: number, choices: OrderChoices) => readonly SheetOrder[]
}

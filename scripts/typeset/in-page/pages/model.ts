/**
 * What the page builder knows of a text: items that no page may cut, in order, and notes that belong to them. Pure
 * values, in CSS px, so that the builder runs and is tested without a browser.
 */

/** `never` still gives way where no page could be made otherwise. */
export type BreakBefore = 'free' | 'never' | 'page' | 'recto' | 'verso'

/** A line, a table row, a figure, a head: what stands on one page whole. */
export type Item = {
  /** The white space above it, where the item before stands on the same page. */
  readonly gapPx: number
  readonly heightPx: number
  /** Body text: its top stands on a line of the grid. */
  readonly onGrid: boolean
  readonly breakBefore: BreakBefore
  /** What a page break in front of it costs, in the builder's own measure: a hyphen would stand at the page's end, or a word or two below its head. */
  readonly penalty: number
  /** Whether the gap above it may grow by a line, to fill a page. */
  readonly stretches: boolean
  /** Notes first referred to in it, by their index. */
  readonly notes: readonly number[]
  /** The height of the table head that is repeated above it where it begins a page. */
  readonly repeatPx: number
  /** A figure that may go to the top of a later page. */
  readonly floats: boolean
  /** Whether it floats to the foot of its page, or of a later one, rather than to the top. */
  readonly toFoot: boolean
  /** A box or a pull quote: figures and tables, which stay in their order, may overtake it, and it them. */
  readonly isBox: boolean
  /** It stands behind all of the text, as an imprint at its end: no figure from before may stand behind it. */
  readonly clears: boolean
  /** The white space above it where a figure right before it has gone elsewhere. */
  readonly gapWithoutFloatPx: number
  /** How many columns it is set in one of; 1 where it has the page's whole width. */
  readonly columns: number
  /** The box of columns that it stands in, from 1 in the order of the text, even where it runs over all of them; 0 where in none. */
  readonly box: number
  /** A table row: nothing can be put above it on its page but the table's own head. */
  readonly isRow: boolean
  /** How many lines the paragraph has that begins with it; 0 where none does that could be set in another number of lines. */
  readonly paragraphLines: number
  /** A head: it stays as near to its text as it was designed, what the grid adds stands above it; and heads of a page grow together or not at all. */
  readonly isHead: boolean
}

/** A line (or another whole) of a note; the gap is above it, for a note's first line that between two notes. */
export type NoteLine = {readonly gapPx: number; readonly heightPx: number; /** A row of a table that is not parted before it, as the first behind the head. */ readonly keeps?: boolean}
export type NoteShape = readonly NoteLine[]

/** A page's type area. `separatorPx`: white space and rule above the notes. */
export type PageShape = {readonly heightPx: number; readonly leadingPx: number; readonly separatorPx: number}

/** Lines `from` to `to` (not included) of a note, with its top from the top of the page. */
export type NotePart = {readonly note: number; readonly from: number; readonly to: number; readonly topPx: number}

/** An item on its page; `column` counts from 0 where it stands in one; a figure out of the text's order is afloat. */
export type PlacedItem = {readonly item: number; readonly topPx: number; readonly column?: number; readonly isAfloat?: boolean}

/** A page as it was built. All tops are from the top of its type area. */
export type BuiltPage = {
  /** Items on the page, each with its top, from the top down: figures at its head, the text in order, figures at its foot. */
  readonly placed: readonly PlacedItem[]
  /** The first item of the text on it, apart from what is afloat; undefined where it holds none. */
  readonly first: number | undefined
  readonly notes: readonly NotePart[]
  /** The top of the notes' separator; the page's height where there are no notes. */
  readonly footTopPx: number
  /** Whole lines that the page lacks of its depth. */
  readonly shortLines: number
}

export type RunTask = {
  readonly items: readonly Item[]
  readonly notes: readonly NoteShape[]
  readonly shape: PageShape
  /** White space above the first item, which stands after a forced break. */
  readonly leadPx: number
  readonly startsOnRecto: boolean
  /** Whether the paragraph that begins with an item can be set in one line more. Where this is missing, none can. */
  readonly mayLoosen?: (item: number) => boolean
}

/**
 * What came of a run. `tooTall`: items that overflow their page; `endnotes`: notes that fit on no page; `loosened`:
 * the first items of paragraphs that are counted a line longer than they are, and must be set so before the pages hold.
 */
export type BuiltRun = {readonly pages: readonly BuiltPage[]; readonly tooTall: readonly number[]; readonly endnotes: readonly number[]; readonly loosened: readonly number[]}

/** What goes into the composing of pages and what comes out: plain values that can leave the page. */

/** The type area of a named page (`''` for unnamed ones), the same on left and right pages. Whole CSS px. */
export type Area = {readonly name: string; readonly widthPx: number; readonly heightPx: number}

/** A note: the id of its element, which stands hidden in the page, and the ids of the elements that refer to it. */
export type NoteSource = {readonly id: string; readonly references: readonly string[]}

export type PageOptions = {
  readonly areas: readonly Area[]
  readonly leadingPx: number
  readonly notes: readonly NoteSource[]
  /** A selector of the element whose children are the sections; the body where it is absent. */
  readonly root?: string
  /** A selector of the hidden element that takes notes which fit on no page; it stands at the end of a section. */
  readonly endnotes?: string
}

/** A note at the foot of its page; `lastPage` is greater where it was split. Pages count from 1. */
export type PlacedNote = {readonly id: string; readonly reference: string; readonly page: number; readonly lastPage: number}

/** A page that could not be made as it should be, and what is wrong with it. */
export type Problem = {readonly page: number; readonly reason: string}

export type PageRecord = {
  readonly count: number
  /** The page of every element with an id. */
  readonly pages: Readonly<Record<string, number>>
  readonly notes: readonly PlacedNote[]
  /** Notes that stand at the end, because they fit on no page. */
  readonly endnotes: readonly string[]
  /** Blank pages that were put in before an opening. */
  readonly blanks: readonly number[]
  /** Pages of their own for what was left of a note behind the last line of its chapter. */
  readonly notePages: readonly number[]
  readonly problems: readonly Problem[]
}

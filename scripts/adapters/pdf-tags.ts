/** The structure tree of a PDF as plain values. */
import type {PDFDict, PDFRef} from '@cantoo/pdf-lib'
import type {Draws} from './pdf-content.ts'

/** Marked content on a page: `stream` is the key of that or of its form in the parent tree, `number` its own there. */
export type Content = {readonly kind: 'content'; readonly page: number; readonly stream: number; readonly number: number; readonly draws: Draws}

/** A link's area on a page. `key` is its own in the parent tree; `words` are those of the link, `contents` is what a reader hears of it. */
export type LinkArea = {readonly kind: 'link'; readonly page: number; readonly key: number; readonly destination?: string; readonly address?: string; readonly words?: string; readonly contents?: string}

/** A structure element. `origin` is the object that it came from, whose attributes it keeps; a new one has none. */
export type Tag = {
  readonly kind: 'tag'
  readonly type: string
  readonly origin?: number
  readonly lang?: string
  readonly alt?: string
  readonly actualText?: string
  readonly id?: string
  /** What an abbreviation stands for. */
  readonly expansion?: string
  /** How the items of a list are numbered (ISO 32000-1, table 347). */
  readonly numbering?: string
  /** Its first letter, an initial, is a word. */
  readonly opensWithWord?: boolean
  /** The number of its line, in code or verse. */
  readonly line?: number
  /** Its spaces are all drawn, as those of code are. */
  readonly isVerbatim?: boolean
  /** It goes on with the table before it. */
  readonly isRest?: boolean
  /** The heads of this cell are those whose scope it stands in: the ones it names are not all of them. */
  readonly isScoped?: boolean
  readonly kids: readonly Kid[]
}

export type Kid = Tag | Content | LinkArea

/** A tree as it was read, with what its keys lead to in the file. */
export type TagTree = {
  readonly root: Tag
  readonly streams: ReadonlyMap<number, {readonly page: PDFRef; readonly form?: PDFRef}>
  readonly areas: ReadonlyMap<number, {readonly page: PDFRef | undefined; readonly ref: PDFRef; readonly dict: PDFDict}>
  readonly elements: readonly PDFRef[]
}

/** Deeper trees than this are not made by any manuscript that is let in. */
export const deepest = 2000

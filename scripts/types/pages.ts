/** What goes into the browser and comes out of it: pages, and where everything stands on them. */
import type {FitGoal, FrontForm} from './manuscript.ts'
import type {Place} from './message.ts'

/** A rectangle in CSS px from the sheet's top left. */
export type RectanglePx = {readonly leftPx: number; readonly topPx: number; readonly widthPx: number; readonly heightPx: number}

/**
 * The sheet that Chromium prints on: whole px, a multiple of 8, so that its size comes out exact. The trim lies on it
 * with room for the bleed on all sides; its own size is exact, not rounded.
 */
export type Sheet = {readonly widthPx: number; readonly heightPx: number; readonly trim: RectanglePx}

/** A file that the page may load: by its path under the page's own origin, and nothing else. */
export type Resource = {readonly mediaType: string; readonly bytes: Uint8Array}

/** What `typeset` makes: a whole page, with everything it refers to. */
export type PrintPage = {
  readonly html: string
  readonly resources: ReadonlyMap<string, Resource>
  readonly sheet: Sheet
  /** The words of every head, h1 to h6, in the order of the page: the bookmarks. */
  readonly heads: readonly string[]
  /** The width of the type area: the window that the page is measured in. */
  readonly textWidthPx: number
  /** How the text is set, in CSS px; the size is absent where the theme does not name it. `lines`: on a page. */
  readonly design: Design
  /** What the compositor in the page needs: the script itself, and the families that have a hyphen's face. */
  readonly compositor: CompositorInput
}

/** How pages are made: composed with all there is, composed of plain text alone, or as the browser breaks them. */
export type PageWay = 'rich' | 'plain' | 'browser'

/** What is missing from pages that could not be made otherwise: the author's style; figures that float, columns and turned tables; notes at the foot; composed pages at all. */
export type GivenUp = 'style' | 'figures' | 'notes' | 'pages'

/** The setting of the text. */
export type Design = {readonly lines: number; readonly leadingPx: number; readonly measurePx: number; readonly sizePx?: number}

/** The type area of a page on the sheet, for each side of a spread. */
export type SideAreas = {readonly recto: RectanglePx; readonly verso: RectanglePx}

/** `areas`: by page name, `''` for plain pages. `notesWord`: the head over notes that had to go to the end. */
export type CompositorInput = {
  readonly languages: readonly string[]
  readonly hyphenFamilies: readonly string[]
  readonly areas: Readonly<Record<string, SideAreas>>
  readonly leadingPx: number
  /** What a page is higher than its area. */
  readonly slackPx: number
  readonly notesWord: string
  /** How folios are counted: roman before the text and from 1 in it, or from the first page on. */
  readonly countsFromText: boolean
  readonly pages: PageWay
}

/** What the compositor did, as it tells it: JSON out of the page. Pages count from 1, blank ones included. */
export type Composition = {
  readonly count: number
  /** The parts of the pamphlet in order: `cover`, `front`, `main` …, with their pages. */
  readonly sections: readonly {readonly name: string; readonly firstPage: number; readonly lastPage: number}[]
  /** The page of each element that has an id. */
  readonly pages: Readonly<Record<string, number>>
  /** Elements that begin a page: the print must agree. */
  readonly anchors: readonly {readonly id: string; readonly page: number}[]
  /** The ids of what begins columns: one that the print lacks stands beyond its page. */
  readonly columns: readonly string[]
  readonly blocks: readonly PlacedBlock[]
  readonly starts: readonly Omit<PageStart, 'folio'>[]
  /**
   * Where the text, or a chapter that begins a page, ends: the lines on its last page, those that a page holds (in columns,
   * those of all of them), and the pages that it has.
   */
  readonly ends: readonly {readonly page: number; readonly lines: number; readonly room: number; readonly pages: number}[]
  readonly blanks: readonly number[]
  /** Blocks that no page can hold, and notes that no page had room for. */
  readonly tooTall: readonly {readonly at: string; readonly page: number}[]
  /** Figures more than two pages behind the text before them: the last of a row of so many, and how far the furthest is. */
  readonly lateFigures: readonly {readonly at: string; readonly page: number; readonly pages: number; readonly count: number}[]
  /** `calledIn`: what fills the page of a note's reference, where that is no text. */
  readonly endnotes: readonly {readonly at: string; readonly id: string; readonly calledIn?: 'figure' | 'turned'}[]
  /** Tables that were turned, or whose cells had to be set below each other; formulas that had to be set very small. */
  readonly fitted: readonly {readonly at: string; readonly what: 'turned' | 'stacked' | 'small'}[]
  /** Blocks whose text nobody would see. */
  readonly hidden: readonly {readonly at: string}[]
  readonly hyphenated: readonly number[]
  readonly paragraphs: {readonly lines: number; readonly hyphens: number; readonly untouched: Readonly<Record<string, number>>}
}

/** Where an element stands: `page` counts from 1, covers and blanks included; `folio` is what is printed or would be. */
export type PageMapEntry = {readonly id: string; readonly page: number; readonly folio: string}

/** What was measured in the page at a place (`file:line:column`, or empty). Lengths in CSS px. */
export type Observation =
  | {readonly kind: 'image'; readonly at: string; readonly naturalWidthPx: number; readonly widthPx: number}
  | {readonly kind: 'overfull'; readonly at: string; readonly overPx: number; readonly text: string; readonly what?: 'picture' | 'table' | 'box'}
  /** `pictureWidthPx`: the cover holds all, but its texts leave its picture no more. */
  | {readonly kind: 'cover'; readonly at: string; readonly overPx: number; readonly which: 'cover' | 'back-cover' | 'title-page'; readonly pictureWidthPx?: number}
  /** What no page could hold as it was: a block that overflows its page, a table in pieces, a tiny formula, a note that went to the end. */
  | {readonly kind: 'too-tall' | 'stacked' | 'small'; readonly at: string}
  | {readonly kind: 'late-figure'; readonly at: string; readonly pages: number; readonly count: number}
  | {readonly kind: 'note-at-end'; readonly at: string; readonly calledIn?: 'figure' | 'turned'}
  /** Blocks of text that nobody sees, the first of them here; `isUnder`: that are printed over the text before them. */
  | {readonly kind: 'hidden'; readonly at: string; readonly count: number; readonly isUnder?: true}
  /** What was given up because pages did not come out as composed, from here on; `culprit`: what of the author's style may have kept them; `isSuspect`: that it was the style is sure, and that it was this is not. */
  | {readonly kind: 'given-up'; readonly at: string; readonly what: GivenUp; readonly reason: string; readonly culprit?: {readonly at: string; readonly words: string; readonly isSuspect?: true}}
  /** Copyfit could not make the number of pages. */
  | {readonly kind: 'unfitted'; readonly at: ''; readonly place: Place; readonly fit: Copyfit}
  /** What the page asked for and did not get: an address, a font or an image. */
  | {readonly kind: 'not-loaded'; readonly at: string; readonly what: string}

/** What is put into a page that stands, once its pages are known: it moves no line. */
export type PagePatch = {
  /** CSS with the tables of folios and running heads. */
  readonly counters: string
  /** The folio of each target, for the contents. */
  readonly folios: Readonly<Record<string, string>>
}

/** What the printer shows: the PDF, the page (from 1) of each target, and the scale of its text, where it can be told: 1 as it was composed. */
export type Print = {readonly pdf: Uint8Array; readonly count: number; readonly pages: ReadonlyMap<string, number>; readonly scale?: number}

/** A block of the manuscript on one page: its `dataAt`, the page from 1, its box on that page from the sheet's top left. */
export type PlacedBlock = {readonly at: string; readonly page: number; readonly box: RectanglePx}

/** Where a page of the text begins: in the block `at`, behind `offset` of its characters, white space and notes not counted. */
export type PageStart = {readonly page: number; readonly folio: string; readonly at: string; readonly offset: number}

/** What copyfit did. `passes`: how often the pages were composed to find their setting, at most eight times. */
export type Copyfit = {
  readonly goal: FitGoal
  /** Where it is not reached: what was tried beside, and reaches it with so many pages. */
  readonly waysOut?: readonly {readonly setting: 'frontmatter: none' | 'frontmatter: brief' | 'openings: run-on' | 'notes: end'; readonly count: number}[]
  readonly isReached: boolean
  readonly passes: number
  readonly pagesAsDesigned: number
  readonly asDesigned: Design
  readonly asFitted: Design
  /**
   * Where it is not reached: the lines too many for a number of pages, or too few for another, at the furthest setting;
   * `chapters`: the ends that are nearest to it, the lines that each has too many or too few.
   */
  readonly missed: readonly {readonly direction: 'tighter' | 'looser'; readonly count: number; readonly lines: number; readonly chapters: readonly {readonly chapter: string; readonly lines: number}[]}[]
}

/** What the pagination makes. `folios` holds one label a page, as /PageLabels and the contents say it. */
export type Pages = {
  readonly pdf: Uint8Array
  readonly count: number; readonly folios: readonly string[]; readonly form: FrontForm
  readonly pageMap: readonly PageMapEntry[]
  /** The same for the parts that no author wrote: covers, title page, contents, the entries of the index. */
  readonly parts: readonly PageMapEntry[]
  /** Every block of the manuscript on every page that it stands on, in the order of the pages. */
  readonly blocks: readonly PlacedBlock[]
  readonly starts: readonly PageStart[]
  readonly fit?: Copyfit
  /** What the compositor set, and what it left as the browser had it, by reason. */
  readonly paragraphs: Composition['paragraphs']
  readonly sheet: Sheet
  readonly heads: readonly string[]
  readonly observations: readonly Observation[]
}

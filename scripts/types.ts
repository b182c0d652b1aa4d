/**
 * The values that go from stage to stage. Everything is readonly: a stage makes a new value, it never changes one.
 * Lengths carry their unit in their name (`widthMm`, `leftPx`); a CSS px is 1/96 in, a pt 1/72 in.
 */
import type {Element, ElementContent} from 'hast'
import type {Root as MdastRoot} from 'mdast'

// ---------------------------------------------------------------------------------------------------- messages

/** Every rule that can speak. Errors: something would be lost, wrong or not found. Warnings: an editor should look. */
export type RuleId = ErrorRule | WarningRule | PreflightRule

export type ErrorRule =
  | 'missing-image'
  | 'image-outside'
  | 'corrupt-image'
  | 'image-format'
  | 'remote-image'
  | 'unknown-key'
  | 'bad-metadata'
  | 'duplicate-note'
  | 'undefined-note' | 'empty-note'
  | 'unused-note'
  | 'duplicate-id'
  | 'broken-link'
  | 'unknown-directive'
  | 'unclosed-directive' | 'unclosed-comment'
  | 'bad-index'
  | 'too-deep'
  | 'empty-manuscript'
  | 'no-markdown'
  | 'invalid-utf8'
  | 'missing-glyph'
  | 'cannot-impose'
  | 'bad-formula' | 'note-in-imprint' | 'bad-theme' | 'no-room'

export type WarningRule =
  | 'missing-title' | 'missing-lang'
  | 'missing-alt'
  | 'skipped-heading'
  | 'unreadable-table'
  | 'mixed-quotes'
  | 'unseen-character' | 'private-character' | 'indented-text' | 'unknown-attribute' | 'directive-content' | 'year-list' | 'stray-markup'
  | 'removed-html' | 'misplaced-html' | 'empty-heading' | 'plain-caption' | 'metadata-in-text' | 'empty-key' | 'joined-names'
  | 'duplicate-link' | 'unused-link' | 'undefined-link'
  | 'fallback-font'
  | 'low-resolution'
  | 'overfull-line' | 'overfull-cover'
  | 'too-tall' | 'stacked-table' | 'small-formula' | 'crowded-page'
  | 'system-font' | 'bad-style'
  | 'thick-booklet' | 'small-pages' | 'idle-setting'
  | 'simpler-pages'
  | 'hidden-text'
  | 'copyfit'

/** Rules of the press file. Some only `check` tells, others a build that makes one as well. */
export type PreflightRule =
  | 'unconverted-colour'
  | 'rgb-colour'
  | 'font-embedding'
  | 'no-press-file' | 'no-cover'
  | 'no-trim-box' | 'page-size'
  | 'unreadable-pdf' | 'book-fault' | 'reading-fault'
  | 'picture-resolution'
  | 'near-trim'
  | 'no-bleed'
  | 'too-much-ink'
  | 'hairline'
  | 'page-count'
  | 'blank-page'
  | 'colour-lost'
  | 'printing-condition'

export type Severity = 'error' | 'warning'

/** A point in a manuscript file; `line` and `column` count from 1. */
export type Place = {readonly file: string; readonly line?: number; readonly column?: number}

/**
 * What a stage has to say about the manuscript.
 * `reason`: "Unexpected <actual>, expected <expected>"; `remedy`: what the author can do, one sentence.
 * `place.file` is relative to the manuscript's folder, with forward slashes.
 */
export type Message = {
  readonly ruleId: RuleId
  readonly severity: Severity
  readonly reason: string
  readonly remedy?: string
  readonly place: Place
}

// -------------------------------------------------------------------------------------------------- manuscript

/** One Markdown file, parsed. `name` is relative to the manuscript's folder; positions count from the file's first line. */
export type SourceFile = {readonly name: string; readonly text: string; readonly tree: MdastRoot}

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif' | 'image/svg+xml'

/** An image of the manuscript, checked. `name` is its path relative to the manuscript's folder; its own size in px. */
export type Asset = {
  readonly name: string
  readonly mediaType: ImageType
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

export type Author = {readonly name: string; readonly sort?: string; readonly role?: string}

/** A page size as the metadata gives it, exact. */
export type PageSize = {readonly name: string; readonly widthMm: number; readonly heightMm: number}

/** What stands in front of the text: its title alone, a cover, a cover and the contents, or what a book has. */
export type FrontForm = 'none' | 'brief' | 'short' | 'full'
/** `auto`: by the length of the text. */
export type FrontMatter = 'auto' | FrontForm

/** The number of pages that copyfit is to make: a multiple, or just so many. Covers and blank pages count. */
export type FitGoal = {readonly multipleOf: number} | {readonly pages: number}

export type BackCover = {
  readonly text?: string
  readonly address?: string
  readonly price?: string
  /** The name of an asset. */
  readonly image?: string
  readonly link?: string
}

/** The inks of a press file: one black, the four of process printing, or black and one spot ink by its name. */
export type PrintColour = 'black' | 'process' | {readonly spot: string}

/** The printing condition: one that comes with the program, or the shop's own ICC profile (`file` as the author names it). */
export type PrintCondition = {readonly name: 'uncoated' | 'coated'} | {readonly name: 'own'; readonly file: string; readonly bytes: Uint8Array}

export type PrinterMark = 'crop' | 'bleed' | 'registration' | 'bar' | 'slug'

/** How the press file is to be made. */
export type PrintSettings = {
  readonly colour: PrintColour
  readonly condition: PrintCondition
  readonly bleedMm: number
  readonly marks: readonly PrinterMark[]
  readonly standard: 'x4' | 'none'
  readonly cover: 'self' | 'separate'
  readonly coverColour: PrintColour
  /** The weight of the paper inside, which makes the spine. */
  readonly paperGsm: number
  /** Where the author says that the cover is a file of its own, and in what colours. */
  readonly places?: {readonly cover?: Place; readonly coverColour?: Place}
}

/** Paper for copiers by the name that the author gave it, `80 g/m²` or `0.1 mm`. */
export type Paper = {readonly name: string; readonly thicknessMm: number}

export const layoutNames = ['saddle', 'signatures', 'zine', 'trifold', 'zfold', 'gatefold', 'cut-and-stack', 'n-up'] as const
export type LayoutName = typeof layoutNames[number]

/** How sheets are made for a copier, and where the manuscript says so. */
export type Booklet = {
  /** Absent: saddle, or signatures where that would be thicker than a staple holds. */
  readonly layout?: LayoutName
  /** Absent: the smallest that holds the pages. */
  readonly sheet?: PageSize
  /** The edge that the printer turns the sheet over. */
  readonly flip: 'short' | 'long'
  readonly duplex: 'auto' | 'manual'
  /** Which sheet a printer without duplex draws in first when the backs are printed. */
  readonly feed: 'first' | 'last'
  readonly paper: Paper
  /** In mm a sheet; true: the paper's thickness. */
  readonly creep: number | boolean
  readonly marks: 'auto' | boolean
  /** Whether pages may be made smaller or larger to fill the sheet. */
  readonly scale: 'none' | 'fit'
  /** Sheets in a signature. */
  readonly signature: 'auto' | number
  /** Pages on a side, for n-up and cut-and-stack; absent: as many as the sheet holds. */
  readonly up?: number
  /** Whose sheets are taken where none is named. */
  readonly family: 'iso' | 'us'
  /** `given`: keys that have an effect on some sheets only, where the author wrote them. */
  readonly places: {readonly layout: Place; readonly sheet: Place; readonly scale: Place; readonly given?: Readonly<Partial<Record<'signature' | 'up' | 'feed' | 'creep', Place>>>}
}

/** Checked metadata: defaults filled in, so that every stage may rely on them. */
export type Metadata = {
  readonly title: string
  readonly subtitle?: string
  readonly authors: readonly Author[]
  readonly publisher?: string
  /** As the author wrote it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string
  readonly rights?: string
  readonly identifier?: string
  readonly subjects: readonly string[]
  readonly description?: string
  readonly series?: {readonly name: string; readonly number?: string}
  /** Its line ends are meant; a blank line parts paragraphs. */
  readonly dedication?: string
  readonly epigraph?: {readonly text: string; readonly by?: string}
  readonly slug: string
  /** BCP 47. */
  readonly lang: string
  readonly theme: string
  readonly page: PageSize
  readonly frontmatter: FrontMatter
  readonly openings: 'auto' | 'page' | 'recto' | 'run-on'
  /** Where notes stand on paper: at the foot of their page, at the end, or at the end of their chapter. */
  readonly notes: 'foot' | 'end' | 'chapter'
  /** Absent: the pages are as many as they are. */
  readonly fit?: {readonly goal: FitGoal; readonly place: Place}
  readonly back?: BackCover
  /** The name of an asset, or absent: then the theme's own cover. */
  readonly cover?: {readonly image: string; readonly alt: string}
  readonly print: PrintSettings
  /** `cover` is the whole cover of the EPUB as a picture; `certifiedBy` stands for its conformance to EPUB Accessibility. */
  readonly epub: {readonly fonts: boolean; readonly cover?: {readonly image: string; readonly alt?: string}; readonly certifiedBy?: string}
  readonly booklet: Booklet
  /** Whether `$…$` and `$$…$$` are formulas; else dollars are dollars. */
  readonly math?: boolean
  /** Where the author says what stands on the covers: the longest of the texts on the front, and all that is on the back. */
  readonly places?: {readonly cover: Place; readonly back: Place}
}

/** What `read` makes: the files in reading order, the checked metadata, and every image that a file refers to. */
export type Manuscript = {
  readonly files: readonly SourceFile[]
  readonly metadata: Metadata
  readonly assets: ReadonlyMap<string, Asset>
  /** The author's own theme, where the metadata or the command line names a folder. */
  readonly ownTheme?: OwnTheme
  readonly messages: readonly Message[]
}

/**
 * A theme that comes with a manuscript: a folder below it, or one that the command line names. `name`: as messages call
 * it, `mine` or `themes/mine`; `folder`: its real path, from where font packages are looked for; `files`: as text.
 */
export type OwnTheme = {readonly name: string; readonly folder: string; readonly files: ReadonlyMap<string, string>}

// ---------------------------------------------------------------------------------------------------- pamphlet

/**
 * A top-level division. `heading` is its h2 (absent where text stands before the first head), `children` what follows.
 * Heads inside are h3 and deeper, in any manuscript: the pamphlet's own title is the only h1.
 * In the hast of `heading` and `children`:
 * - images are `img` with an asset's name as `src`, and `width`/`height` in px;
 * - links inside the pamphlet are `#id`; ids are unique in the whole pamphlet;
 * - a note reference is `a.noteref[href=#note-N][id=noteref-N][role=doc-noteref]`, its text the number; a second
 *   reference to one note has the id `noteref-N-2`; between references at one place stands a narrow space;
 * - a page reference is `a[href=#id][dataPageRef]`, its content the title of its target: print says the page instead;
 * - a place of the index is an empty `span.index-mark` with an id;
 * - blocks carry `dataAt` (`file:line:column`), for messages and jumps; editions that publish drop it.
 */
export type Chapter = {
  readonly id: string
  /** The head as plain text; the pamphlet's title where there is no head. */
  readonly title: string
  readonly heading?: Element
  readonly children: readonly ElementContent[]
}

/** One line of the contents; `title` is the head's phrasing content without notes and ids. */
export type ContentsEntry = {readonly id: string; readonly title: readonly ElementContent[]; readonly children: readonly ContentsEntry[]}

/** A note, numbered through the pamphlet: `id` is `note-N`, `references` the ids that refer to it, in order. */
export type Note = {
  readonly id: string
  readonly number: number
  readonly references: readonly string[]
  readonly children: readonly ElementContent[]
}

/** Where an entry of the index leads: the id of a mark in the text, or of the first and the last of a range. */
export type IndexPlace = {readonly from: string; readonly to?: string}

/** Another entry, by its number in the index; `isAlso`: the entry has places of its own. */
export type IndexReference = {readonly entry: number; readonly isAlso: boolean}

/**
 * An entry of the index, in the order of the pamphlet's language; subentries have none of their own. `number` counts
 * entries and subentries through the index; `opensGroup`: an entry whose first letter is another than that of the one before.
 */
export type IndexEntry = {
  readonly number: number
  readonly term: readonly ElementContent[]
  readonly opensGroup: boolean
  readonly places: readonly IndexPlace[]
  readonly references: readonly IndexReference[]
  readonly children: readonly IndexEntry[]
}

/** What `compose` makes: the pamphlet, which belongs to no edition yet. */
export type Pamphlet = {
  readonly metadata: Metadata
  /** Whether each chapter opens on a new page, or sections run on as in an article. */
  readonly openings: 'page' | 'run-on'
  readonly epigraph?: Element
  readonly chapters: readonly Chapter[]
  readonly contents: readonly ContentsEntry[]
  readonly notes: readonly Note[]
  readonly index: readonly IndexEntry[]
  /** The blocks of the `imprint` directive; empty where there is none. */
  readonly imprint: readonly ElementContent[]
  readonly assets: ReadonlyMap<string, Asset>
  /** Words of running text, notes included. */
  readonly wordCount: number
  readonly messages: readonly Message[]
}

// ------------------------------------------------------------------------------------------------------- theme

/** A font file of a theme or a fallback: one face, one subset. `range` is a CSS unicode-range. */
export type FontFile = {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  readonly range: string
  /** A name for its file, unique in the pamphlet: `alegreya-latin-400-normal.woff2`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The package and version that it comes from, for the record. */
  readonly source: string
}

/** A theme as its folder (`templates/NAME/`, or the author's own) gives it over `templates/common/`, with just the font files that the pamphlet's characters need. */
export type Theme = {
  readonly name: string
  /** Style sheets by file name (`print.css`, `web.css`, `epub.css`) and HTML fragments (`cover.html` …), as text. */
  readonly files: ReadonlyMap<string, string>
  readonly fonts: readonly FontFile[]
  /** `end` where the theme's pages have no foot for notes: they go to the end there. */
  readonly notes?: 'end'
  /** The author's own CSS, which wins over the theme's. */
  readonly style?: {readonly name: string; readonly text: string}
  readonly messages: readonly Message[]
}

// ------------------------------------------------------------------------------------------------------- pages

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
  readonly endnotes: readonly {readonly at: string; readonly id: string}[]
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
  | {readonly kind: 'overfull'; readonly at: string; readonly overPx: number; readonly text: string; readonly what?: 'picture' | 'table'}
  | {readonly kind: 'cover'; readonly at: string; readonly overPx: number; readonly which: 'cover' | 'back-cover'}
  /** What no page could hold as it was: a block that overflows its page, a table in pieces, a tiny formula, a note that went to the end. */
  | {readonly kind: 'too-tall' | 'stacked' | 'small' | 'note-at-end'; readonly at: string}
  /** Blocks of text that nobody sees, the first of them here. */
  | {readonly kind: 'hidden'; readonly at: string; readonly count: number}
  /** What was given up because pages did not come out as composed, from here on; `culprit`: what of the author's style may have kept them. */
  | {readonly kind: 'given-up'; readonly at: string; readonly what: GivenUp; readonly reason: string; readonly culprit?: {readonly at: string; readonly words: string}}
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

/** What the printer shows: the PDF, and the page (from 1) of each target. */
export type Print = {readonly pdf: Uint8Array; readonly count: number; readonly pages: ReadonlyMap<string, number>}

/** A block of the manuscript on one page: its `dataAt`, the page from 1, its box on that page from the sheet's top left. */
export type PlacedBlock = {readonly at: string; readonly page: number; readonly box: RectanglePx}

/** Where a page of the text begins: in the block `at`, behind `offset` of its characters, white space and notes not counted. */
export type PageStart = {readonly page: number; readonly folio: string; readonly at: string; readonly offset: number}

/** What copyfit did. `passes`: how often the pages were composed to find their setting, at most eight times. */
export type Copyfit = {
  readonly goal: FitGoal
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

// --------------------------------------------------------------------------------------------------- artifacts

/** Facts of an artifact for the record: JSON values, keys in a fixed order. */
export type Facts = Readonly<Record<string, Json>>
export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json}

export type Artifact = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly facts: Facts
}

export type EditionName = 'web' | 'read' | 'print' | 'booklet' | 'epub'

/** The date of a build. `printed` is absent where nothing but 1980-01-01 was to be had: then no date is printed. */
export type BuildDate = {readonly instant: Date; readonly printed?: string}

// ------------------------------------------------------------------------------------------------- environment

/** The environment is at fault, not the manuscript (exit code 3): no browser, an unwritable folder. */
export class EnvironmentError extends Error {
  readonly remedy: string
  constructor(reason: string, remedy: string, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'EnvironmentError'
    this.remedy = remedy
  }
}

/** The call is at fault (exit code 2): an unknown edition, a path that is not there. */
export class UsageError extends Error {
  readonly remedy: string
  constructor(reason: string, remedy: string) {
    super(reason)
    this.name = 'UsageError'
    this.remedy = remedy
  }
}

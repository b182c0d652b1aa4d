/** What the manuscript stage reads: files, pictures, metadata. */
import type {Root as MdastRoot} from 'mdast'
import type {Message, Place} from './message.ts'

/** One Markdown file, parsed. `name` is relative to the manuscript's folder; positions count from the file's first line. */
export type SourceFile = {readonly name: string; readonly text: string; readonly tree: MdastRoot}

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif' | 'image/svg+xml'

/** An image of the manuscript, checked. `name` is its path relative to the manuscript's folder; its own size in px; `lettering`: what a drawing says in type. */
export type Asset = {
  readonly name: string
  readonly mediaType: ImageType
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
  readonly lettering?: string
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
  /** Absent: saddle, or signatures where that would be thicker than a staple holds; for one leaf its pages as they are. */
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
  /** `given`: keys that have an effect, or another default, on some sheets only, where the author wrote them. */
  readonly places: {readonly layout: Place; readonly sheet: Place; readonly scale: Place; readonly given?: Readonly<Partial<Record<'flip' | 'signature' | 'up' | 'feed' | 'creep', Place>>>}
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
  /** `cover` is the whole cover of the EPUB as a picture; `identifier` names it alone, `certifiedBy` stands for its conformance to EPUB Accessibility. */
  readonly epub: {readonly fonts: boolean; readonly cover?: {readonly image: string; readonly alt?: string}; readonly identifier?: string; readonly certifiedBy?: string}
  readonly booklet: Booklet
  /** Whether `$…$` and `$$…$$` are formulas; else dollars are dollars. */
  readonly math?: boolean
  /** Where the author says what stands on the covers: the longest of the texts on the front, all that is on the back, and their pictures. */
  readonly places?: {readonly cover: Place; readonly back: Place; readonly coverImage?: Place; readonly backImage?: Place}
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

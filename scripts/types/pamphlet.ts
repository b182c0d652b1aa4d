/** What the text stage composes: one text, its notes, its index. */
import type {Element, ElementContent} from 'hast'
import type {Asset, Metadata} from './manuscript.ts'
import type {Message} from './message.ts'

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

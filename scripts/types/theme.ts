/** What pages, web page and book look like. */
import type {Message} from './message.ts'

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

/** What is known of a book when its accessibility is checked. */
import type {Finding} from '../preflight/finding.ts'

/** A picture, or a drawing that is one: `isDrawn`, its `source` then its tag. `alt` is absent where it has no such attribute, `isNamed`: by ARIA or a title, or told to be mere decoration. */
export type Picture = {readonly source: string; readonly isDrawn: boolean; readonly line: number; readonly alt: string | undefined; readonly isNamed: boolean; readonly isCaptioned: boolean}

export type Head = {readonly rank: number; readonly words: string; readonly line: number}

/** The place where a page of the printed edition begins, and what it is called: by its title, its label, its words. */
export type Marker = {readonly id: string; readonly names: readonly string[]; readonly line: number}

/** `path`: in the zip. Lines count from 1. */
export type BookPage = {readonly path: string; readonly pictures: readonly Picture[]; readonly heads: readonly Head[]; readonly markers: readonly Marker[]; readonly hasMath: boolean}

/** An entry of the page list: its label, and the file and the id that it leads to. */
export type PageEntry = {readonly label: string; readonly path: string; readonly id: string; readonly line: number}

/** What the package says of the book in the words of schema.org. */
export type BookClaim = {readonly property: string; readonly value: string}

export type Book = {
  /** The path of the package. */
  readonly path: string
  readonly claims: readonly BookClaim[]
  /** In the order of reading. */
  readonly pages: readonly BookPage[]
  /** The path of the navigation; absent where there is none, as in EPUB 2. */
  readonly navigation?: string
  /** The entries of the page list; absent where there is none. */
  readonly pageList?: readonly PageEntry[]
  /** The same of the NCX, which older readers go by. */
  readonly ncx?: {readonly path: string; readonly pageList: readonly PageEntry[]}
  /** Files that are too large to be looked at. */
  readonly unread: readonly string[]
  /** The navigation and every page could be read, so that what was not seen is not there. */
  readonly isWhole: boolean
}

/** A check: pure, of everything that is known. */
export type BookCheck = (book: Book) => readonly Finding[]

/** What may disturb a line of a message: controls, and signs that turn its direction. */
const disturbing = /[\s`\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu

/** A place in a book as messages write it. */
export function bookPlace(path: string, line?: number): string {
  const name = path.replaceAll(disturbing, ' ').slice(0, 200)
  return line === undefined ? name : `${name}:${line}`
}

const mostNamed = 8

/** `a, b and 3 more`. */
export function listed(names: readonly string[]): string {
  const [told, others] = [names.slice(0, mostNamed), names.length - mostNamed]
  if (others > 0) return `${told.join(', ')} and ${others} more`
  return told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} and ${told.slice(-1).join('')}`
}

/** Words of a book in a message: one line, without the mark of code, and no longer than one needs to find them. */
export function quoted(words: string): string {
  const line = words.replaceAll(disturbing, ' ').trim()
  return `\`${line.length > 60 ? `${line.slice(0, 60)}…` : line}\``
}

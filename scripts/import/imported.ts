/** What every way in makes of a file: metadata, a text as mdast, its pictures, and what an editor should know. */
import type {Root as HastRoot} from 'hast'
import type {Root} from 'mdast'

/** Somebody with a part in a book of their own: an editor, a translator. */
export type ImportedPerson = {readonly name: string; readonly sort?: string; readonly role?: string}

/** Metadata as front matter takes it; what a file does not say is absent. */
export type ImportedMetadata = {
  readonly title?: string
  readonly subtitle?: string
  readonly slug?: string
  readonly publisher?: string
  readonly author?: readonly (string | ImportedPerson)[]
  readonly date?: string
  readonly lang?: string
  readonly rights?: string
  readonly identifier?: string
  readonly subject?: readonly string[]
  readonly description?: string
  readonly series?: {readonly name: string; readonly number?: string}
  readonly dedication?: string
  readonly epigraph?: {readonly text: string; readonly by?: string}
  readonly back?: {readonly text?: string; readonly address?: string; readonly price?: string; readonly link?: string}
}

/** `lost`: what stands in the file and not in the text; `guessed`: what the file does not say outright. */
export type Remark = {readonly kind: 'lost' | 'guessed'; readonly text: string}

/** `images` by their names below the new manuscript, as the text refers to them. */
export type Imported = {
  readonly metadata: ImportedMetadata
  readonly body: Root
  /** The text as it is written, where it came as Markdown; it then counts in place of `metadata` and `body`. */
  readonly source?: string
  readonly images: ReadonlyMap<string, Uint8Array>
  readonly remarks: readonly Remark[]
}

/** A text on its way from a word processor, a web page or a book: HTML, and a way to the pictures that it names. */
export type Draft = {
  readonly metadata: ImportedMetadata
  readonly tree: HastRoot
  /** The bytes of the picture that a `src` names, or why they cannot be had, to follow "a picture". */
  readonly imageAt: (source: string) => Promise<Uint8Array | string>
  /** Who made the file, as a word processor notes it: often the name of an account. */
  readonly creators?: readonly string[]
  readonly remarks: readonly Remark[]
}

/** A fault of the file: nothing can be made of it. The message is the second half of one: `expected …` is added. */
export class ImportFault extends Error {
  readonly expected: string
  readonly remedy: string
  constructor(actual: string, expected: string, remedy: string) {
    super(actual)
    this.name = 'ImportFault'
    this.expected = expected
    this.remedy = remedy
  }
}

export function lost(text: string): Remark {
  return {kind: 'lost', text}
}

export function guessed(text: string): Remark {
  return {kind: 'guessed', text}
}

/** What was taken for a part of the metadata. */
export function guessedPart(key: string, value: ImportedMetadata[keyof ImportedMetadata]): Remark {
  if (value === undefined || typeof value === 'string') return guessed(`${key}: ${value ?? ''}`)
  return guessed(`${key}: ${Object.values<unknown>(value).filter(part => typeof part === 'string').join('text' in value ? ' — ' : ', ')}`)
}

/** The names of people of whom no more is known. */
export function namesOf(people: ImportedMetadata['author'] = []): readonly string[] {
  return people.map(person => typeof person === 'string' ? person : person.name)
}

/** An encoding that nothing in a file says is told. */
export function guessedEncoding(name: string | undefined): readonly Remark[] {
  return name === undefined ? [] : [guessed(`encoding: ${name}; look at letters with accents, or name another with --encoding`)]
}

/** Say how many of a thing there are, as remarks: none where there are none. */
export function lostCount(count: number, one: string, many: string, remedy = ''): readonly Remark[] {
  return count === 0 ? [] : [lost(`${count === 1 ? one : `${count} ${many}`}${remedy}`)]
}

/** Say how many entries of an index, which stand unseen in a text, are lost. */
export function lostIndexEntries(count: number): readonly Remark[] {
  return lostCount(count, 'an entry of an index', 'entries of an index', ': mark the words in the text, as `:index[word]`')
}

/** The beginning of words that are told, of so many characters at the most. */
export function firstWords(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most).trimEnd()}…` : words
}

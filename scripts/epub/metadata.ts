/** What the package says about the publication: the manuscript's metadata in EPUB's terms, and nothing invented. */
import {contributions, isWriter, roleCode, writers} from '../contributors.ts'
import {isReadableByAll} from '../messages.ts'
import type {Author, Metadata, Pamphlet} from '../types.ts'
import type {Direction} from '../writing.ts'
import {directionOf} from '../writing.ts'
import {identifierOf, printedIdentifierOf} from './identifier.ts'
import {lineOf} from './xhtml.ts'

/** A person for the package, a contributor where others wrote it: `scheme` names the list that the role is from, absent where it is in the author's words. */
export type Creator = {
  readonly id: string
  readonly element: 'dc:creator' | 'dc:contributor'
  readonly name: string
  readonly role: string
  readonly scheme?: 'marc:relators'
  readonly sort?: string
}

/** All texts are on one line and free of characters that XML forbids; empty ones are left out. */
export type PackageMetadata = {
  readonly identifier: string
  /** That of the printed edition, where it is another one. */
  readonly printedIdentifier?: string
  readonly lang: string
  readonly direction: Direction
  /** `YYYY-MM-DDThh:mm:ssZ`. */
  readonly modified: string
  readonly title: string
  readonly subtitle?: string
  readonly creators: readonly Creator[]
  /** The same people as a title page names them: who wrote it, then what others did. */
  readonly credits: readonly string[]
  readonly publisher?: string
  readonly description?: string
  readonly rights?: string
  readonly date?: string
  readonly subjects: readonly string[]
  readonly series?: {readonly name: string; readonly number?: string; readonly position?: string}
  /** Who answers for it that the EPUB conforms: only then does the package claim it, and only where nothing is known against it. */
  readonly certifiedBy?: string
}

/** Put the metadata in EPUB's terms. Nobody's name stands for what the `messages` deny. A title of nothing but forbidden characters gives way to the slug. */
export function packageMetadata({metadata, messages}: Pick<Pamphlet, 'metadata' | 'messages'>, modified: Date): PackageMetadata {
  const printedIdentifier = printedIdentifierOf(metadata)
  const {subtitle, publisher, description, rights, date, series, epub: {certifiedBy}} = metadata
  return {
    identifier: identifierOf(metadata),
    ...(printedIdentifier !== undefined && {printedIdentifier}),
    lang: metadata.lang,
    direction: directionOf(metadata.lang),
    modified: modified.toISOString().replace(/\.\d+Z$/, 'Z'),
    title: lineOf(metadata.title) || metadata.slug,
    creators: metadata.authors.flatMap((author, index) => creator(author, index, metadata.authors.some(isWriter))),
    credits: [...writers(metadata), ...contributions(metadata)].map(lineOf).filter(credit => credit !== ''),
    subjects: metadata.subjects.map(lineOf).filter(subject => subject !== ''),
    ...present({subtitle, publisher, description, rights, date, certifiedBy: isReadableByAll(messages) ? certifiedBy : undefined}),
    ...seriesOf(series)
  }
}

function creator(author: Author, index: number, hasWriters: boolean): readonly Creator[] {
  const [name, role, sort] = [author.name, author.role ?? '', author.sort ?? ''].map(lineOf)
  if (!name) return []
  const code = roleCode({...author, role: role ?? ''})
  return [{
    id: `creator-${index + 1}`, element: isWriter({...author, role: role ?? ''}) || !hasWriters ? 'dc:creator' : 'dc:contributor', name, role: code ?? role ?? '',
    ...(code !== undefined && {scheme: 'marc:relators' as const}), ...(sort && {sort})
  }]
}

/** A place in the series is a number (`3`, `2.1`); any other is told on the title page alone. */
function seriesOf(series: Metadata['series']): Pick<PackageMetadata, 'series'> {
  const name = lineOf(series?.name ?? '')
  if (name === '') return {}
  const number = lineOf(series?.number ?? '')
  const isPosition = /^[1-9]\d*(?:\.[1-9]\d*)*$/.test(number)
  return {series: {name, ...(number !== '' && {number}), ...(isPosition && {position: number})}}
}

/** Leave out what is not there. */
function present<K extends string>(texts: Readonly<Record<K, string | undefined>>): Partial<Record<K, string>> {
  const result: Partial<Record<K, string>> = {}
  for (const key in texts) {
    const line = lineOf(texts[key] ?? '')
    if (line !== '') result[key] = line
  }
  return result
}

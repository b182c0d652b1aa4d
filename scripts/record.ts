/** The build record and the check sums: what was made, from what and with what. Pure; nothing of this machine or hour. */
import {createHash} from 'node:crypto'
import {inOrder} from './messages.ts'
import type {Artifact, BuildDate, Copyfit, Json, Message, Metadata, Pages} from './types.ts'

/** `browser` and `fonts` are names with versions; the browser is absent where no edition was printed. */
export type Versions = {readonly node: string; readonly browser?: string; readonly fonts: readonly string[]}

export type Build = {
  /** Absent where no pamphlet could be read: then there are messages alone. */
  readonly pamphlet?: Pick<Metadata, 'title' | 'slug' | 'lang'>
  readonly date?: BuildDate
  readonly versions: Versions
  readonly artifacts: readonly Artifact[]
  readonly pages?: Pick<Pages, 'count' | 'folios' | 'pageMap' | 'paragraphs' | 'fit'>
  readonly messages: readonly Message[]
}

/** Write the record of a build, `SLUG.json`: keys in one order, artifacts by name, messages by place, lists sorted. */
export function record({pamphlet, date, versions, artifacts, pages, messages}: Build): Artifact {
  const value: Json = {
    pamphlet: pamphlet === undefined ? null : {title: pamphlet.title, slug: pamphlet.slug, lang: pamphlet.lang},
    date: date?.printed ?? null,
    versions: recordVersions(versions),
    artifacts: byName(artifacts).map(recordArtifact),
    pages: pages === undefined ? null : recordPages(pages),
    messages: inOrder(messages).map(recordMessage)
  }
  return textArtifact(`${pamphlet?.slug ?? 'pamphlet'}.json`, 'application/json', `${JSON.stringify(value, null, 2)}\n`)
}

/** Write `SHA256SUMS`, as `sha256sum -c` reads it: every artifact and the record, by name. */
export function sums(artifacts: readonly Artifact[], record: Artifact): Artifact {
  const lines = byName([...artifacts, record]).map(({name, bytes}) => `${sha256(bytes)}  ${name}\n`)
  return textArtifact('SHA256SUMS', 'text/plain', lines.join(''))
}

function recordVersions({node, browser, fonts}: Versions): Json {
  // Without a compare function, `toSorted` orders by code unit: the same everywhere.
  return {node, browser: browser ?? null, fonts: [...new Set(fonts)].toSorted()}
}

function recordArtifact({name, mediaType, bytes, facts}: Artifact): Json {
  return {name, mediaType, bytes: bytes.byteLength, sha256: sha256(bytes), facts}
}

function recordPages({count, folios, pageMap, fit, paragraphs: {lines, hyphens, untouched}}: NonNullable<Build['pages']>): Json {
  const reasons = Object.entries(untouched).toSorted(([a], [b]) => a < b ? -1 : 1)
  return {count, folios, ...(fit && {fit: recordFit(fit)}), paragraphs: {lines, hyphens, untouched: Object.fromEntries(reasons)}, map: pageMap.map(({id, page, folio}) => ({id, page, folio}))}
}

function recordFit({goal, isReached, passes, pagesAsDesigned, asDesigned, asFitted, missed}: Copyfit): Json {
  return {goal, isReached, passes, pagesAsDesigned, asDesigned, asFitted, missed: missed.map(({direction, count, lines, chapters}) => ({direction, count, lines, chapters: chapters.map(({chapter, lines: own}) => ({chapter, lines: own}))}))}
}

function recordMessage({ruleId, severity, place, reason, remedy}: Message): Json {
  const {file, line, column} = place
  return {ruleId, severity, file, line: line ?? null, column: column ?? null, reason, remedy: remedy ?? null}
}

function byName(artifacts: readonly Artifact[]): readonly Artifact[] {
  return artifacts.toSorted((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

function textArtifact(name: string, mediaType: string, text: string): Artifact {
  return {name, mediaType, bytes: new TextEncoder().encode(text), facts: {}}
}

/** The SHA-256 of bytes, in hexadecimal. */
function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Makes pages of a long pamphlet anew where only the text of some chapters changed: these are composed alone, as each
 * begins on a page of its own, and put in the place of what they were. Where they have as many pages as before, and nothing
 * that others refer to has gone to another page, that is all; else the whole is to be made.
 */
import type {ElementContent} from 'hast'
import type {Composition, Metadata, Pages, Pamphlet, Theme} from '../../types.ts'
import type {Plan} from '../../typeset/front-matter.ts'
import {knowledgeOf} from '../../typeset/knowledge.ts'
import {patchOf} from '../../typeset/page-counters.ts'
import {unlessFault} from '../../typeset/page-fault.ts'
import {agree, observationsOf} from '../../typeset/paginate.ts'
import type {Printer, StandingPage} from '../../typeset/paginate.ts'
import {captioned, withFigureIds} from '../../typeset/figures.ts'
import {hyphenFonts} from '../../typeset/hyphen-fonts.ts'
import {typeset} from '../../typeset/typeset.ts'
import type {Changes} from './changes.ts'
import {changesOf, contentOf, noteOwners, propertiesIn} from './changes.ts'
import type {Span} from './excerpt.ts'
import {excerptOf, idsBehind, spanOf, textStart} from './excerpt.ts'
import type {Piece} from './merge.ts'
import {excerptKnowledge, excerptPage, mergeCompositions, mergeObservations} from './merge.ts'

/** A whole build, which later saves are held against. */
export type Base = {readonly pamphlet: Pamphlet; readonly theme: Theme; readonly pages: Pages; readonly composition: Composition; readonly plan: Plan; readonly hasReferences: boolean}

/** The pages as they are now; those of `pieces` are in `pdf`, all others in the base's. */
export type Amendment = {readonly pages: Pages; readonly pdf: Uint8Array; readonly pieces: readonly Piece[]}

/** `pagesOf` gives the page of an excerpt for one of the whole, once the excerpt is composed. */
export type Amending = {readonly printer: (pagesOf: (page: number) => number | undefined) => Printer}

/** Shorter ones are made as fast as a whole. */
const leastPages = 40
const mostChapters = 6

/** Amend; undefined where the whole must be made. Throws what the printer throws. */
export async function amend(base: Base, pamphlet: Pamphlet, theme: Theme, {printer}: Amending): Promise<Amendment | undefined> {
  const changes = isAmendable(base, pamphlet, theme) ? changesOf(base.pamphlet, pamphlet) : undefined
  const spans = changes && spansBefore(base, changes)
  if (!changes || !spans || propertiesIn(textOf(pamphlet, changes), 'dataPageRef').length > 0) return undefined
  const excerpt = excerptOf(withFigureIds(pamphlet), spans, textStart(base.composition))
  let pieces: readonly Piece[] = []
  const standing = await printer(page => excerptPage(pieces, page))(typeset(excerpt, {theme, hyphens: await hyphenFonts(theme.fonts), plan: base.plan}))
  try {
    pieces = piecesOf(standing.composition, excerpt, spans, pamphlet)
    return isInPlace(base, standing.composition, pieces, spans) ? await unlessFault(print(base, {pamphlet, standing, pieces, changes})) : undefined
  } finally {
    await standing.close()
  }
}

/** The text of the chapters that changed, with their notes. */
function textOf(pamphlet: Pamphlet, {chapters}: Changes): readonly ElementContent[] {
  const owners = noteOwners(pamphlet)
  const notes = pamphlet.notes.filter(({id}) => chapters.includes(owners.get(id) ?? -1))
  return [...chapters.flatMap(chapter => contentOf(pamphlet.chapters[chapter])), ...notes.flatMap(({children}) => children)]
}

/** What makes a chapter's pages depend on nothing but itself and its first page. */
function isAmendable({pamphlet: before, pages, theme: known, composition}: Base, after: Pamphlet, theme: Theme): boolean {
  const {metadata, openings} = after
  const isPlain = pages.observations.every(({kind}) => kind !== 'given-up' && kind !== 'note-at-end')
  return pages.count >= leastPages && openings === 'page' && before.openings === 'page' && hasOwnImprint(metadata) && !metadata.fit
    && isPlain && composition.endnotes.length === 0 && sameTheme(known, theme) && captions(before) === captions(after)
}

/** The imprint stands before the text, where no chapter moves it. */
function hasOwnImprint({frontmatter}: Metadata): boolean {
  return frontmatter !== 'none' && frontmatter !== 'brief'
}

/** They stand in the list of figures. */
function captions(pamphlet: Pamphlet): string {
  return JSON.stringify(captioned(withFigureIds(pamphlet)))
}

/** An author's style may look at what stands around a chapter, or count: then chapters are not to be taken apart. */
function sameTheme(a: Theme, b: Theme): boolean {
  const looksAround = /counter|:nth|:first|:last|:only|:has|:not|:target|:empty|[~+]/
  return a.name === b.name && a.style?.text === b.style?.text && !looksAround.test(b.style?.text ?? '')
    && a.fonts.length === b.fonts.length && a.fonts.every((font, index) => font.name === b.fonts[index]?.name && font.family === b.fonts[index].family)
}

function spansBefore({pamphlet, composition}: Base, {chapters}: Changes): readonly Span[] | undefined {
  if (chapters.length > mostChapters) return undefined
  const spans = chapters.flatMap(chapter => spanOf(composition, chapter, pamphlet.chapters[chapter]?.id ?? '', idsBehind(pamphlet, chapter)) ?? [])
  return spans.length === chapters.length ? spans : undefined
}

/** Where the chapters stand in the excerpt. */
function piecesOf(part: Composition, excerpt: Pamphlet, spans: readonly Span[], pamphlet: Pamphlet): readonly Piece[] {
  return spans.flatMap(({chapter, first}) => {
    const id = pamphlet.chapters[chapter]?.id ?? ''
    const own = excerpt.chapters.findIndex(other => other.id === id)
    const span = spanOf(part, chapter, id, idsBehind(excerpt, own))
    return span ? [{at: span.first, first, count: span.count}] : []
  })
}

/** Whether each chapter stands on its side of the spread, has as many pages as before, and all that others refer to is where it was. */
function isInPlace({composition, pamphlet, hasReferences}: Base, part: Composition, pieces: readonly Piece[], spans: readonly Span[]): boolean {
  const contents = new Set(JSON.stringify(pamphlet.contents).match(/(?<="id":")[^"]+/g))
  const hasMoved = Object.entries(composition.pages).some(([id, page]) => {
    const own = excerptPage(pieces, page)
    return own !== undefined && part.pages[id] !== own && (hasReferences || contents.has(id))
  })
  return pieces.length === spans.length && !hasMoved && textStart(part) === textStart(composition) && part.endnotes.length === 0
    && pieces.every(({at, first, count}, index) => count === spans[index]?.count && (at - first) % 2 === 0)
}

type Printing = {readonly pamphlet: Pamphlet; readonly standing: StandingPage; readonly pieces: readonly Piece[]; readonly changes: Changes}

async function print({composition: whole, pages, plan}: Base, {pamphlet, standing, pieces, changes}: Printing): Promise<Amendment> {
  const part = standing.composition
  const composition = mergeCompositions(whole, part, {pieces, places: changes.places})
  const knowledge = knowledgeOf(composition, plan, pamphlet)
  const {pdf, observations, ...printed} = await standing.print(patchOf(excerptKnowledge(knowledge, pieces, {count: part.count, firstPage: textStart(part)})))
  agree(part, printed)
  const {folios, pageMap, parts} = knowledge
  const own = new Set(propertiesIn(textOf(pamphlet, changes), 'dataAt'))
  const seen = mergeObservations(pages.observations, [...observations, ...observationsOf(part)], {pieces, places: changes.places}, at => own.has(at))
  const starts = composition.starts.map(start => ({...start, folio: folios[start.page - 1] ?? String(start.page)}))
  return {pages: {...pages, folios, pageMap, parts, blocks: composition.blocks, starts, observations: seen}, pdf, pieces}
}

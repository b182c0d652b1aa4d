/** What follows from composed pages: folios, running heads and the contents' page numbers. */
import {indexId} from '../template/index-list.ts'
import type {Composition, FrontMatter, LayoutName, Metadata, PageMapEntry, Pages, Pamphlet} from '../types.ts'
import {wordsFor} from '../words.ts'
import {folioOf} from './in-page/folio.ts'

export {roman} from './in-page/folio.ts'

/** The shape of a pamphlet's pages: which front matter it has. Blank pages are the compositor's. */
export type Plan = Pick<Pages, 'form'>

export type PageKnowledge = {
  /** The label of every page. */
  readonly folios: readonly string[]
  /** Pages that print no folio: covers, blanks, front matter without one. */
  readonly quiet: ReadonlySet<number>
  /** The running head of every page; empty where there is none. */
  readonly heads: readonly string[]
  readonly pageMap: readonly PageMapEntry[]
  /** The places of what is the program's own. */
  readonly parts: readonly PageMapEntry[]
}

/** Ids of the program's own: what a patch fills, and what makes Chromium name places. */
export const marks = {counters: 'pamphlet-counters', targets: 'pamphlet-targets', feet: 'pamphlet-feet'} as const

/** The id of the notes' head, where they stand at the end. */
const notesId = 'pamphlet-notes'

/** From this many pages of text on, a pamphlet is a book and has the full front matter. */
const bookPages = 24
/** Up to this many pages a text is a leaflet: one leaf, which begins with its title and has no cover. */
const leafletPages = 2
/** A guess up to this may turn out to be a leaflet; a wrong one costs a composition of few pages. */
const perhapsLeaflet = 3
const wordsPerPage = 360
/** The page that holds so many words: A5, in mm². */
const areaOfPage = 148 * 210
/** Characters of a running head that fit on a line. */
const headLength = 52

/** Guess the plan before the first pass, so that it mostly needs no other. */
export function firstPlan({metadata, wordCount}: Pamphlet): Plan {
  const {widthMm, heightMm} = metadata.page
  const textPages = wordCount / wordsPerPage * areaOfPage / (widthMm * heightMm)
  return {form: mayBeLeaflet(metadata) && textPages <= perhapsLeaflet ? 'none' : formOf(metadata.frontmatter, textPages)}
}

function formOf(frontmatter: FrontMatter, textPages: number): Plan['form'] {
  if (frontmatter === 'none') return 'none'
  return frontmatter === 'full' || textPages >= bookPages ? 'full' : 'short'
}

/** Layouts that fold their sheet, and so have an outside. */
const folded: ReadonlySet<LayoutName | undefined> = new Set<LayoutName>(['saddle', 'signatures', 'zine', 'trifold', 'zfold', 'gatefold'])

/** Whether the front matter is the program's to choose, and nothing is asked for that a leaflet has no place for. */
function mayBeLeaflet({frontmatter, cover, back, print, booklet, fit}: Metadata): boolean {
  const isRoomWanted = fit !== undefined && !('pages' in fit.goal && fit.goal.pages <= leafletPages)
  return frontmatter === 'auto' && !cover && !back && print.cover === 'self' && !folded.has(booklet.layout) && !isRoomWanted
}

/**
 * The plan that a composition calls for. What began as a leaflet and is too long for one gets its cover; nothing with a cover
 * becomes a leaflet, so that two plans are never in each other's turn.
 */
export function nextPlan(composition: Composition, {metadata}: Pamphlet, plan: Plan): Plan {
  const {firstPage, lastPage} = textOf(composition)
  const textPages = lastPage - firstPage + 1
  if (plan.form === 'none' && mayBeLeaflet(metadata) && textPages <= leafletPages) return plan
  return {form: formOf(metadata.frontmatter, textPages)}
}

/** Tell whether two plans are the same, so that a composition may stand. */
export function samePlan(a: Plan, b: Plan): boolean {
  return a.form === b.form
}

/** Where the text stands, in pages from 1. */
type Span = {readonly firstPage: number; readonly lastPage: number}

function textOf({sections, count}: Composition): Span {
  return sections.find(({name}) => name === 'main') ?? {firstPage: 1, lastPage: count}
}

/** Derive folios and heads from a composition. */
export function knowledgeOf(composition: Composition, plan: Plan, pamphlet: Pamphlet): PageKnowledge {
  const {count} = composition
  const text = textOf(composition)
  const pages = new Map(Object.entries(composition.pages))
  const openings = openingPages(pamphlet, pages, text)
  const folios = Array.from({length: count}, (_, index) => folioOf(index + 1, text.firstPage, countsFromText(plan)))
  const quiet = quietPages(composition, plan, text, openings)
  const heads = folios.map((_, index) => composition.blanks.includes(index + 1) ? '' : headOf({page: index + 1, text, pamphlet, pages, openings, begins: composition.starts.find(({page}) => page === index + 1)?.at}))
  const entries = [...pages].map(([id, page]): PageMapEntry => ({id, page, folio: folios[page - 1] ?? String(page)})).toSorted((a, b) => a.page - b.page || (a.id < b.id ? -1 : 1))
  const isOwn = ({id}: PageMapEntry) => id.startsWith('pamphlet-')
  return {folios, quiet, heads, pageMap: entries.filter(entry => !isOwn(entry)), parts: entries.filter(isOwn)}
}

/** Full front matter counts in roman figures and the text from 1; else the pages count from the cover. */
export function countsFromText({form}: Plan): boolean {
  return form === 'full'
}

/** Pages without a printed folio: everything outside the text but a full contents, blanks, and a title page of its own. */
function quietPages({sections, count, blanks}: Composition, {form}: Plan, text: Span, openings: ReadonlySet<number>): ReadonlySet<number> {
  const contents = form === 'full' ? sections.find(({name}) => name === 'front' && sections.some(other => other.name === 'half-title')) : undefined
  const quiet = new Set(blanks)
  for (let page = 1; page <= count; page++) {
    const isText = page >= text.firstPage && page <= text.lastPage
    const isContents = contents !== undefined && page > contents.lastPage && page < text.firstPage
    if (!isText && !isContents) quiet.add(page)
  }
  if (form === 'none' && openings.has(1)) quiet.add(1)
  return quiet
}

function openingPages({chapters, openings}: Pamphlet, pages: ReadonlyMap<string, number>, {firstPage}: Span): ReadonlySet<number> {
  const chapterPages = openings === 'page' ? [...chapters.map(({id}) => id), notesId, indexId].flatMap(id => pages.get(id) ?? []) : []
  return new Set([firstPage, ...chapterPages])
}

type Headed = {
  readonly page: number
  readonly text: Span
  readonly pamphlet: Pamphlet
  readonly pages: ReadonlyMap<string, number>
  readonly openings: ReadonlySet<number>
  /** What the page begins with, by its place in the manuscript. */
  readonly begins: string | undefined
}

/** Left the pamphlet's title, right the chapter's; none on openings and outside the text. */
function headOf({page, text, pamphlet, pages, openings, begins}: Headed): string {
  if (page < text.firstPage || page > text.lastPage || openings.has(page)) return ''
  if (page % 2 === 0) return shorten(pamphlet.metadata.title)
  if (begins !== undefined && pamphlet.chapters.some(({heading}) => heading?.properties['dataAt'] === begins)) return ''
  // A section that begins on the page has its head there already: the running head names what goes on from before.
  const current = partsOf(pamphlet).findLast(({id}) => (pages.get(id) ?? Infinity) < page)
  return shorten(current?.title ?? pamphlet.metadata.publisher ?? pamphlet.metadata.title)
}

/** What a running head names, in the order of the pages. */
function partsOf({chapters, metadata: {lang}}: Pamphlet): readonly {readonly id: string; readonly title: string}[] {
  const {notes, index} = wordsFor(lang)
  return [...chapters.filter(({heading}) => heading), {id: notesId, title: notes}, {id: indexId, title: index}]
}

/** Cut a head that would not fit on a line, at a word. */
function shorten(text: string): string {
  if (text.length <= headLength) return text
  return `${text.slice(0, headLength).replace(/[\s,;:.–—-]+\S*$/u, '')}…`
}

/** What follows from composed pages: folios, running heads and the contents' page numbers. */
import {indexId} from '../template/index-list.ts'
import type {Composition, PageMapEntry, Pamphlet} from '../types.ts'
import {wordsFor} from '../words.ts'
import type {Plan} from './front-matter.ts'
import {countsFromText} from './front-matter.ts'
import {folioOf} from './in-page/folio.ts'
import {headRoom, shortTitle} from './short-title.ts'

export {roman} from './in-page/folio.ts'

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

/** Pages of their own in full front matter that are looked at like a picture: with a few words in their middle, and nothing at their foot. */
const displayed = ['pamphlet-dedication', 'pamphlet-epigraph']

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
  const quiet = new Set([...quietPages(composition, plan, text, openings), ...displayed.flatMap(id => pages.get(id) ?? [])])
  const heads = folios.map((_, index) => composition.blanks.includes(index + 1) ? '' : headOf({page: index + 1, text, pamphlet, pages, openings, begins: composition.starts.find(({page}) => page === index + 1)?.at}))
  const entries = [...pages].map(([id, page]): PageMapEntry => ({id, page, folio: folios[page - 1] ?? String(page)})).toSorted((a, b) => a.page - b.page || (a.id < b.id ? -1 : 1))
  const isOwn = ({id}: PageMapEntry) => id.startsWith('pamphlet-')
  return {folios, quiet, heads, pageMap: entries.filter(entry => !isOwn(entry)), parts: entries.filter(isOwn)}
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
  const {title, publisher, lang, page: {widthMm}} = pamphlet.metadata
  const shorten = (text: string) => shortTitle(text, lang, headRoom(widthMm))
  if (page % 2 === 0) return shorten(title)
  if (begins !== undefined && pamphlet.chapters.some(({heading}) => heading?.properties['dataAt'] === begins)) return ''
  // A section that begins on the page has its head there already: the running head names what goes on from before.
  const current = partsOf(pamphlet).findLast(({id}) => (pages.get(id) ?? Infinity) < page)
  return shorten(current?.title ?? publisher ?? title)
}

/** What a running head names, in the order of the pages. */
function partsOf({chapters, metadata: {lang}}: Pamphlet): readonly {readonly id: string; readonly title: string}[] {
  const {notes, index} = wordsFor(lang)
  return [...chapters.filter(({heading}) => heading), {id: notesId, title: notes}, {id: indexId, title: index}]
}

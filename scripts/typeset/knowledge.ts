/** What is known of the pages after a pass: from it come folios, running heads, blanks and the contents' page numbers. */
import type {FrontMatter, PageMapEntry, Pamphlet} from '../types.ts'

/** The shape of a pamphlet's pages: which front matter it has, and where blank pages stand. */
export type Plan = {
  readonly form: 'short' | 'full' | 'none'
  readonly blankBeforeText: boolean
  readonly blankBeforeBack: boolean
}

/** What a pass over such a plan has shown. Pages count from 1. */
export type Shown = {readonly plan: Plan; readonly count: number; readonly pages: ReadonlyMap<string, number>}

export type PageKnowledge = {
  /** The label of every page. */
  readonly folios: readonly string[]
  /** Pages that print no folio: covers, blanks, front matter without one. */
  readonly quiet: ReadonlySet<number>
  /** The running head of every page; empty where there is none. */
  readonly heads: readonly string[]
  readonly pageMap: readonly PageMapEntry[]
}

/** Ids of the program's own by which a pass finds the parts of the pamphlet. */
export const marks = {text: 'pamphlet-text', end: 'pamphlet-end', back: 'pamphlet-back'} as const

/** From this many pages of text on, a pamphlet is a book and has the full front matter. */
const bookPages = 24
const wordsPerPage = 360
/** Characters of a running head that fit on a line. */
const headLength = 52

/** Guess the plan before the first pass, so that it mostly needs no other. */
export function firstPlan(pamphlet: Pamphlet): Plan {
  return {form: formOf(pamphlet.metadata.frontmatter, pamphlet.wordCount / wordsPerPage), blankBeforeText: false, blankBeforeBack: false}
}

function formOf(frontmatter: FrontMatter, textPages: number): Plan['form'] {
  if (frontmatter === 'none') return 'none'
  return frontmatter === 'full' || textPages >= bookPages ? 'full' : 'short'
}

/** The plan that a pass calls for: text on a recto after full front matter, the back cover on a verso. */
export function nextPlan({plan, count, pages}: Shown, pamphlet: Pamphlet): Plan {
  const text = pages.get(marks.text) ?? 1
  const end = pages.get(marks.end) ?? count
  const form = formOf(pamphlet.metadata.frontmatter, end - text + 1)
  const textWithout = text - (plan.blankBeforeText ? 1 : 0)
  const blankBeforeText = form === 'full' && textWithout % 2 === 0
  const endOfText = end - text + textWithout + (blankBeforeText ? 1 : 0)
  return {form, blankBeforeText, blankBeforeBack: pamphlet.metadata.back !== undefined && endOfText % 2 === 0}
}

/** Tell whether two plans are the same, so that a pass may stand. */
export function samePlan(a: Plan, b: Plan): boolean {
  return a.form === b.form && a.blankBeforeText === b.blankBeforeText && a.blankBeforeBack === b.blankBeforeBack
}

/** Derive folios and heads from a pass. */
export function knowledgeOf({plan, count, pages}: Shown, pamphlet: Pamphlet): PageKnowledge {
  const text = pages.get(marks.text) ?? 1
  const end = pages.get(marks.end) ?? count
  const folios = Array.from({length: count}, (_, index) => folioOf(index + 1, text, plan))
  const quiet = quietPages(plan, text, end, count, openingPages(pamphlet, pages, plan))
  const heads = folios.map((_, index) => headOf(index + 1, text, end, pamphlet, pages, plan))
  const pageMap = [...pages].filter(([id]) => !id.startsWith('pamphlet-')).map(([id, page]) => ({id, page, folio: folios[page - 1] ?? String(page)}))
  return {folios, quiet, heads, pageMap}
}

/** Full front matter counts in roman figures and the text from 1; else the pages count from the cover. */
function folioOf(page: number, text: number, {form}: Plan): string {
  if (form !== 'full') return String(page)
  return page < text ? roman(page) : String(page - text + 1)
}

/** Pages without a printed folio: everything before the text but a full contents, everything behind it. */
function quietPages({form, blankBeforeText}: Plan, text: number, end: number, count: number, openings: ReadonlySet<number>): ReadonlySet<number> {
  const quiet = new Set<number>()
  const frontWithFolio = form === 'full' ? {from: 7, to: text - (blankBeforeText ? 2 : 1)} : {from: 0, to: -1}
  for (let page = 1; page < text; page++) if (page < frontWithFolio.from || page > frontWithFolio.to) quiet.add(page)
  for (let page = end + 1; page <= count; page++) quiet.add(page)
  if (form === 'none' && openings.has(1)) quiet.add(1)
  return quiet
}

function openingPages({chapters, openings}: Pamphlet, pages: ReadonlyMap<string, number>, {form}: Plan): ReadonlySet<number> {
  const first = pages.get(marks.text) ?? 1
  const chapterPages = openings === 'page' ? chapters.flatMap(({id}) => pages.get(id) ?? []) : []
  return new Set([first, ...chapterPages, ...(form === 'none' ? [1] : [])])
}

/** Left the pamphlet's title, right the chapter's; none on openings and outside the text. */
function headOf(page: number, text: number, end: number, pamphlet: Pamphlet, pages: ReadonlyMap<string, number>, plan: Plan): string {
  if (page < text || page > end || openingPages(pamphlet, pages, plan).has(page)) return ''
  if (pages.get('pamphlet-notes') === page && pamphlet.openings === 'page') return ''
  if (page % 2 === 0) return shorten(pamphlet.metadata.title)
  const current = pamphlet.chapters.findLast(({id, heading}) => heading && (pages.get(id) ?? Infinity) <= page)
  return shorten(current?.title ?? pamphlet.metadata.publisher ?? pamphlet.metadata.title)
}

/** Cut a head that would not fit on a line, at a word. */
function shorten(text: string): string {
  if (text.length <= headLength) return text
  return `${text.slice(0, headLength).replace(/[\s,;:.–—-]+\S*$/u, '')}…`
}

/** Lower-case roman numerals, for front matter of fewer than 4,000 pages. */
export function roman(number: number): string {
  const table = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const
  let left = number
  return table.map(([value, letters]) => {
    const times = Math.floor(left / value)
    left -= times * value
    return letters.repeat(times)
  }).join('')
}

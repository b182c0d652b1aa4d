/** Which front matter a pamphlet has: guessed from its words, and settled by the pages that its text turns out to have. */
import type {Composition, LayoutName, Metadata, Pages, Pamphlet} from '../types.ts'
import {meets} from './copyfit/search.ts'

/** The shape of a pamphlet's pages: which front matter it has. Blank pages are the compositor's. `isBare`: it was seen that there is nothing to stand on the cover's back. */
export type Plan = Pick<Pages, 'form'> & {readonly isBare?: true}

/** From this many pages of text on, a pamphlet is a book and has the full front matter. */
const bookPages = 24
/** What has no cover is a leaf, printed on both sides, or a sheet folded once. */
const leafPages = 2
const foldedPages = 4
/** A folded sheet put into another. */
const twiceFoldedPages = 8
/** A text that an opening and its back hold needs no contents; a single page stands on the right, across from the imprint. */
const openingPages = {least: 2, most: 3}
const wordsPerPage = 360
/** The page that holds so many words: A5, in mm². */
const areaOfPage = 148 * 210

/** Guess the plan before the first pass, so that it mostly needs no other. */
export function firstPlan({metadata, wordCount}: Pamphlet): Plan {
  const {widthMm, heightMm} = metadata.page
  const textPages = wordCount / wordsPerPage * areaOfPage / (widthMm * heightMm)
  if (metadata.frontmatter !== 'auto') return {form: metadata.frontmatter}
  if (textPages >= bookPages) return {form: 'full'}
  if (textPages > openingPages.most) return {form: hasSelfCover(metadata) && fillsSheets(Math.round(textPages), metadata) ? 'brief' : 'short'}
  return {form: mayLackCover(metadata) ? 'none' : hasSelfCover(metadata) ? 'brief' : 'short'}
}

/**
 * The plan that a composition calls for. `tried` are the forms before it, which are not taken again: the text of a page
 * more that one form makes must not send two plans round in each other's turn.
 */
export function nextPlan(composition: Composition, {metadata}: Pamphlet, plan: Plan, tried: readonly Plan['form'][] = []): Plan {
  if (metadata.frontmatter !== 'auto') return {form: metadata.frontmatter}
  const textPages = textPagesOf(composition)
  if (textPages >= bookPages) return {form: 'full'}
  if (plan.form === 'none' && mayLackCover(metadata) && needsNoCover(textPages, metadata)) return plan
  if (plan.isBare || isBareBack(composition, textPages, metadata, plan)) return {form: 'brief', isBare: true}
  return {form: mayBeBrief(textPages, metadata) && !tried.includes('brief') ? 'brief' : 'short'}
}

function mayBeBrief(textPages: number, metadata: Metadata): boolean {
  const isOpening = textPages >= openingPages.least && textPages <= openingPages.most
  return hasSelfCover(metadata) && (isOpening || fillsSheets(textPages, metadata))
}

/** Whether the cover's back is blank, and fewer pages would do if the text began there: not where the blank ones make the number that is wanted. */
function isBareBack({sections, blanks, count}: Composition, textPages: number, metadata: Metadata, {form}: Plan): boolean {
  const {back, fit} = metadata
  const opening = sections.find(({name}) => name === 'main')?.firstPage ?? 1
  if (form !== 'short' || !hasSelfCover(metadata) || !blanks.includes(opening - 1)) return false
  const isFewer = back === undefined || textPages % 2 === 0
  return textPages >= openingPages.least && isFewer && !(fit && meets(fit.goal, count))
}

/** Tell whether two plans are the same, so that a composition may stand. */
export function samePlan(a: Plan, b: Plan): boolean {
  return a.form === b.form
}

/** Full front matter counts in roman figures and the text from 1; else the pages count from the cover. */
export function countsFromText({form}: Plan): boolean {
  return form === 'full'
}

function textPagesOf({sections, count}: Composition): number {
  const text = sections.find(({name}) => name === 'main')
  return text ? text.lastPage - text.firstPage + 1 : count
}

/** Layouts that fold their sheet, and so have an outside. */
const folded: ReadonlySet<LayoutName | undefined> = new Set<LayoutName>(['saddle', 'signatures', 'zine', 'trifold', 'zfold', 'gatefold'])

/** Whether nothing is asked for that a pamphlet without a cover has no place for. */
function mayLackCover({cover, back, print, booklet, fit}: Metadata): boolean {
  const isRoomWanted = fit !== undefined && !('pages' in fit.goal && fit.goal.pages <= leafPages)
  return !cover && print.cover === 'self' && !isRoomWanted && (back !== undefined || !folded.has(booklet.layout))
}

/** With the title above it, the text makes a leaf; or with its back cover a sheet that is folded once. */
function needsNoCover(textPages: number, {back, booklet}: Metadata): boolean {
  const pages = textPages + (back ? 1 : 0)
  return pages <= leafPages && !folded.has(booklet.layout) || pages === foldedPages && back !== undefined
}

/** A cover that is printed with the pages, and so has a back that text may stand on. */
function hasSelfCover({print}: Metadata): boolean {
  return print.cover === 'self'
}

/** With its covers, the text fills one folded sheet or two: a page of contents would take another. */
function fillsSheets(textPages: number, {back}: Metadata): boolean {
  const pages = textPages + (back ? 2 : 1)
  return pages === foldedPages || pages === twiceFoldedPages
}

/** How far pages are from a wanted number, in lines of text. */
import type {Composition} from '../../types.ts'

type Measured = Pick<Composition, 'count' | 'sections' | 'blanks' | 'ends'>

/** Fewer lines than this at the end of a chapter are a runt. */
const runtLines = 3

/** Whether the text or a chapter ends with a line or two alone on a page; one that fits on a page has no choice. */
export function hasRunt({ends}: Pick<Composition, 'ends'>): boolean {
  return ends.some(({lines, pages}) => pages > 1 && lines < runtLines)
}

/** So many lines in all, and those of them that an end of a chapter or of the text has; the others are whole pages. */
export type Missing = {readonly lines: number; readonly ends: readonly {readonly page: number; readonly lines: number}[]}

/** The lines that have to go for so many pages: from the ends that hold the least, then whole pages. */
export function linesToCut(composition: Measured, wanted: number): Missing {
  const {ends} = composition
  return leastSum(pagesOfContent(composition) - wanted, ends.filter(({pages}) => pages > 1), fullPage(composition))
}

/** The lines that are lacking for so many pages: into the ends with the least room, one line beyond them, then whole pages. */
export function linesToAdd(composition: Measured, wanted: number): Missing {
  const {ends} = composition
  // In front of a back cover, which stands on a verso, a blank page does as well.
  const lacking = wanted - pagesOfContent(composition) - (endsOnBackCover(composition) ? 1 : 0)
  return leastSum(lacking, ends.map(({page, lines, room}) => ({page, lines: Math.max(0, room - lines) + 1})), fullPage(composition))
}

/** All pages but a blank one in front of the back cover. */
function pagesOfContent({count, sections, blanks}: Measured): number {
  const textEnds = sections.find(({name}) => name === 'main')?.lastPage ?? count
  return count - blanks.filter(page => page > textEnds).length
}

function endsOnBackCover({sections}: Measured): boolean {
  return sections.at(-1)?.name === 'back-cover'
}

function fullPage({ends}: Measured): number {
  return Math.max(1, ...ends.map(({room}) => room))
}

/** The least sum of so many ends, of which each is had once, and a whole page ever again. */
function leastSum(count: number, ends: Missing['ends'], page: number): Missing {
  const once = ends.toSorted((a, b) => a.lines - b.lines).slice(0, Math.max(0, count)).map(({page: number, lines}) => ({page: number, lines}))
  return {lines: once.reduce((sum, {lines}) => sum + lines, 0) + Math.max(0, count - once.length) * page, ends: once.toSorted((a, b) => a.page - b.page)}
}

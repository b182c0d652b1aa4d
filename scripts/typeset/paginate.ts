/** The fourth stage: composes the pages, prints them once, and gives the PDF with its page map. */
import type {Composition, Observation, PagePatch, Pages, Pamphlet, Print, PrintPage, Theme} from '../types.ts'
import type {PageKnowledge, Plan} from './knowledge.ts'
import {firstPlan, knowledgeOf, nextPlan, samePlan} from './knowledge.ts'
import {patchOf} from './page-counters.ts'
import {PageFault} from './page-fault.ts'
import {culpritOf} from './style-culprit.ts'
import {typeset} from './typeset.ts'
import type {Way} from './ways.ts'
import {waysFor} from './ways.ts'

/** A page that stands in the browser, composed: it is printed once what is known of its pages is put in. */
export type StandingPage = {
  readonly composition: Composition
  readonly observations: readonly Observation[]
  readonly print: (patch: PagePatch) => Promise<Print>
  readonly close: () => Promise<void>
}

/** Lays a page out and composes it; handed in, so that this stage knows no browser. */
export type Printer = (page: PrintPage) => Promise<StandingPage>

/** A text's length decides about its front matter, which does not change that length: two are enough. */
const mostPlans = 3

/**
 * Make the pages in the first way that comes out. Each way but the first gives something up, and an observation tells
 * what and where. Throws where even the browser's own pages do not come out: that is a fault of the program.
 */
export async function paginate(pamphlet: Pamphlet, theme: Theme, print: Printer): Promise<Pages> {
  const culprit = culpritOf(theme)
  const faults: PageFault[] = []
  for (const way of waysFor(pamphlet, theme, culprit !== undefined)) {
    try {
      const pages = await pagesBy(way, print)
      const [first] = faults
      const {givenUp} = way
      if (!first || !givenUp) return pages
      return {...pages, observations: [...pages.observations, {kind: 'given-up', at: first.at, what: givenUp, reason: first.message, ...(culprit && {culprit})}]}
    } catch (error) {
      if (!(error instanceof PageFault)) throw error
      faults.push(error)
    }
  }
  throw new Error(`Expected pages that can be printed in one way or another: ${faults.map(({message}) => message).join('; ')}`, {cause: faults[0]})
}

/**
 * Compose until the plan fits what came of it, then print with folios, heads and page numbers in the contents. These
 * move no line; the print must agree with the composition.
 */
async function pagesBy({pamphlet, theme, pages}: Way, print: Printer): Promise<Pages> {
  let plan: Plan = firstPlan(pamphlet)
  for (let tries = 1; tries <= mostPlans; tries++) {
    const printPage = typeset(pamphlet, {theme, plan, pages})
    const standing = await print(printPage)
    try {
      const wanted = nextPlan(standing.composition, pamphlet)
      if (samePlan(plan, wanted) || tries === mostPlans) return await finish(standing, printPage, knowledgeOf(standing.composition, plan, pamphlet))
      plan = wanted
    } finally {
      await standing.close()
    }
  }
  throw new Error('Expected the pages to settle; they kept changing')
}

async function finish({composition, observations, print}: StandingPage, {sheet, heads}: PrintPage, knowledge: PageKnowledge): Promise<Pages> {
  const {folios, pageMap} = knowledge
  const {pdf, count, pages} = await print(patchOf(knowledge))
  agree(composition, {count, pages})
  const starts = composition.starts.map(start => ({...start, folio: folios[start.page - 1] ?? String(start.page)}))
  return {pdf, count, folios, pageMap, blocks: composition.blocks, starts, paragraphs: composition.paragraphs, sheet, heads, observations: [...observations, ...faultsOf(composition)]}
}

/** What had to give way, as something to be said. */
function faultsOf({tooTall, endnotes, fitted, hidden}: Composition): readonly Observation[] {
  const [firstHidden] = hidden
  return [
    ...tooTall.map(({at}) => ({kind: 'too-tall' as const, at})),
    ...fitted.filter(({what}) => what === 'stacked').map(({at}) => ({kind: 'stacked' as const, at})),
    ...endnotes.map(({at}) => ({kind: 'note-at-end' as const, at})),
    ...(firstHidden ? [{kind: 'hidden' as const, at: firstHidden.at, count: hidden.length}] : [])
  ]
}

/** Hold the print against the map: a page map that is wrong must not leave us. */
function agree({count, anchors, starts}: Composition, print: Omit<Print, 'pdf'>): void {
  const wrong = anchors.filter(({id, page}) => print.pages.has(id) && print.pages.get(id) !== page).toSorted((a, b) => a.page - b.page)
  if (count === print.count && wrong.length === 0) return
  const moved = wrong.slice(0, 3).map(({id, page}) => `${id} on ${print.pages.get(id) ?? 0}, not ${page}`)
  const first = wrong[0]?.page ?? count
  const at = starts.findLast(({page}) => page <= first)?.at ?? ''
  throw new PageFault(`${count} pages composed, ${print.count} printed${moved.length > 0 ? `; moved: ${moved.join(', ')}` : ''}`, at)
}

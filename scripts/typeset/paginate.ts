/** The fourth stage: composes the pages, prints them once, and gives the PDF with its page map. */
import type {Composition, Observation, PagePatch, Pages, Pamphlet, Print, PrintPage, Theme} from '../types.ts'
import type {PageKnowledge, Plan} from './knowledge.ts'
import {firstPlan, knowledgeOf, nextPlan, samePlan} from './knowledge.ts'
import {patchOf} from './page-counters.ts'
import {typeset} from './typeset.ts'

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
 * Compose until the plan fits what came of it, then print with folios, heads and page numbers in the contents. These
 * move no line; the print must agree with the composition, or the build fails.
 */
export async function paginate(pamphlet: Pamphlet, theme: Theme, print: Printer): Promise<Pages> {
  let plan: Plan = firstPlan(pamphlet)
  for (let tries = 1; tries <= mostPlans; tries++) {
    const printPage = typeset(pamphlet, {theme, plan})
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
function faultsOf({tooTall, endnotes, fitted}: Composition): readonly Observation[] {
  return [
    ...tooTall.map(({at}) => ({kind: 'too-tall' as const, at})),
    ...fitted.filter(({what}) => what === 'stacked').map(({at}) => ({kind: 'stacked' as const, at})),
    ...endnotes.map(({at}) => ({kind: 'note-at-end' as const, at}))
  ]
}

/** Hold the print against the map: a page map that is wrong must not leave us. */
function agree({count, anchors}: Composition, print: Omit<Print, 'pdf'>): void {
  const expected = new Map(anchors.map(({id, page}) => [id, page]))
  const wrong = [...print.pages].filter(([id, page]) => expected.has(id) && expected.get(id) !== page)
  if (count === print.count && wrong.length === 0) return
  const moved = wrong.slice(0, 12).map(([id, page]) => `${id} on ${page}, not ${expected.get(id) ?? 0}`)
  throw new Error(`Expected ${count} pages as composed, printed ${print.count}; moved: ${moved.join(', ')}`)
}

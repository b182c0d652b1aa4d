/** The fourth stage: prints until nothing about the pages is left to learn, and gives the PDF with its page map. */
import type {PagePatch, Pages, Pamphlet, Pass, PrintPage, Theme} from '../types.ts'
import type {PageKnowledge, Plan} from './knowledge.ts'
import {firstPlan, knowledgeOf, nextPlan, samePlan} from './knowledge.ts'
import {patchOf} from './page-counters.ts'
import {typeset} from './typeset.ts'

/** A page that stands in the browser: it can be printed, and printed again with a patch. */
export type StandingPage = {readonly print: (patch?: PagePatch) => Promise<Pass>; readonly close: () => Promise<void>}

/** Lays a page out; handed in, so that this stage knows no browser. */
export type Printer = (page: PrintPage) => Promise<StandingPage>

/** Form and blanks can call for another plan; each is settled by one more page, so few are enough. */
const mostPages = 5

/**
 * Print once to learn where everything stands, then with folios, heads and page numbers in the contents.
 * These move no line of the text, so the second print must agree with the first.
 */
export async function paginate(pamphlet: Pamphlet, theme: Theme, print: Printer): Promise<Pages> {
  let plan: Plan = firstPlan(pamphlet)
  for (let page = 1; page <= mostPages; page++) {
    const printPage = typeset(pamphlet, {theme, plan})
    const standing = await print(printPage)
    try {
      const {count, pages} = await standing.print()
      const wanted = nextPlan({plan, count, pages}, pamphlet)
      if (samePlan(plan, wanted)) return await finish(standing, printPage, knowledgeOf({plan, count, pages}, pamphlet))
      plan = wanted
    } finally {
      await standing.close()
    }
  }
  throw new Error('Expected the pages to settle; they kept changing from pass to pass')
}

/** Print again with what is known, and hold the print against the map: a page map that is wrong must not leave us. */
async function finish(standing: StandingPage, {sheet, heads}: PrintPage, knowledge: PageKnowledge): Promise<Pages> {
  const {folios, pageMap} = knowledge
  const {pdf, count, pages, observations} = await standing.print(patchOf(knowledge))
  const wrong = pageMap.filter(({id, page}) => pages.has(id) && pages.get(id) !== page)
  if (count !== folios.length || wrong.length > 0) throw new Error(`Expected ${folios.length} pages as before, not ${count}; moved: ${wrong.map(({id}) => id).join(', ')}`)
  return {pdf, count, folios, pageMap, blocks: [], starts: [], sheet, heads, observations}
}

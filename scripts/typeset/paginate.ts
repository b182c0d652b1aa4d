/** The fourth stage: prints until nothing about the pages is left to learn, and gives the PDF with its page map. */
import type {Pages, Pamphlet, Pass, PrintPage, Theme} from '../types.ts'
import type {PageKnowledge, Plan} from './knowledge.ts'
import {firstPlan, knowledgeOf, nextPlan, samePlan} from './knowledge.ts'
import {typeset} from './typeset.ts'

/** Prints one page file; handed in, so that this stage knows no browser. */
export type Printer = (page: PrintPage) => Promise<Pass>

/** Form and blanks can call for another plan; each is settled by one more pass, so few passes are enough. */
const mostPasses = 5

/**
 * Print once to learn where everything stands, then with folios, heads and page numbers in the contents.
 * These do not move a line, so the second print agrees with the first; where it does not, one more follows.
 */
export async function paginate(pamphlet: Pamphlet, theme: Theme, print: Printer): Promise<Pages> {
  let plan: Plan = firstPlan(pamphlet)
  let knowledge: PageKnowledge | undefined
  for (let pass = 1; pass <= mostPasses; pass++) {
    const printPage = typeset(pamphlet, {theme, plan, ...(knowledge && {knowledge})})
    const result = await print(printPage)
    const pages = knowledge ? fromMap(knowledge) : result.pages
    const wanted = knowledge ? plan : nextPlan({plan, count: result.count, pages}, pamphlet)
    if (!samePlan(plan, wanted)) {
      plan = wanted
      continue
    }
    if (knowledge?.folios.length === result.count && agrees(result, knowledge)) return finished(result, printPage, knowledge)
    knowledge = knowledge ? undefined : knowledgeOf({plan, count: result.count, pages}, pamphlet)
  }
  throw new Error('Expected the pages to settle; they kept changing from pass to pass')
}

function fromMap({pageMap}: PageKnowledge): ReadonlyMap<string, number> {
  return new Map(pageMap.map(({id, page}) => [id, page]))
}

/** Every place that the last print names must be where the map says. */
function agrees({pages}: Pass, {pageMap}: PageKnowledge): boolean {
  const mapped = new Map(pageMap.map(({id, page}) => [id, page]))
  return [...pages].every(([id, page]) => !mapped.has(id) || mapped.get(id) === page)
}

function finished({pdf, count, observations}: Pass, {sheet}: PrintPage, {folios, pageMap}: PageKnowledge): Pages {
  return {pdf, count, folios, pageMap, sheet, observations}
}

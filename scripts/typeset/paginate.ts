/** The fourth stage: composes the pages, prints them once, and gives the PDF with its page map. */
import {toString as textOf} from 'hast-util-to-string'
import type {KeptDrawings} from '../adapters/kept-drawings.ts'
import type {Composition, Copyfit, Observation, PagePatch, Pages, Pamphlet, Print, PrintPage, Theme} from '../types.ts'
import {copyfit, madeAnew} from './copyfit/copyfit.ts'
import type {Setting} from './copyfit/ladder.ts'
import {asDesigned} from './copyfit/ladder.ts'
import {meets, mostPasses} from './copyfit/search.ts'
import type {Count, Unfitted} from './copyfit/ways-out.ts'
import {waysOut} from './copyfit/ways-out.ts'
import type {Plan} from './front-matter.ts'
import {firstPlan, nextPlan, samePlan} from './front-matter.ts'
import {hyphenFonts} from './hyphen-fonts.ts'
import type {PageKnowledge} from './knowledge.ts'
import {knowledgeOf} from './knowledge.ts'
import {patchOf} from './page-counters.ts'
import {PageFault, unlessFault} from './page-fault.ts'
import type {Culprit} from './style-culprit.ts'
import {culpritOf, suspectOf} from './style-culprit.ts'
import type {PageDesign} from './typeset.ts'
import {typeset} from './typeset.ts'
import type {Way} from './ways.ts'
import {hasFeet, waysFor, withoutStyle} from './ways.ts'

/** A page that stands in the browser, composed: it is printed once what is known of its pages is put in. */
export type StandingPage = {
  readonly composition: Composition
  /** Print it; `observations`: what a reader would see as a fault. */
  readonly print: (patch: PagePatch) => Promise<Print & {readonly observations: readonly Observation[]}>
  readonly close: () => Promise<void>
}

/** Lays a page out and composes it; handed in, so that this stage knows no browser. */
export type Printer = (page: PrintPage) => Promise<StandingPage>

/** A text's length decides about its front matter, which hardly changes that length: with the title above it, behind a cover, behind the contents. */
const mostPlans = 3

/** A standing page with what it was made from. */
type Laid = StandingPage & {readonly printPage: PrintPage}

/**
 * Make the pages in the first way that comes out. Each way but the first gives something up, and an observation tells
 * what and where. `kept`: faces of former builds. Throws where even the browser's own pages do not come out: that is a
 * fault of the program.
 */
export async function paginate(pamphlet: Pamphlet, theme: Theme, print: Printer, kept?: KeptDrawings): Promise<Pages> {
  const hyphens = await hyphenFonts(theme.fonts, kept)
  const culprit = culpritOf(theme)
  const faults: PageFault[] = []
  const spent: Spent = {}
  for (const way of waysFor(pamphlet, theme, culprit !== undefined)) {
    try {
      const pages = await pagesBy({...way, hyphens}, print, spent)
      const [first] = faults
      const {givenUp} = way
      if (!first || !givenUp) return pages
      const suspect = culprit ?? await suspectIn(pamphlet, theme, plain => pagesBy({pamphlet, theme: plain, pages: 'rich', givenUp: undefined, hyphens}, print, {}))
      return {...pages, observations: [...pages.observations, {kind: 'given-up', at: first.at, what: givenUp, reason: first.message, ...(suspect && {culprit: suspect})}]}
    } catch (error) {
      if (!(error instanceof PageFault)) throw error
      faults.push(error)
    }
  }
  throw new Error(`Expected pages that can be printed in one way or another: ${faults.map(({message}) => message).join('; ')}`, {cause: faults[0]})
}

/** What of the author's style keeps pages from coming out: it does if they come out without it. */
async function suspectIn({metadata}: Pamphlet, theme: Theme, make: (theme: Theme) => Promise<unknown>): Promise<(Culprit & {readonly isSuspect: true}) | undefined> {
  const suspect = metadata.fit ? undefined : suspectOf(theme)
  if (!suspect) return undefined
  return unlessFault(make(withoutStyle(theme)).then(() => ({...suspect, isSuspect: true})))
}

/** What copyfit has done already, for pages that did not come out: a simpler way begins with its setting, and spends what is left. */
type Spent = {done?: Copyfit | undefined; setting?: Setting | undefined}

/** Names the chapter that ends on a page: the last that begins on it or before. */
function chapterIn({contents}: Pamphlet): (page: number, pages: Composition['pages']) => string | undefined {
  return (page, pages) => {
    const chapter = contents.findLast(({id}) => (pages[id] ?? Infinity) <= page)
    return chapter && textOf({type: 'root', children: [...chapter.title]}).replaceAll(/\s+/gu, ' ').trim().slice(0, 60)
  }
}

/**
 * Compose until the plan fits what came of it, and until there are as many pages as the editor wants, then print with
 * folios, heads and page numbers in the contents. These move no line; the print must agree with the composition.
 */
async function pagesBy({pamphlet, theme, hyphens, pages: way}: Way & Pick<PageDesign, 'hyphens'>, print: Printer, spent: Spent): Promise<Pages> {
  const layOut = async (plan: Plan, setting?: Setting, made = pamphlet): Promise<Laid> => {
    const printPage = typeset(made, {theme, hyphens, plan, pages: way, ...(setting && {setting})})
    return {...await print(printPage), printPage}
  }
  const {plan, laid, passes} = await settle(pamphlet, plan => layOut(plan, spent.setting))
  const {pages, done, setting} = await fit(laid, {pamphlet, passes, spent, compose: wanted => layOut(plan, wanted)})
  Object.assign(spent, {done, setting})
  try {
    const told = done && await withWaysOut({done, composition: pages.composition, pamphlet, form: plan.form, hasFeet: hasFeet(pamphlet, theme)}, (made, wanted) => countOf(made.pamphlet.openings === pamphlet.openings ? layOut(made, wanted, made.pamphlet) : settledFirst(made.pamphlet, layOut, wanted)))
    return {form: plan.form, ...await finish(pages, knowledgeOf(pages.composition, plan, pamphlet), fitOf(told, pamphlet))}
  } finally {
    await pages.close()
  }
}

type Fitting = {readonly pamphlet: Pamphlet; readonly passes: number; readonly spent: Readonly<Spent>; readonly compose: (setting: Setting) => Promise<Laid>}

/**
 * Fit pages that stand. Where pages in a richer way did not come out, these were made with the setting that fitted those: if
 * it does not fit them too, there is a new search, with the passes that are left.
 */
async function fit(laid: Laid, {pamphlet, passes, spent: {done, setting}, compose}: Fitting): Promise<{readonly pages: Laid; readonly done?: Copyfit; readonly setting?: Setting | undefined}> {
  const goal = pamphlet.metadata.fit?.goal
  if (!goal) return {pages: laid}
  const chapterOn = chapterIn(pamphlet)
  if (!done) return copyfit({goal, first: laid, passes, chapterOn, compose})
  const taken = done.passes + passes + 1
  if (meets(goal, laid.composition.count) || taken > mostPasses) return {pages: laid, done: madeAnew({done, pages: laid, chapterOn}), setting}
  await laid.close()
  return copyfit({goal, first: await compose(asDesigned), passes: taken, chapterOn, compose})
}

/** Compose until the plan fits what came of it; the pages stand. */
async function settle(pamphlet: Pamphlet, layOut: (plan: Plan) => Promise<Laid>): Promise<{readonly plan: Plan; readonly laid: Laid; readonly passes: number}> {
  let plan: Plan = firstPlan(pamphlet)
  const tried: Plan['form'][] = []
  for (let passes = 1; ; passes++) {
    const laid = await layOut(plan)
    const wanted = nextPlan(laid.composition, pamphlet, plan, tried)
    tried.push(plan.form)
    if (samePlan(plan, wanted) || passes === mostPlans) return {plan, laid, passes}
    await laid.close()
    plan = wanted
  }
}

/** How many pages a trial has; one that does not come out has no number that anybody wants. */
async function countOf(trial: Promise<Laid>): Promise<number> {
  const laid = await unlessFault(trial)
  await laid?.close()
  return laid?.composition.count ?? Number.NaN
}

/** Where chapters run on, a text of fewer pages may want other front matter: which, is settled as the theme sets it, as in a build. */
async function settledFirst(made: Pamphlet, layOut: (plan: Plan, setting: Setting | undefined, made: Pamphlet) => Promise<Laid>, wanted: Setting): Promise<Laid> {
  const {plan, laid} = await settle(made, trial => layOut(trial, undefined, made))
  await laid.close()
  return layOut(plan, wanted, made)
}

async function withWaysOut(pages: Unfitted, count: Count): Promise<Copyfit> {
  const {done} = pages
  return done.isReached ? done : {...done, waysOut: await waysOut(pages, count)}
}

type Fit = Pick<Pages, 'fit'> & {readonly faults: readonly Observation[]}

function fitOf(fit: Copyfit | undefined, {metadata}: Pamphlet): Fit {
  if (!fit || !metadata.fit) return {faults: []}
  return {fit, faults: fit.isReached ? [] : [{kind: 'unfitted', at: '', place: metadata.fit.place, fit}]}
}

async function finish({composition, print, printPage: {sheet, heads}}: Laid, knowledge: PageKnowledge, {faults, ...fit}: Fit): Promise<Omit<Pages, 'form'>> {
  const {folios, pageMap, parts} = knowledge
  const {pdf, observations, ...printed} = await print(patchOf(knowledge))
  const {count} = printed
  agree(composition, printed)
  const starts = composition.starts.map(start => ({...start, folio: folios[start.page - 1] ?? String(start.page)}))
  const {blocks, paragraphs} = composition
  return {pdf, count, folios, pageMap, parts, blocks, starts, ...fit, paragraphs, sheet, heads, observations: [...observations, ...observationsOf(composition), ...faults]}
}

/** What had to give way, as something to be said. */
export function observationsOf({tooTall, lateFigures, endnotes, fitted, hidden}: Composition): readonly Observation[] {
  const [firstHidden] = hidden
  return [
    ...tooTall.map(({at}) => ({kind: 'too-tall' as const, at})),
    ...lateFigures.map(({at, pages, count}) => ({kind: 'late-figure' as const, at, pages, count})),
    ...fitted.flatMap(({at, what}) => what === 'turned' ? [] : [{kind: what, at}]),
    ...endnotes.map(({at, calledIn}) => ({kind: 'note-at-end' as const, at, ...(calledIn && {calledIn})})),
    ...(firstHidden ? [{kind: 'hidden' as const, at: firstHidden.at, count: hidden.length}] : [])
  ]
}

/** By rounding alone, nothing is printed smaller than this. */
const mostSmaller = 0.002

/** Hold the print against the map: a page map that is wrong must not leave us. Throws a PageFault where they differ. */
export function agree({count, anchors, columns, starts}: Composition, print: Omit<Print, 'pdf'>): void {
  const {scale = 1} = print
  if (scale < 1 - mostSmaller) throw new PageFault(`all is printed at ${Math.round(scale * 100)} % of its size, because something is wider than its page`, '')
  const wrong = anchors.filter(({id, page}) => print.pages.has(id) && print.pages.get(id) !== page).toSorted((a, b) => a.page - b.page)
  if (count === print.count && wrong.length === 0 && columns.every(id => print.pages.has(id))) return
  const moved = wrong.slice(0, 3).map(({id, page}) => `${id} on ${print.pages.get(id) ?? 0}, not ${page}`)
  const first = wrong[0]?.page ?? count
  const at = starts.findLast(({page}) => page <= first)?.at ?? ''
  const lost = columns.filter(id => !print.pages.has(id)).slice(0, 3)
  throw new PageFault(`${count} pages composed, ${print.count} printed${moved.length > 0 ? `; moved: ${moved.join(', ')}` : ''}${lost.length > 0 ? `; not printed: ${lost.join(', ')}` : ''}`, at)
}

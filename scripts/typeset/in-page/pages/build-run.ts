/**
 * Builds the pages of a run (what stands between two forced breaks) by least demerits, as TeX breaks paragraphs: every
 * page that can be is weighed, and the best way through all of them is taken. After Knuth and Plass (1981), with notes,
 * floating figures and facing pages as part of a way's state.
 */
import {beginningOfColumns, buildColumns} from './build-columns.ts'
import {standFeet} from './feet.ts'
import {standAtFoot} from './foot.ts'
import {homelessNotes} from './homeless-notes.ts'
import type {BuiltPage, BuiltRun, RunTask} from './model.ts'
import {draftPages} from './page-drafts.ts'
import {growing, stack} from './stack.ts'
import type {PageDraft, Way} from './way.ts'
import {goesOnFrom} from './way.ts'

/** Ways that are kept at each page, whatever waits. */
const waysKept = 16
/**
 * Ways kept for which no figure waits: one that gives up lines two spreads before a block lies far behind until it has passed
 * it. Of 150 random runs 30 missed the best with 16, 14 with 32, for half as much time again.
 */
const waysKeptUnqueued = 32
/** Ways kept for each length of the queue of figures: a page of them shortens it, and pays off pages later. */
const waysKeptQueued = 2

/** Build the run's pages. Notes that fit on no page are given up, and named. */
export function buildRun(task: RunTask): BuiltRun {
  const columns = beginningOfColumns(task)
  if (columns !== undefined) return columns === 0 ? buildColumns(task) : withColumns(task, columns)
  if (task.items.length === 0) return {pages: [emptyPage], tooTall: [], endnotes: [], loosened: []}
  const endnotes = homelessNotes(task)
  const housed = withoutNotes(task, new Set(endnotes))
  return {...pagesOf(housed, bestWay(housed)), endnotes}
}

/** Text of one column, and below it the first columns, as those of an index behind the text. */
function withColumns(task: RunTask, from: number): BuiltRun {
  const before = buildRun({...task, items: task.items.slice(0, from)})
  const after = buildColumns(task, from, before.pages.at(-1))
  return {pages: [...before.pages.slice(0, -1), ...after.pages], tooTall: [...before.tooTall, ...after.tooTall], endnotes: [...before.endnotes, ...after.endnotes], loosened: before.loosened}
}

function withoutNotes(task: RunTask, given: ReadonlySet<number>): RunTask {
  if (given.size === 0) return task
  return {...task, items: task.items.map(item => ({...item, notes: item.notes.filter(note => !given.has(note))}))}
}

const emptyPage: BuiltPage = {placed: [], first: undefined, notes: [], footTopPx: 0, shortLines: 0}

/** The best way through the run. There is one: with the homeless notes gone, every item fits on a page of its own or is too tall. */
function bestWay(task: RunTask): Way {
  let front: readonly Way[] = [startOf(task)]
  let best: Way | undefined
  for (let page = 0; page < mostPages(task) && front.length > 0; page++) {
    const ways = draftPages(task, front)
    for (const way of ways) if (isDone(task, way)) best = cheaper(best, way)
    front = mostPromising(ways.filter(way => !isDone(task, way) && (!best || way.cost < best.cost)))
  }
  if (!best) throw new Error(`Expected a way through ${task.items.length} items: ${JSON.stringify(task.items.slice(0, 6))}`)
  return best
}

/** Every page holds an item, or a line of a note at least. */
function mostPages({items, notes}: RunTask): number {
  return 1 + items.length + notes.reduce((sum, note) => sum + note.length, 0)
}

function startOf({startsOnRecto, leadPx}: RunTask): Way {
  return {first: 0, rest: undefined, waiting: [], isRecto: startsOnRecto, facingShort: 0, cost: 0, leadPx, before: undefined, page: undefined}
}

function isDone({items}: RunTask, {first, rest, waiting}: Way): boolean {
  return first >= items.length && !rest && waiting.length === 0
}

function cheaper(a: Way | undefined, b: Way): Way {
  return a && a.cost <= b.cost ? a : b
}

/** Of ways that go on alike only the best is kept, and of all of them the cheapest, whatever waits. */
function mostPromising(ways: readonly Way[]): readonly Way[] {
  const alike = Map.groupBy(ways, way => `${goesOnFrom(way)} ${way.facingShort}`)
  const cheapest = [...alike.values()].map(group => group.reduce(cheaper)).toSorted((a, b) => a.cost - b.cost)
  const queued = Map.groupBy(cheapest, ({waiting}) => waiting.length)
  return [...new Set([...cheapest.slice(0, waysKept), ...[...queued].flatMap(([length, each]) => each.slice(0, length === 0 ? waysKeptUnqueued : waysKeptQueued))])]
}

function pagesOf(task: RunTask, last: Way): Omit<BuiltRun, 'endnotes'> {
  const drafts: PageDraft[] = []
  for (let way: Way | undefined = last; way?.page; way = way.before) drafts.unshift(way.page)
  return {pages: drafts.map(draft => finish(task, draft)), tooTall: drafts.flatMap(draft => draft.tooTall), loosened: drafts.flatMap(({depth}) => depth.loosened)}
}

/** Set what a page lacks of its depth into its gaps, evenly from the top, and stand its notes at its foot. */
function finish(task: RunTask, {stack: own, above, feet, foot, depth: {grownLines, lowered, shortLines}}: PageDraft): BuiltPage {
  const grow = new Set(growing(own, grownLines))
  const text = stack(own, grow).map(placed => lowered && placed.item >= lowered.from ? {...placed, topPx: placed.topPx + lowered.px} : placed)
  const notes = standAtFoot(foot, task.notes, task.shape)
  return {
    placed: [...above, ...text, ...standFeet(task, feet, notes.footTopPx)],
    first: own.first < own.end ? own.first : undefined,
    ...notes, shortLines
  }
}

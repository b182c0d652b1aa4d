/**
 * Builds the pages of a run (what stands between two forced breaks) by least demerits, as TeX breaks paragraphs: every
 * page that can be is weighed, and the best way through all of them is taken. After Knuth and Plass (1981), with notes,
 * floating figures and facing pages as part of a way's state.
 */
import {buildColumns, hasColumns} from './build-columns.ts'
import type {PageDraft, Way} from './page-drafts.ts'
import {draftPages} from './page-drafts.ts'
import {footFor, noFoot, standAtFoot} from './foot.ts'
import type {BuiltPage, BuiltRun, RunTask} from './model.ts'
import {stack, stretching} from './stack.ts'

/** Ways that are kept at each page; the best is hardly ever far from the front. */
const waysKept = 16

/** Build the run's pages. Notes that fit on no page are given up one by one, and named. */
export function buildRun(task: RunTask): BuiltRun {
  const endnotes: number[] = []
  if (hasColumns(task)) return buildColumns(task)
  if (task.items.length === 0) return {pages: [emptyPage], tooTall: [], endnotes}
  for (;;) {
    const given = new Set(endnotes)
    const items = endnotes.length === 0 ? task.items : task.items.map(item => ({...item, notes: item.notes.filter(note => !given.has(note))}))
    const result = bestWay({...task, items})
    if (typeof result === 'object') return {...pagesOf({...task, items}, result), endnotes}
    endnotes.push(result)
  }
}

const emptyPage: BuiltPage = {placed: [], first: undefined, columnStarts: [], notes: [], footTopPx: 0, shortLines: 0}

/** The best way through the run, or the index of a note that fits nowhere. */
function bestWay(task: RunTask): Way | number {
  let front: readonly Way[] = [startOf(task)]
  let best: Way | undefined
  const most = 10 + task.items.length + task.notes.reduce((sum, note) => sum + note.length, 0)
  for (let page = 0; page < most && front.length > 0; page++) {
    const next = new Map<string, Way>()
    for (const way of front) {
      for (const draft of draftPages(task, way)) {
        if (isDone(task, draft.way)) best = cheaper(best, draft.way)
        else keep(next, draft.way)
      }
    }
    front = [...next.values()].filter(way => !best || way.cost < best.cost).toSorted((a, b) => a.cost - b.cost).slice(0, waysKept)
  }
  return best ?? hardestNote(task)
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

/** Of ways that go on alike, only the best is kept. */
function keep(ways: Map<string, Way>, way: Way): void {
  const key = `${way.first} ${way.rest ? `${way.rest.note}.${way.rest.from}` : ''} ${way.waiting.join()} ${way.facingShort}`
  const known = ways.get(key)
  if (!known || way.cost < known.cost) ways.set(key, way)
}

/** Where no way leads through, the longest note is in the way. */
function hardestNote({items, notes}: RunTask): number {
  const used = items.flatMap(item => item.notes)
  const length = (note: number) => (notes[note] ?? []).reduce((sum, line) => sum + line.heightPx + line.gapPx, 0)
  const [hardest] = used.toSorted((a, b) => length(b) - length(a))
  if (hardest === undefined) throw new Error(`Expected a way through ${items.length} items: ${JSON.stringify(items.slice(0, 6))}`)
  return hardest
}

function pagesOf(task: RunTask, last: Way): Omit<BuiltRun, 'endnotes'> {
  const drafts: PageDraft[] = []
  for (let way: Way | undefined = last; way?.page; way = way.before) drafts.unshift(way.page)
  return {pages: drafts.map(draft => finish(task, draft)), tooTall: drafts.flatMap(draft => draft.tooTall)}
}

/** Set what a page lacks of its depth into its gaps, evenly from the top, and stand its notes at its foot. */
function finish(task: RunTask, draft: PageDraft): BuiltPage {
  const {notes, shape} = task
  const gaps = stretching(draft.stack)
  const grow = new Set(gaps.slice(0, draft.grownLines))
  const room = shape.heightPx - draft.bottomPx - draft.grownLines * shape.leadingPx
  const foot = footFor(draft.queue, notes, shape, room) ?? footFor(draft.queue, notes, shape, shape.heightPx - draft.bottomPx) ?? noFoot
  return {
    placed: [...draft.above, ...stack(draft.stack, grow)],
    first: draft.stack.first < draft.stack.end ? draft.stack.first : undefined,
    columnStarts: [],
    ...standAtFoot(foot, notes, shape), shortLines: draft.shortLines
  }
}

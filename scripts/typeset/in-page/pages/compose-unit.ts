/** Composes what stands between two forced breaks, page by page; earlier pages never change. */
import type {Columns} from './columns.ts'
import type {Unit} from './flow.ts'
import {isForced} from './flow.ts'
import type {Foot} from './foot.ts'
import {alignToGrid} from './grid.ts'
import type {NoteMeasure, WaitingNote} from './notes.ts'
import type {NoteReference} from './references.ts'
import {lineOf} from './references.ts'
import {linesThatFit} from './note-lines.ts'
import type {Candidate, SettledPage} from './settle-page.ts'
import {settlePage} from './settle-page.ts'
import {blocksOn} from './text-bottom.ts'
import type {View} from './view.ts'
import {openView} from './view.ts'

export type UnitNote = {readonly reference: NoteReference; readonly note: WaitingNote; readonly block: HTMLElement}

export type UnitTask = {readonly columns: Columns; readonly unit: Unit; readonly notes: readonly UnitNote[]; readonly measure: NoteMeasure; readonly leadingPx: number; /** Takes a note that fits on no page. */ readonly giveUp: (note: WaitingNote) => void}

/** Pages count from 0 at the unit's first. */
export type ComposedUnit = {
  readonly view: View
  /** Pages that hold nothing but the rest of a note. */
  readonly ownPages: readonly number[]
  readonly problems: readonly {readonly page: number; readonly reason: string}[]
}

const mostPages = 20_000
const mostOwnPages = 200

type Run = {open: readonly UnitNote[]; carried: readonly WaitingNote[]; firstBlock: number; readonly ownPages: number[]; readonly problems: {page: number; reason: string}[]}

/** Compose a unit; its view is left open, all of it shown. */
export function composeUnit(task: UnitTask): ComposedUnit {
  const view = openView(task.columns, task.unit)
  const run: Run = {open: [...task.notes], carried: [], firstBlock: 0, ownPages: [], problems: []}
  let page = composeFrom(task, view, run, 0)
  for (let own = 0; run.carried.length > 0 && own < mostOwnPages; own++, page++) ownPage(task, view, run, page)
  const left = [...run.carried, ...run.open.map(({note}) => note)]
  Object.assign(run, {carried: [], open: []})
  left.forEach(task.giveUp)
  if (left.length > 0) composeFrom(task, view, run, page)
  view.showAll()
  keepToPage(view)
  return {view, ownPages: run.ownPages, problems: run.problems}
}

/** Letters are higher than their line: under a page that is full to the last line, that would make one more page. */
function keepToPage(view: View): void {
  const end = view.end()
  const last = view.blocks.findLast(block => view.fragments(block).length > 0)
  if (end && last && end.bottomPx > view.columns.heightPx - 2) last.style.overflowY = 'clip'
}

/** Compose pages until the text is at its end; gives the page behind it. */
function composeFrom(task: UnitTask, view: View, run: Run, from: number): number {
  for (let page = from; page < mostPages; page++) {
    view.reveal(page)
    const end = view.end()
    if (end && end.page < page && !clearFloats(view, end.page)) return page
    composePage(task, view, run, page)
    view.finish(page)
  }
  return mostPages
}

/** A float that reaches beyond the last page of the text would stand beside the next chapter: end the unit below it. */
function clearFloats(view: View, endPage: number): boolean {
  const floats = view.blocks.flatMap(block => [block, ...block.querySelectorAll('figure, aside, img, div')]).filter(element => getComputedStyle(element).cssFloat !== 'none' && !element.matches('.page-foot, .page-foot-strut'))
  if (!floats.some(element => (view.fragments(element).at(-1)?.page ?? -1) > endPage)) return false
  const block = document.createElement('div')
  block.className = 'page-clear'
  appendBlock(view, block)
  return true
}

function composePage(task: UnitTask, view: View, run: Run, page: number): void {
  const {leadingPx} = task
  const before = blocksOn(view, page, run.firstBlock)
  alignToGrid(view, before.blocks, page, leadingPx)
  const {blocks, first} = blocksOn(view, page, run.firstBlock)
  run.firstBlock = first
  const candidates = candidatesOn(task, view, run, page)
  const settled = settlePage({view, page, blocks, carried: run.carried, candidates, separatorPx: task.measure.separatorPx, leadingPx})
  if (settled.problem) run.problems.push({page, reason: settled.problem})
  const gone = new Set([...settled.taken.map(({note}) => note), ...settled.unplaced])
  run.open = run.open.filter(({note}) => !gone.has(note))
  settled.unplaced.forEach(task.giveUp)
  fill(task, run, settled)
  if (settled.foot) view.keep(page, settled.foot.inserted)
}

/** References are looked through as long as they stand near the page; floats may stand out of their order. */
function candidatesOn({leadingPx}: UnitTask, view: View, run: Run, page: number): readonly Candidate[] {
  const found: Candidate[] = []
  let beyond = 0
  for (const {reference, note, block} of run.open) {
    const line = lineOf(view, reference, block, leadingPx)
    if (line?.page === page) found.push(candidate(view, reference, note, line))
    else if (!line || line.page > page) beyond++
    if (beyond > 4) break
  }
  return found
}

function candidate(view: View, {element}: NoteReference, note: WaitingNote, line: {topPx: number; bottomPx: number}): Candidate {
  const isOn = (page: number) => view.fragments(element)[0]?.page === page
  return {note, reference: {topPx: line.topPx, bottomPx: line.bottomPx, note: note.shape}, isOn}
}

/** Put the notes into the box, splitting those that the plan splits; what is left is carried. */
function fill({measure}: UnitTask, run: Run, {foot, reservePx, taken, plan}: SettledPage): void {
  const notes = [...run.carried, ...taken.map(({note}) => note)]
  if (notes.length === 0 || !foot) {
    run.carried = notes
    return
  }
  const parts = notes.map((note, index) => cut(measure, note, plan.allotmentsPx[index] ?? 0))
  const here = parts.flatMap(({here}) => here ?? [])
  run.carried = parts.flatMap(({rest}) => rest ?? [])
  if (here.length > 0) setNotes(foot, here, reservePx)
}

function cut(measure: NoteMeasure, note: WaitingNote, allottedPx: number): {here?: HTMLElement; rest?: WaitingNote} {
  if (allottedPx >= note.shape.heightPx - 0.01) return {here: note.element}
  if (allottedPx <= 0) return {rest: note}
  const rest = measure.split(note.element, allottedPx)
  if (!rest) return {here: note.element}
  const [shape] = measure.measure([rest])
  return shape ? {here: note.element, rest: {id: note.id, element: rest, shape}} : {here: note.element}
}

/** The notes stand at the foot of the box: the space above them is what is left of it. */
function setNotes({box}: Foot, notes: readonly HTMLElement[], reservePx: number): void {
  const area = document.createElement('div')
  area.className = 'page-notes'
  area.append(...notes)
  box.append(area)
  const heightPx = Number.parseFloat(box.style.height) || reservePx
  box.style.paddingTop = `${Math.max(0, heightPx - area.getBoundingClientRect().height)}px`
  box.style.boxSizing = 'border-box'
}

/** Put a block at the unit's end; a forced break behind the last block goes on to stand behind the new one. */
function appendBlock(view: View, block: HTMLElement): void {
  const last = view.blocks.at(-1)
  if (last && isForced(getComputedStyle(last).breakAfter)) block.style.breakAfter = 'page'
  lastOf(view)?.after(block)
  view.append(block)
}

/** The last thing of the unit: a foot may stand behind its last block. */
function lastOf({blocks}: View): Element | undefined {
  let last: Element | undefined = blocks.at(-1)
  for (let steps = 0; last?.nextElementSibling?.matches('.page-foot, .page-foot-strut') && steps < 1000; steps++) last = last.nextElementSibling
  return last
}

/** What is left of notes when the text is at its end gets a page of its own, in the same chapter. */
function ownPage({columns, measure}: UnitTask, view: View, run: Run, page: number): void {
  const block = document.createElement('div')
  block.className = 'page-own'
  appendBlock(view, block)
  const heightPx = columns.heightPx - 1
  let leftPx = heightPx - measure.separatorPx
  const here: HTMLElement[] = []
  const rests: WaitingNote[] = []
  for (const note of run.carried) {
    const allotted = rests.length > 0 ? 0 : note.shape.heightPx <= leftPx ? note.shape.heightPx : linesThatFit(note.shape.lineBottomsPx, leftPx, {kept: 1, left: 1})
    const part = cut(measure, note, here.length === 0 && allotted === 0 && rests.length === 0 ? note.shape.heightPx : allotted)
    if (part.here) here.push(part.here)
    if (part.rest) rests.push(part.rest)
    leftPx -= allotted
  }
  run.carried = rests
  block.style.height = `${heightPx}px`
  setNotes({box: block, inserted: [block], remove: () => block.remove()}, here, heightPx)
  run.ownPages.push(page)
}

/** Composes all pages inside the page, before they are printed: notes at their foot, and where everything stands. */
import type {Columns} from './columns.ts'
import {makeColumns, startSimulation} from './columns.ts'
import type {UnitNote} from './compose-unit.ts'
import {composeUnit} from './compose-unit.ts'
import type {Section, Unit} from './flow.ts'
import {findSections} from './flow.ts'
import type {NoteMeasure, WaitingNote} from './notes.ts'
import {openMeasure} from './notes.ts'
import {readPages} from './page-map.ts'
import type {PageOptions, PageRecord, PlacedNote, Problem} from './record.ts'
import type {NoteReference} from './references.ts'
import {findReferences} from './references.ts'

type Run = {
  readonly options: PageOptions
  /** The page before the next unit. */
  count: number
  readonly references: readonly NoteReference[]
  readonly byBlock: ReadonlyMap<Element, readonly NoteReference[]>
  readonly placed: Map<string, PlacedNote>
  readonly pages: Map<string, number>
  readonly endnotes: string[]
  readonly blanks: number[]
  readonly notePages: number[]
  readonly problems: Problem[]
}

let leaveSimulation: (() => void) | undefined

/** Compose the pages. Afterwards the tree prints with exactly these pages, once `finishPages` has run. */
export function composePages(options: PageOptions): PageRecord {
  const root = document.querySelector<HTMLElement>(options.root ?? 'body') ?? document.body
  const references = findReferences(options.notes)
  const sections = findSections(root, options.areas, options.endnotes === undefined ? null : document.querySelector(options.endnotes))
  leaveSimulation = startSimulation()
  const byBlock = groupByBlock(references, sections)
  const run: Run = {options, count: 0, references, byBlock, placed: new Map(), pages: new Map(), endnotes: [], blanks: [], notePages: [], problems: []}
  for (const {element} of sections) element.setAttribute('data-away', '')
  for (const section of sections) composeSection(section, run)
  const notes = references.flatMap(({noteId}) => run.placed.get(noteId) ?? [])
  return {count: run.count, pages: Object.fromEntries(run.pages), notes, endnotes: run.endnotes, blanks: run.blanks, notePages: run.notePages, problems: run.problems}
}

/** Take the simulation out again, before printing. */
export function finishPages(): void {
  leaveSimulation?.()
  leaveSimulation = undefined
}

function groupByBlock(references: readonly NoteReference[], sections: readonly Section[]): ReadonlyMap<Element, readonly NoteReference[]> {
  const blocks = new Set<Element>(sections.flatMap(({units}) => units.flatMap(unit => unit.blocks)))
  return Map.groupBy(references, ({element}) => {
    let current: Element = element
    while (!blocks.has(current) && current.parentElement) current = current.parentElement
    return current
  })
}

function composeSection({element, area, units}: Section, run: Run): void {
  element.removeAttribute('data-away')
  const columns = makeColumns(element, area.widthPx, area.heightPx)
  for (const block of units.flatMap(unit => unit.blocks)) hideWithParents(block, element)
  const measure = openMeasure(columns)
  for (const unit of units) {
    addBlank(unit, run)
    composeNext(columns, unit, measure, run)
  }
  measure.remove()
  element.setAttribute('data-away', '')
}

function hideWithParents(block: HTMLElement, section: HTMLElement): void {
  for (let current: HTMLElement | null = block; current && current !== section && !current.hasAttribute('data-away'); current = current.parentElement) current.setAttribute('data-away', '')
}

/** Chromium makes no blank page where an opening must stand on a recto: put one in. */
function addBlank({opener, opensOn}: Unit, run: Run): void {
  const isRecto = run.count % 2 === 0
  if (opensOn === 'any' || (opensOn === 'recto') === isRecto) return
  const blank = document.createElement('div')
  blank.className = 'page-blank'
  blank.setAttribute('data-away', '')
  opener.before(blank)
  run.count++
  run.blanks.push(run.count)
}

function composeNext(columns: Columns, unit: Unit, measure: NoteMeasure, run: Run): void {
  const notes = unitNotes(unit, measure, run)
  const giveUp = (note: WaitingNote) => toEndnotes(note, run)
  const {view, ownPages, problems} = composeUnit({columns, unit, notes, measure, leadingPx: run.options.leadingPx, giveUp})
  const read = readPages(view, run.count)
  for (const [id, page] of read.pages) if (!run.pages.has(id)) run.pages.set(id, page)
  for (const {reference} of notes) recordNote(reference, read.notePages, run)
  run.notePages.push(...ownPages.map(page => run.count + page + 1))
  for (const {page, reason} of problems) run.problems.push({page: run.count + page + 1, reason})
  run.count += read.count
  view.close()
}

function unitNotes({blocks}: Unit, measure: NoteMeasure, {byBlock}: Run): readonly UnitNote[] {
  const found = blocks.flatMap(block => (byBlock.get(block) ?? []).flatMap(reference => {
    const element = document.getElementById(reference.noteId)
    if (!element) return []
    element.dataset['note'] = reference.noteId
    return [{reference, block, element}]
  }))
  const shapes = measure.measure(found.map(({element}) => element))
  return found.flatMap(({reference, block, element}, index) => {
    const shape = shapes[index]
    return shape ? [{reference, block, note: {id: reference.noteId, element, shape}}] : []
  })
}

function recordNote({id, noteId}: NoteReference, notePages: ReadonlyMap<string, readonly number[]>, run: Run): void {
  const pages = notePages.get(noteId)
  const first = pages?.[0]
  if (pages && first !== undefined) run.placed.set(noteId, {id: noteId, reference: id, page: first, lastPage: pages.at(-1) ?? first})
}

/** A note that fits on no page stands at the end, whole or what is left of it. */
function toEndnotes({id, element}: WaitingNote, run: Run): void {
  const {endnotes} = run.options
  const home = endnotes === undefined ? null : document.querySelector<HTMLElement>(endnotes)
  run.endnotes.push(id)
  if (!home) return
  home.hidden = false
  home.append(element)
}

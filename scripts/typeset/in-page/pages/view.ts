/** The part of a unit that is laid out at a time: what is finished is stood for by a strut, what is far off waits. */
import type {Columns, OnPage} from './columns.ts'
import {characterBox, fragmentsOf, textBoxes} from './columns.ts'
import type {Unit} from './flow.ts'
import {keepingStyle} from './keep-style.ts'

/** Pages that must be complete behind the one that is worked on, and that stay shown before it. */
const pagesAhead = 2
const pagesBehind = 2
const pagesBetweenCuts = 4
const blocksAtOnce = 8

export type View = {
  readonly columns: Columns
  readonly blocks: readonly HTMLElement[]
  /** Where an element's boxes stand, pages counted from 0 at the unit's first. */
  readonly fragments: (element: Element) => readonly OnPage[]
  /** Where the boxes of its text stand, in the order of the text. */
  readonly textBoxes: (node: Node) => readonly OnPage[]
  readonly characterBox: (text: Text, offset: number) => OnPage | undefined
  /** Show what is needed to work on a page. */
  readonly reveal: (page: number) => void
  /** Where the unit ends, or undefined while it is not all shown. */
  readonly end: () => OnPage | undefined
  readonly isShown: (index: number) => boolean
  readonly firstShown: () => number
  /** The page that stands in the first column. */
  readonly basePage: () => number
  /** Hide what ends well before this page. */
  readonly finish: (page: number) => void
  /** Note what was put in for a page, so that it is hidden with the page. */
  readonly keep: (page: number, inserted: readonly HTMLElement[]) => void
  /** What was put in last: the next foot must stand behind it. */
  readonly lastKept: () => HTMLElement | undefined
  readonly append: (block: HTMLElement) => void
  readonly showAll: () => void
  readonly close: () => void
}

type State = {first: number; shown: number; basePage: number; strut: HTMLElement | undefined; lastKept: HTMLElement | undefined; readonly blocks: HTMLElement[]; readonly inserted: Map<number, readonly HTMLElement[]>}

/** Open a view of a unit; nothing of it is shown yet. */
export function openView(columns: Columns, unit: Unit): View {
  const state: State = {first: 0, shown: 0, basePage: 0, strut: undefined, lastKept: undefined, blocks: [...unit.blocks], inserted: new Map()}
  const fragments = (element: Element) => fragmentsOf(columns, element).map(place => ({...place, page: place.page + state.basePage}))
  const end = () => state.shown < state.blocks.length ? undefined : lastPlace(state, fragments)
  return {
    columns,
    blocks: state.blocks,
    fragments,
    characterBox: (text, offset) => {
      const place = characterBox(columns, text, offset)
      return place && {...place, page: place.page + state.basePage}
    },
    textBoxes: node => textBoxes(columns, node).map(place => ({...place, page: place.page + state.basePage})),
    end,
    reveal: page => reveal(state, fragments, page),
    isShown: index => index >= state.first && index < state.shown,
    firstShown: () => state.first,
    basePage: () => state.basePage,
    finish: page => finish(state, columns, fragments, page),
    keep: (page, inserted) => {
      state.inserted.set(page, inserted)
      state.lastKept = inserted.at(-1)
    },
    lastKept: () => state.lastKept,
    append: block => {
      state.blocks.push(block)
      state.shown++
    },
    showAll: () => showAll(state, columns),
    close: () => {
      for (const element of [...[...state.inserted.values()].flat(), ...state.blocks]) hide(element, columns.element)
    }
  }
}

type Fragments = View['fragments']

function show(element: HTMLElement, section: HTMLElement): void {
  for (let current: HTMLElement | null = element; current && current !== section; current = current.parentElement) current.removeAttribute('data-away')
}

/** Containers with nothing left in them go too: an empty one would still break the page. */
function hide(element: HTMLElement, section: HTMLElement): void {
  element.setAttribute('data-away', '')
  hideEmpty(element.parentElement, section)
}

function hideEmpty(from: HTMLElement | null, section: HTMLElement): void {
  let parent = from
  while (parent && parent !== section && !parent.querySelector(':scope > :not([data-away])')) {
    parent.setAttribute('data-away', '')
    parent = parent.parentElement
  }
}

function sectionOf(block: HTMLElement): HTMLElement {
  return block.closest<HTMLElement>('.page-section') ?? document.body
}

function reveal(state: State, fragments: Fragments, page: number): void {
  while (state.shown < state.blocks.length && (lastPlace(state, fragments)?.page ?? -1) <= page + pagesAhead) {
    const next = Math.min(state.blocks.length, state.shown + blocksAtOnce)
    for (const block of state.blocks.slice(state.shown, next)) show(block, sectionOf(block))
    state.shown = next
  }
}

/** A block of no height or out of the flow may have no box: look further up. */
function lastPlace({blocks, shown, first}: State, fragments: Fragments): OnPage | undefined {
  for (let index = shown - 1; index >= first; index--) {
    const block = blocks[index]
    const place = block && getComputedStyle(block).cssFloat === 'none' ? fragments(block).at(-1) : undefined
    if (place) return place
  }
  return undefined
}

/** The new strut stands for a page of its own too, so that what follows it breaks as it did before. */
function finish(state: State, columns: Columns, fragments: Fragments, page: number): void {
  const cutPage = page - pagesBehind
  if (cutPage - state.basePage < pagesBetweenCuts) return
  const index = state.blocks.findIndex((block, at) => at > state.first && at < state.shown && isCut(block, cutPage, fragments))
  const cut = state.blocks[index]
  const neighbour = cut?.previousElementSibling
  const place = cut && fragments(cut)[0]
  if (!cut || !place || !(neighbour instanceof HTMLElement)) return
  const probe = state.blocks[index + 1]
  const probePlace = probe && fragments(probe)[0]
  const undo = cutAt(state, columns, {index, neighbour, place})
  adjust(state, place, fragments(cut)[0])
  const isSame = samePlace(place, fragments(cut)[0]) && (!probe || !probePlace || samePlace(probePlace, fragments(probe)[0]))
  if (!isSame) undo()
}

/** The first block that begins on the page, below its top, in front of anything put in for the page. */
function isCut(block: HTMLElement, page: number, fragments: Fragments): boolean {
  const place = fragments(block)[0]
  return place?.page === page && getComputedStyle(block).cssFloat === 'none' && block.previousElementSibling !== null
    && !block.previousElementSibling.matches('.page-foot, .page-foot-strut')
}

function cutAt(state: State, columns: Columns, {index, neighbour, place}: {index: number; neighbour: HTMLElement; place: OnPage}): () => void {
  const before = {...state}
  const gone = [...state.blocks.slice(state.first, index), ...insertedBefore(state, place.page)].filter(element => !element.hasAttribute('data-away'))
  state.strut?.setAttribute('data-away', '')
  const strut = document.createElement('div')
  strut.className = 'page-window'
  strut.style.cssText = `margin: 0; padding: 0; height: ${columns.heightPx + place.topPx}px`
  const release = keepingStyle([neighbour], () => neighbour.before(strut))
  for (const element of gone) element.setAttribute('data-away', '')
  for (const parent of new Set(gone.map(element => element.parentElement))) if (parent) hideEmpty(parent, columns.element)
  Object.assign(state, {first: index, basePage: place.page - 1, strut})
  if (!before.strut) return () => undoCut(state, before, columns, gone, strut, release)
  return () => {
    undoCut(state, before, columns, gone, strut, release)
    before.strut?.removeAttribute('data-away')
  }
}

function undoCut(state: State, before: State, columns: Columns, gone: readonly HTMLElement[], strut: HTMLElement, release: () => void): void {
  strut.remove()
  release()
  for (const element of gone) show(element, columns.element)
  Object.assign(state, {first: before.first, basePage: before.basePage, strut: before.strut})
}

function insertedBefore({inserted}: State, page: number): readonly HTMLElement[] {
  return [...inserted].filter(([at]) => at < page).flatMap(([, elements]) => elements)
}

function adjust({strut}: State, wanted: OnPage, found: OnPage | undefined): void {
  if (!strut || found?.page !== wanted.page) return
  strut.style.height = `${Math.max(0, Number.parseFloat(strut.style.height) + wanted.topPx - found.topPx)}px`
}

function samePlace(a: OnPage, b: OnPage | undefined): boolean {
  return b?.page === a.page && Math.abs(a.topPx - b.topPx) < 0.05
}

function showAll(state: State, columns: Columns): void {
  for (const strut of columns.element.querySelectorAll('.page-window')) strut.remove()
  for (const element of [...state.blocks, ...[...state.inserted.values()].flat()]) show(element, columns.element)
  Object.assign(state, {first: 0, shown: state.blocks.length, basePage: 0, strut: undefined})
}

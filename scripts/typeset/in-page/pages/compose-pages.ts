/** Composes all pages inside the page, before they are printed: reads the text, builds its pages, and writes them. */
import type {ComposedParagraph} from '../paragraphs/compose.ts'
import {mayLoosen} from '../paragraphs/compose.ts'
import {buildRun} from './build-run.ts'
import {markNarrow, narrowColumns, settleColumns} from './column-boxes.ts'
import type {Fitted} from './fit-blocks.ts'
import {fitBlocks, letFlow} from './fit-blocks.ts'
import {fitPicture} from './fit-cover.ts'
import {fitTitle, fitTitleBlock, titlePages} from './fit-title.ts'
import {settleReferences} from './fill-references.ts'
import type {FlowItem, FlowOptions} from './flow.ts'
import {px} from './flow.ts'
import type {BuiltPage} from './model.ts'
import type {PageRecord} from './page-record.ts'
import {recordPages} from './page-record.ts'
import {readFlow} from './read-flow.ts'
import type {FootNote} from './read-notes.ts'
import {notesByItem, readNotes, separatorOf} from './read-notes.ts'
import {moveToEnd} from './endnotes.ts'
import {loosenParagraphs, unhyphenTurns} from './page-turns.ts'
import {giveRaisedRoom} from './raised.ts'
import {widenFigures} from './widen-figures.ts'
import {writePages} from './write-pages.ts'

export type Area = {readonly widthPx: number; readonly heightPx: number; readonly leftPx: number; readonly topPx: number}

export type PageOptions = {
  /** Type areas by page name, `''` for plain pages; a recto's and a verso's differ in nothing but their left. */
  readonly areas: Readonly<Record<string, {readonly recto: Area; readonly verso: Area}>>
  readonly leadingPx: number
  /** What a page is higher than its area. */
  readonly slackPx: number
  readonly notesWord: string
  readonly countsFromText: boolean
}

/** A page with the name of its area; one that holds nothing is blank. */
export type ComposedPage = BuiltPage & {readonly name: string; readonly isBlank: boolean; /** Its top in its section, as if pages stood on each other. */ readonly topPx: number}

/** A section (a child of the body) with its pages; `firstPage` counts from 1. */
export type ComposedSection = {
  readonly element: HTMLElement
  readonly items: readonly FlowItem[]
  readonly notes: readonly FootNote[]
  readonly pages: readonly ComposedPage[]
  readonly firstPage: number
  readonly blankBefore: boolean
  readonly separatorPx: number
  readonly tooTall: readonly number[]
  readonly endnotes: readonly string[]
  /** Items whose paragraphs are to be set in one line more, as the pages have it already. */
  readonly loosened: readonly number[]
}

/** Give every section the width of its pages, and make fit what no page could hold; before paragraphs are set. */
export function layOutSections({areas, leadingPx}: PageOptions): readonly Fitted[] {
  return sectionsIn(document).flatMap(section => {
    const {widthPx, heightPx} = areaOf(areas, pageName(section)).recto
    Object.assign(section.style, {width: `${widthPx}px`, boxSizing: 'border-box'})
    settleColumns(section)
    widenFigures(section)
    narrowColumns(section)
    markNarrow(section)
    const {paddingLeft, paddingRight} = getComputedStyle(section)
    letFlow(section, {widthPx, heightPx})
    if (section.matches(titlePages)) fitTitle(section, heightPx)
    for (const block of section.querySelectorAll<HTMLElement>('main > .title-block')) fitTitleBlock(block, heightPx)
    if (section.matches('.cover')) fitPicture(section, heightPx)
    giveRaisedRoom(section)
    return section.localName === 'main' ? fitBlocks(section, {widthPx: widthPx - px(paddingLeft) - px(paddingRight), heightPx, leadingPx}) : []
  })
}

/** Compose the pages; afterwards the tree prints with exactly these. */
export function composePages(options: PageOptions, paragraphs: readonly ComposedParagraph[]): PageRecord & {readonly columns: readonly string[]} {
  const composed = new Map<Element, ComposedParagraph>(paragraphs.map(paragraph => [paragraph.element, paragraph]))
  const sections = settleReferences(() => composeSections(options, composed), {composed, countsFromText: options.countsFromText})
  const record = recordPages(sections, options)
  const written = sections.map(section => ({...writePages(section), isText: section.element.localName === 'main'}))
  document.documentElement.classList.add('composed')
  // Of what goes on from page to page outside the text, Chromium's destinations lie on the page before.
  const anchors = written.flatMap(({pages, isText}) => isText ? pages : [])
  const columns = written.flatMap(section => section.columns)
  name([...anchors.map(({id}) => id), ...columns])
  return {...record, columns, anchors: [...record.anchors, ...anchors]}
}

function composeSections(options: PageOptions, composed: Map<Element, ComposedParagraph>): readonly ComposedSection[] {
  const sections: ComposedSection[] = []
  let count = 0
  for (const element of sectionsIn(document)) {
    const section = composeSection(element, count, options, composed)
    sections.push(section)
    count = section.firstPage - 1 + section.pages.length
  }
  return sections
}

/** Chromium names only places that a link points to. */
function name(ids: readonly string[]): void {
  const targets = document.getElementById('pamphlet-targets')
  for (const id of new Set(ids)) targets?.append(Object.assign(document.createElement('a'), {href: `#${id}`}))
}

/** The children of the body that have pages. */
export function sectionsIn({body}: Document): readonly HTMLElement[] {
  return [...body.children].filter(child => child instanceof HTMLElement).filter(child => {
    const {display, position} = getComputedStyle(child)
    return display !== 'none' && position !== 'absolute' && position !== 'fixed'
  })
}

function pageName(element: HTMLElement): string {
  const name = getComputedStyle(element).getPropertyValue('page')
  return name === 'auto' ? '' : name
}

function areaOf(areas: PageOptions['areas'], name: string): {readonly recto: Area; readonly verso: Area} {
  const area = areas[name] ?? areas['']
  if (!area) throw new Error('Expected the area of plain pages')
  return area
}

/** Paragraphs broken anew for a page turn change the next turns: after so many rounds a hyphen may stay, and a page may lack a line. */
const mostRounds = 6
/** In the first of them the hyphens at the ends of columns go, too. */
const columnRounds = 3

/** Where notes fit on no page they go to the end, and where a page ends in a hyphen it goes: then the section is composed anew. */
function composeSection(element: HTMLElement, before: number, options: PageOptions, composed: Map<Element, ComposedParagraph>): ComposedSection {
  const heightPx = areaOf(options.areas, pageName(element)).recto.heightPx
  const flow: FlowOptions = {leadingPx: options.leadingPx, heightPx, composed}
  const home = element.querySelector<HTMLElement>(':scope > #pamphlet-feet')
  const given: string[] = []
  for (let round = 1; ;) {
    const [notes, separatorPx] = [readNotes(home, flow), separatorOf(home)]
    if (home) home.style.display = 'none'
    const section = pagesOf(element, {flow, notes, before, options, separatorPx, mayLoosen: round < mostRounds})
    if (home) home.style.removeProperty('display')
    if (section.endnotes.length > 0) moveToEnd(section.endnotes, element, options.notesWord)
    else if (round++ >= mostRounds || !breakAnew(section, composed, round <= columnRounds)) return {...section, endnotes: given}
    given.push(...section.endnotes)
  }
}

/** Break paragraphs anew as the pages want them; tells whether there were any. */
function breakAnew(section: ComposedSection, composed: Map<Element, ComposedParagraph>, columnsToo: boolean): boolean {
  const isUnhyphened = unhyphenTurns(section, composed, columnsToo)
  return loosenParagraphs(section, composed) || isUnhyphened
}

type Task = {readonly flow: FlowOptions; readonly notes: readonly FootNote[]; readonly before: number; readonly options: PageOptions; readonly separatorPx: number; readonly mayLoosen: boolean}

function pagesOf(element: HTMLElement, task: Task): ComposedSection {
  const {flow, notes, before, separatorPx} = task
  const read = readFlow(element, flow)
  const references = notesByItem(element, read, notes)
  const items = read.map((item, index) => ({...item, notes: references.get(index) ?? []}))
  const blankBefore = needsBlank(getComputedStyle(element).breakBefore, before)
  const made: Made = {firstPage: before + (blankBefore ? 2 : 1), name: pageName(element), pages: [], tooTall: [], endnotes: [], loosened: [], topPx: 0}
  for (const [from, to] of runsOf(items)) buildPages(items.slice(from, to), from, made, task)
  const {pages, firstPage, tooTall, endnotes, loosened} = made
  return {element, items, notes, pages, firstPage, blankBefore, separatorPx, tooTall, endnotes, loosened}
}

/** What has been made of a section so far; `topPx` is the top of its next page. */
type Made = {readonly firstPage: number; readonly name: string; readonly pages: ComposedPage[]; readonly tooTall: number[]; readonly endnotes: string[]; readonly loosened: number[]; topPx: number}

/** Build the pages of one run, which begins with item `from` of its section. */
function buildPages(run: readonly FlowItem[], from: number, made: Made, {flow, notes, options, separatorPx, mayLoosen: isOffered}: Task): void {
  const [first] = run
  const name = first?.page ?? made.name
  const {heightPx} = areaOf(options.areas, name).recto
  if (from > 0 && first && needsBlank(first.breakBefore, made.firstPage - 1 + made.pages.length)) addPage(made, blankPage(), {name: 'blank', isBlank: true}, options)
  const startsOnRecto = (made.firstPage + made.pages.length) % 2 === 1
  const offer = isOffered ? {mayLoosen: (item: number) => isLoosenable(run[item], flow)} : {}
  const built = buildRun({items: run, notes: notes.map(({shape}) => shape), shape: {heightPx, leadingPx: flow.leadingPx, separatorPx}, leadPx: first?.leadPx ?? 0, startsOnRecto, ...offer})
  for (const page of built.pages) addPage(made, shifted(page, from), {name, isBlank: false}, options)
  made.tooTall.push(...built.tooTall.map(item => item + from))
  made.loosened.push(...built.loosened.map(item => item + from))
  made.endnotes.push(...built.endnotes.flatMap(note => notes[note]?.element.id ?? []))
}

function isLoosenable(item: FlowItem | undefined, {composed}: FlowOptions): boolean {
  const paragraph = item && composed.get(item.block)
  return paragraph !== undefined && mayLoosen(paragraph)
}

function addPage(made: Made, page: BuiltPage, kind: Pick<ComposedPage, 'name' | 'isBlank'>, {areas, slackPx}: PageOptions): void {
  made.pages.push({...page, ...kind, topPx: made.topPx})
  made.topPx += areaOf(areas, kind.name).recto.heightPx + slackPx
}

function needsBlank(side: string, pagesBefore: number): boolean {
  const isRecto = pagesBefore % 2 === 0
  return ((side === 'recto' || side === 'right') && !isRecto) || ((side === 'verso' || side === 'left') && isRecto)
}

function blankPage(): BuiltPage {
  return {placed: [], first: undefined, notes: [], footTopPx: 0, shortLines: 0}
}

function shifted(page: BuiltPage, from: number): BuiltPage {
  return {...page, first: page.first === undefined ? undefined : page.first + from, placed: page.placed.map(placed => ({...placed, item: placed.item + from}))}
}

/** Stretches between forced breaks; a section without items is one empty run. */
function runsOf(items: readonly FlowItem[]): readonly (readonly [number, number])[] {
  const starts = [0, ...items.flatMap(({breakBefore}, index) => index > 0 && breakBefore !== 'free' && breakBefore !== 'never' ? [index] : [])]
  return starts.map((from, index): readonly [number, number] => [from, starts[index + 1] ?? items.length])
}

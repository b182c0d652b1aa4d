/** What is known of the pages once they are composed: where every element stands. */
import {isInLine} from '../paragraphs/find.ts'
import type {ComposedPage, ComposedSection, PageOptions} from './compose-pages.ts'
import {columnStepOf} from './column-boxes.ts'
import {charactersBefore, pointOf} from './find-line.ts'
import type {FlowItem} from './flow.ts'
import {spannerOf} from './gaps.ts'
import {lateFigures} from './late-figures.ts'

type Box = {readonly leftPx: number; readonly topPx: number; readonly widthPx: number; readonly heightPx: number}

/** JSON, as it leaves the page. Pages count from 1, lengths from the sheet's top left. */
export type PageRecord = {
  readonly count: number
  readonly sections: readonly {readonly name: string; readonly firstPage: number; readonly lastPage: number}[]
  /** The page of each element that has an id. */
  readonly pages: Readonly<Record<string, number>>
  /** Elements by whose destination the print is checked. */
  readonly anchors: readonly {readonly id: string; readonly page: number}[]
  readonly blocks: readonly {readonly at: string; readonly page: number; readonly box: Box}[]
  readonly starts: readonly {readonly page: number; readonly at: string; readonly offset: number}[]
  readonly ends: readonly {readonly page: number; readonly lines: number; readonly room: number; readonly pages: number}[]
  readonly blanks: readonly number[]
  readonly tooTall: readonly {readonly at: string; readonly page: number}[]
  readonly lateFigures: readonly {readonly at: string; readonly page: number; readonly pages: number; readonly count: number}[]
  readonly endnotes: readonly {readonly at: string; readonly id: string; readonly calledIn?: CalledIn}[]
  /** Pages that end in a hyphen. */
  readonly hyphenated: readonly number[]
}

/** What fills the page of a note's reference, where that is no text. */
type CalledIn = 'figure' | 'turned'

/** Draw up the record; before the pages are written, because places are read off the page as it stands. */
export function recordPages(sections: readonly ComposedSection[], options: PageOptions): PageRecord {
  const last = sections.at(-1)
  const targets = sections.flatMap(targetsIn)
  return {
    count: last ? last.firstPage - 1 + last.pages.length : 0,
    sections: sections.map(({element, firstPage, pages}) => ({name: element.localName === 'main' ? 'main' : element.classList[0] ?? element.localName, firstPage, lastPage: firstPage - 1 + pages.length})),
    pages: Object.fromEntries(targets.map(({id, page}) => [id, page])),
    anchors: targets.filter(({isVague}) => !isVague).map(({id, page}) => ({id, page})),
    blocks: sections.flatMap(section => blocksOf(section, options)),
    starts: sections.flatMap(startsOf),
    ends: sections.filter(({element}) => element.localName === 'main').flatMap(section => endsOf(section, options)),
    blanks: sections.flatMap(blanksOf),
    tooTall: sections.flatMap(section => section.tooTall.map(item => ({at: placeOf(section.items[item]?.block), page: pageOfItem(section)(item) ?? section.firstPage}))),
    lateFigures: sections.flatMap(section => lateFigures(section.items, section.pages).map(({item, ...late}) => ({...late, at: placeOf(section.items[item]?.block), page: pageOfItem(section)(item) ?? section.firstPage}))),
    endnotes: sections.flatMap(({endnotes}) => endnotes.map(endnote)),
    hyphenated: sections.flatMap(({items, pages, firstPage}) => pages.flatMap(({first}, index) => first !== undefined && items[first]?.behindHyphen === true ? [firstPage + index - 1] : []))
  }
}

/** Pages in front of a section or in it that hold nothing: a theme may keep a place for what a pamphlet does not have. */
function blanksOf({element, blankBefore, firstPage, pages}: ComposedSection): readonly number[] {
  const isEmpty = element.textContent.trim() === '' && element.querySelector('img, svg') === null && element.classList.contains('front')
  return [...(blankBefore ? [firstPage - 1] : []), ...pages.flatMap(({isBlank}, index) => isBlank || isEmpty ? [firstPage + index] : [])]
}

/** The last pages of the text's runs: of those that begin after a forced break. */
function endsOf({items, pages, firstPage}: ComposedSection, {areas, leadingPx}: PageOptions): PageRecord['ends'] {
  const area = (areas[''])?.recto
  const begins = pages.flatMap(({first, isBlank}, index) => index === 0 || isBlank || (first !== undefined && !/^(?:free|never)$/.test(items[first]?.breakBefore ?? 'free')) ? [index] : [])
  return begins.flatMap((from, run) => {
    const last = (begins[run + 1] ?? pages.length) - 1
    const page = pages[last]
    if (!page || !area || page.isBlank) return []
    const columns = Math.max(1, ...page.placed.map(({item}) => items[item]?.columns ?? 1))
    const filledPx = filledIn(items, page, columns) + (page.notes.length > 0 ? area.heightPx - page.footTopPx : 0)
    const room = Math.floor((area.heightPx + 0.5) / leadingPx) * columns
    return [{page: firstPage + last, lines: Math.min(room, Math.ceil(filledPx / leadingPx - 0.1)), room, pages: last - from + 1}]
  })
}

/** How far a page is filled: its columns one below the other, without the holes at their feet. */
function filledIn(items: readonly FlowItem[], {placed}: ComposedPage, columns: number): number {
  if (columns === 1) return Math.max(0, ...placed.map(({item, topPx}) => topPx + (items[item]?.heightPx ?? 0)))
  return placed.reduce((filledPx, {item, column, topPx}, index) => {
    const before = placed[index - 1]
    const goesOn = before !== undefined && topPx > 0 && (column === undefined || before.column === undefined || before.column === column)
    const px = (items[item]?.heightPx ?? 0) + (goesOn ? items[item]?.gapPx ?? 0 : 0)
    return filledPx + px * (column === undefined ? columns : 1)
  }, 0)
}

/** The page of each element that has an id. */
export function pagesOfIds(sections: readonly ComposedSection[]): ReadonlyMap<string, number> {
  return new Map(sections.flatMap(targetsIn).map(({id, page}) => [id, page]))
}

/** A note at the end with its place, and with what it was called in where that left it no room. */
function endnote(id: string): PageRecord['endnotes'][number] {
  const at = document.querySelector(`#${CSS.escape(id)} [data-at]`)?.getAttribute('data-at') ?? ''
  const host = document.querySelector(`a.noteref[href="#${CSS.escape(id)}"]`)?.closest('figure, .turned')
  return {id, at, ...(host && {calledIn: host.className === 'turned' ? 'turned' : 'figure'})}
}

function placeOf(element: Element | undefined): string {
  return element?.closest('[data-at]')?.getAttribute('data-at') ?? ''
}

/** Where an item stands: its page, and its top on it. */
type Standing = {readonly page: ComposedPage; readonly number: number; readonly topPx: number; readonly column: number}

function standings({pages, firstPage}: ComposedSection): ReadonlyMap<number, Standing> {
  return new Map(pages.flatMap((page, index) => page.placed.map(({item, topPx, column = 0}) => [item, {page, number: firstPage + index, topPx, column}] as const)))
}

function pageOfItem(section: ComposedSection): (item: number) => number | undefined {
  const places = standings(section)
  return item => places.get(item)?.number
}

/**
 * An element with an id. Of a vague one the destination in the print may lie on another page: what is inline and stands
 * higher than its line has one on the page before, a box that begins with something over all columns only where its columns begin.
 */
type Target = {readonly id: string; readonly page: number; readonly isVague: boolean}

function targetsIn(section: ComposedSection): readonly Target[] {
  const {element, items, notes, pages, firstPage} = section
  const pageOf = pageOfItem(section)
  const originPx = element.getBoundingClientRect().top
  const target = ({id, isVague}: {id: string; isVague: boolean}, page: number): Target => ({id, page, isVague})
  const inText = [...element.querySelectorAll('[id]')].filter(found => !found.closest('#pamphlet-feet'))
    .map(found => {
      const item = itemAt(items, heightOf(found, originPx))
      return target({id: found.id, isVague: isInline(found) || beginsOverColumns(found, items[item])}, pageOf(item) ?? firstPage)
    })
  const inNotes = notes.flatMap(({element: note}, index) => {
    const page = pages.findIndex(({notes: parts}) => parts.some(part => part.note === index))
    // A note's own parts may stand on its next page, which only its text tells.
    return page < 0 ? [] : [note, ...note.querySelectorAll('[id]')].map(found => target({id: found.id, isVague: found !== note}, firstPage + page))
  })
  return [...(element.id === '' ? [] : [target({id: element.id, isVague: false}, firstPage)]), ...inText, ...inNotes]
}

function isInline(element: Element): boolean {
  return isInLine(getComputedStyle(element).display)
}

function beginsOverColumns(element: Element, first: FlowItem | undefined): boolean {
  const spanner = first && spannerOf(first.block)
  return spanner !== undefined && spanner !== element && element.contains(spanner)
}

/** The height by which an element's item is found: the middle of what is inline, just below the top of a block. */
function heightOf(element: Element, originPx: number): number {
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
  return box.top - originPx + (isInline(element) ? box.height / 2 : 1)
}

/** The last item that begins at or above a height; items are in order but for floats. */
function itemAt(items: readonly FlowItem[], heightPx: number): number {
  let [low, high] = [0, items.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((items[middle]?.topPx ?? 0) <= heightPx + 0.5) low = middle
    else high = middle - 1
  }
  return low
}

function blocksOf(section: ComposedSection, options: PageOptions): PageRecord['blocks'] {
  const {element} = section
  const places = standings(section)
  const origin = element.getBoundingClientRect()
  return [...element.querySelectorAll('[data-at]')].flatMap(block => {
    const box = block.getBoundingClientRect()
    if (box.height === 0 || block.closest('#pamphlet-feet')) return []
    const extents = extentsOf(section.items, places, {topPx: box.top - origin.top, bottomPx: box.bottom - origin.top})
    const inline = {leftPx: box.left - origin.left, widthPx: box.width, stepPx: columnStepOf(block)}
    return extents.map(extent => ({at: block.getAttribute('data-at') ?? '', page: extent.standing.number, box: boxOf(extent, inline, options)}))
  })
}

/** What a block has of one column of a page, from the top of its type area. */
type Extent = {readonly standing: Standing; readonly fromPx: number; readonly toPx: number}

/** What stands between two heights of a section, by the columns and pages that it has come to. */
function extentsOf(items: readonly FlowItem[], places: ReadonlyMap<number, Standing>, {topPx, bottomPx}: Pick<FlowItem, 'topPx' | 'bottomPx'>): readonly Extent[] {
  const pieces: Extent[] = []
  for (let item = itemAt(items, topPx + 1); item < items.length && (items[item]?.topPx ?? 0) < bottomPx - 0.5; item++) {
    const [standing, own] = [places.get(item), items[item]]
    if (!standing || !own) continue
    pieces.push({standing, fromPx: standing.topPx + Math.max(0, topPx - own.topPx), toPx: standing.topPx + Math.min(own.heightPx, bottomPx - own.topPx)})
  }
  return [...Map.groupBy(pieces, ({standing: {number, column}}) => `${number} ${column}`).values()].map(group => group.reduce(joined))
}

function joined(a: Extent, b: Extent): Extent {
  return {standing: a.standing, fromPx: Math.min(a.fromPx, b.fromPx), toPx: Math.max(a.toPx, b.toPx)}
}

function boxOf({standing: {page, number, column}, fromPx, toPx}: Extent, {leftPx, widthPx, stepPx}: {leftPx: number; widthPx: number; stepPx: number}, {areas}: PageOptions): Box {
  const area = (areas[page.name] ?? areas[''])?.[number % 2 === 1 ? 'recto' : 'verso']
  return {leftPx: (area?.leftPx ?? 0) + leftPx + column * stepPx, topPx: (area?.topPx ?? 0) + fromPx, widthPx, heightPx: toPx - fromPx}
}

/** Where each page begins in the manuscript: a break that opens one stands for nothing there, and the text behind it tells. */
function startsOf({element, items, pages, firstPage}: ComposedSection): PageRecord['starts'] {
  const originPx = element.getBoundingClientRect().top
  return pages.flatMap(({first = -1, placed}, index) => {
    // A page may hold nothing but what floats.
    const behind = placed.flatMap(({item}) => item > first ? [item] : []).toSorted((a, b) => a - b)
    for (const item of [first, ...behind]) {
      const found = items[item] && startOf(items[item], originPx)
      if (found) return [{page: firstPage + index, ...found}]
    }
    return []
  })
}

function startOf(item: FlowItem, originPx: number): {readonly at: string; readonly offset: number} | undefined {
  const point = pointOf(item.start, originPx)
  const host = point ? item.block.closest('[data-at]') : beginningOf(item)
  const at = host?.getAttribute('data-at') ?? ''
  return at === '' || !host ? undefined : {at, offset: point ? charactersBefore(host, point) : 0}
}

/** The block of the manuscript that begins with an item. */
function beginningOf({start, block}: FlowItem): Element | null {
  if (start.kind === 'row') return start.row.querySelector('[data-at]')
  const chain = start.kind === 'block' ? start.chain : [block]
  return chain.find(element => element.hasAttribute('data-at')) ?? block.querySelector('[data-at]') ?? block.closest('[data-at]')
}

/**
 * Writes built pages into the page: a forced break where each begins, notes and floated figures at their place. What
 * moves stands absolutely in its section, whose pages the browser counts as if they stood on each other; so it keeps its
 * place in the order of the text.
 */
import type {ComposedPage, ComposedSection} from './compose-pages.ts'
import {widenColumns} from './column-boxes.ts'
import {partTable, repeatHead} from './continued.ts'
import type {Point} from './find-line.ts'
import {insertAll, pointOf} from './find-line.ts'
import type {FlowItem} from './flow.ts'
import {placeNotes} from './place-notes.ts'
import {beginColumnsFlush, endColumnsFlush, spannerBefore} from './spanners.ts'
import type {Spanner} from './spanners.ts'

/** An element by whose destination in the PDF a page is checked. */
export type Anchor = {readonly id: string; readonly page: number}

/** A page with what must be known of the tree before anything is written into it. */
type Plan = {
  readonly page: ComposedPage
  readonly number: number
  readonly begins: FlowItem | undefined
  readonly point: Point | undefined
  /** What runs over all columns right before columns that begin the page, and how far its own page goes on below it. */
  readonly spanner: Spanner | undefined
  /** Where columns begin on it, but for its first. */
  readonly columns: readonly {readonly item: FlowItem; readonly point: Point | undefined}[]
  /** Figures at its head and foot, with the box that they had. */
  readonly figures: readonly {readonly item: FlowItem; readonly topPx: number; readonly leftPx: number; readonly widthPx: number}[]
}

type Insertion = {readonly point: Point; readonly made: readonly HTMLElement[]}

/** Write a section's pages; gives an anchor for each page of text. */
export function writePages(section: ComposedSection): readonly Anchor[] {
  const {element, firstPage, blankBefore} = section
  const plans = section.pages.map((page, index) => planPage(section, page, firstPage + index))
  const heights = new Map([...element.querySelectorAll<HTMLElement>('[data-columns]')].map(box => [box, heightOfBox(section, box)]))
  element.style.position = 'relative'
  element.style.breakBefore = firstPage > 1 ? 'page' : 'auto'
  if (blankBefore) element.before(emptyPage('blank'))
  placeNotes(section)
  // Even an empty box behind a page that is full to its last line would open another.
  element.querySelector(':scope > #pamphlet-feet')?.remove()
  const anchors: Anchor[] = []
  const insertions: Insertion[] = []
  let empty: HTMLElement[] = []
  for (const [index, plan] of plans.entries()) {
    for (const figure of plan.figures) float(figure, plan.page.topPx)
    keepGaps(section, plan)
    if (!plan.begins) empty.push(emptyPage(plan.page.isBlank ? 'blank' : 'page-own'))
    else if (index > 0) {
      anchors.push({id: beginPage(plan, plan.begins, empty, insertions), page: plan.number})
      leaveColumns(section, plans[index - 1], plan, insertions)
      empty = []
    }
    for (const column of plan.columns) beginColumn(column, insertions)
  }
  widenColumns(element, box => heights.get(box) ?? 0)
  insertAll(insertions)
  element.append(...empty.slice(plans.every(({begins}) => !begins) ? 1 : 0))
  endFlush(element)
  return anchors
}

/**
 * Inside columns the browser knows no break of pages: where the text asks for one, columns are broken until the page is
 * full.
 */
function leaveColumns({items}: ComposedSection, before: Plan | undefined, {page, begins, point}: Plan, insertions: Insertion[]): void {
  const last = before?.page.placed.at(-1)
  if (!last || !begins || begins.columns < 2 || last.column === undefined) return
  const skipped = Array.from({length: begins.columns - last.column - 1}, () => turn('', 1, 'column'))
  if (page.first !== undefined && page.columnStarts.includes(page.first)) skipTo(begins, point, skipped, insertions)
  else if (begins.start.kind === 'block' && shareColumns(begins.start.outer, items[last.item]?.block)) breakColumns(begins.start.outer, begins.start.chain, skipped)
}

/** Columns that nothing more is put into, because what comes is too high for them. */
function skipTo({start}: FlowItem, point: Point | undefined, skipped: readonly HTMLElement[], insertions: Insertion[]): void {
  if (point) insertions.push({point, made: skipped})
  else if (start.kind === 'block') start.outer.before(...skipped)
}

/** A page break at the same place would win, and do nothing. */
function breakColumns(outer: HTMLElement, chain: readonly HTMLElement[], skipped: readonly HTMLElement[]): void {
  const asks = outer.previousElementSibling
  if (asks instanceof HTMLElement) asks.style.breakAfter = 'auto'
  for (const block of chain) block.style.breakBefore = 'auto'
  outer.before(...skipped)
  outer.style.breakBefore = 'column'
}

/** Whether a block stands in the same columns as one before it. */
function shareColumns(block: HTMLElement, before: HTMLElement | undefined): boolean {
  const box = block.parentElement?.closest('[data-columns]')
  return before !== undefined && box?.contains(before) === true
}

/** White space below the last line of a full page would open another. */
function endFlush(section: HTMLElement): void {
  let last: Element | undefined = section
  while (last) {
    if (last !== section && last instanceof HTMLElement) last.style.marginBottom = '0'
    last = [...last.children].findLast(child => !/absolute|fixed/.test(getComputedStyle(child).position))
  }
}

/** The height of what was built in a box, as if its pages stood on each other, with the white space within it above its first item. */
function heightOfBox({element, items, pages}: ComposedSection, box: HTMLElement): number {
  const boxPx = box.getBoundingClientRect().top - element.getBoundingClientRect().top
  const extents = pages.flatMap(page => page.placed.map(({item, topPx}, index) => {
    const before = page.placed[index - 1]
    const aboveOnPage = before ? before.topPx + (items[before.item]?.heightPx ?? 0) : 0
    const outsidePx = before ? Math.max(0, boxPx - (items[before.item]?.bottomPx ?? boxPx)) : 0
    return {item, gapPx: topPx - aboveOnPage - outsidePx, top: page.topPx + topPx, bottom: page.topPx + topPx + (items[item]?.heightPx ?? 0)}
  })).filter(({item}) => box.contains(items[item]?.block ?? null))
  const [first] = extents
  if (!first) return 0
  return Math.max(...extents.map(({bottom}) => bottom)) - Math.min(...extents.map(({top}) => top)) + Math.max(0, first.gapPx)
}

function planPage(section: ComposedSection, page: ComposedPage, number: number): Plan {
  const {element, items} = section
  const origin = element.getBoundingClientRect()
  const begins = page.first === undefined ? undefined : items[page.first]
  const figures = page.placed.filter(({isAfloat}) => isAfloat).flatMap(({item, topPx}) => {
    const figure = items[item]
    const box = figure?.block.getBoundingClientRect()
    return figure && box ? [{item: figure, topPx, leftPx: box.left - origin.left, widthPx: box.width}] : []
  })
  const columns = page.columnStarts.filter(item => item !== page.first).flatMap(index => {
    const item = items[index]
    return item ? [{item, point: pointOf(item.start, origin.top)}] : []
  })
  return {page, number, begins, spanner: spannerBefore(section, page), point: begins && pointOf(begins.start, origin.top), columns, figures}
}

function emptyPage(className: 'blank' | 'page-own'): HTMLElement {
  return Object.assign(document.createElement('div'), {className})
}

function float({item, topPx, leftPx, widthPx}: Plan['figures'][number], pageTopPx: number): void {
  Object.assign(item.block.style, {position: 'absolute', margin: '0', top: px(pageTopPx + topPx), left: px(leftPx), width: px(widthPx), boxSizing: 'border-box'})
}

/** Begin a page: a forced break, after the pages that hold nothing of the text. Gives the id that stands at its top. */
function beginPage({page, number, point, spanner}: Plan, begins: FlowItem, empty: readonly HTMLElement[], insertions: Insertion[]): string {
  const topPx = page.placed.find(({item}) => item === page.first)?.topPx ?? 0
  const kind = page.first !== undefined && page.columnStarts.includes(page.first) ? 'column' : 'page'
  const {start} = begins
  if (point) {
    const turns = [...empty, undefined].map((own, index) => turn(own ? `turn-${number}-${index}` : `turn-${number}`, own ? 1 : topPx, kind))
    insertions.push({point, made: turns})
    return `turn-${number}`
  }
  if (start.kind === 'row') return beginRow(start.row, number)
  if (start.kind !== 'block') throw new Error(`Expected a place to begin page ${number}`)
  start.outer.before(...empty)
  return beginBlock(begins, start, {topPx, number, kind, spanner})
}

/** In columns a break of pages works only on what runs over all of them, not on a box around it. */
function breaking(chain: readonly HTMLElement[], outer: HTMLElement): HTMLElement {
  return chain.find(block => block.closest('[data-columns]') !== null && getComputedStyle(block).columnSpan === 'all') ?? outer
}

type Beginning = {readonly topPx: number; readonly number: number; readonly kind: 'page' | 'column'; readonly spanner: Spanner | undefined}

/** A page that begins with a block has the head above it again, where the block goes on below one. */
function beginBlock({leadPx, breakBefore, repeatPx}: FlowItem, {outer, chain}: Extract<FlowItem['start'], {kind: 'block'}>, {topPx, number, kind, spanner}: Beginning): string {
  const head = topPx > repeatPx - 0.01 ? repeatHead(outer) : undefined
  if (head) {
    setGap(outer, chain, topPx - repeatPx)
    return beginWith(head, number, kind)
  }
  const isForced = breakBefore !== 'free' && breakBefore !== 'never'
  if (!isForced) turnPage(breaking(chain, outer), kind, spanner)
  if (!isForced || Math.abs(topPx - leadPx) > 0.01) setGap(outer, chain, topPx)
  // The innermost: a box around it may begin on the page before, where columns end.
  return named(chain.at(-1) ?? outer, number)
}

function turnPage(begins: HTMLElement, kind: 'page' | 'column', spanner: Spanner | undefined): void {
  if (spanner) spanner.element.style.marginBottom = px(spanner.toEndPx)
  else begins.style.breakBefore = kind
}

function beginRow(row: HTMLElement, number: number): string {
  return beginWith(partTable(row) ?? row, number)
}

function beginWith(element: HTMLElement, number: number, kind: 'page' | 'column' = 'page'): string {
  element.style.breakBefore = kind
  return named(element, number)
}

function named(element: HTMLElement, number: number): string {
  if (element.id === '') element.id = `turn-${number}`
  return element.id
}

/** Begin a column in the middle of a page. */
function beginColumn({item: {start}, point}: Plan['columns'][number], insertions: Insertion[]): void {
  if (point) insertions.push({point, made: [turn('', 0, 'column')]})
  else if (start.kind === 'row') (partTable(start.row) ?? start.row).style.breakBefore = 'column'
  else if (start.kind === 'block') {
    const head = repeatHead(start.outer) ?? start.outer
    head.style.breakBefore = 'column'
    setGap(start.outer, start.chain, 0)
  }
}

function turn(id: string, heightPx: number, kind: 'page' | 'column'): HTMLElement {
  const element = Object.assign(document.createElement('span'), {className: 'page-turn', ...(id !== '' && {id})})
  if (kind === 'column') element.style.breakBefore = 'column'
  element.style.height = px(heightPx)
  return element
}

/** Where the grid or a full page wants another gap than the style gives, the block below it gets it. */
function keepGaps({items}: ComposedSection, {page}: Plan): void {
  const own = page.placed.filter(({isAfloat}) => !isAfloat)
  for (const [index, placed] of own.entries()) {
    const before = own[index - 1]
    const [above, below] = [before && items[before.item], items[placed.item]]
    if (!before || !above || below?.start.kind !== 'block' || page.columnStarts.includes(placed.item)) continue
    if (below.columns === 1 && above.columns > 1) endColumnsFlush(items, own.slice(0, index), page.columnStarts)
    else keepGapBetween(above, below, {gapPx: placed.topPx - before.topPx - above.heightPx, lacksOne: placed.item - before.item > 1})
  }
}

function keepGapBetween(above: FlowItem, below: FlowItem, {gapPx, lacksOne}: {readonly gapPx: number; readonly lacksOne: boolean}): void {
  if (below.columns > 1 && above.columns === 1 && below.start.kind === 'block') beginColumnsFlush(below.start.chain)
  else if (!stackSpanners(above, below, gapPx)) keepGap(below, gapPx, lacksOne)
}

/** The margins of two things that both span the columns do not collapse: the lower one has all of the gap. */
function stackSpanners({block, columns}: FlowItem, {start, columns: columnsBelow}: FlowItem, gapPx: number): boolean {
  if (columns > 1 || columnsBelow > 1 || start.kind !== 'block' || !start.outer.closest('[data-columns]')) return false
  const [upper, lower] = [spannerAround(block), spannerAround(start.chain.at(-1))]
  if (!upper || !lower || upper === lower) return false
  upper.style.marginBottom = '0'
  lower.style.marginTop = px(gapPx)
  return true
}

function spannerAround(block: HTMLElement | undefined): HTMLElement | undefined {
  for (let around: HTMLElement | null | undefined = block; around && around.localName !== 'main'; around = around.parentElement) if (getComputedStyle(around).columnSpan === 'all') return around
  return undefined
}

function keepGap({start, gapPx: ownPx}: FlowItem, gapPx: number, lacksOne: boolean): void {
  if (start.kind === 'block' && (lacksOne || Math.abs(gapPx - ownPx) > 0.01)) setGap(start.outer, start.chain, gapPx)
}

/** The margins of blocks that begin together collapse: the outermost has it all. */
function setGap(outer: HTMLElement, chain: readonly HTMLElement[], gapPx: number): void {
  for (const block of chain) if (!block.matches('tbody, thead, tr, td, th')) block.style.marginTop = '0'
  outer.style.marginTop = px(gapPx)
}

function px(value: number): string {
  return `${Math.round(value * 1000) / 1000}px`
}

/** Reads a section of the page, laid out in one column, into items. Nothing is written here. */
import {inlineTags, isInLine} from '../paragraphs/find.ts'
import {boxIndexOf, columnsOf} from './column-boxes.ts'
import type {FlowItem, FlowOptions, Walk} from './flow.ts'
import {addItem, px} from './flow.ts'
import {isBox, isWholeTable, mayFloat} from './may-float.ts'
import {readLines, readRun} from './read-lines.ts'
import {readTable} from './read-table.ts'

/** What a page costs that ends in a row of asterisks or a rule, which can be read as the end of all. */
const ornamentPenalty = 40

/** Read a section's items in order. Throws nothing: what cannot be read finer is one item. */
export function readFlow(section: HTMLElement, options: FlowOptions): readonly FlowItem[] {
  const style = getComputedStyle(section)
  const walk: Walk = {
    options, originPx: section.getBoundingClientRect().top, items: [], chain: [], page: pageOf(style, ''), columns: 1, box: 0, forced: undefined,
    keepsWithBefore: false, penalty: 0, bands: []
  }
  if (isWhole(section, style, walk)) addItem(walk, wholeOf(section, walk))
  else readContent(section, walk)
  return keepBesideFloats(walk)
}

/** The page that a block is set on: if it names none, that of what it stands in. */
function pageOf(style: CSSStyleDeclaration, around: string): string {
  const name = style.getPropertyValue('page')
  return name === 'auto' ? around : name
}

function readBlock(block: HTMLElement, walk: Walk): void {
  const style = getComputedStyle(block)
  if (style.display === 'none' || style.position === 'absolute' || style.position === 'fixed') return
  if (style.float !== 'none') addBand(block, walk)
  else readInFlow(block, style, walk)
}

/** Read a block with what its style says of breaks around it, and of its page and columns, which hold for all in it. */
function readInFlow(block: HTMLElement, style: CSSStyleDeclaration, walk: Walk): void {
  const {page, columns, box, items: {length}} = walk
  turnTo(pageOf(style, page), walk)
  readBreak(style.breakBefore, walk)
  walk.keepsWithBefore ||= isLoneStanza(block, walk)
  walk.columns = style.columnSpan === 'all' ? 1 : Math.max(columns, columnsOf(block))
  walk.box = boxIndexOf(block) || box
  walk.chain.push(block)
  readInside(block, style, walk)
  if (block.matches('.stacked tr')) keepRow(length, walk)
  walk.chain = walk.chain.filter(other => other !== block)
  if (walk.items.length > length && px(style.paddingBottom) + px(style.borderBottomWidth) > 0) closeBlock(block, walk)
  Object.assign(walk, {columns, box})
  turnTo(page, walk)
  readBreak(style.breakAfter, walk)
  if (block.tagName === 'HR') walk.penalty = ornamentPenalty
}

/** What a page costs that ends inside a row of a table that is set as a list. */
const rowPenalty = 120

/** A row of so many lines at most, and of no more than this share of the page, is never parted. */
const shortRow = {lines: 6, share: 0.45}

function keepRow(from: number, {items, options: {heightPx}}: Walk): void {
  const row = items.slice(from)
  const isShort = row.length <= shortRow.lines && row.reduce((sum, item) => sum + item.heightPx, 0) <= heightPx * shortRow.share
  for (const [index, item] of items.entries()) {
    if (index > from) items[index] = {...item, penalty: item.penalty + rowPenalty, ...(isShort && item.breakBefore === 'free' && {breakBefore: 'never'})}
  }
}

/** Of a page: a stanza that is taller may stand on another than what it follows. */
const stanzaShare = 1 / 4

/** Whether a block is a few lines of verse that a paragraph quotes. */
function isLoneStanza(block: HTMLElement, {options: {heightPx}}: Walk): boolean {
  return block.matches('P + .verse') && block.childElementCount === 1 && block.getBoundingClientRect().height <= heightPx * stanzaShare
}

/** A change of page names forces a break. */
function turnTo(page: string, walk: Walk): void {
  if (page !== walk.page) Object.assign(walk, {page, forced: walk.forced ?? 'page'})
}

function readInside(block: HTMLElement, style: CSSStyleDeclaration, walk: Walk): void {
  if (style.display === 'table' && block instanceof HTMLTableElement) readTableOrWhole(block, walk)
  else if (isWhole(block, style, walk)) addItem(walk, wholeOf(block, walk))
  else readContent(block, walk)
}

function readTableOrWhole(table: HTMLTableElement, walk: Walk): void {
  if (isWholeTable(table, walk)) addItem(walk, wholeOf(table, walk))
  else readTable(table, walk)
}

function readBreak(value: string, walk: Walk): void {
  if (value === 'recto' || value === 'right') walk.forced = 'recto'
  else if (value === 'verso' || value === 'left') walk.forced = 'verso'
  else if (value === 'page') walk.forced ??= 'page'
  else if (value === 'avoid' || value === 'avoid-page') walk.keepsWithBefore = true
}

/** Of a page: code that is taller is parted rather than leave a hole before it. */
const tallCodeShare = 1 / 2

/** Whether a block stays in one piece: it asks for it and a page can hold it, or nobody could break it. */
function isWhole(block: HTMLElement, style: CSSStyleDeclaration, {options: {heightPx}}: Walk): boolean {
  if (isReplaced(block) || block.className === 'turned') return true
  const fits = block.getBoundingClientRect().height <= heightPx * (block.tagName === 'PRE' ? tallCodeShare : 1) + 0.5
  if (style.breakInside.startsWith('avoid')) return fits
  if (style.display === 'flex') return fits || style.flexDirection !== 'column'
  return style.display === 'grid' || (style.overflowY !== 'visible' && style.overflowY !== 'clip')
}

function isReplaced(block: HTMLElement): boolean {
  return /^(?:IMG|HR|INPUT|CANVAS|OBJECT|IFRAME|VIDEO)$/.test(block.tagName)
}

function wholeOf(block: HTMLElement, walk: Walk) {
  const {originPx, columns} = walk
  const box = block.getBoundingClientRect()
  const wanted = getComputedStyle(block).getPropertyValue('--float').trim()
  const floats = mayFloat(block, wanted, walk)
  return {block, topPx: box.top - originPx, bottomPx: box.bottom - originPx, floats, isBox: floats && isBox(block), toFoot: floats && columns === 1 && wanted === 'foot', isHead: isHead(block)}
}

function isHead({tagName}: HTMLElement): boolean {
  return /^H[1-6]$/.test(tagName)
}

/** Lines where a block holds nothing but inline content, else its children, and lines between them. */
function readContent(block: HTMLElement, walk: Walk): void {
  const isComposed = walk.options.composed.has(block)
  if (isComposed || ![...block.children].some(isBlock)) readLines(block, walk)
  else readChildren(block, walk)
}

function readChildren(block: HTMLElement, walk: Walk): void {
  let run: Node[] = []
  const flush = (): void => {
    if (run.some(node => /\S/.test(node.textContent ?? '') || node instanceof HTMLImageElement)) readRun(block, run, walk)
    run = []
  }
  for (const child of block.childNodes) {
    if (child instanceof HTMLElement && isBlock(child)) {
      flush()
      readBlock(child, walk)
      // A note's number stands beside its text, and is no line of its own.
    } else if (child instanceof HTMLElement && getComputedStyle(child).float !== 'none') addBand(child, walk)
    else run.push(child)
  }
  flush()
}

function isBlock(element: Element): boolean {
  if (inlineTags.has(element.tagName)) return false
  const {display, position, float} = getComputedStyle(element)
  return !isInLine(display) && display !== 'none' && (position === 'static' || position === 'relative') && (float === 'none' || /^(?:FIGURE|ASIDE|DIV|TABLE|IMG)$/.test(element.tagName))
}

/** Padding and border below a block belong to its last item. */
function closeBlock(block: HTMLElement, {items, originPx}: Walk): void {
  const last = items.at(-1)
  const bottomPx = block.getBoundingClientRect().bottom - originPx
  if (last && bottomPx > last.bottomPx) items[items.length - 1] = {...last, bottomPx, heightPx: bottomPx - last.topPx}
}

function addBand(block: HTMLElement, {bands, originPx}: Walk): void {
  const box = block.getBoundingClientRect()
  bands.push({topPx: box.top - originPx, bottomPx: box.bottom - originPx})
}

/** What stands beside a float stays on its page. */
function keepBesideFloats({items, bands}: Walk): readonly FlowItem[] {
  if (bands.length === 0) return items
  return items.map(item => {
    const isBeside = bands.some(({topPx, bottomPx}) => item.topPx > topPx + 1 && item.topPx < bottomPx - 1)
    return isBeside && item.breakBefore === 'free' ? {...item, breakBefore: 'never'} : item
  })
}

/** Reads the lines of a block that holds inline content. */
import type {ComposedParagraph} from '../paragraphs/compose.ts'
import type {Shape, Start, Walk} from './flow.ts'
import {addItem, px} from './flow.ts'
import {isLeadIn, lastWords} from './lead-in.ts'
import {beginsLetter, endsLetter} from './letter.ts'

/** What a page costs that ends in a hyphen. */
const hyphenPenalty = 30

/** What a page costs at whose head a paragraph ends in its second line, with a word or two. */
const shortRestPenalty = 30

/** What a page costs that ends inside code, of which some lines stay together at either end: rather several lines are lacking. */
const codePenalty = 500
const codeLinesKept = 4

/** Tops and bottoms of lines, from the section's top. */
type Lines = readonly {readonly topPx: number; readonly bottomPx: number}[]

/** Read a block's lines: the paragraph's own, where it was composed, else by the line height. */
export function readLines(block: HTMLElement, walk: Walk): void {
  const style = getComputedStyle(block)
  const box = block.getBoundingClientRect()
  if (box.height === 0) return
  const paragraph = walk.options.composed.get(block)
  const [topPx, bottomPx] = [box.top - walk.originPx, box.bottom - walk.originPx]
  const content = contentOf(style, topPx, bottomPx)
  const even = evenLines(content, px(style.lineHeight), paragraph?.hyphens.length)
  const hasRuby = block.querySelector('ruby') !== null
  // A line with a ruby is as high as two.
  const lines = hasRuby ? linesOf(block, walk) : even ?? evenLines(content, px(style.lineHeight), undefined) ?? linesOf(block, walk)
  if (lines.length === 0) addItem(walk, {block, topPx, bottomPx})
  else addLines(block, upTo(bottomPx, lines), {style, walk, onGrid: !hasRuby && isOnGrid(style, walk), ...(paragraph?.hyphens.length === lines.length && {paragraph})})
}

/** Where a block's content lies, without its padding and borders. */
function contentOf(style: CSSStyleDeclaration, topPx: number, bottomPx: number): Lines[number] {
  return {
    topPx: topPx + px(style.paddingTop) + px(style.borderTopWidth),
    bottomPx: bottomPx - px(style.paddingBottom) - px(style.borderBottomWidth)
  }
}

/** Padding and border below a block belong to its last line. */
function upTo(bottomPx: number, lines: Lines): Lines {
  return lines.map((line, index) => index < lines.length - 1 ? line : {...line, bottomPx})
}

function isOnGrid(style: CSSStyleDeclaration, {options: {leadingPx}}: Walk): boolean {
  return Math.abs(px(style.lineHeight) - leadingPx) < 0.01 && style.getPropertyValue('--grid').trim() === 'on'
}

/** Lines of one height fill their block; undefined where they do not. */
function evenLines({topPx, bottomPx}: Lines[number], lineHeightPx: number, count: number | undefined): Lines | undefined {
  const heightPx = bottomPx - topPx
  const lines = count ?? Math.round(heightPx / lineHeightPx)
  if (!(lineHeightPx > 0) || lines === 0 || Math.abs(heightPx - lines * lineHeightPx) > 0.6) return undefined
  return Array.from({length: lines}, (_, line) => ({topPx: topPx + line * lineHeightPx, bottomPx: topPx + (line + 1) * lineHeightPx}))
}

/** Boxes in the lines that nothing may part, as a line of verse with its turnover. */
function wholesIn(block: HTMLElement, {originPx}: Walk): Lines {
  const boxes = [...block.querySelectorAll('*')].filter(element => getComputedStyle(element).display === 'inline-block').map(element => element.getBoundingClientRect())
  return boxes.map(({top, bottom}) => ({topPx: top - originPx, bottomPx: bottom - originPx}))
}

type Context = {readonly style: CSSStyleDeclaration; readonly walk: Walk; readonly onGrid: boolean; readonly paragraph?: ComposedParagraph}

function addLines(block: HTMLElement, lines: Lines, {style, walk, onGrid, paragraph}: Context): void {
  const parts = partsOf(block, lines.length, style)
  keepSignature(block, walk)
  const wholes = paragraph ? [] : wholesIn(block, walk)
  for (const [index, {topPx, bottomPx}] of lines.entries()) {
    const isInside = wholes.some(whole => whole.topPx < topPx - 1 && whole.bottomPx > topPx + 1)
    if (index > 0 && (isInside || !parts(index))) walk.keepsWithBefore = true
    else if (index > 0 && block.tagName === 'PRE') walk.penalty = codePenalty
    const start = index === 0 ? undefined : startOfLine(block, topPx, paragraph?.ends[index - 1])
    addItem(walk, {block, topPx, bottomPx, onGrid, ...(paragraph && ofParagraph(paragraph, index, onGrid)), ...(start && {start})})
  }
  keepLeadIn(block.childNodes, walk)
  keepByLine(block, lines.length, walk)
  keepLetter(block, walk)
}

/** Tells before which lines a page may end. */
function partsOf(block: HTMLElement, count: number, style: CSSStyleDeclaration): (before: number) => boolean {
  if (beginsLetter(block)) return () => false
  const orphans = Math.max(linesKept(style.orphans), block.tagName === 'PRE' ? codeLinesKept : dropLines(block))
  const widows = Math.max(linesKept(style.widows), block.tagName === 'PRE' ? codeLinesKept : 0)
  return before => before >= orphans && count - before >= widows
}

/** What is known of the lines of a composed paragraph. */
function ofParagraph({hyphens, endsShort}: ComposedParagraph, index: number, onGrid: boolean): Pick<Shape, 'behindHyphen' | 'penalty' | 'paragraphLines'> {
  const behindHyphen = hyphens[index - 1] === true
  const isShortRest = endsShort && hyphens.length - index === 2
  return {behindHyphen, penalty: (behindHyphen ? hyphenPenalty : 0) + (isShortRest ? shortRestPenalty : 0), paragraphLines: index === 0 && onGrid ? hyphens.length : 0}
}

/** Of what follows a lead-in the first lines stand on its page: how many, says what follows. */
function keepLeadIn(words: Iterable<Node>, walk: Walk): void {
  if (isLeadIn(lastWords(words))) walk.keepsWithBefore = true
}

/** One line below a head, of who wrote the text, keeps with it as the head does. */
function keepByLine(block: HTMLElement, lines: number, walk: Walk): void {
  if (lines === 1 && isByLine(block)) walk.keepsWithBefore = true
}

/** What stands above the text of a letter keeps with it. */
function keepLetter(block: HTMLElement, walk: Walk): void {
  if (beginsLetter(block)) walk.keepsWithBefore = true
}

/** The farewell of a letter and who signs it keep with its text. */
function keepSignature(block: HTMLElement, walk: Walk): void {
  if (endsLetter(block)) walk.keepsWithBefore = true
}

/** Whether a paragraph right below a head is all of it bold or italic, as one that says who wrote what follows: it belongs to the head. */
function isByLine({tagName, childNodes, previousElementSibling: above}: HTMLElement): boolean {
  const words = [...childNodes].filter(node => /\S/.test(node.textContent ?? ''))
  return tagName === 'P' && above !== null && /^H[1-6]$/.test(above.tagName) && words.length > 0 && words.every(node => node instanceof Element && node.matches('strong, em, b, i'))
}

/** Lines of a paragraph that stay together at a page's end or beginning. */
function linesKept(value: string): number {
  return Number(value) || 2
}

/** A line begins behind the end of the line before, where that is known. */
function startOfLine(block: HTMLElement, topPx: number, end: Node | undefined): Start {
  return end ? {kind: 'behind', node: end} : {kind: 'line', block, topPx}
}

/** A drop cap stands beside so many lines, which no page may part. */
function dropLines(block: HTMLElement): number {
  if (block.tagName !== 'P') return 0
  const [size = '', sink] = getComputedStyle(block, '::first-letter').getPropertyValue('initial-letter').split(' ')
  return Math.ceil(Number.parseFloat(sink ?? size) || 0)
}

/** Read inline content that stands between the blocks of a block. */
export function readRun(block: HTMLElement, run: readonly Node[], walk: Walk): void {
  const [first] = run
  if (!first) return
  const range = document.createRange()
  range.setStartBefore(first)
  range.setEndAfter(run.at(-1) ?? first)
  const rows = rowsOf(range, walk.originPx)
  const style = getComputedStyle(block)
  const [lineHeightPx, parts] = [px(style.lineHeight), partsOf(block, rows.length, style)]
  for (const [index, row] of rows.entries()) {
    if (index > 0 && !parts(index)) walk.keepsWithBefore = true
    const slackPx = Math.max(0, lineHeightPx - (row.bottomPx - row.topPx)) / 2
    const start: Start | undefined = index === 0 && walk.chain.length > 0 ? undefined : index === 0 ? {kind: 'before', node: first} : {kind: 'line', block, topPx: row.topPx}
    addItem(walk, {block, topPx: row.topPx - slackPx, bottomPx: row.bottomPx + slackPx, ...(start && {start})})
  }
  keepLeadIn(run, walk)
}

/** Lines of unlike heights: told apart by the boxes of what stands in them, the space between them shared. */
function linesOf(block: HTMLElement, {originPx}: Walk): Lines {
  const range = document.createRange()
  range.selectNodeContents(block)
  const rows = rowsOf(range, originPx, [...block.querySelectorAll('ruby')].map(boxOfRuby))
  return rows.map((row, index) => {
    const [before, after] = [rows[index - 1], rows[index + 1]]
    return {topPx: before ? (before.bottomPx + row.topPx) / 2 : row.topPx, bottomPx: after ? (row.bottomPx + after.topPx) / 2 : row.bottomPx}
  })
}

/** What stands above a ruby is of its line. */
function boxOfRuby(ruby: Element): DOMRect {
  const {left, right, bottom} = ruby.getBoundingClientRect()
  const top = Math.min(...[ruby, ...ruby.querySelectorAll('rt')].map(part => part.getBoundingClientRect().top))
  return new DOMRect(left, top, right - left, bottom - top)
}

function rowsOf(range: Range, originPx: number, wholes: readonly DOMRect[] = []): {topPx: number; bottomPx: number}[] {
  const boxes = [...range.getClientRects(), ...wholes].filter(box => box.height > 0 && box.width > 0).toSorted((a, b) => a.top - b.top)
  const rows: {topPx: number; bottomPx: number}[] = []
  for (const box of boxes) {
    const [topPx, bottomPx] = [box.top - originPx, box.bottom - originPx]
    const row = rows.at(-1)
    if (row && (topPx + bottomPx) / 2 < row.bottomPx) row.bottomPx = Math.max(row.bottomPx, bottomPx)
    else rows.push({topPx, bottomPx})
  }
  return rows
}

/** A text as it is read out of the page: the builder's items, and where in the page a break before each of them goes. */
import type {ComposedParagraph} from '../paragraphs/compose.ts'
import {continuedPx} from './continued.ts'
import {lastBefore} from './may-float.ts'
import type {BreakBefore, Item} from './model.ts'

/**
 * A block that begins with an item. `chain` holds it and the blocks that begin with it, the outermost first; `flush` those
 * of them whose margins collapse, because nothing stands between their upper edges.
 */
export type BlockStart = {readonly kind: 'block'; readonly outer: HTMLElement; readonly chain: readonly HTMLElement[]; readonly flush: readonly HTMLElement[]}

/** Where a page break before an item goes. */
export type Start =
  | BlockStart
  | {readonly kind: 'row'; readonly row: HTMLElement}
  /** Inside a block, behind a line's end. */
  | {readonly kind: 'behind'; readonly node: Node}
  /** Inside a block, before a node. */
  | {readonly kind: 'before'; readonly node: Node}
  /** Inside a block whose lines the browser broke: before the line at this height. */
  | {readonly kind: 'line'; readonly block: HTMLElement; readonly topPx: number}

/** An item with its place in the page as it stands before there are pages: heights from the section's top. */
export type FlowItem = Item & {
  readonly start: Start
  readonly block: HTMLElement
  readonly topPx: number
  readonly bottomPx: number
  /** The page name that it is set on: `''` for plain pages. */
  readonly page: string
  /** Whether the line before it ends in a hyphen. */
  readonly behindHyphen: boolean
  /** White space above it where it follows a forced break. */
  readonly leadPx: number
}

export type FlowOptions = {
  readonly leadingPx: number
  /** The height of the type area, from which on what should stay together is broken. */
  readonly heightPx: number
  readonly composed: ReadonlyMap<Element, ComposedParagraph>
}

/** What is being read: mutable while a section is walked, and not seen outside. */
export type Walk = {
  readonly options: FlowOptions
  readonly originPx: number
  readonly items: FlowItem[]
  /** Blocks that have begun but hold no item yet. */
  chain: HTMLElement[]
  page: string
  /** The columns of the box that is being read, and its number. */
  columns: number
  box: number
  forced: 'page' | 'recto' | 'verso' | undefined
  keepsWithBefore: boolean
  penalty: number
  readonly bands: {readonly topPx: number; readonly bottomPx: number}[]
}

export type Shape = {readonly block: HTMLElement; readonly topPx: number; readonly bottomPx: number; readonly start?: Start} & Partial<Pick<Item, 'onGrid' | 'repeatPx' | 'floats' | 'isBox' | 'toFoot' | 'isRow' | 'isHead' | 'paragraphLines' | 'penalty'>> & {readonly behindHyphen?: boolean}

/** Add an item to a walk; it takes over what was said of the break before it. */
export function addItem(walk: Walk, shape: Shape): void {
  walk.items.push(itemOf(walk, shape))
  Object.assign(walk, {chain: [], forced: undefined, keepsWithBefore: false, penalty: 0})
}

/** What an item is unless its shape says otherwise. */
const plain = {onGrid: false, repeatPx: 0, floats: false, isBox: false, toFoot: false, isRow: false, isHead: false, paragraphLines: 0, penalty: 0, behindHyphen: false}

function itemOf(walk: Walk, shape: Shape): FlowItem {
  const {block, bottomPx} = shape
  const shaped = {...plain, ...shape}
  const before = walk.items.at(-1)
  const topPx = topOf(walk, shape)
  const gapPx = before ? Math.max(0, topPx - before.bottomPx) : 0
  const breakBefore = breakBeforeNext(walk)
  return {
    ...shaped, penalty: walk.penalty + shaped.penalty, topPx, gapPx, heightPx: bottomPx - topPx, page: walk.page, columns: walk.columns, box: walk.box, breakBefore, notes: [],
    stretches: gapPx >= walk.options.leadingPx / 2 && (breakBefore === 'free' || isAnnounced(shaped, before)) && mayWiden(walk, before),
    gapWithoutFloatPx: before?.floats === true ? Math.max(marginTop(walk.chain), marginBefore(walk.items)) : gapPx,
    leadPx: walk.forced || !before ? marginTop(walk.chain) : 0,
    clears: walk.chain.some(block => getComputedStyle(block).clear !== 'none'),
    repeatPx: shape.repeatPx ?? (shape.start ? 0 : continuedPx(walk.chain[0])),
    start: shape.start ?? startOf(walk, block, topPx)
  }
}

/** Verse or code that stays with the lines before it may stand further from them; a head's text may not. */
function isAnnounced({onGrid}: Pick<Item, 'onGrid'>, before: FlowItem | undefined): boolean {
  return !onGrid && before?.onGrid === true && !before.isHead
}

/** Between paragraphs, the items of a list or the rows of a table that is set as one, white space is the same all through. */
function mayWiden(walk: Walk, before: FlowItem | undefined): boolean {
  return walk.chain.length > 0 && !isBetweenParagraphs(walk, before) && !isBetweenListItems(walk) && !isBetweenRows(walk)
}

/** A wider space between paragraphs would be read as a new part. */
function isBetweenParagraphs({chain}: Walk, before: FlowItem | undefined): boolean {
  const [first] = chain
  return chain.length === 1 && first?.tagName === 'P' && before?.block.tagName === 'P' && before.block.parentElement === first.parentElement
}

/** An item of a list, or of the contents, further from the others would look torn off; so would a term. */
function isBetweenListItems({chain: [first]}: Walk): boolean {
  return first?.previousElementSibling != null && (first.tagName === 'LI' || first.parentElement?.tagName === 'DL')
}

function isBetweenRows({chain: [first]}: Walk): boolean {
  return first?.tagName === 'TR' && first.previousElementSibling !== null
}

/** Blocks that begin with the item have their padding above it. */
function topOf({chain, originPx}: Walk, {topPx}: Shape): number {
  return Math.min(topPx, ...chain.map(block => block.getBoundingClientRect().top - originPx))
}

function breakBeforeNext({forced, keepsWithBefore, items}: Walk): BreakBefore {
  return forced ?? (keepsWithBefore && items.length > 0 ? 'never' : 'free')
}

function startOf({chain}: Walk, block: HTMLElement, topPx: number): Start {
  const [outer] = chain
  if (!outer) return {kind: 'line', block, topPx}
  const edgePx = outer.getBoundingClientRect().top
  return {kind: 'block', outer, chain, flush: chain.filter(each => Math.abs(each.getBoundingClientRect().top - edgePx) < 0.01)}
}

/** The margins of blocks that begin together collapse into the largest. */
function marginTop(chain: readonly HTMLElement[]): number {
  return Math.max(0, ...chain.map(block => px(getComputedStyle(block).marginTop)))
}

/** The margin below what stands before a figure, once it is gone, and others right before it. */
function marginBefore(items: readonly FlowItem[]): number {
  const first = items[1 + items.findLastIndex(({floats}) => !floats)]
  const before = first && lastBefore(first.block)
  return before ? marginBelow(before) : 0
}

/** The margins of blocks that end together collapse into the largest: a table's own with that of the box around it and its caption. */
function marginBelow(block: Element): number {
  const {marginBottom, paddingBottom, borderBottomWidth} = getComputedStyle(block)
  const last = px(paddingBottom) + px(borderBottomWidth) > 0 || block.tagName === 'TABLE' ? null : block.lastElementChild
  return Math.max(px(marginBottom), last ? marginBelow(last) : 0)
}

export function px(value: string): number {
  return Number.parseFloat(value) || 0
}

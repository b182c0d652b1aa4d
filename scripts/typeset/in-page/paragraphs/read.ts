/** Reads a paragraph out of the page: its runs, and the width of each of its lines. Nothing is written here. */
import type {Hyphenator} from './hyphenation.ts'
import type {MeasuredStyle, Measurer} from './measure.ts'
import type {PseudoElements} from './pseudo.ts'
import type {Run} from './runs.ts'

/** Why a paragraph stays as the browser set it. */
export type Reason = 'direction' | 'white-space' | 'script' | 'generated' | 'empty-line' | 'overfull' | 'unlike' | 'float'

/** A text node with what is needed to set a piece of it, in the first line and in others. */
export type Leaf = {readonly text: Text; readonly style: MeasuredStyle; readonly firstStyle: MeasuredStyle}

export type Reading = {
  readonly element: HTMLElement
  readonly leaves: readonly Leaf[]
  readonly runs: readonly Run[]
  /** The author's own line ends, in order. */
  readonly breaks: readonly Element[]
  readonly contentWidthPx: number
  readonly indentPx: number
  readonly lineHeightPx: number
  readonly emPx: number
  readonly spacePx: number
  readonly wordSpacingPx: number
  /** Padding and borders above and below. */
  readonly edgesPx: number
  readonly hasFirstLine: boolean
  /** How far the text stands in beside a drop cap, and over how many lines. */
  readonly dropCap?: {readonly insetPx: number; readonly lines: number}
}

export type Tools = {
  readonly measure: Measurer
  readonly pseudo: PseudoElements
  /** The hyphenator of a language tag; undefined where words stay whole. */
  readonly hyphenatorOf: (language: string) => Hyphenator | undefined
  /** The names in all that is set. */
  readonly names: ReadonlySet<string>
}

type Walk = {readonly element: Element; readonly tools: Tools; readonly leaves: Leaf[]; readonly runs: Run[]; readonly breaks: Element[]; readonly firstLine: CSSStyleDeclaration | undefined; reason: Reason | undefined}
type Around = {readonly style: CSSStyleDeclaration; readonly measured: MeasuredStyle; readonly language: string}

/** Scripts that break lines without spaces, or run from right to left. */
const otherScripts = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Read a block whose children are all inline. */
export function readParagraph(element: HTMLElement, tools: Tools): Reading | Reason {
  const style = getComputedStyle(element)
  if (style.direction !== 'ltr' || style.writingMode !== 'horizontal-tb') return 'direction'
  if (style.whiteSpace !== 'normal') return 'white-space'
  if (otherScripts.test(element.textContent)) return 'script'
  if (tools.pseudo.hasGenerated(element)) return 'generated'
  const firstLine = firstLineOf(element, style, tools.pseudo)
  const walk: Walk = {element, tools, leaves: [], runs: [], breaks: [], firstLine, reason: undefined}
  const own = tools.measure(style)
  walkChildren(element, {style, measured: own, language: languageOf(element)}, walk)
  if (walk.reason) return walk.reason
  const dropCap = readDropCap(element, style, walk, tools.pseudo)
  return {
    element, leaves: walk.leaves, runs: dropCap ? withoutFirstLetter(walk.runs, dropCap.length) : walk.runs, breaks: walk.breaks,
    contentWidthPx: contentWidth(style), indentPx: indentOf(style), emPx: own.emPx, spacePx: own.spacePx,
    lineHeightPx: Number.parseFloat(style.lineHeight) || own.emPx * 1.2, wordSpacingPx: Number.parseFloat(style.wordSpacing) || 0,
    hasFirstLine: firstLine !== undefined,
    edgesPx: px(style.paddingTop) + px(style.paddingBottom) + px(style.borderTopWidth) + px(style.borderBottomWidth), ...(dropCap && {dropCap})
  }
}

function languageOf(element: Element): string {
  return element.closest('[lang]')?.getAttribute('lang') ?? ''
}

function px(value: string): number {
  return Number.parseFloat(value) || 0
}

function contentWidth(style: CSSStyleDeclaration): number {
  const width = px(style.width)
  return style.boxSizing === 'border-box'
    ? width - px(style.paddingLeft) - px(style.paddingRight) - px(style.borderLeftWidth) - px(style.borderRightWidth)
    : width
}

function indentOf(style: CSSStyleDeclaration): number {
  return style.textIndent.endsWith('%') ? px(style.textIndent) / 100 * contentWidth(style) : px(style.textIndent)
}

/** The style of the first line, where it makes text wider or narrower than the rest. */
function firstLineOf(element: Element, style: CSSStyleDeclaration, pseudo: PseudoElements): CSSStyleDeclaration | undefined {
  if (!pseudo.hasFirstLine(element)) return undefined
  const first = getComputedStyle(element, '::first-line')
  const names = ['fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'fontVariantCaps', 'letterSpacing', 'textTransform'] as const
  return names.some(name => first[name] !== style[name]) ? first : undefined
}

function walkChildren(parent: Node, around: Around, walk: Walk): void {
  for (let child = parent.firstChild; child && !walk.reason; child = child.nextSibling) {
    if (child instanceof Text) addLeaf(child, around, walk)
    else if (child instanceof Element) walkElement(child, around, walk)
  }
}

/** Code is of no language: whoever copies it would copy a hyphen that it has not. */
const code = 'code, kbd, samp'

function addLeaf(text: Text, {style, measured, language}: Around, walk: Walk): void {
  // Inline elements have a style of their own in the first line; their usual one comes near enough.
  const firstStyle = walk.firstLine && text.parentElement === walk.element ? walk.tools.measure(walk.firstLine) : measured
  const own = text.parentElement?.closest(code) ? '' : language
  const hyphenator = style.hyphens === 'none' ? undefined : walk.tools.hyphenatorOf(own)
  walk.runs.push({kind: 'text', node: walk.leaves.length, text: text.data, style: measured, firstStyle, language: own, hyphenator})
  walk.leaves.push({text, style: measured, firstStyle})
}

function walkElement(element: Element, around: Around, walk: Walk): void {
  if (element.tagName === 'BR') addBreak(element, walk)
  if (element.tagName === 'BR' || element.tagName === 'WBR') return
  const style = getComputedStyle(element)
  if (isOutOfLine(style)) return
  if (style.display !== 'inline' || isReplaced(element)) {
    walk.runs.push({kind: 'box', width: element.getBoundingClientRect().width + px(style.marginLeft) + px(style.marginRight)})
    return
  }
  if (style.whiteSpace !== 'normal') walk.reason = 'white-space'
  if (walk.tools.pseudo.hasGenerated(element)) walk.reason = 'generated'
  addEdge(px(style.marginLeft) + px(style.borderLeftWidth) + px(style.paddingLeft), walk)
  walkChildren(element, {style, measured: walk.tools.measure(style), language: element.getAttribute('lang') ?? around.language}, walk)
  addEdge(px(style.marginRight) + px(style.borderRightWidth) + px(style.paddingRight), walk)
}

function isOutOfLine({display, position, float}: CSSStyleDeclaration): boolean {
  return display === 'none' || position === 'absolute' || position === 'fixed' || float !== 'none'
}

function isReplaced(element: Element): boolean {
  return !(element instanceof HTMLElement) || /^(?:IMG|VIDEO|CANVAS|INPUT|OBJECT|IFRAME|BUTTON|SELECT|TEXTAREA)$/.test(element.tagName)
}

function addEdge(width: number, walk: Walk): void {
  if (width !== 0) walk.runs.push({kind: 'box', width})
}

/** Two line ends in a row make an empty line, which has no fragments to be known by. */
function addBreak(element: Element, walk: Walk): void {
  const last = walk.runs.findLast(run => run.kind !== 'text' || run.text.trim() !== '')
  if (!last || last.kind === 'break') walk.reason = 'empty-line'
  walk.runs.push({kind: 'break'})
  walk.breaks.push(element)
}

type DropCap = {readonly insetPx: number; readonly lines: number; readonly length: number}

/** Measure a drop cap where it stands: the text beside it begins where the browser put it. */
function readDropCap(element: HTMLElement, style: CSSStyleDeclaration, {leaves}: Walk, pseudo: PseudoElements): DropCap | undefined {
  if (!pseudo.hasFirstLetter(element)) return undefined
  const letter = getComputedStyle(element, '::first-letter')
  const isDropped = letter.getPropertyValue('initial-letter') !== 'normal' || letter.float !== 'none'
  const [leaf] = leaves
  const length = /^\s*[\p{P}]*[^\s][\p{M}]*[\p{Pe}\p{Pf}\p{Po}]*/u.exec(leaf?.text.data ?? '')?.[0].length ?? 0
  if (!leaf || length === 0 || (!isDropped && letter.fontSize === style.fontSize)) return undefined
  const range = document.createRange()
  range.setStart(leaf.text, Math.min(length, leaf.text.length - 1))
  range.setEnd(leaf.text, Math.min(length + 1, leaf.text.length))
  const box = element.getBoundingClientRect()
  const insetPx = range.getBoundingClientRect().left - box.left - px(style.borderLeftWidth) - px(style.paddingLeft)
  if (!isDropped) return {insetPx, lines: 1, length}
  const lines = linesBeside(element, {from: range, leftPx: box.left + insetPx / 2, lineHeightPx: px(style.lineHeight)})
  return {insetPx, lines: Math.max(droppedLines(letter, style), lines), length}
}

type Beside = {readonly from: Range; readonly leftPx: number; readonly lineHeightPx: number}

/** The letter's tail may reach further down than its lines, as that of a Q does: how many lines the browser has set in. */
function linesBeside(element: Element, {from, leftPx, lineHeightPx}: Beside): number {
  const rest = document.createRange()
  rest.selectNodeContents(element)
  rest.setStart(from.startContainer, from.startOffset)
  const boxes = [...rest.getClientRects()].filter(({width}) => width > 0)
  const firstPx = Math.min(...boxes.map(middleOf))
  const [below] = boxes.filter(({left}) => left < leftPx).map(box => Math.round((middleOf(box) - firstPx) / lineHeightPx))
  return below ?? 0
}

function middleOf({top, bottom}: DOMRect): number {
  return (top + bottom) / 2
}

function droppedLines(letter: CSSStyleDeclaration, style: CSSStyleDeclaration): number {
  const [size = '', sink] = letter.getPropertyValue('initial-letter').split(' ')
  const lines = Number.parseFloat(sink ?? size)
  return Number.isFinite(lines) ? Math.ceil(lines) : Math.ceil(px(letter.height) / px(style.lineHeight))
}

/** The letter's room is in the lines' widths; word joiners stand in for it, so that offsets stay. */
function withoutFirstLetter(runs: readonly Run[], length: number): readonly Run[] {
  const first = runs.findIndex(run => run.kind === 'text')
  return runs.map((run, index) => index === first && run.kind === 'text' ? {...run, text: '\u2060'.repeat(length) + run.text.slice(length)} : run)
}

/** From the lines that the breaker chose to what is written into each text node: where to cut it, and how each line is set. */
import type {Line} from './break.ts'
import type {Breakable, Fragment} from './fragments.ts'
import {gap, growthOf, lettersOf, setsHyphen, spacesOf, widthOf} from './fragments.ts'
import type {Settings} from './settings.ts'

export type LinePlan = {
  /** Letter-spacing in em, beyond the style's own. */
  readonly tracking: number
  /** Whether the line ends by the author's will or the paragraph's, or nothing could fill it: then its spaces stay natural. */
  readonly isOpen: boolean
  /** Whether it is full with hardly a space, so that nothing in it gives way: the browser would break it before it lets a mark hang. */
  readonly isSolid: boolean
  /** What an open line lacks of its measure, in px. */
  readonly restPx: number
  /** Whether a hyphen is set at its end. */
  readonly hyphen: boolean
  /** Whether it ends in a hyphen, this one or one of the author's. */
  readonly endsInHyphen: boolean
  readonly hangStartPx: number
  readonly hangEndPx: number
}

/** Between two lines: the stretch of a text node that makes way for the line's end; of no length where nothing goes. */
export type Cut = {readonly node: number; readonly from: number; readonly to: number; readonly hyphen: boolean}

export type ParagraphPlan = {
  readonly lines: readonly LinePlan[]
  /** One for each line but the last, and none for the author's own line ends (`undefined`). */
  readonly cuts: readonly (Cut | undefined)[]
}

export type Content = {readonly fragments: readonly Fragment[]; readonly text: Breakable; readonly widths: readonly number[]}

/** What a last line may lack and still be justified. */
const nearlyFullPx = 4

/** A line whose spaces would grow by more than so many of their own widths is set ragged: before a word that cannot be broken. */
const mostGrowth = 2.5

/** Spaces of no more than so many times what hangs do not give way enough. */
const solidShare = 2.5

/** Plan a paragraph's lines. */
export function planOf(content: Content, lines: readonly Line[], settings: Settings): ParagraphPlan {
  return {lines: lines.map((line, index) => linePlanOf(content, line, index, settings)), cuts: lines.slice(0, -1).map(line => cutAt(content.fragments[line.last]))}
}

function linePlanOf(content: Content, line: Line, index: number, settings: Settings): LinePlan {
  const {fragments, text} = content
  const last = fragments[line.last]
  const {isOpen, restPx} = restOf(content, line, index, settings)
  const hyphen = setsHyphen(last?.gap)
  const hangEndPx = settings.hang && !isOpen ? hangAtEnd(last) : 0
  return {
    isSolid: !isOpen && spacesOf(text, line.first, line.last) <= hangEndPx * solidShare,
    tracking: isOpen ? 0 : trackingOf(text, line, settings), isOpen, restPx, hyphen, endsInHyphen: hyphen || last?.gap === gap.hardHyphen,
    hangStartPx: text.hangStart[line.first] ?? 0, hangEndPx
  }
}

/** What an open line lacks. What ends one does not hang. */
function restOf({fragments, text, widths}: Content, line: Line, index: number, settings: Settings): Pick<LinePlan, 'isOpen' | 'restPx'> {
  const last = fragments[line.last]
  const lackPx = widthAt(widths, index) - widthOf(text, line.first, line.last)
  // Spaces would be holes.
  const isOpen = last?.gap === gap.forced ? lackPx > nearlyFullPx : growthOf(text, line, settings) > mostGrowth
  if (isOpen) return {isOpen, restPx: Math.max(0, lackPx - (settings.hang ? hangAtEnd(last) : 0))}
  return {isOpen, restPx: last?.gap === gap.forced ? lackPx : 0}
}

function widthAt(widths: readonly number[], line: number): number {
  return widths[Math.min(line, widths.length - 1)] ?? 0
}

function hangAtEnd(last: Fragment | undefined): number {
  return last === undefined ? 0 : setsHyphen(last.gap) ? last.extent.hyphenHang : last.extent.hangEnd
}

/**
 * Letter-spacing takes more than its share of what the line must stretch or shrink, in whole steps and within its limit:
 * the eye sees an uneven word space sooner than a hundredth of an em between letters.
 */
function trackingOf(text: Breakable, {first, last, ratio}: Line, {spaceStretch, spaceShrink, spaceShare, tracking, trackingStep}: Settings): number {
  const spaces = spacesOf(text, first, last) * (ratio > 0 ? spaceStretch : spaceShrink)
  const letters = lettersOf(text, first, last) * tracking
  if (letters === 0) return 0
  const share = ratio * (spaces + letters) / (spaces * spaceShare + letters)
  return Math.round(Math.max(-1, Math.min(1, share)) * tracking / trackingStep) * trackingStep
}

function cutAt(fragment: Fragment | undefined): Cut | undefined {
  if (!fragment || fragment.gap === gap.forced) return undefined
  const {source, space} = fragment
  if (space) return {node: space.node, from: space.from, to: space.to, hyphen: false}
  return {node: source.node, from: source.to, to: source.to, hyphen: setsHyphen(fragment.gap)}
}

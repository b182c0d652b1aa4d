/** From the lines that the breaker chose to what is written into each text node: where to cut it, and how each line is set. */
import type {Line} from './break.ts'
import type {Breakable, Fragment} from './fragments.ts'
import {gap} from './fragments.ts'
import type {Settings} from './settings.ts'

export type LinePlan = {
  /** Letter-spacing in em, beyond the style's own. */
  readonly tracking: number
  /** Whether the line ends by the author's will or the paragraph's: then its spaces stay natural. */
  readonly isOpen: boolean
  /** What an open line lacks of its measure, in px. */
  readonly restPx: number
  readonly hyphen: boolean
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

export type Content = {readonly fragments: readonly Fragment[]; readonly text: Breakable; readonly widths: readonly number[]; readonly hasFirstLine: boolean}

/** What a last line may lack and still be justified. */
const nearlyFullPx = 4

/** Plan a paragraph's lines. */
export function planOf({fragments, text, widths, hasFirstLine}: Content, lines: readonly Line[], settings: Settings): ParagraphPlan {
  const plans = lines.map((line, index): LinePlan => {
    const last = fragments[line.last]
    const isForced = last?.gap === gap.forced
    const restPx = isForced ? (widths[Math.min(index, widths.length - 1)] ?? 0) - naturalWidth(text, line) : 0
    // A last line that nearly fills its measure looks better when it does.
    const isOpen = isForced && restPx > nearlyFullPx
    const tracking = isOpen || (index === 0 && hasFirstLine) ? 0 : trackingOf(text, line, settings)
    const hyphen = last?.gap === gap.hyphen
    const hangEndPx = !settings.hang || isOpen ? 0 : hyphen ? last.hyphenHang : last?.hangEnd ?? 0
    return {tracking, isOpen, restPx, hyphen, hangStartPx: text.hangStart[line.first] ?? 0, hangEndPx}
  })
  return {lines: plans, cuts: lines.slice(0, -1).map(line => cutAt(fragments[line.last]))}
}

function naturalWidth(text: Breakable, {first, last}: Line): number {
  const sums = first === 0 ? text.firstSums : text.sums
  return (sums.end[last] ?? 0) - (sums.start[first] ?? 0) - (text.hangStart[first] ?? 0)
}

/**
 * Letter-spacing takes more than its share of what the line must stretch or shrink, in whole steps and within its limit:
 * the eye sees an uneven word space sooner than a hundredth of an em between letters.
 */
function trackingOf(text: Breakable, {first, last, ratio}: Line, {spaceStretch, spaceShrink, spaceShare, tracking, trackingStep}: Settings): number {
  const sums = first === 0 ? text.firstSums : text.sums
  const spaces = ((sums.spaceEnd[last] ?? 0) - (sums.spaceStart[first] ?? 0)) * (ratio > 0 ? spaceStretch : spaceShrink)
  const letters = Math.max(0, (sums.lettersEnd[last] ?? 0) - (sums.lettersStart[first] ?? 0)) * tracking
  if (letters === 0) return 0
  const share = ratio * (spaces + letters) / (spaces * spaceShare + letters)
  return Math.round(Math.max(-1, Math.min(1, share)) * tracking / trackingStep) * trackingStep
}

function cutAt(fragment: Fragment | undefined): Cut | undefined {
  if (!fragment || fragment.gap === gap.forced) return undefined
  const {source, space} = fragment
  if (space) return {...space, hyphen: false}
  return {node: source.node, from: source.to, to: source.to, hyphen: fragment.gap === gap.hyphen}
}

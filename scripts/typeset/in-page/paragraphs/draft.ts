/** A paragraph between reading and writing: what its lines are broken from, beside floats too. */
import type {Line, Measure} from './break.ts'
import {breakLines} from './break.ts'
import type {Place} from './floats.ts'
import {bandsOf, mayNarrow, widthsBeside} from './floats.ts'
import type {Breakable, Fragment} from './fragments.ts'
import {breakable} from './fragments.ts'
import type {Reading, Tools} from './read.ts'
import {withOverlongCut} from './overlong.ts'
import {fragmentsOf} from './runs.ts'
import type {Settings} from './settings.ts'
import type {Ink} from './write.ts'

/** A paragraph with all that is needed to set it, again and again. */
export type Draft = {readonly reading: Reading; readonly fragments: readonly Fragment[]; readonly text: Breakable; readonly measure: Measure; readonly settings: Settings; readonly ink: Ink; readonly press: Press}
/** What all paragraphs of a page are set with. */
export type Press = {readonly settings: Settings; readonly ink: Ink; readonly tools: Tools; readonly floats: readonly HTMLElement[]}
export type Broken = {readonly draft: Draft; readonly lines: readonly Line[]}

/** The draft of a paragraph as it was read; none where nothing is to be set. */
export function draftOf(reading: Reading, press: Press): readonly Draft[] {
  const {ink, tools} = press
  const settings = withShrinkOf(reading, press.settings)
  const fragments = fragmentsOf(reading.runs, tools.names)
  if (fragments.length === 0) return []
  const {contentWidthPx, indentPx, emPx, dropCap} = reading
  const widths = dropCap
    ? [...Array.from({length: dropCap.lines}, () => contentWidthPx - dropCap.insetPx), contentWidthPx]
    : [contentWidthPx - indentPx, contentWidthPx]
  const leastLast = Math.min(contentWidthPx / 3, 2 * (indentPx > 0 ? indentPx : emPx))
  return [{reading, fragments, text: breakable(fragments, reading.hasFirstLine, settings.hang), measure: {widths, leastLast}, settings, ink, press}]
}

/** A space of this many em is as wide as most faces have it. */
const wideSpaceEm = 0.23

function withShrinkOf({spacePx, emPx}: Reading, settings: Settings): Settings {
  return spacePx < wideSpaceEm * emPx ? settings : {...settings, spaceShrink: settings.wideSpaceShrink}
}

/** Break a draft; undefined where it cannot be. */
export function breakDraft(draft: Draft): Broken | undefined {
  const lines = breakLines(draft.text, draft.measure, draft.settings)
  return lines && {draft, lines}
}

const asManyHyphensAsItTakes = [1000, Infinity, true] as const

/** Break a draft some word of which is wider than its line, inside that word; undefined where even that does not help. */
export function breakOverlong(draft: Draft): Broken | undefined {
  const {reading, measure, settings} = draft
  const fragments = withOverlongCut(draft.fragments, reading.runs, Math.min(...measure.widths))
  const passes = [...settings.passes, asManyHyphensAsItTakes]
  return breakDraft({...draft, fragments, text: breakable(fragments, reading.hasFirstLine, settings.hang), settings: {...settings, passes}})
}

/** Paragraphs that stand beside a float, or might once others above have fewer lines or more. */
export function nearFloats(floats: readonly HTMLElement[]): (draft: Draft) => boolean {
  if (floats.length === 0) return () => false
  const bands = bandsOf(floats)
  return ({reading: {element, lineHeightPx}}) => {
    const box = element.getBoundingClientRect()
    return bands.some((band, index) => mayNarrow(band, box, 3 * lineHeightPx) && !floats[index]?.contains(element))
  }
}

/** With the widths that floats leave where they stand now; an indent or a drop cap takes its part as before. */
export function besideFloats(draft: Draft, floats: readonly HTMLElement[]): Draft {
  const {reading, measure} = draft
  const outside = floats.filter(float => !float.contains(reading.element))
  const beside = widthsBeside(placeOf(reading), bandsOf(outside))
  const own = measure.widths
  const widths = Array.from({length: Math.max(own.length, beside.length + 1)}, (_, line) => {
    return (beside[line] ?? reading.contentWidthPx) + (own[Math.min(line, own.length - 1)] ?? 0) - reading.contentWidthPx
  })
  return {...draft, measure: {...measure, widths}}
}

function placeOf({element, contentWidthPx, lineHeightPx}: Reading): Place {
  const style = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const edge = (...values: readonly string[]) => values.reduce((sum, value) => sum + (Number.parseFloat(value) || 0), 0)
  return {topPx: box.top + edge(style.paddingTop, style.borderTopWidth), leftPx: box.left + edge(style.paddingLeft, style.borderLeftWidth), widthPx: contentWidthPx, lineHeightPx}
}

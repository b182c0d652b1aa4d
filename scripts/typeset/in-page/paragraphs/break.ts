/**
 * Optimum-fit line breaking over a whole paragraph. Knuth and Plass, "Breaking Paragraphs into Lines" (Software: Practice
 * and Experience 11, 1981), with letter-spacing in the stretch and shrink of each line, hung punctuation, lines of unlike
 * widths, and hyphens that may not follow each other. npm tex-linebreak has none of these four.
 */
import type {Breakable} from './fragments.ts'
import {gap, growthOf, lettersOf, setsHyphen, spacesOf, widthOf} from './fragments.ts'
import type {Settings} from './settings.ts'

/** The widths of the lines in px: the last one holds for all that follow. */
export type Measure = {
  readonly widths: readonly number[]
  /** The last line's least width. */
  readonly leastLast: number
  /** Lines (from 0) that may not end in a hyphen. */
  readonly noHyphenAt?: ReadonlySet<number>
  /** So many lines and no others, if they can be good ones: no line of such a paragraph is loose. */
  readonly count?: number
}

/** One line: its first and last fragment, and its ratio: 0 is natural, -1 as tight and 1 as loose as the limits go. */
export type Line = {readonly first: number; readonly last: number; readonly ratio: number}

type Node = {
  /** The fragment that the next line begins with. */
  readonly next: number
  readonly line: number
  readonly fitness: number
  /** How many lines in a row end in a hyphen, this one the last of them. */
  readonly ladder: number
  readonly demerits: number
  readonly ratio: number
  readonly before: Node | undefined
}

type Pass = {readonly tolerance: number; readonly ladder: number; /** Whether names may be broken. */ readonly names: boolean}

/**
 * Break a paragraph; undefined where a fragment is wider than its line. A last line that is too short is worth looser
 * lines, but not very loose ones.
 */
export function breakLines(text: Breakable, measure: Measure, settings: Settings): readonly Line[] | undefined {
  if (measure.count !== undefined) return breakInto(text, measure, settings)
  let short: Node | undefined
  for (const [tolerance, ladder, names] of settings.passes) {
    if (short && tolerance > 2) break
    const end = search(text, measure, settings, {tolerance, ladder, names})
    if (end && end.demerits < settings.shortLastCost) return linesTo(end)
    short ??= end
  }
  return short && linesTo(short)
}

/** A paragraph that is to have a number of lines that is not its best. */
function breakInto(text: Breakable, measure: Measure, settings: Settings): readonly Line[] | undefined {
  const end = search(text, measure, settings, {tolerance: settings.loosenedTolerance, ladder: 1, names: false})
  return end && end.demerits < settings.shortLastCost ? linesTo(end) : undefined
}

function linesTo(end: Node): readonly Line[] {
  const lines: Line[] = []
  for (let node = end; node.before; node = node.before) {
    lines.push({first: node.before.next, last: node.next - 1, ratio: node.ratio})
  }
  return lines.toReversed()
}

function search(text: Breakable, measure: Measure, settings: Settings, pass: Pass): Node | undefined {
  const distinct = distinctUpTo(measure)
  let active: Node[] = [{next: 0, line: 0, fitness: 1, ladder: 0, demerits: 0, ratio: 0, before: undefined}]
  for (let at = 0; at < text.count; at++) {
    const kind = text.gaps[at] ?? gap.none
    if (kind < gap.space || (kind === gap.nameHyphen && !pass.names)) continue
    const found: Node[] = []
    const kept = active.filter(node => {
      const ratio = ratioOf(text, measure, settings, node, at)
      const next = ratio >= -1 && ratio <= pass.tolerance && !isHoled(text, settings, {first: node.next, last: at, ratio}, pass) ? follow(text, measure, settings, {node, at, ratio, pass}) : undefined
      if (next) keepBest(found, next, distinct)
      // A little too long may fit again where a mark hangs; much too long never will.
      return ratio >= -2
    })
    active = kind === gap.forced ? found : [...kept, ...found]
    if (active.length === 0) return undefined
  }
  const ends = measure.count === undefined ? active : active.filter(({line}) => line === measure.count)
  return ends.reduce<Node | undefined>((best, node) => best && best.demerits <= node.demerits ? best : node, undefined)
}

/** Whether a line's few spaces would be holes, though its ratio is borne: letters take much of it. */
function isHoled(text: Breakable, settings: Settings, line: Line, {tolerance}: Pass): boolean {
  return line.ratio > 1 && tolerance < settings.holedTolerance && growthOf(text, line, settings) > settings.mostGrowth
}

/** How much a line must stretch or shrink, in its own limits; under -1 it does not fit. */
function ratioOf(text: Breakable, measure: Measure, settings: Settings, {next, line}: Node, at: number): number {
  const rest = lineWidth(measure, line) - widthOf(text, next, at)
  if (rest >= 0 && text.gaps[at] === gap.forced) return 0
  const spaces = spacesOf(text, next, at) * (rest >= 0 ? settings.spaceStretch : settings.spaceShrink)
  return rest / (spaces + lettersOf(text, next, at) * settings.tracking + 1e-6)
}

function lineWidth({widths}: Measure, line: number): number {
  return widths[Math.min(line, widths.length - 1)] ?? 0
}

type Step = {readonly node: Node; readonly at: number; readonly ratio: number; readonly pass: Pass}

/** The line from a node to a break, with what it costs; undefined where it must not end there. */
function follow(text: Breakable, measure: Measure, settings: Settings, {node, at, ratio, pass}: Step): Node | undefined {
  const kind = text.gaps[at] ?? gap.none
  const ladder = setsHyphen(kind) || kind === gap.hardHyphen ? Math.min(node.ladder + 1, highest(pass)) : 0
  if (ladder > pass.ladder || (ladder > 0 && measure.noHyphenAt?.has(node.line)) || isCalledOut(text, node.line, kind, pass.tolerance < settings.holedTolerance)) return undefined
  const fitness = fitnessOf(ratio)
  const demerits = node.demerits + lineDemerits(text, {first: node.next, last: at, ratio}, settings)
    + (ladder > 1 ? settings.ladderCost : 0)
    + (Math.abs(fitness - node.fitness) > 1 ? settings.fitnessCost : 0)
    + (at === text.count - 1 ? endDemerits(text, measure, settings, node) : 0)
  return {next: at + 1, line: node.line + 1, fitness, ladder, demerits, ratio, before: node}
}

/** Where any number of hyphens may follow each other, two are like more: ways through a word of a thousand letters must not all differ. */
function highest({ladder}: Pass): number {
  return Number.isFinite(ladder) ? ladder + 1 : 2
}

/** A hyphen in a first line with a style of its own, such as small capitals: a word is broken there only where the line would have holes. */
function isCalledOut({sums, firstSums}: Breakable, line: number, kind: number, isEven: boolean): boolean {
  return isEven && line === 0 && firstSums !== sums && setsHyphen(kind)
}

/** Whether a line's spaces are so wide that the eye takes the line for a loose one. */
function isLoose(text: Breakable, line: Line, settings: Settings): boolean {
  return line.ratio > 1 && growthOf(text, line, settings) > settings.looseGrowth
}

/** Tight, decent, loose, very loose. */
function fitnessOf(ratio: number): number {
  return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
}

function lineDemerits(text: Breakable, line: Line, settings: Settings): number {
  const badness = 1 + 100 * Math.abs(line.ratio) ** 3
  const penalty = penaltyOf(text.gaps[line.last] ?? gap.none, settings)
  return badness * badness + penalty * penalty + (isLoose(text, line, settings) ? settings.looseCost : 0)
}

function penaltyOf(kind: number, {hyphenCost, stubCost, nameCost, dashCost, jointCost}: Settings): number {
  if (kind === gap.hyphen || kind === gap.address) return hyphenCost
  if (kind === gap.dash || kind === gap.hardHyphen) return dashCost
  if (kind === gap.stubHyphen) return stubCost
  return kind === gap.nameHyphen ? nameCost : kind === gap.joint ? jointCost : 0
}

/** What the end of the paragraph costs: a short last line, a hyphen just before it. */
function endDemerits(text: Breakable, {leastLast}: Measure, settings: Settings, node: Node): number {
  const isShort = node.before !== undefined && widthOf(text, node.next, text.count - 1) < leastLast
  return (isShort ? settings.shortLastCost : 0) + (node.ladder > 0 ? settings.lateHyphenCost : 0)
}

/** Lines up to this number differ in what they may hold, so that nodes of unlike line numbers cannot stand for each other. */
function distinctUpTo({widths, noHyphenAt, count}: Measure): number {
  return Math.max(widths.length, (count ?? -1) + 1, ...[...noHyphenAt ?? []].map(line => line + 2))
}

/** Of the nodes at one break, keep the best of each fitness (and line number, while that matters). */
function keepBest(found: Node[], next: Node, distinct: number): void {
  const same = found.findIndex(other => other.fitness === next.fitness && other.ladder === next.ladder
    && (other.line === next.line || (other.line >= distinct && next.line >= distinct)))
  const other = found[same]
  if (other === undefined) found.push(next)
  else if (next.demerits < other.demerits) found[same] = next
}

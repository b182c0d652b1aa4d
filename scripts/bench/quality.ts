/** How evenly a PDF's justified text is spaced, measured from its word boxes alone: any producer's file will do. */
import type {Word} from './word-boxes.ts'
import {wordBoxes} from './word-boxes.ts'

/** Shares and gaps are rounded; gaps count in the height of a line's box. */
export type Quality = {
  /** Full justified lines: four words or more, the last of them at the text's right edge. */
  readonly lines: number
  readonly medianGap: number
  /** Standard deviation of the lines' mean gaps, divided by their mean. */
  readonly cv: number
  /** The 95th percentile of the gaps, divided by the median. */
  readonly p95: number
  /** The shares of lines over 1.5 and under 0.7 times the median. */
  readonly loose: number
  readonly tight: number
  /** The share of lines that end in a hyphen, and the longest run of them. */
  readonly hyphens: number
  readonly ladder: number
}

type TextLine = {readonly middle: number; readonly words: Word[]}
type Tally = {readonly gaps: number[]; hyphens: number; run: number; ladder: number}

/** Measure a PDF; undefined where it has fewer than ten justified lines. */
export async function measureQuality(pdf: Uint8Array): Promise<Quality | undefined> {
  return qualityOf(await wordBoxes(pdf))
}

/** Measure the words of each page, in reading order; undefined where they make fewer than ten justified lines. */
export function qualityOf(pages: readonly (readonly Word[])[]): Quality | undefined {
  const tally: Tally = {gaps: [], hyphens: 0, run: 0, ladder: 0}
  for (const words of pages) addPage(tally, linesOf(words))
  return tally.gaps.length < 10 ? undefined : figures(tally)
}

function linesOf(words: readonly Word[]): readonly TextLine[] {
  const lines: TextLine[] = []
  for (const word of words) {
    const middle = (word.top + word.bottom) / 2
    const line = lines.at(-1)
    if (line && Math.abs(line.middle - middle) < 2 && word.left > (line.words.at(-1)?.right ?? 0) - 1) line.words.push(word)
    else lines.push({middle, words: [word]})
  }
  return lines
}

/** Gaps of lines of fewer words say little. */
const fewestWords = 4

function addPage(tally: Tally, all: readonly TextLine[]): void {
  const lines = all.filter(({words}) => words.length >= fewestWords)
  if (lines.length < 6) return
  const body = mostCommon(lines.map(line => Math.round(heightOf(line) * 10) / 10))
  const text = all.filter(line => Math.abs(heightOf(line) - body) < 0.3)
  const right = mostCommon(text.filter(({words}) => words.length >= fewestWords).map(line => Math.round((line.words.at(-1)?.right ?? 0) * 2) / 2))
  for (const {words} of text) {
    // Hung punctuation may stand a little outside the edge.
    const outside = (words.at(-1)?.right ?? 0) - right
    if (outside < -1.5 || outside > 6) tally.run = 0
    else addLine(tally, words, body)
  }
}

function heightOf({words: [first]}: TextLine): number {
  return first ? first.bottom - first.top : 0
}

function addLine(tally: Tally, words: readonly Word[], body: number): void {
  const isHyphenated = /[-\u2010\u00ad]$/.test(words.at(-1)?.text ?? '')
  tally.run = isHyphenated ? tally.run + 1 : 0
  tally.ladder = Math.max(tally.ladder, tally.run)
  // A line of a few words still parts two hyphens, or joins them.
  if (words.length < fewestWords) return
  const gaps = words.slice(1).map((word, index) => word.left - (words[index]?.right ?? 0))
  tally.gaps.push(mean(gaps) / body)
  tally.hyphens += isHyphenated ? 1 : 0
}

function figures({gaps, hyphens, ladder}: Tally): Quality {
  const sorted = gaps.toSorted((a, b) => a - b)
  const count = gaps.length
  const half = Math.floor(count / 2)
  const median = count % 2 === 1 ? sorted[half] ?? 0 : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
  const average = mean(gaps)
  const deviation = Math.sqrt(mean(gaps.map(value => (value - average) ** 2)))
  const share = (test: (value: number) => boolean) => round(gaps.filter(test).length / count, 4)
  return {
    lines: count, medianGap: round(median, 3), cv: round(deviation / average, 3), p95: round((sorted[Math.floor(count * 0.95)] ?? 0) / median, 2),
    loose: share(value => value > 1.5 * median), tight: share(value => value < 0.7 * median), hyphens: round(hyphens / count, 3), ladder
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}

/** The value that stands most often; of equals the first. */
function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best = values[0] ?? 0
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value
  return best
}

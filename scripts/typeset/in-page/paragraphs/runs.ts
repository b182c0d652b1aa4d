/** From a paragraph's content, flattened into runs, to the fragments that the breaker works on. */
import type {Extent, Fragment} from './fragments.ts'
import {gap, setsHyphen} from './fragments.ts'
import type {Hyphenator} from './hyphenation.ts'
import {isNamed} from './names.ts'
import type {Piece, TextStyle} from './words.ts'
import {piecesOf} from './words.ts'

/** Text of one style, an atomic box (an image, the border and padding of an inline element), or a line end of the author's. */
export type Run =
  | {readonly kind: 'text'; readonly node: number; readonly text: string; readonly style: TextStyle; readonly firstStyle: TextStyle; readonly language: string; readonly hyphenator?: Hyphenator | undefined}
  | {readonly kind: 'box'; readonly width: number}
  | {readonly kind: 'break'}

type TextRun = Extract<Run, {kind: 'text'}>
type Draft = {-readonly [key in keyof Fragment]: Fragment[key]}

const sentenceEnd = /[.!?…:]["'”’»›)\]]*$/
const opening = /^[\p{Ps}\p{Pi}"'–—]+/u

const none: ReadonlySet<string> = new Set()

/** Fragments of the whole paragraph; the last one ends it. Empty where nothing is to be set. `names` stay names at the beginning of a sentence. */
export function fragmentsOf(runs: readonly Run[], names = none): readonly Fragment[] {
  const drafts: Draft[] = []
  let isSentenceStart = true
  for (const run of runs) {
    if (run.kind === 'box') addBox(drafts, run.width)
    else if (run.kind === 'break') addBreak(drafts)
    else isSentenceStart = addText(drafts, run, {isSentenceStart, names})
  }
  endLine(drafts, drafts.length - 1)
  return drafts
}

/** A box joins what stands beside it: only white space lets a line end there. */
function addBox(drafts: Draft[], width: number): void {
  const extent: Extent = {width, letters: 0, hangStart: 0, hangEnd: 0, gapWidth: 0, gapEm: 0, hyphenHang: 0}
  drafts.push({source: {node: -1, from: 0, to: 0}, extent, firstExtent: extent, gap: gap.none})
}

function addBreak(drafts: Draft[]): void {
  if (drafts.length === 0) return
  endLine(drafts, drafts.length - 1)
}

/** A word of more letters may be wider than its line. */
const longestWhole = 24

/** The fragment ends a line that is not justified; the word before the end stays whole, if it is none of those that must be broken. */
function endLine(drafts: readonly Draft[], index: number): void {
  const last = drafts[index]
  if (!last) return
  last.gap = gap.forced
  const from = 1 + drafts.findLastIndex((draft, at) => at < index && (draft.gap === gap.space || draft.gap === gap.forced))
  const word = drafts.slice(from, index + 1)
  if (word.reduce((sum, {source}) => sum + source.to - source.from, 0) > longestWhole) return
  for (const draft of word) if (setsHyphen(draft.gap)) draft.gap = gap.none
}

type Before = {readonly isSentenceStart: boolean; readonly names: ReadonlySet<string>}

function addText(drafts: Draft[], run: TextRun, {isSentenceStart: startsSentence, names}: Before): boolean {
  const {text} = run
  let isSentenceStart = startsSentence
  for (let from = 0, to = 0; from < text.length; from = to) {
    const isSpace = breaksLine(text.charCodeAt(from))
    for (to = from + 1; to < text.length && breaksLine(text.charCodeAt(to)) === isSpace;) to++
    if (isSpace) addSpace(drafts, run, from, to)
    else {
      const word = text.slice(from, to)
      addWord(drafts, run, from, {text: word, mayStart: (isSentenceStart || opening.test(word)) && !isNamed(word, names)})
      isSentenceStart = sentenceEnd.test(word) || (isSentenceStart && !/\p{L}/u.test(word))
    }
  }
  return isSentenceStart
}

/** Tell white space that collapses and breaks: space, tab, line feed, form feed, carriage return. */
function breaksLine(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 12 || code === 13
}

/** White space collapses, over the borders of elements too. */
function addSpace(drafts: readonly Draft[], {node, style, firstStyle}: TextRun, from: number, to: number): void {
  const last = drafts.at(-1)
  if (last?.gap !== gap.none) return
  last.gap = gap.space
  last.space = {node, from, to, style, firstStyle}
}

function addWord(drafts: Draft[], run: TextRun, at: number, {text, mayStart}: {readonly text: string; readonly mayStart: boolean}): void {
  const continues = drafts.at(-1)?.gap === gap.none
  const context = {language: run.language, hyphenator: run.hyphenator, atSentenceStart: mayStart, mayHyphenate: !continues || text.includes('\u00ad')}
  const pieces = piecesOf(text, run.style, context)
  const firstPieces = run.firstStyle === run.style ? pieces : piecesOf(text, run.firstStyle, context)
  pieces.forEach((piece, index) => drafts.push(draftOf(piece, firstPieces[index] ?? piece, run.node, at)))
}

function draftOf({from, to, gap: kind, extent}: Piece, first: Piece, node: number, at: number): Draft {
  return {source: {node, from: at + from, to: at + to}, extent, firstExtent: first.extent, gap: kind}
}

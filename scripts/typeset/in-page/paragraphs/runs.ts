/** From a paragraph's content, flattened into runs, to the fragments that the breaker works on. */
import type {Fragment, Gap, Source} from './fragments.ts'
import {gap} from './fragments.ts'
import type {Hyphenator} from './hyphenation.ts'
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

/** Fragments of the whole paragraph; the last one ends it. Empty where nothing is to be set. */
export function fragmentsOf(runs: readonly Run[]): readonly Fragment[] {
  const drafts: Draft[] = []
  let isSentenceStart = true
  for (const run of runs) {
    if (run.kind === 'box') addBox(drafts, run.width)
    else if (run.kind === 'break') addBreak(drafts)
    else isSentenceStart = addText(drafts, run, isSentenceStart)
  }
  endLine(drafts, drafts.length - 1)
  return drafts
}

/** A box joins what stands beside it: only white space lets a line end there. */
function addBox(drafts: Draft[], width: number): void {
  drafts.push({source: {node: -1, from: 0, to: 0}, width, firstWidth: width, letters: 0, hangStart: 0, hangEnd: 0, gap: gap.none, gapWidth: 0, firstGapWidth: 0, gapEm: 0, hyphenHang: 0})
}

function addBreak(drafts: Draft[]): void {
  if (drafts.length === 0) return
  endLine(drafts, drafts.length - 1)
}

/** The fragment ends a line that is not justified; the word before the end stays whole. */
function endLine(drafts: readonly Draft[], index: number): void {
  const last = drafts[index]
  if (!last) return
  last.gap = gap.forced
  last.gapWidth = last.firstGapWidth = last.gapEm = 0
  for (let at = index - 1; at >= 0; at--) {
    const draft = drafts[at]
    if (!draft || draft.gap === gap.space || draft.gap === gap.forced) return
    if (draft.gap === gap.hyphen) draft.gap = gap.none
  }
}

function addText(drafts: Draft[], run: TextRun, startsSentence: boolean): boolean {
  let isSentenceStart = startsSentence
  for (const match of run.text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
    const [token] = match
    if (/^[ \t\n\r\f]/.test(token)) addSpace(drafts, run, {node: run.node, from: match.index, to: match.index + token.length})
    else {
      const mayStart = isSentenceStart || opening.test(token)
      addWord(drafts, run, match.index, token, mayStart)
      isSentenceStart = sentenceEnd.test(token) || (isSentenceStart && !/\p{L}/u.test(token))
    }
  }
  return isSentenceStart
}

/** White space collapses, over the borders of elements too. */
function addSpace(drafts: readonly Draft[], run: TextRun, space: Source): void {
  const last = drafts.at(-1)
  if (last?.gap !== gap.none) return
  last.gap = gap.space
  last.gapWidth = run.style.spacePx
  last.firstGapWidth = run.firstStyle.spacePx
  last.gapEm = run.style.emPx
  last.space = space
}

function addWord(drafts: Draft[], run: TextRun, at: number, word: string, atSentenceStart: boolean): void {
  const last = drafts.at(-1)
  const continues = last?.gap === gap.none
  const context = {language: run.language, hyphenator: run.hyphenator, atSentenceStart, mayHyphenate: !continues || word.includes('\u00ad')}
  const pieces = piecesOf(word, run.style, context)
  const firstPieces = run.firstStyle === run.style ? pieces : piecesOf(word, run.firstStyle, context)
  pieces.forEach((piece, index) => drafts.push(draftOf(piece, firstPieces[index] ?? piece, run.node, at)))
}

function draftOf(piece: Piece, first: Piece, node: number, at: number): Draft {
  const kind: Gap = piece.gap
  return {
    source: {node, from: at + piece.from, to: at + piece.to},
    width: piece.width, firstWidth: first.width, letters: piece.letters, hangStart: piece.hangStart, hangEnd: piece.hangEnd,
    gap: kind, gapWidth: piece.gapWidth, firstGapWidth: first.gapWidth, gapEm: piece.gapEm, hyphenHang: piece.hyphenHang
  }
}

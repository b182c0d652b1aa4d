/**
 * Words that are wider than their line: they get places to break that no other word has, so that only they give way and the
 * rest of their paragraph is set as always. First those of their syllables, then their joints, then any letter.
 */
import type {Fragment} from './fragments.ts'
import {gap} from './fragments.ts'
import type {Hyphenator} from './hyphenation.ts'
import type {Run} from './runs.ts'
import type {Cut, Piece} from './words.ts'
import {cutInto, isAddress} from './words.ts'

type TextRun = Extract<Run, {kind: 'text'}>

/** Give places to break to all that is wider than a line of this width; the same fragments where nothing is. */
export function withOverlongCut(fragments: readonly Fragment[], runs: readonly Run[], widthPx: number): readonly Fragment[] {
  const texts = new Map(runs.flatMap(run => run.kind === 'text' ? [[run.node, run] as const] : []))
  return wholes(fragments).flatMap(whole => whole.reduce((sum, {extent}) => sum + extent.width + extent.gapWidth, 0) <= widthPx
    ? whole
    : whole.flatMap((fragment, index) => cutFragment(fragment, {run: texts.get(fragment.source.node), after: whole[index + 1], texts, widthPx})))
}

/** Fragments that no line end may part. */
function wholes(fragments: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const found: Fragment[][] = [[]]
  for (const fragment of fragments) {
    found.at(-1)?.push(fragment)
    if (fragment.gap >= gap.space) found.push([])
  }
  return found.filter(({length}) => length > 0)
}

/** What is longer is no word: it stays with the browser, since to measure each of its parts takes the square of its length. */
const mostCharacters = 4000

type Around = {readonly run: TextRun | undefined; readonly after: Fragment | undefined; readonly texts: ReadonlyMap<number, TextRun>; readonly widthPx: number}

function cutFragment(fragment: Fragment, {run, after, texts, widthPx}: Around): readonly Fragment[] {
  const {source: {node, from, to}, space} = fragment
  if (!run || to - from > mostCharacters) return [fragment]
  const text = run.text.slice(from, to)
  const pieces = cutInto(text, cutsOf(text, wordAround(run.text, from, to), {run, widthPx}), run.style)
  const firstPieces = run.firstStyle === run.style ? pieces : cutInto(text, pieces.slice(0, -1).map(({to: at, gap: kind}) => ({at, resume: at, gap: kind})), run.firstStyle)
  const behind = after && isJoint(text, texts.get(after.source.node)?.text.slice(after.source.from, after.source.to)) ? gap.joint : gap.none
  return pieces.map((piece, index) => {
    const isLast = index === pieces.length - 1
    const made = {source: {node, from: from + piece.from, to: from + piece.to}, extent: piece.extent, firstExtent: firstPieces[index]?.extent ?? piece.extent}
    if (!isLast) return {...made, gap: piece.gap}
    const kind = fragment.gap === gap.none ? behind : fragment.gap
    return {...made, extent: endOf(made.extent, fragment.extent), firstExtent: endOf(made.firstExtent, fragment.firstExtent), gap: kind, ...(space && {space})}
  })
}

/** What stands behind the word stays what it was. */
function endOf(extent: Piece['extent'], {gapWidth, gapEm}: Piece['extent']): Piece['extent'] {
  return {...extent, gapWidth, gapEm}
}

/** Two parts of a word in unlike styles may be parted where letters meet, but not a figure from what it is raised at. */
function isJoint(before: string, after = ''): boolean {
  return /\p{L}$/u.test(before) && /^\p{L}/u.test(after)
}

function wordAround(text: string, from: number, to: number): string {
  return (/\S*$/.exec(text.slice(0, from))?.[0] ?? '') + text.slice(from, to) + (/^\S*/.exec(text.slice(to))?.[0] ?? '')
}

type Room = {readonly run: TextRun; readonly widthPx: number}

/** Ever finer ways to cut, as far as what is left between two cuts is too wide. */
function cutsOf(text: string, word: string, {run, widthPx}: Room): readonly Cut[] {
  // What has no syllables, as code, is parted without a hyphen.
  const hyphenPx = run.hyphenator ? run.style.hyphenPx : 0
  const fits = (part: string) => run.style.measure(part) + hyphenPx <= widthPx
  let cuts: readonly Cut[] = syllablesOf(text, word, run.hyphenator).map(at => ({at, resume: at, gap: gap.hyphen}))
  for (const finer of [joints, letters]) {
    const ends = [0, ...cuts.map(({at}) => at), text.length]
    cuts = ends.slice(1).flatMap((end, index) => {
      const from = ends[index] ?? 0
      const part = text.slice(from, end)
      const inside = fits(part) ? [] : finer(part).map(at => ({at: from + at, resume: from + at, gap: gap.joint}))
      const own = cuts[index]
      return own ? [...inside, own] : inside
    })
  }
  return cuts
}

/** Where a text that is (part of) a word may be hyphenated. In a word of letters, compounds and capitals too; what has other signs would be read with the hyphen as one of them. */
export function syllablesOf(text: string, word: string, hyphenator: Hyphenator | undefined): readonly number[] {
  if (!hyphenator || isAddress(word) || /[\p{N}@/\\_&=<>#]|\p{L}[.:]\p{L}|\p{Ll}\p{Lu}/u.test(word)) return []
  return [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({0: part, index}) => hyphenator(part, true, true).map(at => index + at))
}

/** Offsets behind signs between letters, before those that show in the next line that it goes on, and before a capital in a name of code. */
function joints(text: string): readonly number[] {
  return [...text.matchAll(/(?<=[-/\\:,;)\]}|+*])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?=[._?&=~%#([{])|(?<=\p{Ll})(?=\p{Lu})/gu)].map(({index}) => index)
}

/** A word of more signs is none: it stays with the browser. */
const mostLetters = 1000

function letters(text: string): readonly number[] {
  if (text.length > mostLetters) return []
  return [...new Intl.Segmenter('en').segment(text)].map(({index}) => index).slice(1)
}

/** A word in one style: its pieces between the places where it may be broken, measured. */
import type {Extent, Gap} from './fragments.ts'
import {gap, setsHyphen} from './fragments.ts'
import {hangAtEnd, hangAtStart} from './hanging.ts'
import type {Hyphenator} from './hyphenation.ts'

/** How text looks, as far as its width goes. `measure` gives px, letter-spacing of the style included. */
export type TextStyle = {
  readonly emPx: number
  readonly spacePx: number
  readonly hyphenPx: number
  readonly measure: (text: string) => number
  /** Words measured in this style, by language; kept here because a style outlives its paragraphs. */
  readonly known: Map<string, KnownWords>
}

/** Words as they were cut: kept whole, inside a sentence, or where a sentence may start. */
export type KnownWords = {readonly whole: Words; readonly inside: Words; readonly atStart: Words}
type Words = Map<string, readonly Piece[]>

/** Offsets count from the word's start. */
export type Piece = {readonly from: number; readonly to: number; readonly gap: Gap; readonly extent: Extent}

export type WordContext = {readonly hyphenator?: Hyphenator | undefined; readonly language: string; readonly atSentenceStart: boolean; readonly mayHyphenate: boolean}

const softHyphen = '\u00ad'

/** A place to break at an offset; the word goes on at another where a sign between them is not shown. */
export type Cut = {readonly at: number; readonly resume: number; readonly gap: Gap}

/** Cut and measure a word (a run without white space that breaks). */
export function piecesOf(word: string, style: TextStyle, context: WordContext): readonly Piece[] {
  const words = wordsFor(style, context)
  const known = words.get(word)
  if (known) return known
  const pieces = cutInto(word, cutsOf(word, context), style)
  words.set(word, pieces)
  return pieces
}

function wordsFor({known}: TextStyle, {language, mayHyphenate, atSentenceStart}: WordContext): Words {
  const words: KnownWords = known.get(language) ?? {whole: new Map(), inside: new Map(), atStart: new Map()}
  known.set(language, words)
  return mayHyphenate ? atSentenceStart ? words.atStart : words.inside : words.whole
}

/** Where the word may break or stretch, in order. */
function cutsOf(word: string, {hyphenator, atSentenceStart, mayHyphenate}: WordContext): readonly Cut[] {
  const cuts = [...plainCuts(word), ...addressCuts(word)].toSorted((a, b) => a.at - b.at)
  if (!mayHyphenate) return cuts
  const hyphens = word.includes(softHyphen)
    ? authorsCuts(word)
    : hyphenator ? cutsBy(hyphenator, word, atSentenceStart) : []
  return [...cuts, ...hyphens].toSorted((a, b) => a.at - b.at)
}

/** A word that is not cut for its capital, and would be at the beginning of a sentence, is a name. */
function cutsBy(hyphenator: Hyphenator, word: string, atSentenceStart: boolean): readonly Cut[] {
  const cuts = hyphenator(word, atSentenceStart)
  if (cuts.length > 0 || atSentenceStart) return cuts.map(at => ({at, resume: at, gap: isStub(word, at) ? gap.stubHyphen : gap.hyphen}))
  return hyphenator(word, true).filter(at => !isStub(word, at)).map(at => ({at, resume: at, gap: gap.nameHyphen}))
}

/** Whether a hyphen there would stand behind two letters of the word. */
function isStub(word: string, at: number): boolean {
  return /(?<![\p{L}\p{M}])\p{L}[\p{L}\p{M}]?$/u.test(word.slice(0, at))
}

/** No-break spaces, and the places behind dashes where a line may end. */
function plainCuts(word: string): readonly Cut[] {
  const cuts: Cut[] = []
  for (let at = 1; at <= word.length; at++) {
    const before = word[at - 1] ?? ''
    const after = word[at] ?? ''
    if (before === '\u00a0') cuts.push({at: at - 1, resume: at, gap: gap.fixedSpace})
    else if (after === '') break
    else if (before === '\u200b') cuts.push({at, resume: at, gap: gap.dash})
    else if (isHyphen(before) ? breaksAtHyphen(word, at) : breaksAfter(before, after, word[at - 2] ?? '') && !isShortRange(word, at)) cuts.push({at, resume: at, gap: isHyphen(before) ? gap.hardHyphen : gap.dash})
  }
  return cuts
}

const address = /^[(<[]?(?:[^\s@]+@[^\s@]+\.\p{L}{2}|https?:\/\/|www\.|[\w-]+(?:\.[\w-]+)+\/)/u

/** Tell whether a word is an address of mail or of the web. */
export function isAddress(word: string): boolean {
  return address.test(word)
}

/** Behind the sign between a name and its house, and before signs that show in the next line that it goes on: Chicago Manual of Style 7.46. */
function addressCuts(word: string): readonly Cut[] {
  if (!isAddress(word)) return []
  return [...word.matchAll(/(?<=@)(?=.)|(?<=\w)(?=[._?&=~]\w)/g)].map(({index}) => ({at: index, resume: index, gap: gap.address}))
}

/** A line may end behind a hyphen that two letters or more stand on both sides of: not in `7-B` or `x-ray`, but in `va-t-il`. */
function breaksAtHyphen(word: string, at: number): boolean {
  return /[\p{L}\p{N}]{2}[-\u2010]{1,2}$/u.test(word.slice(Math.max(0, at - 4), at)) && /^\p{L}[\p{L}-]/u.test(word.slice(at, at + 4))
}

/** A line may end behind a dash or a slash that something follows, but not in `14/2`. */
function breaksAfter(dash: string, after: string, before: string): boolean {
  if (before === '' || after === softHyphen) return false
  if (dash === '/' && /\d/.test(before) && /\d/.test(after)) return false
  return /[–—/]/.test(dash) && !/[–—/\p{Pe}\p{Pf}.,;:!?'"”’]/u.test(after)
}

const [free, figure, whole] = [String.raw`(?<![\p{L}\p{N}]|\d[.,:])`, String.raw`(?:\d{1,2}[.:]\d\d|\d{1,3})`, String.raw`(?!\d|[.,:]\d)`] as const

/** `17–19`, `14.00–14.15`, as part of a pattern. */
export const shortRange = `${free}${figure}–${figure}${whole}`

const shortStart = new RegExp(String.raw`${free}(?:${figure}|\p{L}{1,3}\.?)–$`, 'u')
const shortEnd = new RegExp(String.raw`^(?:${figure}${whole}|\p{L}{1,3}(?!\p{L}))`, 'u')
const measured = /(?<!\p{L})(?:\p{Sc}|km|m|kg|mg|g|l|kWh)\/$/u
const measure = /^(?:[a-z]{1,3}[²³]?|kWh)(?!\p{L})/u

/** `5–7`, `6–8pm`, `112–116`, `14.00–14.15`, `Mon–Fri`, `€/m²`, `km/h`: too short to be parted. */
function isShortRange(word: string, at: number): boolean {
  const before = word.slice(Math.max(0, at - 8), at)
  const after = word.slice(at, at + 6)
  return shortStart.test(before) && shortEnd.test(after) || measured.test(before) && measure.test(after)
}

function isHyphen(character: string): boolean {
  return character === '-' || character === '\u2010'
}

function authorsCuts(word: string): readonly Cut[] {
  return [...word.matchAll(/(?!^)\u00ad(?!$)/g)].map(({index}) => ({at: index, resume: index + 1, gap: gap.hyphen}))
}

/** Measure the pieces of a word between its cuts, in order. */
export function cutInto(word: string, cuts: readonly Cut[], style: TextStyle): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  let before = 0
  for (const {at, resume, gap: kind} of [...cuts, {at: word.length, resume: word.length, gap: gap.none}]) {
    // Fonts kern letters with the spaces beside them too.
    const isWhole = at === word.length
    const upTo = style.measure(` ${plain(word.slice(0, at))}${isWhole ? ' ' : ''}`) - (isWhole ? 2 : 1) * style.spacePx
    const isSpace = kind === gap.fixedSpace
    const gapWidth = isSpace ? style.spacePx : setsHyphen(kind) ? style.hyphenPx : 0
    const text = plain(word.slice(from, at))
    const extent = {width: upTo - before, ...edges(text, style), gapWidth, gapEm: isSpace ? style.emPx : 0, hyphenHang: style.hyphenPx * hangAtEnd(softHyphen)}
    pieces.push({from, to: at, gap: kind, extent})
    before = isSpace ? upTo + style.spacePx : upTo
    from = resume
  }
  return pieces
}

function plain(text: string): string {
  return text.replaceAll(/[\u00ad\u200b\u2060]/g, '')
}

function edges(text: string, {emPx, measure}: TextStyle): {letters: number; hangStart: number; hangEnd: number} {
  const first = text.slice(0, 1)
  const last = text.slice(-1)
  const start = hangAtStart(first)
  const end = hangAtEnd(last)
  return {letters: text.length * emPx, hangStart: start && start * measure(first), hangEnd: end && end * measure(last)}
}

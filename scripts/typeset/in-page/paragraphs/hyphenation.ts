/**
 * Where a word may be cut. Liang's method (Word Hy-phen-a-tion by Com-put-er, 1983) over the patterns of npm `hyphen`,
 * with an editor's rules on top: no names, no acronyms, nothing with digits, no addresses, no compounds cut twice.
 */
import type {HyphenationRules} from './languages.ts'

/** A pattern trie as npm `hyphen` writes it: a number is the index of a row of levels, a pair is a branch with one. */
export type Trie = {readonly [letter: string]: Trie | number | readonly [Trie, number]}

export type Patterns = readonly [levels: readonly (readonly number[])[], trie: Trie, exceptions?: Readonly<Record<string, readonly number[]>>]

/** Cuts words of one language; `atSentenceStart` tells whether a first capital says nothing, `inCapitals` whether no capital does. Gives offsets into the word. */
export type Hyphenator = (word: string, atSentenceStart: boolean, inCapitals?: boolean) => readonly number[]

const shortest = 6

/** Make a hyphenator that remembers what it cut. */
export function hyphenator(patterns: Patterns, rules: HyphenationRules): Hyphenator {
  const known = new Map<string, readonly number[]>()
  const cut = (letters: string): readonly number[] => {
    const lower = smallLetters(letters, rules)
    const cuts = known.get(lower) ?? cutsOf(lower, patterns, rules)
    known.set(lower, cuts)
    return cuts
  }
  return (word, atSentenceStart, inCapitals = false) => {
    if (word.length < shortest || isNoWord(word) || !(inCapitals || mayBeCut(word, atSentenceStart, rules))) return []
    return [...word.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({0: letters, index}) => {
      return letters.length < shortest ? [] : cut(letters).map(at => index + at)
    })
  }
}

/** Write a word in small letters, each as long as its capital, so that offsets hold in both: `İ` alone would become two. */
export function smallLetters(word: string, {dotlessI}: Pick<HyphenationRules, 'dotlessI'>): string {
  return (dotlessI ? word.replaceAll('I', 'ı') : word).replaceAll('İ', 'i').toLowerCase()
}

function isNoWord(word: string): boolean {
  return /[\p{N}@/\\_&=<>#]|[\p{L}\p{N}][-‐‑.:][\p{L}\p{N}]/u.test(word)
}

function mayBeCut(word: string, atSentenceStart: boolean, {capitalNouns}: HyphenationRules): boolean {
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0
  return capitals === 0 || (capitals === 1 && (atSentenceStart || capitalNouns) && /^[^\p{L}]*\p{Lu}/u.test(word))
}

/** Offsets into a word in lower case. */
function cutsOf(word: string, [levels, trie, exceptions]: Patterns, {leastBefore, leastAfter}: HyphenationRules): readonly number[] {
  const allowed = (at: number) => at >= leastBefore && at <= word.length - leastAfter
  const known = exceptions && Object.hasOwn(exceptions, word) ? exceptions[word] : undefined
  if (known) return known.filter(allowed)
  const values = new Uint8Array(word.length + 3)
  const framed = `.${word}.`
  for (let start = 0; start < framed.length; start++) mark(framed, start, trie, levels, values)
  // Position p of the framed word is position p - 1 of the word itself.
  return Array.from({length: word.length}, (_, at) => at).filter(at => allowed(at) && ((values[at + 1] ?? 0) & 1) === 1)
}

/** Follow the trie from one letter on; each pattern that ends on the way raises the levels under it. */
function mark(framed: string, start: number, trie: Trie, levels: readonly (readonly number[])[], values: Uint8Array): void {
  let branch: Trie = trie
  for (let at = start; at < framed.length; at++) {
    const letter = framed[at] ?? ''
    if (!Object.hasOwn(branch, letter)) return
    const next = branch[letter]
    if (next === undefined) return
    const row = typeof next === 'number' ? next : isPair(next) ? next[1] : undefined
    // The levels of a pattern for the start of a word begin behind its full stop.
    if (row !== undefined) raise(levels[row] ?? [], Math.max(start, 1), values)
    if (typeof next === 'number') return
    branch = isPair(next) ? next[0] : next
  }
}

function isPair(next: Trie | readonly [Trie, number]): next is readonly [Trie, number] {
  return Array.isArray(next)
}

function raise(row: readonly number[], start: number, values: Uint8Array): void {
  row.forEach((level, index) => {
    if (level > (values[start + index] ?? 0)) values[start + index] = level
  })
}

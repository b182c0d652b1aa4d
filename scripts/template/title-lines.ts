/**
 * Where a displayed title may break: by sense. Its phrases, of which each begins a line, and in them the words that stay
 * together. Which of these places are taken, the width of the page decides.
 */
import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {functionWords} from './function-words.ts'

/** A phrase is a list of pieces without a break in them. */
export type TitleLines = readonly (readonly string[])[]

/** A title of more phrases than this has no shape: it runs on. */
const mostPhrases = 3
/** Where a comma may part a title in two, each part has so many characters. */
const commaParts = {least: 8, most: 28} as const
/** A word of so few letters does not stand on a line alone. */
const shortWord = 4

/** Take a title apart. Its pieces, with a space between any two, are the title again. */
export function titleLines(title: string, lang: string): TitleLines {
  const most = longestPiece(title)
  return phrasesOf(title.trim()).map(phrase => piecesOf(phrase.split(/[ \t\n]+/), functionWords(lang), most))
}

/** The title as a value: the text is what it was. */
export function titleValue(title: string, lang: string): readonly ElementContent[] {
  const most = longestPiece(title)
  const phrases = titleLines(title, lang).map(pieces => spaced(pieces.map(piece => isHeld(piece, most) ? h('span.piece', piece) : {type: 'text', value: piece})))
  return phrases.length === 1 ? phrases[0] ?? [] : spaced(phrases.map(phrase => h('span.phrase', phrase)))
}

/** Words that stay together, or a compound that a line can hold: `Water- / Works` reads badly in large type. */
function isHeld(piece: string, most: number): boolean {
  return piece.includes(' ') || (/[\p{L}\p{N}]-[\p{L}\p{N}]/u.test(piece) && piece.length <= most)
}

/** Longer titles are set smaller, and have more characters on a line. */
function longestPiece({length}: string): number {
  return length <= 18 ? 12 : length <= 36 ? 14 : length <= 80 ? 18 : 24
}

/** Behind a colon, a semicolon, a question or a dash something new begins; behind a comma where that makes two parts alike. */
function phrasesOf(title: string): readonly string[] {
  const phrases = title.split(/(?<=[:;?!…]["”’»)]?|\s[–—]) /u)
  if (phrases.length > 1) return phrases.length <= mostPhrases ? phrases : [title]
  const parts = title.split(/(?<=,) /u)
  return parts.length === 2 && parts.every(({length}) => length >= commaParts.least && length <= commaParts.most) ? parts : [title]
}

/** Bind words that say nothing alone, numbers and the shortest words to what follows, and a short last word to what precedes, up to `most` characters. */
function piecesOf(words: readonly string[], bound: ReadonlySet<string>, most: number): readonly string[] {
  const pieces: string[] = []
  for (const word of words.toReversed()) {
    const [next] = pieces
    if (next !== undefined && bindsForward(word, next, bound) && word.length + 1 + next.length <= most) pieces[0] = `${word} ${next}`
    else pieces.unshift(word)
  }
  return withShortEnd(pieces, most)
}

function bindsForward(word: string, next: string, bound: ReadonlySet<string>): boolean {
  return bound.has(word.toLowerCase()) || /^(?:\d{1,4}|&)$/.test(word) || /^\p{L}{1,3}$/u.test(word) && !next.includes(' ')
}

function withShortEnd(pieces: readonly string[], most: number): readonly string[] {
  const [before, last] = pieces.slice(-2)
  if (before === undefined || last === undefined || lettersIn(last) > shortWord || before.length + 1 + last.length > most) return pieces
  return [...pieces.slice(0, -2), `${before} ${last}`]
}

function lettersIn(word: string): number {
  return word.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

function spaced(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => index === 0 ? [node] : [{type: 'text', value: ' '}, node])
}

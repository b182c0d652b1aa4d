/** A title's short form for a running head: by sense, since a head that stops in the middle of a phrase looks torn off. */
import {titleLines} from '../template/title-lines.ts'

/** Characters on a line of the page, a Chinese or Korean one counted as two: of A5, 52. */
const charactersPerMm = 0.355
const room = {least: 24, most: 66} as const
/** Shorter than this, what stands before a colon says too little. */
const leastPhrase = 8
/** So much of the room at least is taken by what stands before a comma. */
const leastClause = 0.4

/** How many characters a running head may have on a page. */
export function headRoom(pageWidthMm: number): number {
  return Math.min(room.most, Math.max(room.least, Math.floor(pageWidthMm * charactersPerMm)))
}

/**
 * Shorten a title to a number of characters: to what stands before a colon, a dash or a question's end, which is a title
 * by itself; to what stands before its first comma; else to as many of its words as say something together, with dots.
 */
export function shortTitle(title: string, lang: string, characters: number): string {
  if (widthOf(title) <= characters) return title
  const phrases = beginnings(title, /(?<=[?!…]["”’»)]?)(?=\s)|(?=[:;](?:\s))|(?=\s[–—]\s)|(?<=[？！。])|(?=[：；]|——)/gu)
  const phrase = phrases.findLast(text => widthOf(text) <= characters && widthOf(text) >= leastPhrase)
  if (phrase !== undefined) return phrase
  const [clause] = beginnings(title, /(?=,\s|[，、،])/gu)
  if (clause !== undefined && widthOf(clause) <= characters && widthOf(clause) >= characters * leastClause) return clause
  return `${cut(title, lang, characters - 1)}…`
}

/** What stands before each place, in order. */
function beginnings(title: string, places: RegExp): readonly string[] {
  return [...title.matchAll(places)].map(({index}) => title.slice(0, index).trim())
}

/** As many pieces, words or characters as there is room for, the largest of these that any of them fit in. */
function cut(title: string, lang: string, characters: number): string {
  const pieces = titleLines(title, lang).flat()
  const lists = [spaced(pieces), spaced(title.split(/\s+/)), segments(title, lang, 'word'), segments(title, lang, 'grapheme')]
  const fitting = lists.map(list => fill(list, characters)).find(text => widthOf(text) >= characters * leastClause)
  return (fitting ?? '').replace(/[\s,;:.–—，、：；-]+$/u, '')
}

function spaced(words: readonly string[]): readonly string[] {
  return words.map((word, index) => index === 0 ? word : ` ${word}`)
}

/** Words are told apart where no spaces part them, too. */
function segments(title: string, lang: string, granularity: 'word' | 'grapheme'): readonly string[] {
  return Array.from(new Intl.Segmenter(lang, {granularity}).segment(title), ({segment}) => segment)
}

function fill(parts: readonly string[], characters: number): string {
  let text = ''
  for (const part of parts) {
    if (widthOf(text + part) > characters) return text
    text += part
  }
  return text
}

/** In characters of the Latin alphabet. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/gu)?.length ?? 0)
}

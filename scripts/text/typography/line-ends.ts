/** Short words that do not end a line, particles that do not begin one: Russian, Ukrainian, Polish. Dashes between spaces begin none in most languages. */
import {noBreakSpace} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Language} from './languages.ts'

const shortWord = /(?<![^\s([«„“"—–])(\p{L}{1,2})[ \n](?=[\p{L}\p{N}«„“"(])/gu
const particle = /(?<=[\p{L}\p{N}])[ \n](?=(\p{L}{1,3})(?![\p{L}\p{N}-]))/gu
const spacedDash = /(?<=[^\s([{«„“])[ \n](?=[—–](?:[\s,;:.!?]|$))/gu

/** Bind a language's short words to the next word, and its particles and dashes to the one before. */
export function bindLineEnds(text: string, {words: {short, particles}, dash}: Language): readonly Edit[] {
  return [
    ...(short.size > 0 ? editMatches(text, shortWord, ({index, 1: word = ''}) => bindIf(short.has(word.toLowerCase()), index + word.length)) : []),
    ...(particles.size > 0 ? editMatches(text, particle, ({index, 1: word = ''}) => bindIf(particles.has(word.toLowerCase()), index)) : []),
    ...(dash.bound ? editMatches(text, spacedDash, ({index}) => bindIf(true, index)) : [])
  ].toSorted((a, b) => a.start - b.start)
}

function bindIf(isBound: boolean, index: number): Edit | undefined {
  return isBound ? {start: index, end: index + 1, text: noBreakSpace} : undefined
}

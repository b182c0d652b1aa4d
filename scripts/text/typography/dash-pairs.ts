/** Which dashes of a sentence belong together: one that has a partner joins no figures, whatever stands beside it. */
import {isDigit, isWord, lineBreak} from './characters.ts'

/** How far a partner is looked for, in characters. */
const reach = 300
const sentenceEnd = new RegExp(String.raw`[.!?…][)”’»“"']*[ \n](?=[([“„«"'¿¡]?\p{Lu})|${lineBreak}`, 'u')
const spaced = /(?<=[ \n])--?(?=[ \n])/g

/**
 * Tell whether a run of hyphens between spaces closes what another one of its sentence opens, or opens what another
 * closes: `then -- on August 1 -- 165 boxes`. Runs that stand beside no word are not counted: they may be ranges.
 */
export function hasPartner(text: string, start: number, end: number): boolean {
  const run = text.slice(start, end)
  const before = text.slice(Math.max(0, start - reach), start).split(sentenceEnd).at(-1) ?? ''
  const [after = ''] = text.slice(end, end + reach).split(sentenceEnd, 1)
  return [before, after].flatMap(part => partners(part, run)).length % 2 === 1
}

/** The runs in a part of a sentence that stand beside words: in a sum there are figures, and letters by themselves. */
function partners(part: string, run: string): readonly RegExpExecArray[] {
  return [...part.matchAll(spaced)].filter(({index, 0: found}) => found === run && (isInWord(part, index - 2, -1) || isInWord(part, index + run.length + 1, 1)))
}

/** Whether a letter stands at a place, and its word goes on from there by a step. */
function isInWord(part: string, at: number, step: 1 | -1): boolean {
  return isWord(part.charAt(at)) && !isDigit(part.charAt(at)) && isWord(part.charAt(at + step))
}

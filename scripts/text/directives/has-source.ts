/** Tells the source of a quotation from people who speak, and from a parenthesis that the author's editor wrapped. */
import type {PhrasingContent} from 'mdast'
import {wordsOf} from './lines.ts'
import type {Parted, Quoted} from './source-line.ts'
import {atLastLine, startsWithDash} from './source-line.ts'

/** A source has hardly more characters. */
const longest = 100
/** A name and a title below words that do not end. */
const longestName = 60
/** A speech that ends the quotation has a full stop behind some words; a source hardly. */
const speech = /[!?…]["”’»“]?$|(?:\S+\s+){5,}\S+\.["”’»“]?$/u

/** Whether what ends a quotation is its source: its last paragraph, or its last line. Where other lines begin with a dash as well, people speak. */
export function hasSource({children}: Quoted): boolean {
  const last = children.at(-1)
  if (last?.type !== 'paragraph') return false
  const parted = atLastLine(last.children)
  const words = wordsOf(parted.line).trim()
  const others = [...children.slice(0, -1).map(child => child.type === 'paragraph' ? wordsOf(child.children) : ''), wordsOf(parted.above)]
  return startsWithDash(words) && words.length <= longest && !speech.test(words)
    && (parted.above.length === 0 ? children.length > 1 : isApart(parted, words))
    && !others.some(text => text.split('\n').some(startsWithDash))
}

/** Whether the author ended the line above; one that the editor wrapped goes on with its sentence. */
function isApart({above, isHard}: Parted, words: string): boolean {
  return isHard || isName(above, words) || /[.!?…]["”’»“)\]]*\s*$/u.test(wordsOf(above)) && /^[\s—–―-]*\P{Ll}/u.test(words) && !/\s(?:[—–]|-{1,3})\s/u.test(words.slice(4))
}

/** "— A printer", below words that no full stop ends: a short line behind a dash and a space, in which no sentence ends and no parenthesis. */
function isName(above: readonly PhrasingContent[], words: string): boolean {
  return /[\p{L}\p{N}”"’»“)\]]\s*$/u.test(wordsOf(above)) && words.length <= longestName
    && /^(?:[—–―]|-{2,3})\s+(?:an?\s|the\s|[“"«„‘'(]?[\p{Lu}\p{Lt}])/u.test(words) && !/[.!?…:;,—–-]["”’»“]?$/u.test(words) && !/\s(?:[—–]|-{1,3})\s/u.test(words.slice(4))
}

/** Hyphens that an author left hanging before a space, as in `Vor- und Nachwort`: at a line's end nothing tells them from those inside a word. */
import {toString as textOf} from 'hast-util-to-string'
import type {Pamphlet} from '../types.ts'

/** The author's words. */
export type Words = Pick<Pamphlet, 'epigraph' | 'chapters' | 'notes' | 'imprint'>

/** List them, each with a letter in front and two behind: `r-un`. What stands inside a word as well is left out. */
export function hangingHyphens(words: Words): ReadonlySet<string> {
  const text = textOfWords(words).replaceAll(/\s+/g, ' ')
  const hanging = new Set([...text.matchAll(/(\S[-\u2010]) (?=(..?))/gu)].map(([, before = '', behind = '']) => before + behind))
  for (const [, inside = ''] of text.matchAll(/(?=(\S[-\u2010]\S.))/gu)) hanging.delete(inside)
  return hanging
}

/** All of them, a block a line. */
export function textOfWords({epigraph, chapters, notes, imprint}: Words): string {
  const blocks = [...(epigraph ? [epigraph] : []), ...chapters.flatMap(({heading, children}) => heading ? [heading, ...children] : children), ...notes.flatMap(({children}) => children), ...imprint]
  return blocks.map(block => textOf(block)).join('\n')
}

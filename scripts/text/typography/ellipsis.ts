/** Three full stops become an ellipsis. */
import {isWord} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Language} from './languages.ts'

const stops = /(?<![.…/\\])\.{3,4}(?![.…/\\])/g
const spacedStops = /(?<![.…] ?)\.(?: \.){2,3}(?! ?[.…])/g

/**
 * Set `...` and `. . .` as one character. With four stops the first is the sentence's own, and the ellipsis follows
 * it, as the Chicago Manual and Hart's Rules have it. Where the language attaches it to its word, the space goes.
 */
export function setEllipses(text: string, language: Language): readonly Edit[] {
  if (!text.includes('..') && !text.includes('. .')) return []
  const edits = [...editMatches(text, stops, match => setStops(text, match, language)), ...editMatches(text, spacedStops, match => setStops(text, match, language))]
  return edits.toSorted((a, b) => a.start - b.start)
}

function setStops(text: string, {index, 0: run}: RegExpExecArray, {ellipsis}: Language): Edit {
  const end = index + run.length
  const isSpaced = run.includes(' ')
  const sentenceEnds = run.replaceAll(' ', '').length === 4
  const glyph = sentenceEnds ? isSpaced ? '. …' : '.…' : '…'
  const attach = ellipsis === 'attached' && !sentenceEnds && text.charAt(index - 1) === ' ' && isWord(text.charAt(index - 2)) && !isWord(text.charAt(end))
  return {start: attach ? index - 1 : index, end, text: glyph}
}

/** Lines that only old HTML set apart: `<center>…</center>` and the like, where they stand between blocks and hold words alone. */
import type {Part} from './close-html.ts'
import {isPiece} from './close-html.ts'
import {partsWords} from './word-spaces.ts'

/** What may stand among the words of a line, though it parts them. */
const inLine = new Set(['br', 'img'])

/**
 * Find such elements among the parts of a block of HTML, by `closings` (the closing tag of each opening tag): gives what
 * takes the place of their tags, a paragraph's, so that the words do not run together with the line behind them.
 */
export function ownLines(parts: readonly Part[], closings: ReadonlyMap<number, number>, isLook: (name: string) => boolean): ReadonlyMap<number, string> {
  const tags = new Map<number, string>()
  let wordsTo = -1
  for (const [from, to] of [...closings].toSorted(([before], [behind]) => before - behind)) {
    if (from < wordsTo) continue
    if (isOwnLine(parts, from, to, isLook)) tags.set(from, '<p>').set(to, '</p>')
    if (tags.has(from) || !mayHoldLines(parts[from])) wordsTo = to
  }
  return tags
}

/** Elements in which a paragraph may stand; `center` itself goes. */
const holders = new Set(['article', 'aside', 'blockquote', 'center', 'dd', 'details', 'div', 'li', 'section', 'td'])

function mayHoldLines(part: Part | undefined): boolean {
  return part !== undefined && isPiece(part) && holders.has(part.name)
}

function isOwnLine(parts: readonly Part[], from: number, to: number, isLook: (name: string) => boolean): boolean {
  const part = parts[from]
  return part !== undefined && isPiece(part) && isLook(part.name) && beginsLine(parts[from - 1]) && endsLine(parts[to + 1]) && parts.slice(from + 1, to).every(isOfWords)
}

function beginsLine(before: Part | undefined): boolean {
  return before === undefined || !isPiece(before) || /\n[ \t]*$/.test(before.value)
}

function endsLine(behind: Part | undefined): boolean {
  return behind === undefined || !isPiece(behind) || /^[ \t]*\n/.test(behind.value)
}

function isOfWords(part: Part): boolean {
  return isPiece(part) && (part.kind === 'html' || !partsWords(part.name) || inLine.has(part.name))
}

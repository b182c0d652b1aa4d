/** The quotation marks of a text, each with what stands on its two sides. */
import {isClosing, isOpening, isSpace, isWord} from './characters.ts'

/** `space` counts the edge of the block; `punctuation` is what may stand outside a quotation on that side; else `ink`. */
export type Side = 'space' | 'punctuation' | 'ink'

export type Mark = {
  readonly index: number
  readonly character: string
  readonly family: 'double' | 'single'
  /** Typed on a keyboard: `"` or `'`. */
  readonly straight: boolean
  readonly before: Side
  readonly after: Side
  /** Between two letters or figures. */
  readonly inWord: boolean
}

const marks = /["'“”„‟‘’‚‛«»‹›]/g
const doubles = '"“”„‟«»'

/** Find the marks of a text. Marks side by side share what stands before the first and after the last of them. */
export function findMarks(text: string): readonly Mark[] {
  const indices = [...text.matchAll(marks)].map(match => match.index)
  const before = indices.map(index => sideBefore(text.charAt(index - 1)))
  const after = indices.map(index => sideAfter(text.charAt(index + 1)))
  indices.forEach((index, order) => {
    if (order > 0 && indices[order - 1] === index - 1) before[order] = before[order - 1] ?? 'ink'
  })
  for (let order = indices.length - 2; order >= 0; order--) {
    if (indices[order + 1] === (indices[order] ?? 0) + 1) after[order] = after[order + 1] ?? 'ink'
  }
  return indices.map((index, order) => markAt(text, index, before[order] ?? 'ink', after[order] ?? 'ink'))
}

function markAt(text: string, index: number, before: Side, after: Side): Mark {
  const character = text.charAt(index)
  return {
    index,
    character,
    family: doubles.includes(character) ? 'double' : 'single',
    straight: character === '"' || character === "'",
    before,
    after,
    inWord: isWord(text.charAt(index - 1)) && isWord(text.charAt(index + 1))
  }
}

function sideBefore(character: string): Side {
  return isSpace(character) ? 'space' : isOpening(character) ? 'punctuation' : 'ink'
}

function sideAfter(character: string): Side {
  return isSpace(character) ? 'space' : isClosing(character) ? 'punctuation' : 'ink'
}

/** A hyphen that no line may end at (U+2011), as word processors write it: hardly a face has it, but every one a hyphen. */
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'

const wordJoiner = '\u2060'

/** Write it as a hyphen between word joiners, which look and break the same. Last of all: other rules take a hyphen for what it may stand for. */
export function setBoundHyphens(text: string): readonly Edit[] {
  return text.includes('\u2011') ? editMatches(text, /\u2011/g, ({index}) => ({start: index, end: index + 1, text: `${wordJoiner}-${wordJoiner}`})) : []
}

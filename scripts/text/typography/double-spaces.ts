/** Two and more spaces between words or sentences become one. */
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'

/** Collapse runs of typed spaces; no-break spaces stay as the author set them. */
export function collapseSpaces(text: string): readonly Edit[] {
  return editMatches(text, /[ \t]{2,}/g, ({index, 0: run}) => ({start: index, end: index + run.length, text: ' '}))
}

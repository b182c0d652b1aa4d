/** Lines and columns of places in a source. */
import type {Heading, Paragraph} from 'mdast'
import type {Point} from 'unist'

/** The point at `index` of a piece of the source that begins at `start`; without it, of the whole source. */
export function pointIn(piece: string, index: number, start: Point = {line: 1, column: 1, offset: 0}): Point {
  const before = piece.slice(0, index).split(/\r\n|\r|\n/)
  const last = before.at(-1) ?? ''
  const column = before.length === 1 ? start.column + index : last.length + 1
  return {line: start.line + before.length - 1, column, offset: (start.offset ?? 0) + index}
}

export type Line = {readonly text: string; readonly position: {readonly start: {readonly line: number; readonly column: number}}}

/** The lines of a paragraph or a head as they stand in the source, each with the place of its first letter. */
export function linesOf({position}: Paragraph | Heading, source: string): readonly Line[] {
  if (!position) return []
  const {start, end} = position
  return source.slice(start.offset, end.offset).split('\n').map((text, index) => ({text, position: {start: {line: start.line + index, column: index === 0 ? start.column : 1 + (/^[ \t>]*/.exec(text)?.[0].length ?? 0)}}}))
}

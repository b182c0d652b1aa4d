/** Where marks stand, for messages. */
import {concatenate, identity, type Matrix, matrixFrom, transform} from '../content/matrix.ts'
import type {MarkedStream} from './pdf-streams.ts'
import type {KeptMarks} from './pdf-tags-write.ts'
import type {Content, Tag} from './pdf-tags.ts'

/** The page, from 1, and how high its text begins there, in pt from the foot of the sheet. */
export type MarkPlace = {readonly page: number; readonly heightPt: number}

/** Find the places of marks that tags hold, in the order of the tags. */
export function placesOf(marks: KeptMarks, root: Tag, streams: ReadonlyMap<number, MarkedStream>): readonly MarkPlace[] {
  if (marks.size === 0) return []
  return contentsOf(root).filter(({stream, number}) => marks.get(stream)?.has(number)).map(({page, stream, number}) => ({page, heightPt: heightOf(streams.get(stream), number)}))
}

function contentsOf(tag: Tag): readonly Content[] {
  return tag.kids.flatMap(kid => kid.kind === 'tag' ? contentsOf(kid) : kid.kind === 'content' ? [kid] : [])
}

function heightOf(stream: MarkedStream | undefined, number: number): number {
  const mark = stream?.scan.marks.find(each => each.number === number)
  const place = mark?.texts[0]?.pen.place ?? -1
  if (!stream || !mark || place < 0) return 0
  const around = Array.from(mark.space.matchAll(/((?:\S+\s+){6})cm/g), ([, numbers = '']) => matrixOf(numbers)).reduce((outer, inner) => concatenate(inner, outer), identity)
  const [, , , , x, y] = matrixOf(stream.bytes.toString('latin1', place, place + 200))
  return transform(around, x, y)[1]
}

/** The matrix that six numbers are; none where they are no numbers. */
function matrixOf(numbers: string): Matrix {
  return matrixFrom(numbers.trim().split(/\s+/, 6).map(Number)) ?? identity
}

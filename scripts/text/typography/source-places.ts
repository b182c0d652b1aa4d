/** Where the straight quotation marks of a text node stand in the source. */
import type {Text} from 'hast'

export type SourcePoint = {readonly line: number; readonly column: number}

/** Give the place of the straight mark at `index` of a node's value, else of the node; none where it has no position. */
export type SourcePlaces = (node: Text, index: number) => SourcePoint | undefined

/** The forms in which a source may write a mark; an escaped one stands behind its backslash. */
const forms = /(?<double>"|&(?:quot|#0{0,5}34|#[xX]0{0,5}22);)|'|&(?:apos|#0{0,5}39|#[xX]0{0,5}27);/g

/** Make the function that finds marks in a source; it reads the source of a node once. */
export function sourcePlaces(source: string): SourcePlaces {
  const known = new Map<Text, ReadonlyMap<number, SourcePoint>>()
  return (node, index) => {
    const points = known.get(node) ?? pointsOf(node, source)
    known.set(node, points)
    return points.get(index) ?? node.position?.start
  }
}

/**
 * Match the marks of a node's value with those of its source, one by one. Between them the two may differ: by escapes,
 * by character references, by the marks before the lines of a block quotation.
 */
function pointsOf(node: Text, source: string): ReadonlyMap<number, SourcePoint> {
  const {start, end} = node.position ?? {}
  if (!start) return new Map()
  const slice = start.offset === undefined || end?.offset === undefined ? '' : source.slice(start.offset, end.offset)
  const written = [...(slice === '' ? node.value : slice).matchAll(forms)]
  const meant = [...node.value.matchAll(/["']/g)]
  const agree = written.length === meant.length && meant.every(({0: mark}, order) => (mark === '"') === (written[order]?.groups?.['double'] !== undefined))
  if (!agree) return new Map()
  const points = pointsAt(slice === '' ? node.value : slice, start, written.map(({index}) => index))
  return new Map(meant.flatMap(({index}, order) => points[order] ? [[index, points[order]] as const] : []))
}

/** The places of rising offsets in a text that begins at `start`. */
function pointsAt(text: string, start: SourcePoint, offsets: readonly number[]): readonly SourcePoint[] {
  const breaks = [...text.matchAll(/\r\n|\r|\n/g)].map(({index, 0: lineEnding}) => index + lineEnding.length)
  let line = 0
  return offsets.map(offset => {
    while ((breaks[line] ?? Infinity) <= offset) line++
    const lineStart = breaks[line - 1]
    return {line: start.line + line, column: lineStart === undefined ? start.column + offset : offset - lineStart + 1}
  })
}

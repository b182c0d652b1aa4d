/** What a content stream is rewritten with: what stands at each moment, and the edits that were found to be needed. */
import type {Matrix} from '../../content/matrix.ts'
import type {Operation} from '../../content/operations.ts'
import type {PrintColour} from '../../types.ts'
import type {Inks} from './colour.ts'

/** The names of the graphics states that turn overprinting on and off (ISO 32000-1, 8.6.7). */
export const overprintState = 'PressOver'
export const knockoutState = 'PressKnock'

/** What `q` keeps and `Q` brings back, as far as it matters here. */
export type State = {readonly ctm: Matrix; readonly lineWidth: number; readonly isBlack: boolean; readonly strokesBlack: boolean; readonly isOver: boolean; readonly fillsRgb: boolean; readonly strokesRgb: boolean}

export type Edit = {readonly start: number; readonly end: number; readonly text: string}

/** A rectangle of a path, in the units that stand, and where it is written. */
export type Rectangle = {readonly start: number; readonly end: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number}

/** What a stream is read with: the state that stands, the states kept, and what has been found so far. */
export type Reading = {
  readonly inks: Inks
  readonly isMask: boolean
  readonly lineWidths: ReadonlyMap<string, number>
  readonly edits: Edit[]
  readonly placements: Map<string, Matrix>
  readonly unconverted: Set<string>
  readonly kept: State[]
  state: State
  pathStart: number | undefined
  /** The rectangles of the path; undefined as soon as it holds anything else. */
  rectangles: Rectangle[] | undefined
  overprints: boolean
  usesSpot: boolean
  hasColour: boolean
  readonly ownGrays: Set<number>
}

/** What an operator that matters does. */
export type Handler = (reading: Reading, operation: Operation) => unknown

/** The same for several operators. */
export function alike(operators: readonly string[], handler: Handler): Readonly<Record<string, Handler>> {
  return Object.fromEntries(operators.map(operator => [operator, handler]))
}

export function replace({edits}: Reading, {start, end}: Pick<Operation, 'start' | 'end'>, text: string): void {
  edits.push({start, end, text})
}

export function insert({edits}: Reading, at: number, text: string): void {
  edits.push({start: at, end: at, text})
}

/** In a mask everything is an amount of light; on one plate there is nothing to print over. */
export function colourOf({isMask, inks}: Reading): PrintColour {
  return isMask ? 'black' : inks.colour
}

/** What is neither text nor as thin as a rule knocks out again. */
export function knockOut(reading: Reading, at: number): void {
  if (!reading.state.isOver) return
  insert(reading, at, `/${knockoutState} gs `)
  reading.state = {...reading.state, isOver: false}
}

/** Print what follows over what is there: black lines and letters show no white edge where the plates are not quite in register. */
export function overprint(reading: Reading, at: number): void {
  if (colourOf(reading) === 'black' || reading.state.isOver) return
  insert(reading, at, `/${overprintState} gs `)
  reading.overprints = true
  reading.state = {...reading.state, isOver: true}
}

/** Put every edit in its place; what lies between is copied. */
export function apply(content: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let from = 0
  for (const {start, end, text} of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(content.slice(from, start), text)
    from = end
  }
  return parts.join('') + content.slice(from)
}

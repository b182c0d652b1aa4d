/** What painting a page goes by: what stands at each moment, and what has been painted so far. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {FontView, PageView, ResourceView} from '../../adapters/press/view.ts'
import {identity, type Matrix} from '../../content/matrix.ts'
import type {Operation} from '../../content/operations.ts'
import {intersection} from './box.ts'

/**
 * Something painted. `ink`: of all plates together, where 1 is one plate full; `linePt`: a line's width, or a thin area's;
 * `object`: the number of the picture or the gradient in the file;
 * `isInkless`: which inks it takes is up to whoever converts it.
 */
export type PaintedMark = {
  readonly kind: 'text' | 'picture' | 'path' | 'gradient'
  readonly box: BoxPt
  readonly isRgb: boolean
  readonly isInkless?: true
  readonly ink?: number
  readonly linePt?: number
  readonly ppi?: number
  readonly object?: number
}

export type PaintedPage = {readonly view: PageView; readonly marks: readonly PaintedMark[]; readonly fonts: readonly FontView[]}

/** `area`: what a page shows; beyond it are printer's marks. */
export type Painter = {readonly marks: PaintedMark[]; readonly fonts: Set<FontView>; readonly left: {operations: number}; readonly area: BoxPt}

export type Colour = {readonly isRgb: boolean; readonly ink: number | undefined; readonly isGradient: boolean; readonly object?: number; readonly isGray?: true; readonly isInkless?: true; readonly cellPt2?: number}

export type State = {
  readonly ctm: Matrix
  readonly clip: BoxPt
  readonly linePt: number
  readonly fill: Colour
  readonly stroke: Colour
  readonly font: FontView | undefined
  readonly size: number
}

export const black: Colour = {isRgb: false, ink: 1, isGradient: false, isGray: true}
export const start: Omit<State, 'clip'> = {ctm: identity, linePt: 1, fill: black, stroke: black, font: undefined, size: 0}

/** Where text stands, in its own space: `x` is behind the last letter of the line that begins at `lineX`. `matrix`: `text` within `ctm`. */
export type TextPlace = {readonly text: Matrix; ctm: Matrix | undefined; matrix: Matrix; lineX: number; lineY: number; x: number}

/** What a stream is read with. */
export type Reading = {
  readonly painter: Painter
  readonly resources: ResourceView
  readonly depth: number
  readonly kept: State[]
  state: State
  place: TextPlace
  path: BoxPt | undefined
  isRectangle: boolean
  clips: boolean
}

/** What an operator does. */
export type Handler = (reading: Reading, operation: Operation) => unknown

export function set(reading: Reading, change: Partial<State>): void {
  reading.state = {...reading.state, ...change}
}

/** Add a mark, as far as the clip lets it be seen. */
export function paint({painter, state}: Reading, mark: PaintedMark): void {
  const box = intersection(mark.box, state.clip)
  // Every cell of a pattern is drawn: a few thousand make a page of hatching, millions wear a program out.
  if (state.fill.cellPt2 !== undefined) painter.left.operations -= Math.max(0, box.right - box.left) * Math.max(0, box.top - box.bottom) / Math.max(state.fill.cellPt2, 1e-9)
  if (box.right >= box.left && box.top >= box.bottom) painter.marks.push({...mark, box})
}

/** What of a colour a mark keeps. */
export function inkIn({isRgb, ink, object, isInkless}: Colour): Pick<PaintedMark, 'isRgb' | 'ink' | 'object' | 'isInkless'> {
  return {isRgb, ...(isInkless && {isInkless}), ...(ink !== undefined && {ink}), ...(object !== undefined && {object})}
}

/** A name as it stands in a stream, without its slash. */
export function nameIn(operand: string): string {
  return operand.slice(1)
}

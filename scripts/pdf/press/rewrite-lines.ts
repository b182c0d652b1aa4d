/** The operators that draw lines, and areas as thin as lines: what would break up on a plate is made thick enough. */
import {scaleOf} from '../../content/matrix.ts'
import {numeral, type Operation} from '../../content/operations.ts'
import {alike, insert, knockOut, overprint, replace, type Handler, type Reading} from './rewriting.ts'

/** Thinner lines break up on a plate. */
export const leastLinePt = 0.25

/** What is thicker is an area: black over colours would look another black than beside them. */
const mostRulePt = 2

export const lineHandlers: Readonly<Record<string, Handler>> = {
  w: (reading, {operands}) => reading.state = {...reading.state, lineWidth: Number(operands[0])},
  gs: (reading, {operands}) => reading.state = {...reading.state, lineWidth: reading.lineWidths.get(operands[0]?.slice(1) ?? '') ?? reading.state.lineWidth},
  re: addRectangle,
  m: addLine,
  ...alike(['f', 'F', 'f*'], fill),
  n: endPath,
  ...alike(['S', 's'], reading => stroke(reading, true)),
  ...alike(['B', 'B*', 'b', 'b*'], reading => stroke(reading, false))
}

function beginPath(reading: Reading, {start}: Operation): void {
  reading.pathStart ??= start
}

function endPath(reading: Reading): void {
  reading.pathStart = undefined
  reading.rectangles = []
}

function addRectangle(reading: Reading, operation: Operation): void {
  beginPath(reading, operation)
  reading.rectangles = reading.rectangles && [...reading.rectangles, operation]
}

function addLine(reading: Reading, operation: Operation): void {
  beginPath(reading, operation)
  reading.rectangles = undefined
}

/** Borders and rules come as rectangles that are filled: one that is thinner than a line may be grows on both sides. */
function fill(reading: Reading): void {
  const {rectangles, pathStart, state: {isBlack}} = reading
  if (pathStart === undefined) return
  const isRule = rectangles?.every(rectangle => isThin(rectangle, reading)) ?? false
  if (isBlack && isRule) overprint(reading, pathStart)
  else knockOut(reading, pathStart)
  for (const rectangle of rectangles ?? []) thicken(reading, rectangle)
  endPath(reading)
}

/** Tell whether a rectangle is as thin as a rule. */
function isThin({operands: [, , width, height]}: Operation, {state: {ctm: [a, b, c, d]}}: Reading): boolean {
  return Math.min(Math.abs(Number(width)) * Math.hypot(a, b), Math.abs(Number(height)) * Math.hypot(c, d)) <= mostRulePt
}

function thicken(reading: Reading, rectangle: Operation): void {
  const [x = 0, y = 0, width = 0, height = 0] = rectangle.operands.map(Number)
  const [a, b, c, d] = reading.state.ctm
  const [left, wide] = grown(x, width, Math.hypot(a, b))
  const [bottom, high] = grown(y, height, Math.hypot(c, d))
  if (wide !== width || high !== height) replace(reading, rectangle, `${[left, bottom, wide, high].map(numeral).join(' ')} re`)
}

/** A side as it was, or about its middle as long as a line has to be thick. */
function grown(from: number, length: number, scale: number): readonly [from: number, length: number] {
  const least = leastLinePt / (scale || 1)
  const size = Math.abs(length)
  if (size === 0 || size >= least * 0.999) return [from, length]
  return [Math.min(from, from + length) - (least - size) / 2, Math.ceil(least * 1e4) / 1e4]
}

/** A line that would be too thin on paper gets the least width, set in front of its path. */
function stroke(reading: Reading, isStrokeAlone: boolean): void {
  const {pathStart, state} = reading
  const scale = scaleOf(state.ctm) || 1
  const least = leastLinePt / scale
  endPath(reading)
  if (pathStart === undefined) return
  if (isStrokeAlone && state.strokesBlack && state.lineWidth * scale <= mostRulePt) overprint(reading, pathStart)
  else knockOut(reading, pathStart)
  // Numbers in a stream are rounded: without a hair's play the width would be set again and again.
  if (state.lineWidth >= least * 0.999) return
  insert(reading, pathStart, `${numeral(Math.ceil(least * 1e4) / 1e4)} w `)
  reading.state = {...reading.state, lineWidth: least}
}

/** The operators that draw lines, and areas as thin as lines: what would break up on a plate is made thick enough. */
import {scaleOf} from '../../content/matrix.ts'
import {numeral, type Operation} from '../../content/operations.ts'
import {alike, insert, knockOut, overprint, replace, type Handler, type Reading, type Rectangle} from './rewriting.ts'

/** Thinner lines break up on a plate. */
export const leastLinePt = 0.25

/** What is thicker is an area: black over colours would look another black than beside them. */
const mostRulePt = 2

export const lineHandlers: Readonly<Record<string, Handler>> = {
  w: (reading, operation) => reading.state = {...reading.state, lineWidth: operation.number(0)},
  gs: (reading, operation) => reading.state = {...reading.state, lineWidth: reading.lineWidths.get(operation.operand(0).slice(1)) ?? reading.state.lineWidth},
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
  const {start, end} = operation
  reading.rectangles?.push({start, end, x: operation.number(0), y: operation.number(1), width: operation.number(2), height: operation.number(3)})
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
function isThin({width, height}: Rectangle, {state: {ctm: [a, b, c, d]}}: Reading): boolean {
  return Math.min(Math.abs(width) * Math.hypot(a, b), Math.abs(height) * Math.hypot(c, d)) <= mostRulePt
}

function thicken(reading: Reading, rectangle: Rectangle): void {
  const {x, y, width, height} = rectangle
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

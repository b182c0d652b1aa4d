/** The operators that build paths, and fill, stroke or clip with them. Of a path its box is enough. */
import {scaleOf, transform} from '../../content/matrix.ts'
import {intersection, union} from './box.ts'
import {paint, set, type Handler, type Reading} from './painting.ts'

const points: Handler = (reading, {operands}) => extend(reading, operands, false)

export const pathHandlers: Readonly<Record<string, Handler>> = {
  m: points, l: points, c: points, v: points, y: points,
  re: (reading, {operands: [x = '0', y = '0', width = '0', height = '0']}) => {
    const [right, top] = [String(Number(x) + Number(width)), String(Number(y) + Number(height))]
    extend(reading, [x, y, right, y, x, top, right, top], true)
  },
  W: reading => reading.clips = true,
  'W*': reading => reading.clips = true,
  n: endPath,
  f: fillPath, F: fillPath, 'f*': fillPath, B: fillPath, 'B*': fillPath, b: fillPath, 'b*': fillPath,
  S: strokePath, s: strokePath
}

function extend(reading: Reading, operands: readonly string[], isRectangle: boolean): void {
  reading.isRectangle = isRectangle && reading.path === undefined
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const [x, y] = transform(reading.state.ctm, Number(operands[at]), Number(operands[at + 1]))
    const point = {left: x, bottom: y, right: x, top: y}
    reading.path = reading.path ? union(reading.path, point) : point
  }
}

function endPath(reading: Reading): void {
  if (reading.clips && reading.path) set(reading, {clip: intersection(reading.state.clip, reading.path)})
  reading.path = undefined
  reading.clips = false
}

/** A rectangle that is filled may be a line: then its shorter side is the line's width. */
function fillPath(reading: Reading): void {
  const {path, isRectangle, state: {fill}} = reading
  if (path) {
    const thin = Math.min(path.right - path.left, path.top - path.bottom)
    paint(reading, {kind: fill.isGradient ? 'gradient' : 'path', box: path, isRgb: fill.isRgb, ...(fill.ink !== undefined && {ink: fill.ink}), ...(isRectangle && thin < 2 && {linePt: thin})})
  }
  endPath(reading)
}

function strokePath(reading: Reading): void {
  const {path, state: {stroke, linePt, ctm}} = reading
  const width = linePt * scaleOf(ctm)
  if (path) paint(reading, {kind: 'path', box: path, isRgb: stroke.isRgb, linePt: width, ...(stroke.ink !== undefined && {ink: stroke.ink})})
  endPath(reading)
}

/** The operators that build paths, and fill, stroke or clip with them. Of a path its box is enough. */
import {scaleOf} from '../../content/matrix.ts'
import {intersection, squareBox, union} from './box.ts'
import {inkIn, paint, set, type Handler, type Reading} from './painting.ts'

const points: Handler = (reading, operation) => {
  for (let at = 0; at + 1 < operation.count; at += 2) include(reading, operation.number(at), operation.number(at + 1), operation.number(at), operation.number(at + 1))
  reading.isRectangle = false
}

export const pathHandlers: Readonly<Record<string, Handler>> = {
  m: points, l: points, c: points, v: points, y: points,
  re: (reading, operation) => {
    const [x, y] = [operation.number(0), operation.number(1)]
    const isFirst = reading.path === undefined
    include(reading, x, y, x + operation.number(2), y + operation.number(3))
    reading.isRectangle = isFirst
  },
  W: reading => reading.clips = true,
  'W*': reading => reading.clips = true,
  n: endPath,
  f: fillPath, F: fillPath, 'f*': fillPath, B: fillPath, 'B*': fillPath, b: fillPath, 'b*': fillPath,
  S: strokePath, s: strokePath
}

function include(reading: Reading, x1: number, y1: number, x2: number, y2: number): void {
  const box = squareBox(reading.state.ctm, x1, y1, x2, y2)
  reading.path = reading.path ? union(reading.path, box) : box
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
    paint(reading, {kind: fill.isGradient ? 'gradient' : 'path', box: path, ...inkIn(fill), ...(isRectangle && thin > 0 && thin < 2 && {linePt: thin})})
  }
  endPath(reading)
}

function strokePath(reading: Reading): void {
  const {path, state: {stroke, linePt, ctm}} = reading
  const width = linePt * scaleOf(ctm)
  if (path) paint(reading, {kind: 'path', box: path, linePt: width, ...inkIn(stroke)})
  endPath(reading)
}

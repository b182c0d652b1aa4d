/** Reads a page as a press would paint it: every line of text, picture, path and gradient with its box, inks and width. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {FontView, FormView, PageView, ResourceView, StreamView} from '../../adapters/press/view.ts'
import {concatenate, identity, matrixFrom, scaleOf, transform, type Matrix} from '../../content/matrix.ts'
import {forEachOperation, type Operation} from '../../content/operations.ts'

/** Something painted. `ink`: of all plates together, where 1 is one plate full; `linePt`: a line's width, or a thin area's. */
export type PaintedMark = {
  readonly kind: 'text' | 'picture' | 'path' | 'gradient'
  readonly box: BoxPt
  readonly isRgb: boolean
  readonly ink?: number
  readonly linePt?: number
  readonly ppi?: number
  readonly object?: number
}

export type PaintedPage = {readonly view: PageView; readonly marks: readonly PaintedMark[]; readonly fonts: readonly FontView[]}

/** Thrown where a file holds more than any press file does: nested forms can multiply without end. */
export class TooMuchContent extends Error {}

/** A dense page has some 5,000 operations, a thick book's pages together some 10,000,000. */
const mostOperations: Budget = {page: 1_000_000, file: 50_000_000}
const deepest = 24

type Budget = {readonly page: number; readonly file: number}

/** Paint every page. `budget`: operations on a page, and in all. Throws TooMuchContent, and what the unpacking of a broken stream throws. */
export function paintPages(views: readonly PageView[], budget = mostOperations): readonly PaintedPage[] {
  let inFile = budget.file
  return views.map(view => {
    const allowed = Math.min(budget.page, inFile)
    const left = {operations: allowed}
    const painter: Painter = {marks: [], fonts: new Set(), left, area: view.bleed ?? view.trim ?? view.media}
    paintStream(painter, view, {...start, clip: view.media}, 0)
    inFile -= allowed - left.operations
    return {view, marks: painter.marks, fonts: [...painter.fonts]}
  })
}

/** `area`: what a page shows; beyond it are printer's marks. */
type Painter = {readonly marks: PaintedMark[]; readonly fonts: Set<FontView>; readonly left: {operations: number}; readonly area: BoxPt}

type Colour = {readonly isRgb: boolean; readonly ink: number | undefined; readonly isGradient: boolean}

type State = {
  readonly ctm: Matrix
  readonly clip: BoxPt
  readonly linePt: number
  readonly fill: Colour
  readonly stroke: Colour
  readonly font: FontView | undefined
  readonly size: number
}

const black: Colour = {isRgb: false, ink: 1, isGradient: false}
const start: Omit<State, 'clip'> = {ctm: identity, linePt: 1, fill: black, stroke: black, font: undefined, size: 0}

/** What a stream is read with. */
type Reading = {
  readonly painter: Painter
  readonly resources: ResourceView
  readonly depth: number
  readonly kept: State[]
  state: State
  text: Matrix
  line: Matrix
  path: BoxPt | undefined
  isRectangle: boolean
  clips: boolean
}

function paintStream(painter: Painter, {content, resources}: StreamView, state: State, depth: number): void {
  if (depth > deepest) throw new TooMuchContent('forms nested too deep')
  const reading: Reading = {painter, resources, depth, kept: [], state, text: identity, line: identity, path: undefined, isRectangle: false, clips: false}
  const text = content()
  // Opening a stream costs too, even where little is painted.
  painter.left.operations -= 200 + Math.floor(text.length / 64)
  forEachOperation(text, operation => {
    if (--painter.left.operations < 0) throw new TooMuchContent('too much on the pages')
    handlers.get(operation.operator)?.(reading, operation)
  })
}

type Handler = (reading: Reading, operation: Operation) => unknown

const set = (reading: Reading, change: Partial<State>) => reading.state = {...reading.state, ...change}

const handlers: ReadonlyMap<string, Handler> = new Map(Object.entries<Handler>({
  q: ({kept, state}) => kept.length < 512 && kept.push(state),
  Q: reading => reading.state = reading.kept.pop() ?? reading.state,
  cm: (reading, {operands}) => set(reading, {ctm: concatenate(matrixFrom(operands) ?? identity, reading.state.ctm)}),
  w: (reading, {operands}) => set(reading, {linePt: Number(operands[0])}),
  gs: (reading, {operands}) => set(reading, {linePt: reading.resources.lineWidths.get(nameIn(operands[0])) ?? reading.state.linePt}),
  g: (reading, {operands}) => set(reading, {fill: {...black, ink: 1 - Number(operands[0])}}),
  G: (reading, {operands}) => set(reading, {stroke: {...black, ink: 1 - Number(operands[0])}}),
  k: (reading, {operands}) => set(reading, {fill: {...black, ink: sum(operands)}}),
  K: (reading, {operands}) => set(reading, {stroke: {...black, ink: sum(operands)}}),
  rg: reading => set(reading, {fill: {isRgb: true, ink: undefined, isGradient: false}}),
  RG: reading => set(reading, {stroke: {isRgb: true, ink: undefined, isGradient: false}}),
  cs: (reading, {operands}) => set(reading, {fill: colourIn(reading.resources, operands[0])}),
  CS: (reading, {operands}) => set(reading, {stroke: colourIn(reading.resources, operands[0])}),
  scn: (reading, {operands}) => set(reading, {fill: colourOf(reading.resources, operands, reading.state.fill)}),
  SCN: (reading, {operands}) => set(reading, {stroke: colourOf(reading.resources, operands, reading.state.stroke)}),
  m: (reading, {operands}) => extend(reading, operands, false),
  l: (reading, {operands}) => extend(reading, operands, false),
  c: (reading, {operands}) => extend(reading, operands, false),
  v: (reading, {operands}) => extend(reading, operands, false),
  y: (reading, {operands}) => extend(reading, operands, false),
  re: (reading, {operands: [x = '0', y = '0', width = '0', height = '0']}) => extend(reading, [x, y, String(Number(x) + Number(width)), y, x, String(Number(y) + Number(height)), String(Number(x) + Number(width)), String(Number(y) + Number(height))], true),
  W: reading => reading.clips = true,
  'W*': reading => reading.clips = true,
  n: endPath, f: fillPath, F: fillPath, 'f*': fillPath, S: strokePath, s: strokePath, B: fillPath, 'B*': fillPath, b: fillPath, 'b*': fillPath,
  sh: (reading, {operands}) => paint(reading, {kind: 'gradient', box: reading.state.clip, isRgb: isRgbSpace(reading.resources.spaces.get(nameIn(operands[0])) ?? '')}),
  Do: draw,
  BT: reading => reading.text = reading.line = identity,
  Tf: (reading, {operands}) => set(reading, {font: reading.resources.fonts.get(nameIn(operands[0])), size: Number(operands[1])}),
  Tm: (reading, {operands}) => reading.text = reading.line = matrixFrom(operands) ?? identity,
  Td: (reading, {operands: [x, y]}) => reading.text = reading.line = moved(reading.line, Number(x), Number(y)),
  TD: (reading, {operands: [x, y]}) => reading.text = reading.line = moved(reading.line, Number(x), Number(y)),
  Tj: showText, TJ: showText, '\'': showText, '"': showText
}))

function nameIn(operand: string | undefined): string {
  return operand?.slice(1) ?? ''
}

function sum(operands: readonly string[]): number {
  return operands.reduce((total, operand) => total + Number(operand), 0)
}

function isRgbSpace(family: string): boolean {
  return family === 'DeviceRGB' || family === 'CalRGB' || family === 'ICCBased 3'
}

function colourIn({spaces}: ResourceView, operand: string | undefined): Colour {
  const family = spaces.get(nameIn(operand)) ?? nameIn(operand)
  return {isRgb: isRgbSpace(family), ink: undefined, isGradient: family === 'Pattern'}
}

function colourOf({spaces}: ResourceView, operands: readonly string[], former: Colour): Colour {
  const last = operands.at(-1) ?? ''
  if (last.startsWith('/')) return {isRgb: isRgbSpace(spaces.get(nameIn(last)) ?? ''), ink: undefined, isGradient: true}
  return {...former, ink: former.isRgb ? undefined : sum(operands)}
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

function paint({painter, state}: Reading, mark: PaintedMark): void {
  const box = intersection(mark.box, state.clip)
  if (box.right >= box.left && box.top >= box.bottom) painter.marks.push({...mark, box})
}

function draw(reading: Reading, {operands}: Operation): void {
  const {painter, resources, state, depth} = reading
  const drawn = resources.drawn.get(nameIn(operands[0]))
  if (!drawn) return
  if (drawn.kind === 'form') {
    if (isBeyond(drawn, state.ctm, painter.area)) return
    paintStream(painter, drawn, {...state, ctm: concatenate(drawn.matrix, state.ctm)}, depth + 1)
    return
  }
  const [a, b, c, d] = state.ctm
  const inches = Math.max(Math.hypot(a, b), 1e-6) / 72
  const ppi = Math.min(drawn.widthPx / inches, drawn.heightPx / (Math.max(Math.hypot(c, d), 1e-6) / 72))
  paint(reading, {kind: 'picture', box: squareBox(state.ctm, 0, 0, 1, 1), isRgb: isRgbSpace(drawn.space), ppi, object: drawn.object})
}

/** A form that lies beyond what the page shows, as the slug line's letters do: it needs no painting, unless for its fonts. */
function isBeyond({box, matrix, resources: {fonts, drawn}}: FormView, ctm: Matrix, area: BoxPt): boolean {
  if (!box || fonts.size > 0 || drawn.size > 0) return false
  const {left, bottom, right, top} = squareBox(concatenate(matrix, ctm), box.left, box.bottom, box.right, box.top)
  return right <= area.left || left >= area.right || top <= area.bottom || bottom >= area.top
}

/** The box around a rectangle that a matrix may turn. */
function squareBox([a, b, c, d, e, f]: Matrix, x1: number, y1: number, x2: number, y2: number): BoxPt {
  return {
    left: Math.min(a * x1, a * x2) + Math.min(c * y1, c * y2) + e,
    bottom: Math.min(b * x1, b * x2) + Math.min(d * y1, d * y2) + f,
    right: Math.max(a * x1, a * x2) + Math.max(c * y1, c * y2) + e,
    top: Math.max(b * x1, b * x2) + Math.max(d * y1, d * y2) + f
  }
}

/** A matrix whose origin has been moved along its own axes. */
function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, x * a + y * c + e, x * b + y * d + f]
}

/** Letters reach about this far below and above their line, in parts of the size. */
const [descent, ascent] = [0.22, 0.72] as const

function showText(reading: Reading, {operands}: Operation): void {
  const {painter, state: {font, size, ctm, fill}} = reading
  if (!font) return
  painter.fonts.add(font)
  const advance = advanceOf(operands.at(-1) ?? '', font) * size
  const box = squareBox(concatenate(reading.text, ctm), 0, -descent * size, advance, ascent * size)
  reading.text = moved(reading.text, advance, 0)
  const last = painter.marks.at(-1)
  // Letters come one by one; a line of them is one mark.
  if (last?.kind === 'text' && Math.abs(last.box.bottom - box.bottom) < 0.01 && box.left - last.box.right < size * 2) painter.marks[painter.marks.length - 1] = {...last, box: union(last.box, box)}
  else paint(reading, {kind: 'text', box, isRgb: fill.isRgb, ...(fill.ink !== undefined && {ink: fill.ink})})
}

/** How far the words of `Tj` or `TJ` reach, in parts of the size. */
function advanceOf(operand: string, font: FontView): number {
  // Nearly all there is: one string of codes.
  if (operand.startsWith('<') && operand.endsWith('>')) return codesIn(operand.slice(1, -1).replaceAll(/\s/g, ''), font) / 1000
  let advance = 0
  for (const [token] of operand.matchAll(/<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\)|[-+]?[\d.]+/gs)) {
    if (token.startsWith('<')) advance += codesIn(token.replaceAll(/[<>\s]/g, ''), font)
    else if (token.startsWith('(')) advance += Buffer.from(token.slice(1, -1), 'latin1').reduce((total, code) => total + font.widthOf(code), 0)
    else advance -= Number(token)
  }
  return advance / 1000
}

function codesIn(hexadecimal: string, {codeBytes, widthOf}: FontView): number {
  const digits = codeBytes * 2
  let total = 0
  for (let at = 0; at + digits <= hexadecimal.length; at += digits) total += widthOf(parseInt(hexadecimal.slice(at, at + digits), 16))
  return total
}

function union(a: BoxPt, b: BoxPt): BoxPt {
  return {left: Math.min(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.max(a.right, b.right), top: Math.max(a.top, b.top)}
}

function intersection(a: BoxPt, b: BoxPt): BoxPt {
  return {left: Math.max(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.min(a.right, b.right), top: Math.min(a.top, b.top)}
}

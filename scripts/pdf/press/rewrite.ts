/** Rewrites a content stream for the press: inks for screen colours, overprinting black text, no line that is too thin. */
import type {StreamResult, StreamSetting} from '../../adapters/press/convert.ts'
import type {Ink, Rgb} from '../../content/ink.ts'
import {concatenate, identity, matrixFrom, scaleOf, type Matrix} from '../../content/matrix.ts'
import {forEachOperation, numeral, type Operation} from '../../content/operations.ts'
import type {PrintColour} from '../../types.ts'
import {grayOf, inkOperator, isNeutral, type Inks} from './colour.ts'

/** Thinner lines break up on a plate. */
export const leastLinePt = 0.25

/** The names of the graphics states that turn overprinting on and off (ISO 32000-1, 8.6.7). */
export const overprintState = 'PressOver'
export const knockoutState = 'PressKnock'

/** What `q` keeps and `Q` brings back, as far as it matters here. */
type State = {readonly ctm: Matrix; readonly lineWidth: number; readonly isBlack: boolean; readonly isOver: boolean; readonly fillsRgb: boolean; readonly strokesRgb: boolean}

type Edit = {readonly start: number; readonly end: number; readonly text: string}

/** What a stream is read with: the state that stands, the states kept, and what has been found so far. */
type Reading = {
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
  rectangles: readonly Operation[] | undefined
  overprints: boolean
  usesSpot: boolean
  hasColour: boolean
}

/** A stream that nests deeper than any page does: further states are not kept. */
const mostStates = 512

/** Rewrite a stream. Everything but colour operators and too thin lines stays byte for byte. */
export function rewrite(content: string, inks: Inks, {isMask, base, lineWidths}: StreamSetting): StreamResult {
  const reading: Reading = {
    inks, isMask, lineWidths, edits: [], placements: new Map(), unconverted: new Set(), kept: [],
    state: {ctm: base, lineWidth: 1, isBlack: true, isOver: false, fillsRgb: false, strokesRgb: false},
    pathStart: undefined, rectangles: [], overprints: false, usesSpot: false, hasColour: false
  }
  forEachOperation(content, operation => handlers.get(operation.operator)?.(reading, operation))
  const {overprints, usesSpot, hasColour, unconverted, placements, edits} = reading
  return {content: apply(content, edits), overprints, usesSpot, hasColour, unconverted: [...unconverted], placements}
}

type Handler = (reading: Reading, operation: Operation) => unknown

/** What each operator that matters does; all others are copied. */
const handlers: ReadonlyMap<string, Handler> = new Map(Object.entries<Handler>({
  q: ({kept, state}) => kept.length < mostStates && kept.push(state),
  Q: reading => reading.state = reading.kept.pop() ?? reading.state,
  cm: (reading, {operands}) => reading.state = {...reading.state, ctm: concatenate(matrixFrom(operands) ?? identity, reading.state.ctm)},
  w: (reading, {operands}) => reading.state = {...reading.state, lineWidth: Number(operands[0])},
  gs: (reading, {operands}) => reading.state = {...reading.state, lineWidth: reading.lineWidths.get(operands[0]?.slice(1) ?? '') ?? reading.state.lineWidth},
  g: (reading, {operands}) => reading.state = {...reading.state, isBlack: Number(operands[0]) === 0, fillsRgb: false},
  rg: (reading, operation) => setColour(reading, operation, false),
  RG: (reading, operation) => setColour(reading, operation, true),
  cs: (reading, operation) => setSpace(reading, operation, false),
  CS: (reading, operation) => setSpace(reading, operation, true),
  ...alike(['sc', 'scn'], (reading, operation) => reading.state.fillsRgb && setColour(reading, operation, false)),
  ...alike(['SC', 'SCN'], (reading, operation) => reading.state.strokesRgb && setColour(reading, operation, true)),
  ...alike(['Tj', 'TJ', '\'', '"'], showText),
  re: addRectangle,
  m: addLine,
  ...alike(['f', 'F', 'f*'], fill),
  n: endPath,
  ...alike(['S', 's', 'B', 'B*', 'b', 'b*'], stroke),
  Do: draw,
  BI: ({unconverted}) => unconverted.add('picture inside a content stream')
}))

function alike(operators: readonly string[], handler: Handler): Readonly<Record<string, Handler>> {
  return Object.fromEntries(operators.map(operator => [operator, handler]))
}

function replace({edits}: Reading, {start, end}: Operation, text: string): void {
  edits.push({start, end, text})
}

function insert({edits}: Reading, at: number, text: string): void {
  edits.push({start: at, end: at, text})
}

/** In a mask everything is an amount of light; on one plate there is nothing to print over. */
function colourOf({isMask, inks}: Reading): PrintColour {
  return isMask ? 'black' : inks.colour
}

function setColour(reading: Reading, operation: Operation, isStroke: boolean): void {
  const rgb = rgbFrom(operation.operands)
  if (!rgb) return
  const {isMask, inks, state} = reading
  const ink: Ink = isMask ? {kind: 'gray', gray: grayOf(rgb)} : inks.of(rgb)
  reading.usesSpot ||= ink.kind === 'spot'
  reading.hasColour ||= !isMask && !isNeutral(rgb)
  const operator = inkOperator(ink, isStroke, colourOf(reading))
  if (isStroke) {
    replace(reading, operation, operator)
    reading.state = {...state, strokesRgb: false}
    return
  }
  const isBlack = ink.kind === 'gray' && ink.gray === 0
  replace(reading, operation, state.isOver && !isBlack ? `/${knockoutState} gs ${operator}` : operator)
  reading.state = {...state, isBlack, isOver: state.isOver && isBlack, fillsRgb: false}
}

/** Chromium names no spaces but patterns'; where another program did, the screen's is taken for what it is. */
function setSpace(reading: Reading, operation: Operation, isStroke: boolean): void {
  const [space = ''] = operation.operands
  const isRgb = space === '/DeviceRGB'
  if (isRgb) replace(reading, operation, inkOperator({kind: 'gray', gray: 0}, isStroke, colourOf(reading)))
  else if (space !== '/Pattern' && space !== '/DeviceGray') reading.unconverted.add('colour space by name')
  reading.state = isStroke ? {...reading.state, strokesRgb: isRgb} : {...reading.state, fillsRgb: isRgb, isBlack: isRgb}
}

function showText(reading: Reading, {start}: Operation): void {
  if (colourOf(reading) === 'black' || !reading.state.isBlack || reading.state.isOver) return
  insert(reading, start, `/${overprintState} gs `)
  reading.overprints = true
  reading.state = {...reading.state, isOver: true}
}

/** What is no text knocks out again. */
function knockOut(reading: Reading, at: number): void {
  if (!reading.state.isOver) return
  insert(reading, at, `/${knockoutState} gs `)
  reading.state = {...reading.state, isOver: false}
}

function beginPath(reading: Reading, {start}: Operation): void {
  if (reading.pathStart !== undefined) return
  knockOut(reading, start)
  reading.pathStart = start
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
  for (const rectangle of reading.rectangles ?? []) thicken(reading, rectangle)
  endPath(reading)
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
function stroke(reading: Reading): void {
  const {pathStart, state} = reading
  const least = leastLinePt / (scaleOf(state.ctm) || 1)
  endPath(reading)
  // Numbers in a stream are rounded: without a hair's play the width would be set again and again.
  if (pathStart === undefined || state.lineWidth >= least * 0.999) return
  insert(reading, pathStart, `${numeral(Math.ceil(least * 1e4) / 1e4)} w `)
  reading.state = {...state, lineWidth: least}
}

function draw(reading: Reading, {operands, start}: Operation): void {
  const name = operands[0]?.slice(1) ?? ''
  if (!reading.placements.has(name)) reading.placements.set(name, reading.state.ctm)
  knockOut(reading, start)
}

function rgbFrom(operands: readonly string[]): Rgb | undefined {
  const [red, green, blue] = operands.slice(-3).map(operand => Math.min(1, Math.max(0, Number(operand))))
  return red === undefined || green === undefined || blue === undefined || Number.isNaN(red + green + blue) ? undefined : [red, green, blue]
}

/** Put every edit in its place; what lies between is copied. */
function apply(content: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let from = 0
  for (const {start, end, text} of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(content.slice(from, start), text)
    from = end
  }
  return parts.join('') + content.slice(from)
}

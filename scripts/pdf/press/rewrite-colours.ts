/** The operators that choose colours, and text, which overprints where it is black. */
import type {Ink, Rgb} from '../../content/ink.ts'
import type {Operation} from '../../content/operations.ts'
import {grayOf, inkOperator, isOwnColour} from './colour.ts'
import {alike, colourOf, knockoutState, overprint, replace, type Handler, type Reading} from './rewriting.ts'

export const colourHandlers: Readonly<Record<string, Handler>> = {
  g: (reading, operation) => reading.state = {...reading.state, isBlack: operation.number(0) === 0, fillsRgb: false},
  G: (reading, operation) => reading.state = {...reading.state, strokesBlack: operation.number(0) === 0, strokesRgb: false},
  rg: (reading, operation) => setColour(reading, operation, false),
  RG: (reading, operation) => setColour(reading, operation, true),
  cs: (reading, operation) => setSpace(reading, operation, false),
  CS: (reading, operation) => setSpace(reading, operation, true),
  ...alike(['sc', 'scn'], (reading, operation) => reading.state.fillsRgb && setColour(reading, operation, false)),
  ...alike(['SC', 'SCN'], (reading, operation) => reading.state.strokesRgb && setColour(reading, operation, true)),
  ...alike(['Tj', 'TJ', '\'', '"'], showText)
}

function setColour(reading: Reading, operation: Operation, isStroke: boolean): void {
  const rgb = rgbFrom(operation.operands)
  if (!rgb) return
  const {isMask, inks, state} = reading
  const ink: Ink = isMask ? {kind: 'gray', gray: grayOf(rgb)} : inks.of(rgb)
  reading.usesSpot ||= ink.kind === 'spot'
  if (!isMask && isOwnColour(rgb, inks)) noteOwn(reading, ink)
  const operator = inkOperator(ink, isStroke, colourOf(reading))
  const isBlack = ink.kind === 'gray' && ink.gray === 0
  if (isStroke) {
    replace(reading, operation, operator)
    reading.state = {...state, strokesBlack: isBlack, strokesRgb: false}
    return
  }
  replace(reading, operation, state.isOver && !isBlack ? `/${knockoutState} gs ${operator}` : operator)
  reading.state = {...state, isBlack, isOver: state.isOver && isBlack, fillsRgb: false}
}

function noteOwn(reading: Reading, ink: Ink): void {
  reading.hasColour = true
  if (ink.kind === 'gray') reading.ownGrays.add(ink.gray)
}

/** Chromium names no spaces but patterns'; where another program did, the screen's is taken for what it is. */
function setSpace(reading: Reading, operation: Operation, isStroke: boolean): void {
  const [space = ''] = operation.operands
  const isRgb = space === '/DeviceRGB'
  if (isRgb) replace(reading, operation, inkOperator({kind: 'gray', gray: 0}, isStroke, colourOf(reading)))
  else if (space !== '/Pattern' && space !== '/DeviceGray') reading.unconverted.add('colour space by name')
  reading.state = isStroke ? {...reading.state, strokesRgb: isRgb, strokesBlack: isRgb} : {...reading.state, fillsRgb: isRgb, isBlack: isRgb}
}

function showText(reading: Reading, {start}: Operation): void {
  if (reading.state.isBlack) overprint(reading, start)
}

function rgbFrom(operands: readonly string[]): Rgb | undefined {
  const [red, green, blue] = operands.slice(-3).map(operand => Math.min(1, Math.max(0, Number(operand))))
  return red === undefined || green === undefined || blue === undefined || Number.isNaN(red + green + blue) ? undefined : [red, green, blue]
}

/** The operators that choose colours: what counts is whether a colour is the screen's, and how much ink it takes. */
import type {ResourceView} from '../../adapters/press/view.ts'
import {black, nameIn, set, type Colour, type Handler} from './painting.ts'

const screen: Colour = {isRgb: true, isInkless: true, ink: undefined, isGradient: false}

export const colourHandlers: Readonly<Record<string, Handler>> = {
  g: (reading, operation) => set(reading, {fill: {...black, ink: 1 - operation.number(0)}}),
  G: (reading, operation) => set(reading, {stroke: {...black, ink: 1 - operation.number(0)}}),
  k: (reading, {operands}) => set(reading, {fill: {isRgb: false, ink: sum(operands), isGradient: false}}),
  K: (reading, {operands}) => set(reading, {stroke: {isRgb: false, ink: sum(operands), isGradient: false}}),
  rg: reading => set(reading, {fill: screen}),
  RG: reading => set(reading, {stroke: screen}),
  cs: (reading, operation) => set(reading, {fill: colourIn(reading.resources.spaces, operation.operand(0))}),
  CS: (reading, operation) => set(reading, {stroke: colourIn(reading.resources.spaces, operation.operand(0))}),
  ...alike(['sc', 'scn'], (reading, {operands}) => set(reading, {fill: colourOf(reading.resources, operands, reading.state.fill)})),
  ...alike(['SC', 'SCN'], (reading, {operands}) => set(reading, {stroke: colourOf(reading.resources, operands, reading.state.stroke)}))
}

function alike(operators: readonly string[], handler: Handler): Readonly<Record<string, Handler>> {
  return Object.fromEntries(operators.map(operator => [operator, handler]))
}

/** Tell whether a family of colour spaces is the screen's. */
export function isRgbSpace(family: string): boolean {
  return family === 'DeviceRGB' || family === 'CalRGB' || family === 'ICCBased 3'
}

function colourIn(spaces: ResourceView['spaces'], operand: string): Colour {
  const family = spaces.get(nameIn(operand)) ?? nameIn(operand)
  return {isRgb: isRgbSpace(family), ink: undefined, isGradient: family === 'Pattern', ...(isGraySpace(family) && {isGray: true}), ...(!isInkSpace(family) && {isInkless: true})}
}

/** Tell whether a family of colour spaces has inks for its components, or none of its own. */
export function isInkSpace(family: string): boolean {
  return ['DeviceCMYK', 'ICCBased 4', 'Separation', 'DeviceN', 'Pattern', 'none'].includes(family) || isGraySpace(family)
}

/** Tell whether a family of colour spaces has nothing but grays. */
export function isGraySpace(family: string): boolean {
  return family === 'DeviceGray' || family === 'CalGray' || family === 'ICCBased 1'
}

/** The colour that `scn` chooses: inks, or a pattern by its name, as `sh` has a gradient. */
export function colourOf({spaces, gradients, cells}: ResourceView, operands: readonly string[], former: Colour): Colour {
  const last = operands.at(-1) ?? ''
  if (last.startsWith('/')) {
    const object = gradients.get(nameIn(last))
    const cellPt2 = cells.get(nameIn(last))
    return {...colourIn(spaces, last), isGradient: true, ...(object !== undefined && {object}), ...(cellPt2 !== undefined && {cellPt2})}
  }
  return {...former, ink: former.isInkless ? undefined : former.isGray ? 1 - Number(last) : sum(operands)}
}

function sum(operands: readonly string[]): number {
  return operands.reduce((total, operand) => total + Number(operand), 0)
}

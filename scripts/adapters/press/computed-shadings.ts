/**
 * Gradients whose colours a program computes at every point: such as fade to nothing, repeat, or turn about a point.
 * They are told by what they draw, sampled, and written anew as gradients that every press knows.
 */
import {PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRawStream, type PDFRef} from '@cantoo/pdf-lib'
import {calculatorFrom} from '../../content/calculator.ts'
import {shapeOf, type ColourAt, type GradientShape} from '../../content/gradient-shape.ts'
import type {Rgb} from '../../content/ink.ts'
import {name} from '../pdf-names.ts'
import {numbersAt, pack, unpack} from './objects.ts'

/** A gradient's colours at equal steps, and how to write it with them in other inks. */
export type ComputedShading = {readonly colours: readonly Rgb[]; readonly write: (space: PDFObject, inks: readonly (readonly number[])[]) => PDFRef}

/** Steps from end to end: on a page of A5 one is a twentieth of a millimetre. */
const steps = 4096
/** A quarter of a degree each. */
const wedges = 1440

/** Read a shading of type 1 (ISO 32000-1, 8.7.4.5.2); undefined where it is none that can be told. */
export function computedShading(shading: PDFDict): ComputedShading | undefined {
  const program = shading.lookup(name('Function'))
  const [left = 0, right = 1, bottom = 0, top = 1] = numbersAt(shading, 'Domain')
  if (shading.has(name('Matrix')) || !(program instanceof PDFRawStream)) return undefined
  const colourAt = colourFrom(Buffer.from(unpack(program)).toString('latin1'))
  const shape = colourAt && shapeOf(colourAt, {left, right, bottom, top})
  if (!shape) return undefined
  const {context} = shading
  const colours = visible(placesOn(shape).map(([x, y]) => colourAt(x, y)))
  return {colours, write: (space, inks) => shape.kind === 'conic' ? writeFan(context, shape.to, space, inks) : writeAlong(context, shape, space, inks)}
}

/** Chromium divides what fades by its opacity, and calls what is not to be seen black: the opacity is wanted too. */
const division = 'dup abs 0.00001 lt'

function colourFrom(code: string): ColourAt | undefined {
  const at = code.lastIndexOf(division)
  const calculator = calculatorFrom(at < 0 ? code.trim() : `${code.slice(0, at)}}`)
  return calculator && ((x, y) => calculator([x, y]))
}

/** Where to look at the colours: along the gradient, or on both sides of every wedge, a hair inside it. */
function placesOn({kind, from, to}: GradientShape): readonly (readonly [x: number, y: number])[] {
  if (kind !== 'conic') return Array.from({length: steps}, (_, index) => [from + (to - from) * index / (steps - 1), 0] as const)
  const [turn, hair] = [2 * Math.PI / wedges, 1e-6]
  return Array.from({length: wedges}, (_, index) => [index * turn + hair, (index + 1) * turn - hair])
    .flat().map(angle => [Math.cos(angle) * to, Math.sin(angle) * to] as const)
}

/** Colours without their opacity; what is not to be seen takes its neighbour's, so that it adds none of its own. */
function visible(found: readonly (readonly number[])[]): readonly Rgb[] {
  const own = found.map(([red = 0, green = 0, blue = 0, opacity = 1]) => opacity < 1e-5 ? undefined : [red, green, blue].map(value => Math.min(1, Math.max(0, value / opacity))))
  const filled = fillOn(fillOn(own).toReversed()).toReversed()
  return filled.map((colour): Rgb => [colour?.[0] ?? 1, colour?.[1] ?? 1, colour?.[2] ?? 1])
}

function fillOn<Value>(values: readonly (Value | undefined)[]): readonly (Value | undefined)[] {
  let last: Value | undefined
  return values.map(value => last = value ?? last)
}

/** An axial or a radial shading (types 2 and 3) with a sampled function. */
function writeAlong(context: PDFContext, {kind, from, to, isPadded}: GradientShape, space: PDFObject, inks: readonly (readonly number[])[]): PDFRef {
  const plates = inks[0]?.length ?? 1
  const entries = context.obj({FunctionType: 0, Domain: [0, 1], Range: rangeOf(plates), Size: [inks.length], BitsPerSample: 8})
  const sampled = context.register(pack(entries, Uint8Array.from(inks.flat(), byteOf)))
  const coordinates = kind === 'linear' ? [from, 0, to, 0] : [0, 0, from, 0, 0, to]
  const shading = context.obj({ShadingType: kind === 'linear' ? 2 : 3, Coords: coordinates, Extend: [isPadded, isPadded], Function: sampled})
  shading.set(name('ColorSpace'), space)
  return context.register(shading)
}

/** A fan of triangles about the origin (type 4): each from its two colours to the mean of them in the middle. */
function writeFan(context: PDFContext, radius: number, space: PDFObject, inks: readonly (readonly number[])[]): PDFRef {
  const plates = inks[0]?.length ?? 1
  const turn = 2 * Math.PI / wedges
  const reach = radius / Math.cos(turn / 2)
  const [bytesAVertex, decoded] = [1 + 2 * 4 + plates, [-reach, reach, -reach, reach, ...rangeOf(plates)]]
  const mesh = Buffer.alloc(wedges * 3 * bytesAVertex)
  let at = 0
  const vertex = (distance: number, angle: number, colour: readonly number[]) => {
    const place = [Math.cos(angle), Math.sin(angle)].map(along => Math.round((along * distance / reach + 1) / 2 * 0xFFFF_FFFF))
    for (const [axis, value] of place.entries()) mesh.writeUInt32BE(value, at + 1 + 4 * axis)
    mesh.set(colour.map(byteOf), at + 9)
    at += bytesAVertex
  }
  for (let wedge = 0; wedge < wedges; wedge++) {
    const [first = [], second = []] = [inks[2 * wedge], inks[2 * wedge + 1]]
    vertex(0, 0, first.map((value, plate) => (value + (second[plate] ?? 0)) / 2))
    vertex(reach, wedge * turn, first)
    vertex(reach, (wedge + 1) * turn, second)
  }
  const entries = context.obj({ShadingType: 4, BitsPerCoordinate: 32, BitsPerComponent: 8, BitsPerFlag: 8, Decode: decoded})
  entries.set(name('ColorSpace'), space)
  return context.register(pack(entries, mesh))
}

function rangeOf(plates: number): readonly number[] {
  return Array.from({length: plates}, () => [0, 1]).flat()
}

function byteOf(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 255)
}

/** Tell whether a shading is computed at every point. */
export function isComputed(shading: PDFDict): boolean {
  return shading.lookup(name('ShadingType'))?.toString() === '1' && !(shading.lookup(name('Function')) instanceof PDFArray)
}

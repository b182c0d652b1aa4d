/** Gradients for the press: their colours are few, so they are converted where they stand, in the functions. */
import {PDFArray, PDFDict, type PDFObject, PDFRawStream, type PDFRef} from '@cantoo/pdf-lib'
import type {Cmyk, Ink, Rgb} from '../../content/ink.ts'
import {computedShading, isComputed} from './computed-shadings.ts'
import {name} from '../pdf-names.ts'
import {nameAt, numbersAt} from './objects.ts'

/** How a gradient may be printed: all of it in one kind of ink. `spot` is the ink's colour space. */
export type ShadingPlan = {readonly inkOf: (rgb: Rgb) => Ink; readonly grayOf: (rgb: Rgb) => number; readonly isMask: boolean; readonly spot: PDFObject | undefined; readonly isProcess: boolean}

/** The colours that a shading had; `anew`: what it is to be replaced by, where it could not be converted in place. */
export type ConvertedShading = {readonly colours: readonly Rgb[]; readonly anew?: PDFRef}

/** Convert a shading. Undefined where it cannot be: a program that computes its colours as no gradient of a web page does. */
export function convertShading(shading: PDFDict, plan: ShadingPlan): ConvertedShading | undefined {
  if (nameAt(shading, 'ColorSpace') !== 'DeviceRGB') return nameAt(shading, 'ColorSpace') === 'DeviceGray' ? {colours: []} : undefined
  if (isComputed(shading)) return convertComputed(shading, plan)
  const functions = functionsIn(shading.lookup(name('Function')))
  if (!functions) return undefined
  const colours = functions.flatMap(found => ['C0', 'C1'].map(key => rgbAt(found, key)))
  const {space, components} = wayFor(colours, plan)
  for (const found of functions) for (const key of ['C0', 'C1']) found.set(name(key), found.context.obj([...components(rgbAt(found, key))]))
  shading.set(name('ColorSpace'), space)
  return {colours}
}

function convertComputed(shading: PDFDict, plan: ShadingPlan): ConvertedShading | undefined {
  const computed = computedShading(shading)
  if (!computed) return undefined
  const {colours, write} = computed
  const {space, components} = wayFor(colours, plan)
  return {colours, anew: write(space, colours.map(components))}
}

/** Neutral gradients in black ink alone, those between tints of the accent in the spot ink, others in all that there are. */
function wayFor(colours: readonly Rgb[], {inkOf, grayOf, isMask, spot, isProcess}: ShadingPlan): {readonly space: PDFObject; readonly components: (rgb: Rgb) => readonly number[]} {
  const inks = colours.map(inkOf)
  if (isMask || inks.every(({kind}) => kind === 'gray')) return {space: name('DeviceGray'), components: rgb => [grayOf(rgb)]}
  if (isProcess) return {space: name('DeviceCMYK'), components: rgb => cmykOf(inkOf(rgb))}
  const tints = inks.map(tintOf)
  if (spot && tints.every(tint => tint !== undefined)) return {space: spot, components: rgb => [tintOf(inkOf(rgb)) ?? 0]}
  return {space: name('DeviceGray'), components: rgb => [grayOf(rgb)]}
}

function cmykOf(ink: Ink): Cmyk {
  return ink.kind === 'process' ? ink.inks : [0, 0, 0, ink.kind === 'gray' ? 1 - ink.gray : 0]
}

/** Paper is the spot ink's tint of nothing. */
function tintOf(ink: Ink): number | undefined {
  return ink.kind === 'spot' ? ink.tint : ink.kind === 'gray' && ink.gray === 1 ? 0 : undefined
}

function rgbAt(dict: PDFDict, key: string): Rgb {
  const [red, green, blue] = numbersAt(dict, key)
  // Without an entry a function goes from black to white (ISO 32000-1, 7.10.3).
  const fallback = key === 'C0' ? 0 : 1
  return [red ?? fallback, green ?? fallback, blue ?? fallback]
}

/** The exponential functions of a shading, stitched or alone; undefined where one is of another type. */
function functionsIn(value: PDFObject | undefined, depth = 0): readonly PDFDict[] | undefined {
  if (depth > 4 || !(value instanceof PDFDict) || value instanceof PDFRawStream) return undefined
  const type = value.lookup(name('FunctionType'))?.toString()
  if (type === '2') return [value]
  const parts = value.lookup(name('Functions'))
  if (type !== '3' || !(parts instanceof PDFArray)) return undefined
  const found = Array.from({length: parts.size()}, (_, index) => functionsIn(parts.lookup(index), depth + 1))
  return found.every(part => part !== undefined) ? found.flat() : undefined
}

/** Walks from each page through all that it draws, and converts every stream, picture and gradient once, where it stands. */
import {PDFDict, type PDFDocument, type PDFObject, PDFRawStream, PDFRef} from '@cantoo/pdf-lib'
import type {Ink, Rgb} from '../../content/ink.ts'
import {concatenate, identity, matrixFrom, type Matrix} from '../../content/matrix.ts'
import {name} from '../pdf-names.ts'
import {contentOf, dictAt, entriesAt, madeAt, nameAt, numberAt, numbersAt, pack, streamAt, unpack, unpackedStream} from './objects.ts'
import {convertPicture, type ConvertPixels} from './pictures.ts'
import {convertShading} from './shadings.ts'

/** A content stream's surroundings, and what it comes back as. */
export type StreamSetting = {readonly isMask: boolean; readonly base: Matrix; readonly lineWidths: ReadonlyMap<string, number>}
export type StreamResult = {
  readonly content: string
  readonly overprints: boolean
  readonly usesSpot: boolean
  readonly hasColour: boolean
  /** What the author's own colours became, where they are printed in black: from 0, black, to 1. */
  readonly ownGrays: readonly number[]
  readonly unconverted: readonly string[]
  readonly placements: ReadonlyMap<string, Matrix>
}

/** How colours are converted; pure, handed in. */
export type ColourPlan = {
  readonly rewrite: (content: string, setting: StreamSetting) => StreamResult
  readonly pixels: ConvertPixels
  readonly inkOf: (rgb: Rgb) => Ink
  readonly grayOf: (rgb: Rgb) => number
  /** Whether a colour is the author's own: neither a gray nor the theme's. */
  readonly isOwnColour: (rgb: Rgb) => boolean
  readonly isProcess: boolean
  /** Names that `rewrite` uses: graphics states that overprint and knock out, the colour spaces of the spot ink and of all plates. */
  readonly names: {readonly overprint: string; readonly knockout: string; readonly spot: string; readonly all: string}
  /** The space of transparency groups. A one-ink page has none of its own: it is blended in the press's space. */
  readonly groups: 'DeviceGray' | 'DeviceCMYK'
}

/**
 * What was met on a page (from 1): what could not be converted, whether colour was taken off it, and what grays it became;
 * of pictures and gradients the numbers of their objects: those that lost colour, and those that could not be converted.
 */
export type Conversion = {readonly page: number} & Pick<Found, 'unconverted' | 'hasColour' | 'ownGrays' | 'colourObjects' | 'failedObjects'>

/** Forms in forms: no page goes deeper. */
const deepest = 24

type Walk = {
  readonly plan: ColourPlan
  readonly spot: PDFRef | undefined
  readonly done: Map<string, Promise<Found>>
}

/** What was found in an object and below it. */
type Found = {readonly unconverted: readonly string[]; readonly hasColour: boolean; readonly ownGrays: readonly number[]; readonly isTransparent: boolean; readonly colourObjects: readonly number[]; readonly failedObjects: readonly number[]}

const nothing: Found = {unconverted: [], hasColour: false, ownGrays: [], isTransparent: false, colourObjects: [], failedObjects: []}

function together(found: readonly Found[]): Found {
  return {
    unconverted: [...new Set(found.flatMap(({unconverted}) => unconverted))],
    hasColour: found.some(({hasColour}) => hasColour),
    ownGrays: [...new Set(found.flatMap(({ownGrays}) => ownGrays))],
    isTransparent: found.some(({isTransparent}) => isTransparent),
    colourObjects: [...new Set(found.flatMap(({colourObjects}) => colourObjects))],
    failedObjects: [...new Set(found.flatMap(({failedObjects}) => failedObjects))]
  }
}

/** Convert all pages of a file in place. `spot` is the spot ink's colour space where there is one. */
export async function convertColours(file: PDFDocument, plan: ColourPlan, spot: PDFRef | undefined): Promise<readonly Conversion[]> {
  const walk: Walk = {plan, spot, done: new Map()}
  const conversions: Conversion[] = []
  for (const [index, page] of file.getPages().entries()) {
    const {isTransparent, ...met} = await convertPage(page.node, walk)
    if (isTransparent && plan.groups === 'DeviceCMYK') page.node.set(name('Group'), file.context.obj({Type: 'Group', S: 'Transparency', CS: 'DeviceCMYK', I: true}))
    conversions.push({page: index + 1, ...met})
  }
  return conversions
}

async function convertPage(page: PDFDict, walk: Walk): Promise<Found> {
  const resources = madeAt(page, 'Resources')
  const result = walk.plan.rewrite(contentOf(page), {isMask: false, base: identity, lineWidths: lineWidthsIn(resources)})
  page.set(name('Contents'), unpackedStream(page.context, result.content))
  addResources(resources, result, walk)
  return together([ownFindings(result), await convertResources(resources, result.placements, false, walk, 0)])
}

function ownFindings({unconverted, hasColour, ownGrays}: StreamResult): Found {
  return {...nothing, unconverted, hasColour, ownGrays}
}

/** The graphics states and the colour space that a rewritten stream calls by name. */
function addResources(resources: PDFDict, {overprints, usesSpot}: StreamResult, {plan: {names}, spot}: Walk): void {
  if (overprints) {
    const states = madeAt(resources, 'ExtGState')
    states.set(name(names.overprint), resources.context.obj({Type: 'ExtGState', OP: true, op: true, OPM: 1}))
    states.set(name(names.knockout), resources.context.obj({Type: 'ExtGState', OP: false, op: false, OPM: 0}))
  }
  if (usesSpot && spot) madeAt(resources, 'ColorSpace').set(name(names.spot), spot)
}

/** Convert all that a stream's resources lead to; an object that is met again is not done again. */
async function convertResources(resources: PDFDict, placements: ReadonlyMap<string, Matrix>, isMask: boolean, walk: Walk, depth: number): Promise<Found> {
  if (depth > deepest) return {...nothing, unconverted: ['forms nested too deep']}
  const found: Promise<Found>[] = []
  const once = (ref: PDFRef | undefined, convert: () => Promise<Found>) => {
    const key = ref ? `${ref.toString()} ${isMask}` : ''
    const known = walk.done.get(key)
    const made = known ?? convert()
    if (key !== '') walk.done.set(key, made)
    found.push(made)
  }
  for (const {key, value, ref} of entriesAt(resources, 'XObject')) {
    const base = placements.get(key) ?? identity
    if (value instanceof PDFRawStream) once(ref, () => convertXObject(value, ref, {base, isMask}, walk, depth))
  }
  for (const {value, ref} of entriesAt(resources, 'Pattern')) once(ref, () => convertPattern(value, ref, isMask, walk, depth))
  for (const {key, ref} of entriesAt(resources, 'Shading')) once(ref, () => Promise.resolve(underNumber(ref, convertGradient(madeAt(resources, 'Shading'), key, isMask, walk))))
  for (const {value, ref} of entriesAt(resources, 'ExtGState')) once(ref, () => convertState(value, walk, depth))
  return together(await Promise.all(found))
}

async function convertXObject(stream: PDFRawStream, ref: PDFRef | undefined, {base, isMask}: {base: Matrix; isMask: boolean}, walk: Walk, depth: number): Promise<Found> {
  if (nameAt(stream.dict, 'Subtype') === 'Form') return convertForm(stream, ref, {base, isMask}, walk, depth)
  const isTransparent = stream.dict.has(name('SMask')) && !isMask
  const converted = await convertPicture(stream, walk.plan.pixels)
  if (converted === 'unknown') return {...nothing, isTransparent, unconverted: ['picture of an unknown kind'], failedObjects: numberOf(ref)}
  if (converted === 'as it is' || !ref) return {...nothing, isTransparent}
  stream.dict.context.assign(ref, converted.stream)
  return {...nothing, isTransparent, hasColour: converted.hadColour, colourObjects: converted.hadColour ? numberOf(ref) : []}
}

/** A form, a pattern's cell or a mask's drawing: its content, its group and what it draws with. */
async function convertForm(stream: PDFRawStream, ref: PDFRef | undefined, {base, isMask}: {base: Matrix; isMask: boolean}, walk: Walk, depth: number): Promise<Found> {
  const own = concatenate(matrixFrom(numbersAt(stream.dict, 'Matrix')) ?? identity, base)
  const resources = madeAt(stream.dict, 'Resources')
  const result = walk.plan.rewrite(Buffer.from(unpack(stream)).toString('latin1'), {isMask, base: own, lineWidths: lineWidthsIn(resources)})
  addResources(resources, result, walk)
  const group = dictAt(stream.dict, 'Group')
  if (group?.has(name('CS'))) group.set(name('CS'), name(isMask ? 'DeviceGray' : walk.plan.groups))
  const below = await convertResources(resources, result.placements, isMask, walk, depth + 1)
  if (ref) stream.dict.context.assign(ref, pack(stream.dict, Buffer.from(result.content, 'latin1')))
  return together([ownFindings(result), below])
}

/** What a pattern's cell is drawn with is found under the pattern's own number: what is painted with it shows no more. */
async function convertPattern(value: PDFObject, ref: PDFRef | undefined, isMask: boolean, walk: Walk, depth: number): Promise<Found> {
  if (value instanceof PDFRawStream) return underNumber(ref, await convertForm(value, ref, {base: identity, isMask}, walk, depth))
  return value instanceof PDFDict && value.has(name('Shading')) ? underNumber(ref, convertGradient(value, 'Shading', isMask, walk)) : nothing
}

function underNumber(ref: PDFRef | undefined, found: Found): Found {
  return {...found, colourObjects: found.hasColour ? numberOf(ref) : [], failedObjects: found.unconverted.length > 0 ? numberOf(ref) : []}
}

function numberOf(ref: PDFRef | undefined): readonly number[] {
  return ref ? [ref.objectNumber] : []
}

/** Convert the gradient that stands in `holder` under `key`. */
function convertGradient(holder: PDFDict, key: string, isMask: boolean, {plan, spot}: Walk): Found {
  const shading = dictAt(holder, key)
  const converted = shading && convertShading(shading, {...plan, isMask, spot})
  if (!converted) return {...nothing, unconverted: ['gradient between two circles that repeats or fades']}
  if (converted.anew) holder.set(name(key), converted.anew)
  return {...nothing, hasColour: !isMask && converted.colours.some(plan.isOwnColour)}
}

/** A graphics state with opacity makes the page transparent; a mask's drawing is converted to grays. */
async function convertState(value: PDFObject, walk: Walk, depth: number): Promise<Found> {
  if (!(value instanceof PDFDict)) return nothing
  const isTransparent = [numberAt(value, 'ca'), numberAt(value, 'CA')].some(opacity => opacity !== undefined && opacity < 1) || !['Normal', undefined].includes(nameAt(value, 'BM'))
  const mask = dictAt(value, 'SMask')
  const form = streamAt(mask, 'G')
  if (!form) return {...nothing, isTransparent}
  const ref = mask?.get(name('G'))
  const found = await convertForm(form, ref instanceof PDFRef ? ref : undefined, {base: identity, isMask: nameAt(mask, 'S') === 'Luminosity'}, walk, depth + 1)
  return {...found, isTransparent: true, hasColour: false, ownGrays: []}
}

function lineWidthsIn(resources: PDFDict): ReadonlyMap<string, number> {
  return new Map(entriesAt(resources, 'ExtGState').flatMap(({key, value}) => {
    const width = value instanceof PDFDict ? numberAt(value, 'LW') : undefined
    return width === undefined ? [] : [[key, width] as const]
  }))
}

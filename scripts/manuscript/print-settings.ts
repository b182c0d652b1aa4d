/** The defaults of the press file, by the page's size and what else the metadata says. */
import type {z} from 'zod'
import type {PageSize, Place, PrintCondition, PrintSettings} from '../types.ts'
import {markNames, type print} from './print-schema.ts'

/** Sizes that US shops print; there the usual bleed is an eighth of an inch. */
const usSizes = ['half-letter', 'digest', 'letter']
const mmPerEighthInch = 3.175

/** `profile`: what the file that `icc` names holds; `placeOf`: where a key of `print` stands. */
type Known = {readonly profile: Uint8Array | undefined; readonly placeOf: (key: string) => Place}

/** Fill in what `print` leaves open. Without its profile the uncoated condition stands in. */
export function printSettings(given: z.output<typeof print> = {}, {name}: PageSize, {profile, placeOf}: Known): PrintSettings {
  const {colour = 'black', icc = 'uncoated', bleed, marks = markNames, standard = 'x4', cover = 'self', coverColour = colour, paper = 80} = given
  const isUs = usSizes.includes(name) || name.endsWith('in')
  return {colour, condition: conditionOf(icc, profile), bleedMm: bleed ?? (isUs ? mmPerEighthInch : 3), marks, standard, cover, coverColour, paperGsm: paper, ...placesOf(given, placeOf)}
}

function placesOf({cover, coverColour}: z.output<typeof print>, placeOf: Known['placeOf']): Pick<PrintSettings, 'places'> {
  if (cover === undefined && coverColour === undefined) return {}
  return {places: {...(cover !== undefined && {cover: placeOf('cover')}), ...(coverColour !== undefined && {coverColour: placeOf('coverColour')})}}
}

function conditionOf(icc: string, bytes: Uint8Array | undefined): PrintCondition {
  if (icc === 'uncoated' || icc === 'coated') return {name: icc}
  return bytes ? {name: 'own', file: icc, bytes} : {name: 'uncoated'}
}

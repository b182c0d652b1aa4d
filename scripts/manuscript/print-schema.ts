/** The metadata's key `print`: how the press file is to be made. Each `error` is the second half of a message. */
import {z} from 'zod'
import type {PrintColour, PrinterMark} from '../types.ts'

const mmPerUnit: Readonly<Record<string, number>> = {mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72}
/** More bleed than any shop asks for. */
const mostBleedMm = 10

/** The marks by their names, in the order of the documentation. */
export const markNames: readonly PrinterMark[] = ['crop', 'bleed', 'registration', 'bar', 'slug']

/** A value that a function reads, of any kind that YAML has, or says with undefined that it cannot. */
function read<Value>(expected: string | ((value: unknown) => string), reader: (value: unknown) => Value | undefined) {
  return z.unknown().transform((value, context): Value => {
    const result = reader(value)
    if (result !== undefined) return result
    context.issues.push({code: 'custom', message: typeof expected === 'string' ? expected : expected(value), input: value})
    return z.NEVER
  })
}

const colour = () => read(value => `\`black\`, \`process\` or \`{spot: NAME}\` with the name of an ink, such as \`{spot: PANTONE 185 U}\`${isReserved(value) ? '; \`cyan\`, \`magenta\`, \`yellow\`, \`black\`, \`all\` and \`none\` mean plates that are there already' : ''}`, colourOf)

export const print = z.strictObject({
  colour: colour().exactOptional(),
  icc: z.string({error: '`uncoated`, `coated` or the name of an ICC profile beside the manuscript'}).trim()
    .min(1, {error: '`uncoated`, `coated` or the name of an ICC profile beside the manuscript'}).exactOptional(),
  bleed: read(`a length such as \`3mm\` or \`0.125in\`, at most ${mostBleedMm} mm`, bleedOf).exactOptional(),
  marks: read(value => `\`true\`, \`false\` or a list of ${listed(markNames)}${unknownMarks(value)}`, marksOf).exactOptional(),
  standard: z.enum(['x4', 'none'], {error: '`x4` or `none`'}).exactOptional(),
  cover: z.enum(['self', 'separate'], {error: '`self` or `separate`'}).exactOptional(),
  coverColour: colour().exactOptional(),
  paper: read('the weight of the paper in g/m², 40 to 400', paperOf).exactOptional()
}, {error: 'a map with `colour`, `icc`, `bleed`, `marks`, `standard`, `cover`, `coverColour` and `paper`'})

/** Printers' own names for the four process inks and for all plates: a spot ink may have none of them (ISO 32000-1, 8.6.6.4). */
const reservedInks = ['all', 'none', 'black', 'cyan', 'magenta', 'yellow']

/** Tell whether a spot ink has a name that is a plate's. */
function isReserved(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'spot' in value && typeof value.spot === 'string' && reservedInks.includes(value.spot.trim().toLowerCase())
}

function colourOf(value: unknown): PrintColour | undefined {
  if (value === 'black' || value === 'process') return value
  if (typeof value !== 'object' || value === null || !('spot' in value) || Object.keys(value).length !== 1 || typeof value.spot !== 'string') return undefined
  const spot = value.spot.trim()
  const isName = /^[\x20-\x7E]{1,60}$/.test(spot) && !reservedInks.includes(spot.toLowerCase())
  return isName ? {spot} : undefined
}

function bleedOf(value: unknown): number | undefined {
  const match = typeof value === 'string' || typeof value === 'number' ? /^(\d{1,3}(?:\.\d{1,4})?) ?(mm|cm|in|pt)?$/.exec(String(value).trim()) : null
  const mm = Number(match?.[1] ?? NaN) * (mmPerUnit[match?.[2] ?? 'mm'] ?? NaN)
  return mm <= mostBleedMm ? Math.round(mm * 1e4) / 1e4 : undefined
}

function marksOf(value: unknown): readonly PrinterMark[] | undefined {
  if (typeof value === 'boolean') return value ? markNames : []
  if (!Array.isArray(value) || !value.every(name => markNames.some(known => known === name))) return undefined
  return markNames.filter(name => value.includes(name))
}

/** What of a list is no mark, to be said behind what is. */
function unknownMarks(value: unknown): string {
  const unknown = Array.isArray(value) ? value.filter(name => !markNames.some(known => known === name)).map(String) : []
  return unknown.length === 0 ? '' : `; ${listed(unknown)} ${unknown.length === 1 ? 'is' : 'are'} none of them`
}

function listed(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(', ')
}

function paperOf(value: unknown): number | undefined {
  const match = typeof value === 'string' || typeof value === 'number' ? /^(\d{2,3})(?: ?(?:g|gsm|g\/m²|g\/m2))?$/.exec(String(value).trim()) : null
  const grams = Number(match?.[1] ?? NaN)
  return grams >= 40 && grams <= 400 ? grams : undefined
}

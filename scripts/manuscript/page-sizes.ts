/** Page sizes: their names, and the way to write any other. */
import type {PageSize} from '../types.ts'

const mmPerUnit: Readonly<Record<string, number>> = {mm: 1, cm: 10, in: 25.4}

const sizes: readonly PageSize[] = [
  {name: 'a7', widthMm: 74, heightMm: 105},
  {name: 'a6', widthMm: 105, heightMm: 148},
  {name: 'a5', widthMm: 148, heightMm: 210},
  {name: 'a4', widthMm: 210, heightMm: 297},
  {name: 'half-letter', widthMm: 139.7, heightMm: 215.9},
  {name: 'digest', widthMm: 139.7, heightMm: 215.9},
  {name: 'letter', widthMm: 215.9, heightMm: 279.4},
  {name: 'dl', widthMm: 99, heightMm: 210}
]

/** The names of the sizes, in the order of the documentation. */
export const pageNames: readonly string[] = sizes.map(({name}) => name)

const minimumMm = 50
const maximumMm = 500

/**
 * Read a page size: a name in any case, or `120mm x 190mm` (mm, cm or in; one unit at the end counts for both sides).
 * Undefined where it is none, or where a side is not between 50 and 500 mm.
 */
export function pageSize(text: string): PageSize | undefined {
  const given = text.trim().toLowerCase()
  return sizes.find(({name}) => name === given) ?? ownSize(given)
}

function ownSize(text: string): PageSize | undefined {
  const match = /^(\d{1,4}(?:\.\d{1,4})?) ?(mm|cm|in)? ?[x×] ?(\d{1,4}(?:\.\d{1,4})?) ?(mm|cm|in)$/.exec(text)
  const [, width = '', widthUnit, height = '', heightUnit = ''] = match ?? []
  const widthMm = toMm(width, widthUnit ?? heightUnit)
  const heightMm = toMm(height, heightUnit)
  if (!isPossible(widthMm) || !isPossible(heightMm)) return undefined
  return {name: `${width}${widthUnit ?? heightUnit} x ${height}${heightUnit}`, widthMm, heightMm}
}

/** To a ten-thousandth of a millimetre, so that 5.5 in is 139.7 mm and not the next binary fraction. */
function toMm(length: string, unit: string): number {
  return Math.round(Number(length) * (mmPerUnit[unit] ?? NaN) * 10_000) / 10_000
}

function isPossible(mm: number): boolean {
  return mm >= minimumMm && mm <= maximumMm
}

/** Regions whose paper is Letter, as CLDR lists them (paperSize US-Letter). */
const letterRegions: readonly string[] = ['BZ', 'CA', 'CL', 'CO', 'CR', 'DO', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE']

/** The page for a canonical language: half-letter where its region, if it names one, uses Letter, else A5. */
export function defaultPage(lang: string): PageSize {
  const region = new Intl.Locale(lang).region ?? ''
  const name = letterRegions.includes(region) ? 'half-letter' : 'a5'
  return sizes.find(size => size.name === name) ?? {name: 'a5', widthMm: 148, heightMm: 210}
}

/** The sheets that go with a page: those that its size was made from; for a size of the author's own, the region's. */
export function sheetFamily({name}: PageSize, lang: string): 'iso' | 'us' {
  if (['half-letter', 'digest', 'letter'].includes(name)) return 'us'
  return /^a\d$/.test(name) || defaultPage(lang).name !== 'half-letter' ? 'iso' : 'us'
}

/** Numbers, lengths, papers and file names as the page's language writes them. */
import type {Direction} from '../../writing.ts'
import type {PrintingWords} from './words/index.ts'

export type Measures = {
  readonly number: (value: number) => string
  /** In mm where it is less than 1 cm, in m from 1 m on, to a tenth; or in inches, and feet from a yard on. */
  readonly length: (mm: number) => string
  /** The two sides of a sheet: `210 × 297 mm`, `8½ × 11 in`. */
  readonly size: (widthMm: number, heightMm: number) => string
  /** Things one after the other: `4 and 3`. */
  readonly list: (things: readonly string[]) => string
  /** A paper by the name that the metadata give it, `80 g/m²` or `0.1 mm`; in America by its pounds as well. */
  readonly paper: (name: string) => string
  /** A file's name, which is read from the left in any line. */
  readonly file: (name: string) => string
}

type Language = {readonly lang: string; readonly direction: Direction; readonly words: PrintingWords}
type Format = (value: number) => string
type Formats = (options: Intl.NumberFormatOptions) => Format
type Lengths = Pick<Measures, 'length' | 'size'> & {readonly thickness: Format; readonly weight: (grams: number) => string}

/** How a language writes measures: with the digits of the pamphlet's folios, and units that stay with their number. */
export function measuresIn({lang, direction, words}: Language, system: 'metric' | 'us' = 'metric'): Measures {
  const format: Formats = options => {
    const numbers = new Intl.NumberFormat(lang, {maximumFractionDigits: 1, numberingSystem: 'latn', ...options})
    // The locale data have a double prime where Hebrew has gershayim.
    return value => numbers.format(value).replaceAll(' ', '\u00A0').replaceAll('″', '״')
  }
  const {length, size, thickness, weight} = system === 'us' ? usLengths(format, words) : metricLengths(format, words)
  const paper = (name: string) => {
    const [, value = '', unit = ''] = /^([\d.]+) (g\/m²|mm)$/.exec(name) ?? []
    return unit === 'mm' ? thickness(Number(value)) : unit === '' ? name : weight(Number(value))
  }
  const list = (things: readonly string[]) => new Intl.ListFormat(lang, {type: 'conjunction'}).format(things)
  return {number: format({}), length, size, list, paper, file: name => direction === 'rtl' ? `\u2066${name}\u2069` : name}
}

function metricLengths(format: Formats, words: PrintingWords): Lengths {
  const [number, millimetres, centimetres, metres] = [format({}), unit(format, 'millimeter', 4), unit(format, 'centimeter', 1), unit(format, 'meter', 1)]
  return {
    length: mm => mm < 10 ? millimetres(Math.round(mm * 10) / 10) : mm < 1_000 ? centimetres(mm / 10) : metres(mm / 1_000),
    size: (width, height) => `${number(width)} × ${millimetres(Math.round(height * 10) / 10)}`,
    thickness: millimetres,
    weight: grams => `${number(grams)}\u00A0${words.weight}`
  }
}

const mmPerInch = 25.4
const inchesPerYard = 36
/** Bond and offset papers that shops have, in pounds of a ream of 17 by 22 inches: a pound is 3.76 g/m². */
const pounds = [16, 18, 20, 24, 28, 32, 36]
const gramsPerPound = 3.76

function usLengths(format: Formats, words: PrintingWords): Lengths {
  const [feet, inches, thin] = [unit(format, 'foot', 1), unit(format, 'inch', 1), unit(format, 'inch', 3)]
  const metric = metricLengths(format, words)
  return {
    length: mm => mm < mmPerInch ? unit(format, 'inch', mm < mmPerInch / 10 ? 3 : 2)(mm / mmPerInch) : mm < inchesPerYard * mmPerInch ? inches(mm / mmPerInch) : feet(mm / mmPerInch / 12),
    size: (width, height) => `${inFractions(width, format)} × ${inFractions(height, format)}\u00A0in`,
    thickness: mm => thin(mm / mmPerInch),
    weight: grams => [...pounds.filter(each => each === poundsOf(grams)).map(each => `${each}\u00A0lb`), metric.weight(grams)].join(', ')
  }
}

/** The paper of a shop that is nearest to a weight; undefined for what is heavier than any: a cover's, which is counted otherwise. */
function poundsOf(grams: number): number | undefined {
  const [nearest] = pounds.toSorted((a, b) => Math.abs(a * gramsPerPound - grams) - Math.abs(b * gramsPerPound - grams))
  return nearest !== undefined && Math.abs(nearest * gramsPerPound - grams) <= gramsPerPound * 2 ? nearest : undefined
}

/** In inches, halves and quarters as rulers have them: `5½`. */
function inFractions(mm: number, format: Formats): string {
  const inches = Math.round(mm / mmPerInch * 100) / 100
  const fraction = ['', '¼', '½', '¾'][inches % 1 * 4]
  return fraction === undefined ? format({maximumFractionDigits: 2})(inches) : `${Math.floor(inches)}${fraction}`
}

function unit(format: Formats, name: string, digits: number): Format {
  return format({style: 'unit', unit: name, maximumFractionDigits: digits})
}

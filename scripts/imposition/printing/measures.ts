/** Numbers, lengths, papers and file names as the page's language writes them. */
import type {Direction} from '../../writing.ts'
import type {PrintingWords} from './words/index.ts'

export type Measures = {
  readonly number: (value: number) => string
  /** In mm where it is less than 1 cm, in m from 1 m on, to a tenth. */
  readonly length: (mm: number) => string
  readonly millimetres: (mm: number) => string
  /** Things one after the other: `4 and 3`. */
  readonly list: (things: readonly string[]) => string
  /** A paper by the name that the metadata give it, `80 g/m²` or `0.1 mm`. */
  readonly paper: (name: string) => string
  /** A file's name, which is read from the left in any line. */
  readonly file: (name: string) => string
}

/** How a language writes measures: with the digits of the pamphlet's folios, and units that stay with their number. */
export function measuresIn({lang, direction, words}: {readonly lang: string; readonly direction: Direction; readonly words: PrintingWords}): Measures {
  const format = (options: Intl.NumberFormatOptions) => {
    const numbers = new Intl.NumberFormat(lang, {maximumFractionDigits: 1, numberingSystem: 'latn', ...options})
    // The locale data have a double prime where Hebrew has gershayim.
    return (value: number) => numbers.format(value).replaceAll(' ', '\u00A0').replaceAll('″', '״')
  }
  const [number, millimetres, centimetres, metres] = [format({}), format({style: 'unit', unit: 'millimeter', maximumFractionDigits: 4}), format({style: 'unit', unit: 'centimeter'}), format({style: 'unit', unit: 'meter'})]
  const length = (mm: number) => mm < 10 ? millimetres(Math.round(mm * 10) / 10) : mm < 1_000 ? centimetres(mm / 10) : metres(mm / 1_000)
  const paper = (name: string) => {
    const [, value = '', unit = ''] = /^([\d.]+) (g\/m²|mm)$/.exec(name) ?? []
    return unit === 'mm' ? millimetres(Number(value)) : unit === '' ? name : `${number(Number(value))}\u00A0${words.weight}`
  }
  const list = (things: readonly string[]) => new Intl.ListFormat(lang, {type: 'conjunction'}).format(things)
  return {number, length, list, millimetres, paper, file: name => direction === 'rtl' ? `\u2066${name}\u2069` : name}
}

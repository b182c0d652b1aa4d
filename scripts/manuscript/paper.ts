/** Paper as the metadata names it: by weight or by thickness. */
import type {Paper} from '../types.ts'

/** Office and book papers have 1.2 to 1.3 cm³ a gram; so 80 g/m² is 0.1 mm thick. */
const bulk = 1.25

/**
 * Read `80`, `80 g/m²` (30 to 400) or `0.1 mm` (0.03 to 0.6). Undefined where it is neither, or no paper that a
 * printer takes.
 */
export function paperOf(text: string): Paper | undefined {
  const [, number = '', unit = ''] = /^(\d{1,4}(?:\.\d{1,4})?) ?(g|gsm|g\/m2|g\/m²|mm)?$/.exec(text.trim().toLowerCase()) ?? []
  const value = Number(number)
  if (unit === 'mm') return value >= 0.03 && value <= 0.6 ? {name: `${value} mm`, thicknessMm: value} : undefined
  return value >= 30 && value <= 400 ? {name: `${value} g/m²`, thicknessMm: Math.round(value * bulk) / 1000} : undefined
}

/** Read the creep of one sheet in mm: `true` takes the paper's thickness, `false` none. */
export function creepOf(value: string | boolean): number | boolean | undefined {
  if (typeof value === 'boolean') return value
  const [, number] = /^(\d(?:\.\d{1,4})?) ?(?:mm)?$/.exec(value.trim().toLowerCase()) ?? []
  return number !== undefined && Number(number) <= 1 ? Number(number) : undefined
}

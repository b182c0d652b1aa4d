/** Several saddles one behind the other, sewn through their folds: for what is too thick for a staple. */
import type {Layout} from './layout.ts'
import {nested, saddle} from './saddle.ts'

export const signatures: Layout = {
  ...saddle,
  name: 'signatures',
  order: (pages, {signature}) => {
    const sizes = signatureSizes(Math.ceil(pages / 4), signature)
    const before = sizes.map((_, index) => 4 * sum(sizes.slice(0, index)))
    return sizes.flatMap((sheets, index) => nested({sheets, before: before[index] ?? 0, signature: index}))
  }
}

/** Sizes that fold and sew well, in sheets of office paper. */
const usual = [4, 5, 6, 7, 8]

/**
 * How many sheets each signature has. A size that is asked for holds for all but the last, which has what is left.
 * `auto` takes the size of 4 to 8 sheets that leaves the fewest blank pages, among such the largest, for all.
 */
export function signatureSizes(sheets: number, size: 'auto' | number): readonly number[] {
  if (size !== 'auto') return Array.from({length: Math.ceil(sheets / size)}, (_, index) => Math.min(size, sheets - index * size))
  if (sheets <= 8) return [sheets]
  const blanks = (of: number) => Math.ceil(sheets / of) * of - sheets
  const best = usual.toSorted((a, b) => blanks(a) - blanks(b) || b - a)[0] ?? 4
  return Array.from({length: Math.ceil(sheets / best)}, () => best)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

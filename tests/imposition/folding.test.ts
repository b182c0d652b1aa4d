import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {layouts, pagesAt, placesIn} from '../../scripts/imposition/layouts.ts'
import {layoutNames} from '../../scripts/types.ts'
import {read} from './folding.ts'

const grids = fc.record({columns: fc.integer({min: 1, max: 4}), rows: fc.integer({min: 1, max: 4})})

describe.each(layoutNames)('%s', name => {
  const layout = layouts[name]
  const requests = fc.record({pages: fc.integer({min: 1, max: layout.most ?? 200}), grid: layout.grid ? fc.constant(layout.grid) : grids, signature: fc.option(fc.integer({min: 1, max: 32}), {nil: 'auto' as const})})

  test('folded, cut and stacked, it reads from 1 to n', () => {
    fc.assert(fc.property(requests, ({pages, ...choices}) => {
      const sheets = layout.order(pages, choices)
      const places = placesIn(sheets)
      const expected = Array.from({length: places}, (_, index) => index + 1)
      // The last side of an n-up has places that no page needs.
      expect(read(name, sheets).slice(0, places)).toEqual(expected)
    }))
  })

  test('has every page once, and its blanks together', () => {
    fc.assert(fc.property(requests, fc.boolean(), ({pages, ...choices}, hasBack) => {
      const sheets = layout.order(pages, choices)
      const at = pagesAt(pages, placesIn(sheets), hasBack)
      const reading = read(name, sheets).map(position => at[position])
      expect(reading.filter(page => page !== undefined)).toEqual(Array.from({length: pages}, (_, index) => index + 1))
      const blanks = reading.flatMap((page, index) => page === undefined ? [index] : [])
      expect(blanks).toEqual(blanks.map((_, index) => (blanks[0] ?? 0) + index))
      if (blanks.length > 0) expect(reading.at(-1)).toBe(hasBack && pages > 1 ? pages : undefined)
    }))
  })

  test('wastes less than a sheet, or than the signatures that are alike', () => {
    fc.assert(fc.property(requests, ({pages, ...choices}) => {
      const sheets = layout.order(pages, choices)
      const perSheet = placesIn(sheets) / sheets.length
      const spare = name === 'signatures' && choices.signature === 'auto' ? 8 * 4 : perSheet
      if (layout.most === undefined) expect(placesIn(sheets) - pages).toBeLessThan(spare)
    }))
  })
})

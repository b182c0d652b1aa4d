import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {ColumnNeeds} from '../../../../scripts/typeset/in-page/pages/column-widths.ts'
import {shareWidth} from '../../../../scripts/typeset/in-page/pages/column-widths.ts'

const column = (leastPx: number, rowsPx: number, headPx: number): ColumnNeeds => ({leastPx, rowsPx, headPx})
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

describe('shareWidth', () => {
  test('lets a long head break, so that the rows beside it need not', () => {
    const widths = shareWidth([column(40, 20, 40), column(60, 280, 90), column(45, 30, 130)], 370)
    expect(widths?.[1]).toBeGreaterThanOrEqual(280)
    expect(widths?.[2]).toBeGreaterThanOrEqual(45)
  })

  test('gives what is left to the heads first', () => {
    expect(shareWidth([column(40, 50, 50), column(60, 100, 160), column(30, 30, 300)], 240)).toEqual([50, 160, 30])
  })

  test('leaves short columns what they ask for, and shares the rest by the length of their text', () => {
    expect(shareWidth([column(20, 30, 30), column(50, 400, 50), column(50, 200, 50)], 330)).toEqual([30, 200, 100])
  })

  test('gives up where not even the longest words fit', () => {
    expect(shareWidth([column(200, 300, 200), column(200, 300, 200)], 399)).toBeNull()
  })

  test('fills the room, and is never narrower than the longest word, where there is an answer', () => {
    const needs = fc.record({leastPx: fc.integer({min: 1, max: 200}), rowsPx: fc.integer({min: 1, max: 900}), headPx: fc.integer({min: 1, max: 400})})
    fc.assert(fc.property(fc.array(needs, {minLength: 1, maxLength: 12}), fc.integer({min: 50, max: 900}), (columns, roomPx) => {
      const widths = shareWidth(columns, roomPx)
      if (!widths) return
      expect(Math.abs(total(widths) - roomPx)).toBeLessThan(0.6)
      for (const [index, width] of widths.entries()) expect(width).toBeGreaterThanOrEqual(Math.min(columns[index]?.leastPx ?? 0, roomPx) - 0.01)
    }))
  })
})

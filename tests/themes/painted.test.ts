import {beforeAll, describe, expect, test} from 'vitest'
import type {PaintedMark} from '../../scripts/checks/preflight/painting.ts'
import {paintedIn, sizesOf} from './painted.ts'

describe.each([
  ['plain', {typePt: 10, rulePt: 0.5}],
  ['large-print', {typePt: 18, rulePt: 0.5}]
])('on paper, %s', (theme, {typePt, rulePt}) => {
  let marks: readonly PaintedMark[]
  beforeAll(async () => {
    marks = await paintedIn(theme)
  }, 60_000)

  test(`has no rule thinner than ${rulePt} pt`, () => {
    const lines = marks.flatMap(({linePt}) => linePt !== undefined && linePt > 0 ? [linePt] : [])
    expect(lines.length).toBeGreaterThan(8)
    expect(Math.min(...lines)).toBeGreaterThanOrEqual(rulePt)
  })

  test(`has no type smaller than ${typePt} pt: notes and their figures, folios, formulas, indices and code included`, () => {
    const sizes = sizesOf(marks)
    expect(sizes.length).toBeGreaterThan(100)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(typePt - 0.01)
  })

  test('has no tint: what is painted is black or nothing', () => {
    const inks = marks.flatMap(({ink}) => ink ?? [])
    expect(inks.length).toBeGreaterThan(100)
    expect(inks.filter(ink => ink > 0.01 && ink < 0.99)).toEqual([])
  })
})

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {toNextLine} from '../../../../scripts/typeset/in-page/pages/grid.ts'
import {lineBottoms, linesKept, linesThatFit} from '../../../../scripts/typeset/in-page/pages/note-lines.ts'

describe('a note', () => {
  test('is split between lines, two on either side', () => {
    const bottoms = [15, 30, 45, 60]
    expect(linesThatFit(bottoms, 50, {kept: 2, left: 2})).toBe(30)
    expect(linesThatFit(bottoms, 29, {kept: 2, left: 2})).toBe(0)
    expect(linesThatFit([15, 30, 45], 44, {kept: 2, left: 2})).toBe(0)
  })

  test('has the lines of all its paragraphs; one that is not of whole lines is one', () => {
    expect(lineBottoms([{topPx: 0, heightPx: 30, linePx: 15}, {topPx: 33, heightPx: 40, linePx: 15}])).toEqual([15, 30, 73])
  })

  test('keeps at most what fits', () => {
    fc.assert(fc.property(fc.integer({min: 1, max: 60}), fc.integer({min: 0, max: 1000}), (lines, roomPx) => {
      const bottoms = Array.from({length: lines}, (_, index) => (index + 1) * 15)
      const kept = linesThatFit(bottoms, roomPx, {kept: 1, left: 1})
      expect(kept).toBeLessThanOrEqual(roomPx)
      expect(kept).toBeLessThan(lines * 15)
    }))
  })
})

describe('a paragraph', () => {
  test.each([[0, 1, 1], [0, 2, 2], [0, 3, 3], [0, 4, 2], [2, 4, 4], [2, 5, 3], [3, 5, 5], [4, 5, 5]])('with line %i of %i keeps %i on the page', (line, count, kept) => {
    expect(linesKept(line, count, {orphans: 2, widows: 2})).toBe(kept)
  })
})

describe('the grid', () => {
  test('is reached by what is missing to the next line', () => {
    expect([toNextLine(36, 18), toNextLine(37, 18), toNextLine(35.99, 18), toNextLine(0, 18)]).toEqual([0, 17, 0, 0])
  })

  test('is where every place comes to stand', () => {
    fc.assert(fc.property(fc.double({min: 0, max: 2000, noNaN: true}), fc.integer({min: 8, max: 40}), (px, leading) => {
      const place = (px + toNextLine(px, leading)) / leading
      expect(Math.abs(place - Math.round(place)) * leading).toBeLessThan(0.051)
    }))
  })
})

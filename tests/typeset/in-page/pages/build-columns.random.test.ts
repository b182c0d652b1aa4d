import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {buildColumns} from '../../../../scripts/typeset/in-page/pages/build-columns.ts'
import type {BuiltPage, Item} from '../../../../scripts/typeset/in-page/pages/model.ts'

const shape = {heightPx: 150, leadingPx: 15, separatorPx: 30}
const line: Item = {gapPx: 0, heightPx: 15, onGrid: true, breakBefore: 'free', penalty: 0, stretches: false, notes: [], repeatPx: 0, floats: false, isBox: false, toFoot: false, gapWithoutFloatPx: 0, columns: 2, box: 1, isRow: false, clears: false, isHead: false, paragraphLines: 0}
const row: Item = {...line, columns: 1, onGrid: false, isRow: true, heightPx: 20, repeatPx: 21}

const build = (items: readonly Item[]) => buildColumns({items, notes: [], shape, leadPx: 0, startsOnRecto: true})
const linesOf = ({placed}: BuiltPage) => [0, 1].map(wanted => placed.filter(({column}) => column === wanted).length)

describe('lines in two columns', () => {
  // A page holds ten lines a column.
  test.each([
    [7, [[4, 3]]],
    [20, [[10, 10]]],
    [21, [[7, 7], [4, 3]]],
    [22, [[8, 8], [3, 3]]],
    [24, [[9, 9], [3, 3]]],
    [26, [[10, 10], [3, 3]]]
  ])('%i of them stand so', (count, expected) => {
    expect(build(Array.from({length: count}, () => line)).pages.map(linesOf)).toEqual(expected)
  })

  test('leave no runt for the last page, and lose none', () => {
    fc.assert(fc.property(fc.integer({min: 1, max: 200}), count => {
      const {pages} = build(Array.from({length: count}, () => line))
      expect(pages.flatMap(({placed}) => placed.map(({item}) => item))).toEqual(Array.from({length: count}, (_, item) => item))
      if (pages.length > 1) expect(Math.min(...pages.flatMap(linesOf))).toBeGreaterThanOrEqual(3)
    }))
  })
})

test('a table that goes on has its head above it, and what follows stands below, on the grid', () => {
  const {pages: [, second]} = build([{...row, repeatPx: 0}, ...Array.from({length: 7}, () => row), line, line])
  expect(second?.placed.map(({item, topPx, column}) => [item, topPx, column])).toEqual([[7, 21, undefined], [8, 45, 0], [9, 45, 1]])
})

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {buildRun} from '../../../../scripts/typeset/in-page/pages/build-run.ts'
import type {Item, PlacedItem} from '../../../../scripts/typeset/in-page/pages/model.ts'
import type {Step} from '../../../../scripts/typeset/in-page/pages/steps.ts'
import {stepsOf} from '../../../../scripts/typeset/in-page/pages/steps.ts'
import {built, line, lines} from './made.ts'
import {columnRuns, runs} from './random-runs.ts'

const inTwo = (count: number) => lines(count, {columns: 2})
const spanner = line({gapPx: 10, box: 1})
const steps = (items: readonly Item[]) => stepsOf(built(items).pages, items)
const told = (items: readonly Item[]) => steps(items).filter(({turn, beginsPage, skips}) => turn !== 'none' || beginsPage || skips > 0).map(({item, turn, skips}) => [item, turn, skips])

describe('the text goes on', () => {
  test.each<[string, readonly Item[], readonly unknown[]]>([
    ['to the next page of one column', lines(14), [[0, 'page', 0], [9, 'page', 0]]],
    ['to the next column', inTwo(6), [[0, 'page', 0], [3, 'column', 0]]],
    ['from the last column to the first of the next page', inTwo(26), [[0, 'page', 0], [10, 'column', 0], [20, 'column', 0], [23, 'column', 0]]],
    ['from columns to what runs over them, on a page of its own', [...inTwo(16), spanner, ...inTwo(6)], [[0, 'page', 0], [8, 'column', 0], [16, 'page', 0], [20, 'column', 0]]],
    ['past a column that is left free', [line({columns: 2}), spanner, ...inTwo(2)], [[0, 'page', 0], [1, 'none', 1], [3, 'column', 0]]],
    ['to columns of a box of their own', [...inTwo(4), ...lines(4, {columns: 2, box: 2})], [[0, 'page', 0], [2, 'column', 0], [6, 'column', 0]]]
  ])('%s', (_, items, expected) => expect(told(items)).toEqual(expected))

  test('by white space, to columns below what runs over them', () => {
    const pages = [[{item: 0, topPx: 0}], [{item: 1, topPx: 0, column: 0}]].map((placed: readonly PlacedItem[]) => ({placed}))
    expect(stepsOf(pages, [spanner, line({columns: 2})]).map(({turn}) => turn)).toEqual(['page', 'space'])
  })

  test('past a page that holds a figure alone', () => {
    const pages = [[{item: 0, topPx: 0}], [{item: 1, topPx: 0, isAfloat: true}], [{item: 2, topPx: 0}]].map((placed: readonly PlacedItem[]) => ({placed}))
    expect(stepsOf(pages, lines(3)).map(({item, emptyPages}) => [item, emptyPages])).toEqual([[0, []], [2, [1]]])
  })
})

/** Where a step leads, from the place of the item before it. */
const follow = ({turn, skips, gapPx, beginsPage, page}: Step, last: Standing, inBand: boolean): Standing => {
  const column = inBand ? last.column + (turn === 'column' ? 1 + skips : 0) : 0
  const fromPx = beginsPage ? 0 : turn === 'column' ? last.bandTopPx : inBand ? last.bottomPx : last.deepestPx
  return {...last, page, column: beginsPage ? 0 : column, topPx: fromPx + gapPx}
}

type Standing = {readonly page: number; readonly column: number; readonly topPx: number; readonly bottomPx: number; readonly bandTopPx: number; readonly deepestPx: number}

test.each([['one column', runs], ['columns', columnRuns]])('the steps through %s lead to every place', (_, arbitrary) => {
  fc.assert(fc.property(arbitrary, task => {
    const {pages} = buildRun(task)
    const places = pages.flatMap(({placed}, page) => placed.filter(({isAfloat}) => !isAfloat).map(({item, topPx, column = 0}) => ({item, page, column, topPx})))
    let last: Standing = {page: -1, column: 0, topPx: 0, bottomPx: 0, bandTopPx: 0, deepestPx: 0}
    const found = stepsOf(pages, task.items).map(step => {
      const {columns, heightPx, repeatPx} = task.items[step.item] ?? line()
      const inBand = !step.beginsPage && columns === task.items[step.before ?? 0]?.columns
      const here = follow(step, last, inBand)
      const bottomPx = here.topPx + heightPx
      last = {...here, bottomPx, bandTopPx: inBand ? last.bandTopPx : step.turn === 'column' ? 0 : here.topPx - repeatPx, deepestPx: Math.max(bottomPx, step.beginsPage ? 0 : last.deepestPx)}
      return {item: step.item, page: here.page, column: here.column, topPx: here.topPx}
    })
    expect(found.map(({topPx, ...rest}) => rest)).toEqual(places.map(({topPx, ...rest}) => rest))
    for (const [index, {topPx}] of found.entries()) expect(topPx).toBeCloseTo(places[index]?.topPx ?? NaN, 3)
  }), {numRuns: 200, seed: 1917})
})

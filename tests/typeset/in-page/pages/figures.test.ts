/** Figures that follow each other, on pages of thirty lines. */
import {describe, expect, test} from 'vitest'
import type {BuiltRun, Item} from '../../../../scripts/typeset/in-page/pages/model.ts'
import {built, figure, line, lines, note, pagesOf, range, shape, tops} from './made.ts'

const tall = {shape: {...shape, heightPx: 300}}

/** So many figures, each behind a line of text. */
const apart = (count: number, heightPx: number): readonly Item[] => Array.from({length: count}, () => [line(), figure(heightPx)]).flat()
const row = (count: number, heightPx: number): readonly Item[] => Array.from({length: count}, () => figure(heightPx))

/** How many figures and lines of text stand on each page. */
const filled = (items: readonly Item[], {pages}: BuiltRun): readonly (readonly [number, number])[] => pages.map(({placed}) => {
  const figures = placed.filter(({item}) => items[item]?.floats === true).length
  return [figures, placed.length - figures]
})

describe('figures that follow each other', () => {
  test('with a line of text between, stand two to a page', () => {
    const items = [...lines(20), ...apart(6, 130), ...lines(70)]
    expect(filled(items, built(items, [], tall))).toEqual([[0, 30], [2, 0], [2, 0], [1, 16], [1, 16], [0, 29], [0, 5]])
  })

  test('stand apart on a page of their own, the last of them at its foot', () => {
    const run = built([...lines(20), ...row(6, 130), ...lines(70)], [], tall)
    expect(tops(run.pages[1])).toEqual([0, 170])
    expect(run.pages[1]).toMatchObject({shortLines: 0})
  })

  test('stand no further apart than by some lines', () => {
    expect(tops(built([...lines(29), ...row(2, 60), figure(280)], [], tall).pages[1])).toEqual([0, 70])
  })

  test('leave no page with a hole where text behind them can fill it', () => {
    const items = [...lines(20), ...row(10, 160), ...lines(150)]
    expect(filled(items, built(items, [], tall)).slice(0, 11)).toEqual([[0, 30], ...range(0, 10).map(() => [1, 13])])
  })

  test('stand one by one above text, where two of them do not make a queue', () => {
    const items = [...lines(20), ...row(2, 130), ...lines(70)]
    expect(filled(items, built(items, [], tall)).slice(0, 3)).toEqual([[0, 30], [1, 16], [1, 16]])
  })

  test('are packed on the last pages, where the text is over', () => {
    const items = [...lines(30), ...row(5, 142)]
    expect(filled(items, built(items, [], tall))).toEqual([[0, 30], [2, 0], [2, 0], [1, 0]])
  })

  test('take their notes along', () => {
    const figures = range(0, 4).map(index => figure(110, {notes: [index]}))
    const run = built([...lines(29), ...figures, ...lines(60)], range(0, 4).map(() => note(1)), tall)
    expect(run.pages.map(page => page.notes.map(part => part.note + 29))).toEqual(pagesOf(run).map(page => page.filter(item => item >= 29 && item < 33)))
    expect(run.endnotes).toEqual([])
  })
})

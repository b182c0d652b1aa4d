import {describe, expect, test} from 'vitest'
import {built, figure, line, lines, note, pagesOf, parts, range} from './made.ts'

describe('figures with notes', () => {
  test('take their notes along where they wait, and text fills the page before', () => {
    const run = built([...lines(6), figure(40, {notes: [0]}), ...lines(14)], [note(1)])
    expect(pagesOf(run)[0]).toEqual([...range(0, 6), ...range(7, 11)])
    expect([pagesOf(run)[1]?.[0], parts(run)[1]]).toEqual([6, [[0, 0, 1]]])
  })

  test('with a note are not overtaken by text with a later one', () => {
    const run = built([...lines(6), figure(40, {notes: [0]}), ...lines(2), line({notes: [1]}), ...lines(10)], [note(1), note(1)])
    expect(pagesOf(run)[0]).not.toContain(9)
    expect(parts(run).flat().map(([index]) => index)).toEqual([0, 1])
  })

  test('with a note that leaves no room for text have a page of their own, and text fills the page before', () => {
    const run = built([...lines(6), figure(75, {notes: [0]}), ...lines(10)], [note(1)])
    expect([pagesOf(run).slice(0, 2), parts(run)[1], run.endnotes]).toEqual([[[...range(0, 6), ...range(7, 11)], [6]], [[0, 0, 1]], []])
  })
})

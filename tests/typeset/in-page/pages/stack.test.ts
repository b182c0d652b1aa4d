import {expect, test} from 'vitest'
import {growing, onGrid, stack} from '../../../../scripts/typeset/in-page/pages/stack.ts'
import type {Stack} from '../../../../scripts/typeset/in-page/pages/stack.ts'
import {figure, headed, line, lines} from './made.ts'

const of = (items: Stack['items'], over: Partial<Stack> = {}): Stack => ({items, first: 0, end: items.length, without: new Set(), fromPx: 0, leadingPx: 10, ...over})
const topsOf = (task: Stack, grow: readonly number[] = []) => stack(task, new Set(grow)).map(({topPx}) => topPx)

test.each([[0, 0], [0.04, 0], [0.1, 10], [10, 10], [10.04, 10], [11, 20]])('the grid below %f px is at %i', (px, expected) => {
  expect(onGrid(px, 10)).toBe(expected)
})

test('the first item of a page has no gap', () => {
  expect(topsOf(of(headed(lines(2))))).toEqual([0, 10, 20])
  expect(topsOf(of(headed(lines(2)), {fromPx: 20}))).toEqual([20, 30, 40])
})

test('gaps grow by a line', () => {
  const items = [...lines(1), ...headed(lines(1)), ...headed(lines(1))]
  expect(growing(of(items), 3)).toEqual([1, 3])
  expect(growing(of(items), 1)).toEqual([1])
  expect(topsOf(of(items), [1])).toEqual([0, 30, 40, 60, 70])
})

test('the gap below a lead-in grows after all others', () => {
  const verse = line({gapPx: 5, onGrid: false, stretches: true, breakBefore: 'never'})
  const items = [line(), verse, line({gapPx: 5, stretches: true}), line({gapPx: 10, stretches: true})]
  expect(growing(of(items), 1)).toEqual([2])
  expect(growing(of(items), 2)).toEqual([2, 3])
  expect(growing(of(items), 3)).toEqual([2, 3, 1])
})

test('no gap grows beside a figure that is gone', () => {
  const items = [line(), figure(30), line({gapPx: 10, stretches: true}), line({gapPx: 10, stretches: true})]
  expect(growing(of(items), 3)).toEqual([2, 3])
  expect(growing(of(items, {without: new Set([1])}), 3)).toEqual([3])
})

test('behind a figure that is gone the text closes up', () => {
  const items = [line(), figure(30), line({gapPx: 10, gapWithoutFloatPx: 0})]
  expect(topsOf(of(items))).toEqual([0, 20, 60])
  expect(topsOf(of(items, {without: new Set([1])}))).toEqual([0, 10])
})

test('what the grid adds is shared above and below what stands off it', () => {
  expect(topsOf(of([line(), line({heightPx: 12, onGrid: false}), line({heightPx: 12, onGrid: false}), line()]))).toEqual([0, 13, 25, 40])
})

test('what the grid adds stands below what a line announces', () => {
  expect(topsOf(of([line(), line({heightPx: 12, onGrid: false, breakBefore: 'never'}), line({heightPx: 12, onGrid: false}), line()]))).toEqual([0, 10, 22, 40])
})

test('a line that the gap below them grows by is shared too, unless the gap above grows as well', () => {
  const verse = line({heightPx: 10, gapPx: 5, onGrid: false, stretches: true})
  const items = [line(), verse, line({gapPx: 5, stretches: true})]
  expect(topsOf(of(items))).toEqual([0, 15, 30])
  expect(topsOf(of(items), [2])).toEqual([0, 20, 40])
  expect(topsOf(of(items), [1, 2])).toEqual([0, 25, 50])
})

test('a head goes with its text: what the grid adds stands above it, and what stands before it off the grid has half', () => {
  const head = line({gapPx: 10, onGrid: false, isHead: true})
  expect(topsOf(of([line(), line({heightPx: 12, onGrid: false}), head, line()]))).toEqual([0, 14, 40, 50])
  expect(topsOf(of([line(), head, head, line()]))).toEqual([0, 20, 40, 50])
})

test('a head that stands first on a page goes with its text too, but where the run begins, and nothing else that stands first', () => {
  const head = line({heightPx: 15, onGrid: false, isHead: true})
  expect(topsOf(of([line(), head, line()], {first: 1}))).toEqual([5, 20])
  expect(topsOf(of([head, line()]))).toEqual([0, 20])
  expect(topsOf(of([line(), {...head, isHead: false}, line()], {first: 1}))).toEqual([0, 20])
})

test('heads grow together or not at all, and after all else', () => {
  const head = line({gapPx: 10, stretches: true, isHead: true})
  const items = [line(), head, line(), line({gapPx: 10, stretches: true}), head, line()]
  expect([1, 2, 3, 4].map(count => growing(of(items), count))).toEqual([[3], [3], [3, 1, 4], [3, 1, 4]])
})

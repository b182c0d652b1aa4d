import {expect, test} from 'vitest'
import {mayNarrow, widthsBeside} from '../../../../scripts/typeset/in-page/paragraphs/floats.ts'

const place = {topPx: 100, leftPx: 50, widthPx: 300, lineHeightPx: 20}

test('lines beside a float are shorter, those under it are not', () => {
  const right = {topPx: 90, bottomPx: 150, leftPx: 250, rightPx: 350, side: 'right'} as const
  expect(widthsBeside(place, [right])).toEqual([200, 200, 200, 300])
})

test('a line between two floats has what both leave', () => {
  const left = {topPx: 120, bottomPx: 140, leftPx: 50, rightPx: 110, side: 'left'} as const
  const right = {topPx: 100, bottomPx: 140, leftPx: 300, rightPx: 350, side: 'right'} as const
  expect(widthsBeside(place, [left, right])).toEqual([250, 190, 300])
})

test('a float above, or beside the box itself, takes nothing', () => {
  expect(widthsBeside(place, [{topPx: 0, bottomPx: 100, leftPx: 50, rightPx: 100, side: 'left'}])).toEqual([300])
  expect(widthsBeside(place, [{topPx: 100, bottomPx: 120, leftPx: 0, rightPx: 50, side: 'left'}])).toEqual([300, 300])
})

test.each([
  ['over its first lines', {topPx: 90, bottomPx: 150, leftPx: 250, rightPx: 350}, true],
  ['a little above it', {topPx: 20, bottomPx: 60, leftPx: 250, rightPx: 350}, true],
  ['far above it', {topPx: 0, bottomPx: 30, leftPx: 250, rightPx: 350}, false],
  ['in the margin at its left, as the number of a note', {topPx: 100, bottomPx: 120, leftPx: 20, rightPx: 50}, false],
  ['in the margin at its right', {topPx: 100, bottomPx: 120, leftPx: 350, rightPx: 380}, false],
  ['from the margin into its lines', {topPx: 100, bottomPx: 120, leftPx: 20, rightPx: 51}, true]
] as const)('a float %s may narrow its lines or not', (_, band, narrows) => {
  expect(mayNarrow(band, {top: 100, bottom: 200, left: 50, right: 350}, 60)).toBe(narrows)
})

import {expect, test} from 'vitest'
import {shapeOf, type ColourAt} from '../../scripts/content/gradient-shape.ts'

const region = {left: -2, right: 5, bottom: -3, top: 4}
const clamped = (along: number) => Math.min(1, Math.max(0, along))
const repeated = (along: number) => along - Math.floor(along)
const turned = (x: number, y: number) => repeated(Math.atan2(y, x) / (2 * Math.PI) + 1)

test.each<[string, ColourAt, unknown]>([
  ['one colour', () => [1, 0, 0], {kind: 'linear', from: 0, to: 1, isPadded: true}],
  ['along', x => [clamped(x), 0, 0], {kind: 'linear', from: 0, to: 1, isPadded: true}],
  ['along, with a hard edge', x => [x > 0.3 ? 1 : 0, 0, 0], {kind: 'linear', from: 0, to: 1, isPadded: true}],
  ['along, again and again', x => [repeated(x), 0, 0], {kind: 'linear', from: -2, to: 5, isPadded: false}],
  ['outwards', (x, y) => [clamped(Math.hypot(x, y)), 0, 0], {kind: 'radial', from: 0, to: 1, isPadded: true}],
  ['outwards, again and again', (x, y) => [repeated(Math.hypot(x, y)), 0, 0], {kind: 'radial', from: 0, to: Math.hypot(5, 4), isPadded: false}],
  ['about', (x, y) => [turned(x, y), 0, 0], {kind: 'conic', from: 0, to: Math.hypot(5, 4), isPadded: false}],
  ['about, with a hard edge', (x, y) => [turned(x, y) > 0.4 ? 1 : 0, 0, 0], {kind: 'conic', from: 0, to: Math.hypot(5, 4), isPadded: false}],
  ['about another point', (x, y) => [turned(x - 1, y), 0, 0], undefined],
  ['up', (_, y) => [clamped(y), 0, 0], undefined],
  ['outwards from another point', (x, y) => [clamped(Math.hypot(x - 1, y) / 3), 0, 0], undefined]
])('%s', (_, colourAt, expected) => {
  expect(shapeOf(colourAt, region)).toEqual(expected)
})

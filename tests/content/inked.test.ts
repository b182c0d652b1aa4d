import {expect, test} from 'vitest'
import {isInked} from '../../scripts/content/inked.ts'

test.each([
  ['', false],
  ['q 0 0 10 10 re W n Q', false],
  ['1 g 0 0 10 10 re f', false],
  ['0 0 0 0 k 0 0 10 10 re f', false],
  ['/PressSpot cs 0 scn 0 0 10 10 re f*', false],
  ['0 0 10 10 re f', true],
  ['q 1 g Q 0 0 10 10 re f', true],
  ['0.9 g 0 0 10 10 re f', true],
  ['0 0 0 0.1 k 0 0 10 10 re f', true],
  ['/PressSpot cs 0.2 scn 0 0 10 10 re f', true],
  ['/Pattern cs /P1 scn 0 0 10 10 re f', true],
  ['1 g /PressSpot cs 0 0 10 10 re f', true],
  ['BT /F1 10 Tf (a) Tj ET', true],
  ['0 0 m 5 5 l S', true],
  ['/Im1 Do', true],
  ['/Sh1 sh', true]
])('%j leaves ink: %s', (content, expected) => {
  expect(isInked(content)).toBe(expected)
})

import {expect, test} from 'vitest'
import {darknessOf, paperIn} from '../../scripts/content/paper.ts'

const page = {left: 10, bottom: 10, right: 90, top: 90}
const chromium = 'q 10 10 80 80 re W n\n.24 0 0 -.24 0 100 cm q 3.125 0 0 3.125 0 0 cm 0.9 G 0.9 g /G3 gs /Document <</MCID 0>>BDC 0 0 134 134 re f'

test.each([
  ['0.9 g 0 0 100 100 re f BT (word) Tj ET', '0.9 g 0 0 100 100 re f'],
  [`${chromium} EMC BT (word) Tj ET Q Q`, `${chromium} EMC Q Q`],
  ['q /Spot cs 0.1 scn 9.6 9.6 80.8 80.8 re f* Q', 'q /Spot cs 0.1 scn 9.6 9.6 80.8 80.8 re f* Q']
])('%j begins with its paper', (content, paper) => expect(paperIn(content, page)).toBe(paper))

test.each([
  ['', 'nothing'], ['BT (word) Tj ET 0 0 100 100 re f', 'words'], ['0 0 89 100 re f 0 0 100 100 re f', 'an area that leaves an edge'], ['/Im Do 0 0 100 100 re f', 'a picture'],
  ['0 0 m 9 9 l S 0 0 100 100 re f', 'a line'], ['0 0 100 100 re W n 5 5 9 9 re f', 'a clip'], ['0 0 m 100 0 l 100 100 l f', 'a triangle'], ['0 0 a b re f', 'no numbers'], [`${'q Q '.repeat(900)}0 0 100 100 re f`, 'too much']
])('%j begins with something else: %s', content => expect(paperIn(content, page)).toBeUndefined())

test.each([['0.9 g 0 0 9 9 re f', 0.1], ['0 0 0 1 k', 1], ['1 0 0 0 k', 0.3], ['0 1 1 0 k', 0.7], ['/PressSpot cs 0.8 scn', 0.8], ['1 g 0.2 g', 0.8], ['', 0], ['/N g', 0]])('%s is %f dark', (paper, darkness) => {
  expect(darknessOf(paper)).toBeCloseTo(darkness, 6)
})

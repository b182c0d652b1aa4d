import fc from 'fast-check'
import {expect, test} from 'vitest'
import {blockFor, indexOf, nameOf, pageAfter, pageFor, scaleFor, sideName, spreadsOf, trimArea} from '../../templates/preview/places.js'

test.each([
  [0, []],
  [1, [[1]]],
  [2, [[1], [2]]],
  [4, [[1], [2, 3], [4]]],
  [5, [[1], [2, 3], [4, 5]]]
])('%i pages', (count, spreads) => {
  expect(spreadsOf(count)).toEqual(spreads)
})

test('every page stands in one spread, versos left', () => {
  fc.assert(fc.property(fc.integer({min: 1, max: 300}), count => {
    const spreads: number[][] = spreadsOf(count)
    expect(spreads.flat()).toEqual(Array.from({length: count}, (_, index) => index + 1))
    for (const pages of spreads) if (pages.length === 2) expect((pages[0] ?? 1) % 2).toBe(0)
    for (let page = 1; page <= count; page++) {
      const index = Number(indexOf(spreads, page))
      expect(spreads[index]).toContain(page)
    }
  }))
})

test('a page that is gone is the last', () => {
  expect(indexOf(spreadsOf(4), 9)).toBe(2)
})

const blocks = [
  {file: '01-a.md', line: 1, page: 3}, {file: '01-a.md', line: 9, page: 3}, {file: '01-a.md', line: 9, page: 4},
  {file: '02-b.md', line: 1, page: 5}, {file: '02-b.md', line: 20, page: 6}
]
const pages = {count: 8, folios: ['i', 'ii', '1', '2', '3', '4', '5', '6'], blocks}

test.each([
  ['2', 4], ['ii', 2], ['#2', 2], ['8', 8], ['9', undefined], ['0', undefined], ['', undefined], ['x', undefined],
  ['01-a.md:10', 3], ['02-b.md:7', 5], ['02-b.md:7:3', 5], ['02-b.md:900', 6], ['b.md:20', 6], ['other.md:1', undefined]
])('to go to %j', (text, page) => {
  expect(pageFor(text, pages)).toBe(page)
})

test('a line before the first block is in the first', () => {
  expect(blockFor('02-b.md', 0, blocks)).toBe(blocks[3])
})

test('names', () => {
  expect([nameOf([4, 5], 16), nameOf([1], 16), sideName([3], 4), sideName([4], 4)]).toEqual(['Pages 4–5 of 16', 'Page 1 of 16', 'Sheet 2 of 2, front', 'Sheet 2 of 2, back'])
})

test('the paper fills the room, and the trim is cut out of the sheet', () => {
  expect(scaleFor({width: 800, height: 400}, {width: 400, height: 400}, 2)).toBe(2)
  expect(trimArea({widthPx: 100, heightPx: 200, trim: {leftPx: 10, topPx: 10, widthPx: 80, heightPx: 180}})).toEqual({left: 0.1, top: 0.05, width: 0.8, height: 0.9})
})

const block = (words: string, page: number, line = words.length, file = 'a.md') => ({words, file, line, page})

test('where all text in view has left it, its first block is followed', () => {
  const before = [block('One', 2), block('Second', 4), block('Number three', 5)]
  expect(pageAfter({page: 4, inView: [4, 5]}, before, [block('One', 2), block('Second', 8, 99, 'b.md'), block('Number three', 10)])).toBe(8)
  expect(pageAfter({page: 5, inView: [4, 5]}, before, [block('One', 2), block('Second', 8, 99, 'b.md'), block('Number three', 10)])).toBe(10)
  // Some of it stayed.
  expect(pageAfter({page: 4, inView: [4, 5]}, before, [block('One', 2), block('Second', 3), block('Number three', 4)])).toBeUndefined()
})

test('of a block that goes on over pages the part in view is followed', () => {
  const before = [block('Long', 3), block('Long', 4), block('Long', 5), block('Long', 6)]
  expect(pageAfter({page: 4, inView: [4, 5]}, before, before.map(one => ({...one, page: one.page + 8})))).toBe(12)
  expect(pageAfter({page: 4, inView: [4, 5]}, before, [block('Long', 9)])).toBe(9)
  expect(pageAfter({page: 4, inView: [4, 5]}, before, before.map(one => ({...one, page: one.page + 2})))).toBeUndefined()
  // What begins in view tells more than what goes on there.
  expect(pageAfter({page: 4, inView: [4, 5]}, [...before, block('Head', 5)], [block('Long', 9), block('Head', 20)])).toBe(20)
})

test('what is not known, or written twice, is not followed', () => {
  const before = [block('Twice', 4), block('', 4, 41), block('Gone', 5)]
  expect(pageAfter({page: 4, inView: [4, 5]}, before, [block('Twice', 6), block('Twice', 7, 99), block('', 8)])).toBeUndefined()
  expect(pageAfter({page: 4, inView: [4, 5]}, [...before, block('Twice', 7, 99)], [block('Twice', 6)])).toBeUndefined()
  expect(pageAfter({page: 1, inView: [1]}, [], [])).toBeUndefined()
})

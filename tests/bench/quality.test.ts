import {expect, test} from 'vitest'
import {qualityOf} from '../../scripts/bench/quality.ts'

/** A page of lines of five words; each number is the gap between the words of a line that ends at 300. */
function page(gaps: readonly number[], end = '') {
  return gaps.flatMap((gap, line) => Array.from({length: 5}, (_, index) => {
    const right = 300 - (4 - index) * (30 + gap)
    return {text: `word${index === 4 ? end : ''}`, left: right - 30, right, top: line * 14, bottom: line * 14 + 10}
  }))
}

test('even lines have no spread', () => {
  expect(qualityOf([page(Array.from({length: 12}, () => 3))])).toEqual({lines: 12, medianGap: 0.3, cv: 0, p95: 1, loose: 0, tight: 0, hyphens: 0, ladder: 0})
})

test('loose and tight lines are told by the median, hyphens by their runs', () => {
  const quality = qualityOf([page([3, 3, 3, 3, 3, 3, 3, 5, 2, 3]), page([3, 3, 3, 3, 3, 3], '\u00ad'), page([3, 3, 3, 3, 3, 3], '-')])
  expect(quality).toMatchObject({lines: 22, loose: 0.0455, tight: 0.0455, hyphens: 0.545, ladder: 12})
})

test('a line of two words stands between two hyphens, though its gap does not count', () => {
  const lines = page([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3], '-')
  const few = lines.filter(({top, left}) => top !== 70 || left > 200).map(word => word.top === 70 ? {...word, text: 'word'} : word)
  expect(qualityOf([lines])).toMatchObject({lines: 11, ladder: 11})
  expect(qualityOf([few])).toMatchObject({lines: 10, ladder: 5})
})

test('lines that are not full do not count, and too few say nothing', () => {
  const short = page([3, 3, 3]).map(word => ({...word, left: word.left - 100, right: word.right - 100, top: word.top + 500, bottom: word.bottom + 500}))
  expect(qualityOf([[...page(Array.from({length: 10}, () => 3)), ...short]])?.lines).toBe(10)
  expect(qualityOf([page([3, 3, 3, 3, 3, 3])])).toBeUndefined()
})

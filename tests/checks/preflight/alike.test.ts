import {expect, test} from 'vitest'
import {gather, otherPlaces, pagesText, type PlacedFinding} from '../../../scripts/checks/preflight/alike.ts'

const on = (page: number | undefined, line?: number, reason = 'Unexpected line'): PlacedFinding => ({
  rule: 'hairline', severity: 'warning', reason, remedy: 'Mend.', ...(page !== undefined && {page}), ...(line !== undefined && {place: {file: 'a.md', line}})
})

test.each<[readonly (number | undefined)[], string | undefined]>([
  [[3], 'page 3'], [[3, 3], 'page 3'], [[1, 2], 'pages 1 and 2'], [[1, 2, 3], 'pages 1 to 3'], [[8, 1, 2, 3, 10, 12, 13], 'pages 1 to 3, 8, 10, 12 and 13'], [[undefined], undefined]
])('pages %j are %s', (pages, expected) => {
  expect(gather(pages.map(page => on(page))).map(pagesText)).toEqual([expected])
})

test('what says the same is one, in the order of the first; other words stay apart', () => {
  const groups = gather([on(1, 5), on(1, 7, 'Unexpected thing'), on(2, 5), on(3, 9), on(4)])
  expect(groups.map(({first, all}) => [first.reason, first.page, all.length])).toEqual([['Unexpected line', 1, 4], ['Unexpected thing', 1, 1]])
  expect(groups.map(otherPlaces)).toEqual([[{file: 'a.md', line: 9}], []])
})

test('the first is one whose place is known: a folio has none, the text above it has', () => {
  expect(gather([on(1), on(2, 7), on(3, 9)]).map(({first, all}) => [first.page, first.place?.line, all.length])).toEqual([[2, 7, 3]])
})

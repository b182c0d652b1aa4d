import {expect, test} from 'vitest'
import {lateFigures} from '../../../../scripts/typeset/in-page/pages/late-figures.ts'
import {built, figure, lines, range, shape} from './made.ts'

const late = (count: number) => {
  const items = [...lines(20), ...range(0, count).map(() => figure(160)), ...lines(150)]
  return lateFigures(items, built(items, [], {shape: {...shape, heightPx: 300}}).pages)
}

test('figures two pages behind their text are not told of', () => expect(late(2)).toEqual([]))

test('of a row of figures the last is told of, with how far it is and how many of them are', () => {
  expect(late(6)).toEqual([{item: 25, pages: 6, count: 4}])
})

test('one that is near its text parts the rows', () => {
  const [text, shown] = [{floats: false}, {floats: true}]
  const pages = [[0], [], [], [1, 2], [3, 4], [], [], [], [5]].map(items => ({placed: items.map(item => ({item, topPx: 0}))}))
  expect(lateFigures([text, shown, text, shown, text, shown], pages)).toEqual([{item: 1, pages: 3, count: 1}, {item: 5, pages: 4, count: 1}])
})

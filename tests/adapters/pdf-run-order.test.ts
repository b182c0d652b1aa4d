import {expect, test} from 'vitest'
import {runsInOrder} from '../../scripts/adapters/pdf-run-order.ts'
import {leftward} from '../../scripts/writing.ts'

/** A line as it stands on paper, each run from its left end; of a run in several fonts, bars part them. */
const read = (isLeft: boolean, ...line: readonly string[]) => {
  const runs = line.map(run => run.split('|').map(characters => ({characters, isLeftward: leftward.test(characters)})))
  const {inOrder, isSure} = runsInOrder(runs, isLeft)
  return [inOrder.map(({characters}) => characters).join(''), isSure]
}

test.each([
  ['the number of a list', ['. ', '1'], '1. '],
  ['numbers in a row', ['.בבב ', '3', ' ,', '2', ' ,', '1', 'אאא '], 'אאא 1 ,2 ,3.בבב '],
  ['words in two scripts, which the printer parts', ['. ', 'Москва ', 'London', 'אאא '], 'אאא Москва London. '],
  ['a picture between words that run to the right', ['.', 'Stop ', '\u{1F600}', ' here', 'אאא '], 'אאא Stop \u{1F600} here.'],
  ['a picture between words that run to the left', ['בבב ', '\u{1F600}', ' אאא'], ' אאא\u{1F600}בבב '],
  ['a hyphen at the end of a line, behind a word and left of one', ['Lat', '\u00AD'], 'Lat\u00AD'],
  ['a word in several fonts', ['בב| |אא', '12'], '12אא בב'],
  ['signs alone', ['2', ' – ', '1'], '1 – 2']
])('among words that run to the left: %s', (_name, line, expected) => {
  expect(read(true, ...line)).toEqual([expected, true])
})

test.each([
  ['words that run to the left', ['See ', 'אאא', ', there 12.'], 'See אאא, there 12.', true],
  ['a word in several fonts', ['See ', 'בב| |אא', '.'], 'See אא בב.', true],
  ['a picture between them', ['See ', 'בבב ', '\u{1F600}', 'אאא '], 'See אאא \u{1F600}בבב ', true],
  ['no such words', ['1', '. '], '1. ', true],
  ['figures among them', ['See ', 'בבב ', '13', ' ,', '12', 'אאא '], 'See אאא 12 ,13בבב ', false],
  ['figures at their end: they may stand before or behind', ['12', 'אאא '], 'אאא 12', false]
])('among words that run to the right: %s', (_name, line, expected, isSure) => {
  expect(read(false, ...line)).toEqual([expected, isSure])
})

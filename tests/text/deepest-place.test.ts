import {expect, test} from 'vitest'
import {parse} from '../../scripts/manuscript/parse.ts'
import {deepestPlace} from '../../scripts/text/deepest-place.ts'
import {composeMarkdown} from './compose-markdown.ts'

test.each([
  ['a\n\n> b\n> > *c*\n\nd', 4, 6],
  ['a\n\n<div>\n<div>\n\nb <b>c</b>\n\n</div>\n</div>\n\n> d', 6, 3],
  ['<br><br><br><br><br><br>\n\n<p><i>x</i></p>', 3, 4],
  ['</p></p>\n\n*a*', 3, 2]
])('the innermost construct of %j stands in line %d, column %d', (text, line, column) => {
  expect(deepestPlace(parse(text))).toMatchObject({line, column})
})

test('elements that are nested too deep are told at the innermost', () => {
  const {messages} = composeMarkdown({'a.md': `Text.\n\n${'<div>\n'.repeat(6_000)}x${'</div>'.repeat(6_000)}\n`})
  expect(messages.filter(({ruleId}) => ruleId === 'too-deep').map(({place}) => place)).toEqual([{file: 'a.md', line: 6_002, column: 1}])
})

test('elements that readers of EPUBs would not hold are told too, and as many as lists may be are none', () => {
  const nested = (count: number) => composeMarkdown({'a.md': `Text.\n\n${'<div>'.repeat(count)}x${'</div>'.repeat(count)}\n`}).messages
  expect(nested(600).map(({ruleId, place}) => ({ruleId, place}))).toEqual([{ruleId: 'too-deep', place: {file: 'a.md', line: 3, column: 599 * 5 + 1}}])
  expect(nested(220)).toEqual([])
  expect(composeMarkdown({'a.md': `${'- '.repeat(100)}x\n`}).messages).toEqual([])
})

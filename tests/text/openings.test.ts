/** Whether chapters open pages, where the author leaves it open. */
import {expect, test} from 'vitest'
import type {Metadata} from '../../scripts/types.ts'
import {composeMarkdown} from './compose-markdown.ts'

const chapters = (count: number, words: number, sign = '#') => Array.from({length: count}, (_, index) => `${sign} Chapter ${index + 1}\n\n${'word '.repeat(words)}\n`).join('\n')
const a4 = {name: 'a4', widthMm: 210, heightMm: 297}
const a6 = {name: 'a6', widthMm: 105, heightMm: 148}
const picture = '![A map](images/map.png)\n\n'

test.each<[string, Readonly<Record<string, string>>, Partial<Metadata>, string]>([
  ['a flyer of three short chapters runs on', {'a.md': chapters(3, 100)}, {}, 'run-on'],
  ['chapters of two thirds of a page open pages', {'a.md': chapters(3, 205)}, {}, 'page'],
  ['on larger pages they have to be longer', {'a.md': chapters(3, 350)}, {page: a4}, 'run-on'],
  ['on smaller ones shorter will do', {'a.md': chapters(3, 110)}, {page: a6}, 'page'],
  ['pictures take room as well', {'a.md': chapters(3, 100).replaceAll('\n\n', `\n\n${picture}`)}, {}, 'page'],
  ['files are chapters, however short', {'a.md': chapters(1, 30), 'b.md': chapters(1, 30)}, {}, 'page'],
  ['sections of an article run on', {'a.md': chapters(3, 500, '##')}, {}, 'run-on'],
  ['long sections open pages', {'a.md': chapters(3, 850, '##')}, {}, 'page'],
  ['a chapter alone has nothing to open', {'a.md': chapters(1, 2000)}, {}, 'run-on'],
  ['who says it has it so', {'a.md': chapters(3, 10)}, {openings: 'recto'}, 'page']
])('%s', (_, files, changes, expected) => {
  expect(composeMarkdown(files, changes).openings).toBe(expected)
})

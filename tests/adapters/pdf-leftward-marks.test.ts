import {expect, test} from 'vitest'
import {leftwardMarks} from '../../scripts/adapters/pdf-leftward-marks.ts'
import type {Content, Tag} from '../../scripts/adapters/pdf-tags.ts'
import {byLines} from '../../scripts/pdf/tags/lines.ts'

const content = (stream: number, number: number): Content => ({kind: 'content', page: stream, stream, number, draws: 'text'})
const tag = (type: string, ...kids: Tag['kids']): Tag => ({kind: 'tag', type, kids})
const code = byLines(tag('P', tag('Code', {...tag('Span', content(1, 4)), line: 1}, {...tag('Span', content(2, 0)), line: 2})))
const verse = byLines(tag('P', {...tag('Span', content(2, 1)), line: 1}))
const text = tag('P', content(1, 2), {...tag('Span', content(1, 3)), lang: 'en'}, {...tag('Span', content(1, 5), {...tag('Span', content(1, 6)), lang: 'he'}), lang: 'de'})

test('the marks around which text runs to the left are found by language and page; code runs to the right', () => {
  const root = tag('Document', text, tag('Sect', code, verse))
  expect(leftwardMarks(root, 'fa')).toEqual(new Map([[1, new Set([2, 6])], [2, new Set([1])]]))
  expect(leftwardMarks(root, 'en')).toEqual(new Map([[1, new Set([6])]]))
})

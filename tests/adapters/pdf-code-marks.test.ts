import {expect, test} from 'vitest'
import {marksOfCode} from '../../scripts/adapters/pdf-code-marks.ts'
import type {Content, Tag} from '../../scripts/adapters/pdf-tags.ts'
import {byLines} from '../../scripts/pdf/tags/lines.ts'

const content = (stream: number, number: number): Content => ({kind: 'content', page: stream, stream, number, draws: 'text'})
const tag = (type: string, ...kids: Tag['kids']): Tag => ({kind: 'tag', type, kids})

test('the marks of blocks of code are found by page, those of verse and of code in a line are not', () => {
  const block = byLines(tag('P', tag('Code', {...tag('Span', content(1, 4)), line: 1}, {...tag('Span', content(2, 0)), line: 2})))
  const verse = byLines(tag('P', {...tag('Span', content(2, 1)), line: 1}))
  const text = tag('P', content(1, 2), tag('Code', content(1, 3)))
  expect(marksOfCode(tag('Document', text, tag('Sect', block, verse)))).toEqual(new Map([[1, new Set([4])], [2, new Set([0])]]))
})

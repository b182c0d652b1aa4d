import type {Element} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {expect, test} from 'vitest'
import {printValues} from '../../scripts/typeset/values.ts'
import {composeMarkdown} from '../text/compose-markdown.ts'

const text = '## One\n\nA[^a].\n\n## Two\n\nB[^b].\n\n[^a]: First[^c].\n[^b]: Second[^a].\n[^c]: Third.\n'

test('a note of a note stands at the end of the same chapter', () => {
  const values = printValues(composeMarkdown({'a.md': text}, {notes: 'chapter'}), name => name)
  const sections = (values['text'] ?? []).filter((node): node is Element => node.type === 'element')
  expect(sections.map(section => textOf(section).replaceAll('\n', ''))).toEqual(['OneA1.Notes1First2.2Third.', 'TwoB3.Notes3Second1.'])
})

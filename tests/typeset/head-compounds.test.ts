import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {elementsIn} from '../../scripts/elements.ts'
import {keepCompoundsWhole} from '../../scripts/typeset/head-compounds.ts'

test.each([
  ['The forty-minute wait', ['forty-minute']], ['A do-it-now man’s well-being', ['do-it-now', 'well-being']], ['Arbeiter-Unfallversicherung', []], ['1848-49 - und 20-', ['1848-49']], ['No compound', []]
])('a head keeps its short compounds whole: %s', (text, pieces) => {
  const head = h('h2', [h('em', text)])
  const section = h('section', [head, h('p', text)])
  keepCompoundsWhole(section)
  const found = [...elementsIn({type: 'root', children: [section]})].filter(({tagName}) => tagName === 'span')
  expect(found.map(piece => textOf(piece))).toEqual(pieces)
  expect(textOf(head)).toBe(text)
})

import {expect, test} from 'vitest'
import {checkNames} from '../../scripts/write/names.ts'
import {namesApart} from '../../scripts/write/names-apart.ts'

test.each([
  [[{name: 'x', kind: 'epub'}, {name: 'x', kind: 'pdf'}], ['x-epub', 'x-pdf']],
  [[{name: 'x', kind: 'pdf'}, {name: 'X', kind: 'pdf'}, {name: 'x', kind: 'pdf'}, {name: 'x'}], ['x-pdf', 'X-pdf-2', 'x-pdf-3', 'x']],
  [[{name: 'x-2'}, {name: 'x'}, {name: 'x'}], ['x-2', 'x', 'x-3']],
  [[{name: `${'long-'.repeat(20)}print`, kind: 'pdf'}], [`${'long-'.repeat(20)}print-pdf`]],
  [[{name: '.a:b?'}, {name: ''}, {name: '...'}], ['a-b-', 'file', 'file-2']],
  [[{name: 'é'.repeat(300)}], ['é'.repeat(80)]]
])('%j', (called, expected) => {
  expect(namesApart(called)).toEqual(expected)
  expect(() => { checkNames(expected) }).not.toThrow()
})

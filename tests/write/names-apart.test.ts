import {expect, test} from 'vitest'
import {checkNames} from '../../scripts/write/names.ts'
import {namesApart} from '../../scripts/write/names-apart.ts'

test.each([
  [[{name: 'x', kind: 'epub'}, {name: 'x', kind: 'pdf'}], ['x', 'x-pdf']],
  [[{name: 'x', kind: 'pdf'}, {name: 'X', kind: 'pdf'}, {name: 'x', kind: 'pdf'}, {name: 'x'}], ['x', 'X-pdf', 'x-2', 'x-3']],
  [[{name: '.a:b?'}, {name: ''}, {name: '...'}], ['a-b-', 'file', 'file-2']],
  [[{name: 'é'.repeat(300)}], ['é'.repeat(40)]]
])('%j', (called, expected) => {
  expect(namesApart(called)).toEqual(expected)
  expect(() => { checkNames(expected) }).not.toThrow()
})

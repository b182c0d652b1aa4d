import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {statedLines, unnamedIn} from '../../scripts/template/imprint.ts'

describe('what an imprint leaves out', () => {
  const isbn = '978-0-306-40615-7'
  const table = [
    ['Printed by us.', {identifier: isbn, rights: 'CC BY 4.0'}, ['CC BY 4.0', 'ISBN\u00A0978\u20110\u2011306\u201140615\u20117']],
    ['CC BY 4.0. ISBN 978 0 306 40615 7', {identifier: isbn, rights: 'CC BY 4.0'}, []],
    ['Printed by us.', {identifier: 'urn:uuid:1'}, []],
    ['Printed by us.', {}, []]
  ] as const
  test.each(table)('%s %o', (words, stated, expected) => {
    expect(unnamedIn([h('p', words)], stated)).toEqual(expected)
  })
})

describe('an imprint that nobody wrote', () => {
  const isbn = '978-0-306-40615-7'
  const number = 'ISBN\u00A0978\u20110\u2011306\u201140615\u20117'
  const table = [
    [{publisher: 'Local 41'}, ['Local 41'], []],
    [{publisher: 'Local 41'}, [undefined, 'Local 41 organises drivers.'], []],
    [{publisher: 'Local 41'}, [undefined], ['Local 41']],
    [{publisher: 'Local 41', rights: 'CC BY 4.0'}, ['Local 41'], ['Local 41', 'CC BY 4.0']],
    [{publisher: 'Local 41', rights: 'CC BY 4.0'}, ['Local 41', 'CC BY 4.0, and the type was ours.'], []],
    [{publisher: 'Local 41', identifier: isbn}, ['Local 41'], ['Local 41', number]],
    [{identifier: isbn}, ['ISBN 978 0 306 40615 7'], []],
    [{}, [], []]
  ] as const
  test.each(table)('of %o, where %o is said elsewhere, says %o', (stated, said, expected) => {
    expect(statedLines(stated, said)).toEqual(expected)
  })
})

import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {unnamedIn} from '../../scripts/template/imprint.ts'

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

import fc from 'fast-check'
import {expect, test} from 'vitest'
import {cssString, pageCounters} from '../../scripts/typeset/page-counters.ts'

test('one text a page, none on quiet pages', () => {
  const css = pageCounters({folios: ['1', '2', '3'], quiet: new Set([1]), heads: ['', 'A “b”', 'C "d"\\'], pageMap: [], parts: []})
  expect(css).toBe('@counter-style folios {system: fixed 1; symbols: "" "2" "3"; suffix: ""}\n@counter-style running-heads {system: fixed 1; symbols: "" "A “b”" "C \\22 d\\22 \\5c "; suffix: ""}\n@counter-style last-folio {system: cyclic; symbols: "3"; suffix: ""}\n')
})

test('no text closes its string, its rule or the style element', () => {
  fc.assert(fc.property(fc.string({unit: 'binary'}), text => {
    expect(cssString(text).slice(1, -1)).not.toMatch(/["\n\r\f<]/)
  }))
})

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {decode} from '../../scripts/manuscript/decode.ts'

const bytes = (...parts: readonly (string | readonly number[])[]) => new Uint8Array(parts.flatMap(part => typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part]))

describe('text', () => {
  test.each([
    ['a byte order mark', bytes([0xEF, 0xBB, 0xBF], 'a'), 'a'],
    ['CRLF and CR', bytes('a\r\nb\rc\n\rd'), 'a\nb\nc\n\nd'],
    ['NUL', bytes('a', [0], 'b'), 'a\0b'],
    ['nothing', bytes(), '']
  ])('%s', (_name, given, text) => {
    expect(decode(given)).toEqual({text})
  })

  test('any well-formed text comes through', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}).map(text => text.toWellFormed()), text => {
      const wanted = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
      expect(decode(new TextEncoder().encode(text))).toEqual({text: wanted})
    }))
  })
})

describe('bytes that are no UTF-8', () => {
  test.each([
    ['Latin-1', bytes('# One\r\n\r\nA caf', [0xE9], ' here'), {line: 3, column: 6, actual: 'byte 0xE9'}],
    ['at the start', bytes([0x80]), {line: 1, column: 1, actual: 'byte 0x80'}],
    ['cut at the end', bytes('a\nb€'.slice(0, 3), [0xE2, 0x82]), {line: 2, column: 2, actual: 'byte 0xE2'}],
    ['after a byte order mark', bytes([0xEF, 0xBB, 0xBF], 'ab', [0xFF]), {line: 1, column: 3, actual: 'byte 0xFF'}],
    ['after characters of many bytes', bytes('\u{1F600}é', [0xC0, 0x80]), {line: 1, column: 4, actual: 'byte 0xC0'}],
    ['a surrogate', bytes('a', [0xED, 0xA0, 0x80]), {line: 1, column: 2, actual: 'byte 0xED'}],
    ['UTF-16 LE', bytes([0xFF, 0xFE], 'a'), {actual: 'text in UTF-16 LE'}],
    ['UTF-16 LE without its mark', new Uint8Array(Buffer.from('# Head\n', 'utf16le')), {actual: 'text in UTF-16 LE without a byte order mark'}],
    ['UTF-16 BE without its mark', new Uint8Array(Buffer.from('# Первая глава\n\nИ ещё.', 'utf16le').swap16()), {actual: 'text in UTF-16 BE without a byte order mark'}],
    ['UTF-16 BE', bytes([0xFE, 0xFF], 'a'), {actual: 'text in UTF-16 BE'}],
    ['UTF-32 LE', bytes([0xFF, 0xFE, 0, 0]), {actual: 'text in UTF-32 LE'}]
  ])('%s', (_name, given, fault) => {
    expect(decode(given)).toEqual({fault})
  })

  test('any bytes give a text or a place', () => {
    fc.assert(fc.property(fc.uint8Array({maxLength: 60}), given => {
      const {text, fault} = decode(given)
      expect(text === undefined).toBe(fault !== undefined)
      if (fault?.line !== undefined) expect(fault.line).toBeGreaterThan(0)
    }), {numRuns: 500})
  })

  test('20 MiB with the fault at the end: quick', () => {
    const many = new Uint8Array(20 * 1_048_576).fill(97)
    many[many.length - 1] = 0xFF
    expect(decode(many)).toEqual({fault: {line: 1, column: many.length, actual: 'byte 0xFF'}})
  })
})

import fc from 'fast-check'
import {expect, test} from 'vitest'
import {twoTones} from '../../../scripts/adapters/press/two-tones.ts'

test.each<[string, readonly number[], 1 | 4, number, readonly number[] | undefined]>([
  ['a row that fills no byte', [0, 255, 0], 1, 3, [0b01000000]],
  ['rows that begin anew', [9, 9, 7, 7, 9, 9], 1, 2, [0, 0b11000000, 0]],
  ['more than a byte', [5, 5, 5, 5, 5, 5, 5, 5, 6, 5], 1, 10, [0, 0b10000000]],
  ['inks', [0, 0, 0, 255, 0, 0, 0, 0], 4, 2, [0b01000000]],
  ['one tone', [4, 4, 4], 1, 3, undefined],
  ['three tones', [4, 5, 6], 1, 3, undefined],
  ['three colours that begin alike', [1, 2, 3, 4, 1, 2, 3, 5, 1, 2, 4, 4], 4, 3, undefined]
])('%s', (_, pixels, channels, widthPx, bits) => {
  expect(twoTones(Uint8Array.from(pixels), channels, widthPx)?.bits).toEqual(bits && Uint8Array.from(bits))
})

test('every pixel comes back', () => {
  const tone = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255))
  const pictures = fc.record({channels: fc.constantFrom(1 as const, 4 as const), widthPx: fc.integer({min: 1, max: 40}), tones: fc.tuple(tone, tone), choices: fc.array(fc.boolean(), {minLength: 1, maxLength: 400})})
  fc.assert(fc.property(pictures, ({channels, widthPx, tones, choices}) => {
    const pixels = Uint8Array.from(choices.slice(0, Math.ceil(choices.length / widthPx) * widthPx).flatMap(choice => tones[choice ? 1 : 0].slice(0, channels)))
    const found = twoTones(pixels, channels, widthPx)
    if (!found) return
    const rowBytes = Math.ceil(widthPx / 8)
    const back = choices.flatMap((_, pixel) => {
      const byte = found.bits[Math.floor(pixel / widthPx) * rowBytes + (pixel % widthPx >> 3)] ?? 0
      return found.tones[byte >> (7 - pixel % widthPx % 8) & 1 ? 1 : 0]
    })
    expect(Uint8Array.from(back)).toEqual(pixels)
  }))
})

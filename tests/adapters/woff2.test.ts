import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import subset from 'subset-font'
import {expect, test} from 'vitest'
import {packWoff2} from '../../scripts/adapters/woff2.ts'
import {charactersOf} from '../../scripts/typeset/woff2-characters.ts'

const file = createRequire(import.meta.url).resolve('@fontsource/alegreya/files/alegreya-latin-700-normal.woff2')
const unpack = (woff2: Uint8Array) => subset(Buffer.from(woff2), 'Lenin é', {targetFormat: 'truetype'})

test('what another decoder unpacks is the font that was packed', async () => {
  const font = await unpack(readFileSync(file))
  const packed = await packWoff2(font)
  expect([...charactersOf(packed)].map(code => String.fromCodePoint(code)).join('')).toBe(' Leiné')
  // The same subset of a subset is itself, all but the sums that say so.
  expect(tables(await unpack(packed))).toEqual(tables(font))
  expect(packed.length).toBeLessThan(font.length * 0.8)
})

test('the header says how long everything is', async () => {
  const font = await unpack(readFileSync(file))
  const packed = Buffer.from(await packWoff2(font))
  expect(packed.toString('latin1', 0, 4)).toBe('wOF2')
  expect([packed.readUInt32BE(4), packed.readUInt32BE(8), packed.readUInt32BE(16)]).toEqual([0x00010000, packed.length, font.length])
  expect(packed.length % 4).toBe(0)
})

/** Every table but `head`, whose sum a decoder reckons anew. */
function tables(font: Uint8Array): Readonly<Record<string, string>> {
  const bytes = Buffer.from(font)
  return Object.fromEntries(Array.from({length: bytes.readUInt16BE(4)}, (_, index) => {
    const at = 12 + index * 16
    const start = bytes.readUInt32BE(at + 8)
    return [bytes.toString('latin1', at, at + 4), bytes.toString('hex', start, start + bytes.readUInt32BE(at + 12))] as const
  }).filter(([tag]) => tag !== 'head'))
}

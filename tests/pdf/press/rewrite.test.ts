import fc from 'fast-check'
import {expect, test} from 'vitest'
import {identity} from '../../../scripts/content/matrix.ts'
import {forEachOperation} from '../../../scripts/content/operations.ts'
import {inksOf} from '../../../scripts/pdf/press/colour.ts'
import {rewrite} from '../../../scripts/pdf/press/rewrite.ts'
import type {PrintColour} from '../../../scripts/types.ts'

/** A profile that is easy to read: each ink is what its channel lacks, without black. */
const plain = (pixels: Uint8Array) => Uint8Array.from({length: pixels.length / 3 * 4}, (_, index) => index % 4 === 3 ? 0 : 255 - (pixels[Math.floor(index / 4) * 3 + index % 4] ?? 0))
const accent = [0.6, 0, 0] as const
const setting = {isMask: false, base: identity, lineWidths: new Map([['Thin', 0.1]])}
const press = (content: string, colour: PrintColour, change: Partial<typeof setting> = {}) => rewrite(content, inksOf(colour, plain, accent), {...setting, ...change})

test.each<[string, PrintColour, string]>([
  ['0 0 0 rg 0 0 0 RG', 'black', '0 g 0 G'],
  ['0.5 0.5 0.5 rg', 'black', '0.5 g'],
  ['1 0 0 rg', 'black', '0.4984 g'],
  ['0 0 0 rg', 'process', '0 0 0 1 k'],
  ['0.25 0.25 0.25 RG', 'process', '0 0 0 0.75 K'],
  ['1 0 0 rg', 'process', '0 1 1 0 k'],
  ['0.6 0 0 rg 0.8 0.5 0.5 RG', {spot: 'Red'}, '/PressSpot cs 1 scn /PressSpot CS 0.5 SCN'],
  ['0 0.6 0 rg', {spot: 'Red'}, '0 0 0 0.4854 k'],
  ['/DeviceRGB cs 1 0 0 sc', 'process', '0 0 0 1 k 0 1 1 0 k'],
  ['/Pattern cs /P1 scn', 'process', '/Pattern cs /P1 scn']
])('%s in %j is %s', (content, colour, expected) => {
  expect(press(content, colour).content).toBe(expected)
})

test('black text overprints, what follows knocks out', () => {
  const {content, overprints} = press('0 0 0 rg BT (a) Tj (b) Tj ET 0 0 5 5 re f 1 0 0 rg BT (c) Tj ET', 'process')
  expect(content).toBe('0 0 0 1 k BT /PressOver gs (a) Tj (b) Tj ET /PressKnock gs 0 0 5 5 re f 0 1 1 0 k BT (c) Tj ET')
  expect(overprints).toBe(true)
})

test.each([
  ['0 0 0 rg 0 0 90 0.5 re f', '0 0 0 1 k /PressOver gs 0 0 90 0.5 re f'],
  ['0 0 0 rg BT (a) Tj ET 0 0 90 0.5 re 5 5 1 80 re f BT (b) Tj ET', '0 0 0 1 k BT /PressOver gs (a) Tj ET 0 0 90 0.5 re 5 5 1 80 re f BT (b) Tj ET'],
  ['0 0 0 RG 1 w 0 0 m 9 9 l S', '0 0 0 1 K 1 w /PressOver gs 0 0 m 9 9 l S'],
  ['0 0 0 RG 0.1 w 0 0 m 9 9 l S', '0 0 0 1 K 0.1 w /PressOver gs 0.25 w 0 0 m 9 9 l S'],
  ['0 0 0 rg BT (a) Tj ET 0.5 0.5 0.5 RG 1 w 0 0 m 9 9 l S', '0 0 0 1 k BT /PressOver gs (a) Tj ET 0 0 0 0.5 K 1 w /PressKnock gs 0 0 m 9 9 l S'],
  // Areas, thick lines, what is filled and stroked, and gradients cover what is below them.
  ['0 0 0 rg 0 0 90 2.5 re f', '0 0 0 1 k 0 0 90 2.5 re f'], ['3 w 0 0 m 9 9 l S', '3 w 0 0 m 9 9 l S'], ['1 w 0 0 9 9 re B', '1 w 0 0 9 9 re B'], ['0 0 m 9 0 l 9 0.1 l f', '0 0 m 9 0 l 9 0.1 l f'],
  ['BT (a) Tj ET /Sh1 sh', 'BT /PressOver gs (a) Tj ET /PressKnock gs /Sh1 sh'], ['10 0 0 10 0 0 cm 0 0 90 0.5 re f', '10 0 0 10 0 0 cm 0 0 90 0.5 re f']
])('black rules overprint as text does: %s', (content, expected) => {
  expect(press(content, 'process').content).toBe(expected)
})

test('what q keeps, Q brings back', () => {
  expect(press('0 0 0 rg q BT (a) Tj ET Q BT (b) Tj ET', 'process').content.match(/PressOver/g)).toHaveLength(2)
  expect(press('0 0 0 rg BT (a) Tj ET 1 1 1 rg BT (b) Tj ET', 'process').content).toContain('/PressKnock gs 0 0 0 0 k')
})

test('one plate needs no overprinting, a mask neither', () => {
  expect(press('0 0 0 rg BT (a) Tj ET', 'black').content).toBe('0 g BT (a) Tj ET')
  expect(press('0 0 0 rg BT (a) Tj ET', 'process', {isMask: true}).content).toBe('0 g BT (a) Tj ET')
  expect(press('1 0 0 rg', 'process', {isMask: true})).toMatchObject({content: '0.4984 g', hasColour: false})
})

test.each([
  ['0.1 w 0 0 m 9 9 l S', '0.1 w 0.25 w 0 0 m 9 9 l S'],
  ['/Thin gs 0 0 m 9 9 l S', '/Thin gs 0.25 w 0 0 m 9 9 l S'],
  ['0.5 0 0 0.5 0 0 cm 0.4 w 0 0 m 9 9 l S 1 1 m 2 2 l S', '0.5 0 0 0.5 0 0 cm 0.4 w 0.5 w 0 0 m 9 9 l S 1 1 m 2 2 l S'],
  ['0.25 w 0 0 m 9 9 l S', '0.25 w 0 0 m 9 9 l S'],
  ['0.1 w 0 0 9 9 re f', '0.1 w 0 0 9 9 re f'],
  ['0 5 100 0.1 re f', '0 4.925 100 0.25 re f'],
  ['0 5 100 -0.1 re 9 0 0.05 50 re f*', '0 4.825 100 0.25 re 8.9 0 0.25 50 re f*'],
  ['q 0.5 0 0 0.1 0 0 cm 0 5 100 1 re f Q 0 5 100 1 re f', 'q 0.5 0 0 0.1 0 0 cm 0 4.25 100 2.5 re f Q 0 5 100 1 re f'],
  // What only cuts, what is empty and what has another outline stays as it is.
  ['0 5 100 0.1 re W n 0 0 9 9 re f', '0 5 100 0.1 re W n 0 0 9 9 re f'],
  ['0 5 0 9 re f', '0 5 0 9 re f'],
  ['0 5 100 0.1 re 0 0 m 9 9 l 9 0 l f', '0 5 100 0.1 re 0 0 m 9 9 l 9 0 l f']
])('%s has no line under a quarter of a point', (content, expected) => {
  expect(press(content, 'black').content).toBe(expected)
})

test('what cannot be converted is told', () => {
  expect(press('BI /CS /RGB ID abc EI', 'black').unconverted).toEqual(['picture inside a content stream'])
  expect(press('/Cs1 cs', 'black').unconverted).toEqual(['colour space by name'])
})

test('no screen colour is left, and everything else stands as it stood', () => {
  const operation = fc.oneof(
    fc.tuple(fc.double({min: 0, max: 1, noNaN: true}), fc.double({min: 0, max: 1, noNaN: true}), fc.double({min: 0, max: 1, noNaN: true}), fc.constantFrom('rg', 'RG')).map(([r, g, b, operator]) => `${r.toFixed(3)} ${g.toFixed(3)} ${b.toFixed(3)} ${operator}`),
    fc.constantFrom('q', 'Q', 'BT', 'ET', '(rg 1 0 0 RG) Tj', '0 0 9 9 re', 'f', 'W n', '/G3 gs', '2 0 0 2 1 1 cm', '/P <</MCID 0>> BDC', 'EMC')
  )
  fc.assert(fc.property(fc.array(operation, {maxLength: 40}), fc.constantFrom<PrintColour>('black', 'process', {spot: 'Red'}), (operations, colour) => {
    const kept = (content: string) => {
      const found: string[] = []
      forEachOperation(content, ({operator, operands}) => {
        if (!/^(?:rg|RG|g|G|k|K|cs|CS|scn|SCN)$/.test(operator) && !operands[0]?.startsWith('/Press')) found.push([...operands, operator].join(' '))
      })
      return found
    }
    const content = operations.join(' ')
    const pressed = press(content, colour).content
    forEachOperation(pressed, ({operator}) => expect(['rg', 'RG']).not.toContain(operator))
    expect(kept(pressed)).toEqual(kept(content))
  }))
})

import {execFileSync, spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {beforeAll, expect, test} from 'vitest'
import {inkTransform, type InkTransform} from '../../../scripts/adapters/colour/ink-transform.ts'
import {accentOf} from '../../../scripts/pdf/press/accent.ts'
import {grayOf, grayPixels, inksOf, isGrayPicture, tintOf} from '../../../scripts/pdf/press/colour.ts'
import {coverageOf, plateCoverage} from '../../../scripts/pdf/press/coverage.ts'
import {theme} from '../../stock.ts'

const profile = 'templates/icc/fogra29-uncoated.icc'
let transform: InkTransform
beforeAll(async () => {
  transform = await inkTransform(new Uint8Array(readFileSync(profile)))
})

const hasTransicc = spawnSync('transicc', ['-v0'], {input: '', timeout: 5_000}).error === undefined
if (!hasTransicc) console.warn('skipped: colours against transicc: liblcms2-utils is not on this machine')

test.skipIf(!hasTransicc)('colours are those of LittleCMS’s own program, within 1 of 255', () => {
  const steps = [0, 40, 90, 155, 200, 255]
  const colours = steps.flatMap(red => steps.flatMap(green => steps.map(blue => [red, green, blue] as const)))
  const output = execFileSync('transicc', ['-v0', '-n', '-i*sRGB', `-o${profile}`, '-t1', '-b', '-c0'], {input: `${colours.map(colour => colour.join('\n')).join('\n')}\n`, encoding: 'utf8', timeout: 20_000})
  const expected = output.trim().split('\n').map(line => line.trim().split(/\s+/).map(Number))
  expect(expected).toHaveLength(colours.length)
  for (const [index, colour] of colours.entries()) {
    const inks = transform(Uint8Array.from(colour))
    for (const [ink, value] of (expected[index] ?? []).entries()) expect(Math.abs((inks[ink] ?? 0) - value * 2.55), `${colour.join()} ink ${ink}`).toBeLessThanOrEqual(1)
  }
})

test('a picture is converted like its colours one by one, across the pieces too', () => {
  const colours = Array.from({length: 4_000}, (_, index) => [index * 37 % 256, index * 91 % 256, index * 113 % 256] as const)
  const pixels = new Uint8Array(3 * ((1 << 20) + 2_000))
  for (let at = 0; at < pixels.length; at += 3) pixels.set(colours[at / 3 % 4_000] ?? [], at)
  const [picture, single] = [transform(pixels), transform(pixels.subarray(0, 12_000))]
  expect(picture).toHaveLength(pixels.length / 3 * 4)
  let furthest = 0
  for (let at = 0; at < picture.length; at++) furthest = Math.max(furthest, Math.abs((picture[at] ?? 0) - (single[at % 16_000] ?? 0)))
  expect(furthest).toBe(0)
})

test('a profile of two MiB and more is taken, and what is none is refused', async () => {
  const padded = new Uint8Array(2_700_000)
  padded.set(readFileSync(profile))
  new DataView(padded.buffer).setUint32(0, padded.length)
  const large = await inkTransform(padded)
  expect([...large(Uint8Array.of(0, 0, 255))]).toEqual([...transform(Uint8Array.of(0, 0, 255))])
  await expect(inkTransform(new Uint8Array(500))).rejects.toThrow('Expected an ICC profile')
})

test('total ink stays within the condition', () => {
  const steps = Array.from({length: 18}, (_, index) => index * 15)
  const pixels = Uint8Array.from(steps.flatMap(red => steps.flatMap(green => steps.flatMap(blue => [red, green, blue]))))
  const inks = transform(pixels)
  let most = 0
  for (let at = 0; at < inks.length; at += 4) most = Math.max(most, inks.subarray(at, at + 4).reduce((sum, ink) => sum + ink, 0))
  expect(most / 255).toBeLessThanOrEqual(3.02)
})

test('neutral colours are black ink alone, in every mode', () => {
  for (const colour of ['black', 'process', {spot: 'Red'}] as const) {
    expect(inksOf(colour, transform, [0.6, 0.1, 0.1]).of([0.3, 0.3, 0.3])).toEqual({kind: 'gray', gray: 0.3})
  }
})

test('grays have the luminance of their colour', () => {
  expect(grayOf([1, 1, 1])).toBeCloseTo(1)
  expect(grayOf([0, 1, 0])).toBeCloseTo(0.8624, 2)
  expect([...grayPixels(Uint8Array.of(255, 255, 255, 0, 0, 0, 90, 90, 90, 0, 255, 0))]).toEqual([255, 0, 90, 220])
  expect([isGrayPicture(Uint8Array.of(9, 10, 11)), isGrayPicture(Uint8Array.of(9, 10, 13))]).toEqual([true, false])
})

test('a tint of the accent lies between paper and the accent', () => {
  const accent = [155 / 255, 27 / 255, 30 / 255] as const
  expect(tintOf(accent, accent)).toBeCloseTo(1)
  expect(tintOf([1, 1, 1], accent)).toBeCloseTo(0)
  expect(tintOf([(1 + accent[0]) / 2, (1 + accent[1]) / 2, (1 + accent[2]) / 2], accent)).toBeCloseTo(0.5)
  expect(tintOf([0, 0, 1], accent)).toBeUndefined()
  expect(tintOf([0.2, 0, 0], accent)).toBeUndefined()
})

test('the accent is the author’s, else the theme’s', () => {
  const files = new Map([['print.css', ':root {--accent: #036; }']])
  expect(accentOf({files})).toEqual([0, 0.2, 0.4])
  expect(accentOf({files, style: {name: 'own.css', text: ':root{--accent:#ffffff}'}})).toEqual([1, 1, 1])
  expect(accentOf(theme)).toEqual([155 / 255, 27 / 255, 30 / 255])
})

test('plates are measured in the trim, and what takes too much ink is found', () => {
  // Four by four pt: a full frame beyond the trim, half of the rest at a half.
  const row = (...values: readonly number[]) => values.flatMap(value => [value, value, value])
  const rgb = Uint8Array.from([row(0, 0, 0, 0), row(0, 128, 255, 0), row(0, 255, 128, 0), row(0, 0, 0, 0)].flat())
  const [media, trim] = [{left: 10, bottom: 10, right: 14, top: 14}, {left: 11, bottom: 11, right: 13, top: 13}]
  const plates = new Map([['black', {widthPx: 4, heightPx: 4, rgb}], ['Orange', {widthPx: 4, heightPx: 4, rgb}]])
  expect(plateCoverage(plates, {media, trim}, 3)).toEqual({inks: {black: 0.249, Orange: 0.249}, most: 1})
  expect(plateCoverage(plates, {media, trim: undefined}, 3).inks['black']).toBeCloseTo(0.812, 3)
  const solid = new Map([1, 2, 3, 4].map(plate => [String(plate), {widthPx: 10, heightPx: 10, rgb: new Uint8Array(300).fill(0, 0, 180).fill(255, 180)}]))
  expect(plateCoverage(solid, {media: {left: 0, bottom: 0, right: 5, top: 5}, trim: undefined}, 3)).toMatchObject({most: 4, heavy: {left: 0, right: 5, top: 5, bottom: 2}})
})

test('coverage is the share of the page that an ink takes', () => {
  const rgb = Uint8Array.of(0, 0, 0, 255, 255, 255, 255, 255, 255, 128, 128, 128)
  expect(coverageOf(rgb, inksOf('black', transform, [1, 0, 0]))).toEqual({inks: {black: 0.3745}, most: 1})
  expect(coverageOf(Uint8Array.of(255, 0, 0), inksOf({spot: 'Red'}, transform, [1, 0, 0])).inks).toEqual({black: 0, Red: 1})
})

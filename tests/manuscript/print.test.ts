import {expect, test} from 'vitest'
import {readMetadata} from '../../scripts/manuscript/metadata.ts'
import {printSettings} from '../../scripts/manuscript/print-settings.ts'
import {faultOf} from '../../scripts/manuscript/profile.ts'
import {readFileSync} from 'node:fs'

const read = (text: string) => readMetadata({file: 'pamphlet.yaml', text: `print: ${text}`, firstLine: 1})
const a5 = {name: 'a5', widthMm: 148, heightMm: 210}

test.each([
  ['{colour: black}', {colour: 'black'}],
  ['{colour: process, icc: coated}', {colour: 'process', icc: 'coated'}],
  ['{colour: {spot: PANTONE 185 U}}', {colour: {spot: 'PANTONE 185 U'}}],
  ['{bleed: 0.125in}', {bleed: 3.175}],
  ['{bleed: 5}', {bleed: 5}],
  ['{bleed: 0}', {bleed: 0}],
  ['{marks: false}', {marks: []}],
  ['{marks: [slug, crop]}', {marks: ['crop', 'slug']}],
  ['{standard: none, cover: separate, coverColour: process}', {standard: 'none', cover: 'separate', coverColour: 'process'}],
  ['{paper: 120}', {paper: 120}],
  ['{paper: 100 g/m²}', {paper: 100}]
])('%s is read', (text, expected) => {
  expect(read(text)).toMatchObject({values: {print: expected}, messages: []})
})

test.each([
  '{colour: blue}', '{colour: {spot: }}', '{colour: {spot: Black}}', '{colour: {spot: All}}', '{colour: {spot: a, other: b}}', '{bleed: 11mm}', '{bleed: -1mm}', '{bleed: wide}',
  '{marks: yes please}', '{marks: [crop, crops]}', '{standard: x1}', '{cover: glued}', '{paper: 20}', '{paper: thick}', '{icc: 1.5e, paper: []}', 'true', '[]'
])('%s is refused with what is expected', text => {
  const {messages, values, bad} = read(text)
  expect(values.print).toBeUndefined()
  expect(bad).toContain('print')
  expect(messages[0]).toMatchObject({ruleId: 'bad-metadata', place: {file: 'pamphlet.yaml', line: 1}})
  expect(messages[0]?.reason).toMatch(/^Unexpected .+, expected .+/)
})

test.each([
  ['{colour: {spot: Black}}', '`black`, `all` and `none` mean plates that are there already'], ['{marks: [crop, crops]}', '`slug`; `crops` is none of them'], ['{marks: [crops, bars]}', '`crops`, `bars` are none of them']
])('%s is refused with what is wrong about it', (text, expected) => {
  expect(read(text).messages[0]?.reason).toContain(expected)
})

test('an unknown key names the nearest', () => {
  expect(read('{color: black}').messages[0]?.reason).toBe('Unexpected key `color` in `print`, expected `colour`')
})

const known = (profile?: Uint8Array) => ({profile, placeOf: (key: string) => ({file: key})})

test('a cover of its own and its colour are remembered with their places', () => {
  expect(printSettings({cover: 'separate'}, a5, known()).places).toEqual({cover: {file: 'cover'}})
  expect(printSettings({coverColour: 'process'}, a5, known()).places).toEqual({coverColour: {file: 'coverColour'}})
  expect(printSettings({colour: 'process'}, a5, known()).places).toBeUndefined()
})

test('defaults: one ink, uncoated, 3 mm or an eighth of an inch', () => {
  expect(printSettings(undefined, a5, known())).toMatchObject({colour: 'black', coverColour: 'black', condition: {name: 'uncoated'}, bleedMm: 3, standard: 'x4', cover: 'self', paperGsm: 80})
  expect(printSettings(undefined, {name: 'half-letter', widthMm: 139.7, heightMm: 215.9}, known()).bleedMm).toBe(3.175)
  expect(printSettings({colour: 'process'}, a5, known()).coverColour).toBe('process')
  expect(printSettings({icc: 'shop.icc'}, a5, known(new Uint8Array(3))).condition).toEqual({name: 'own', file: 'shop.icc', bytes: new Uint8Array(3)})
})

test('a profile is taken for what its head says', () => {
  const shipped = new Uint8Array(readFileSync('templates/icc/fogra29-uncoated.icc'))
  expect(faultOf(shipped)).toBeUndefined()
  expect(faultOf(shipped.subarray(0, 5_000))).toBe('is cut short or has something behind its end')
  expect(faultOf(new TextEncoder().encode('no profile'.repeat(20)))).toBe('is no ICC profile')
  const screen = shipped.slice()
  screen.set(new TextEncoder().encode('RGB '), 16)
  expect(faultOf(screen)).toBe('is for RGB, not for CMYK')
})

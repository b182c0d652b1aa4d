import {expect, test} from 'vitest'
import {embedFonts} from '../scripts/svg-fonts.ts'
import type {FontFile} from '../scripts/types.ts'

const face: FontFile = {family: 'Alegreya', weight: 400, style: 'normal', name: 'alegreya.woff2', range: 'U+0-FF', bytes: new Uint8Array([1, 2, 3]), source: 'alegreya 1'}
const drawing = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Alegreya">Neva</text></svg>')
const embedded = (owner?: string) => new TextDecoder().decode(embedFonts(drawing, [face], owner))

test('gives a drawing the faces that it names', () => {
  expect(embedded()).toContain('src: url("data:font/woff2;base64,AQID") format("woff2")')
})

test('two drawings on one page have a face each, whatever they are called', () => {
  expect(embedded('map.svg')).toContain('src: url("data:font/woff2;owner=map.svg;base64,AQID") format("woff2")')
  expect(embedded('a "b";&<c>,é.svg')).toContain('src: url("data:font/woff2;owner=a%20%22b%22%3B%26%3Cc%3E%2C%C3%A9.svg;base64,AQID") format("woff2")')
})

import {describe, expect, test} from 'vitest'
import {embedFonts, foreignFaces, letteringFonts} from '../scripts/svg-fonts.ts'
import type {Asset, FontFile} from '../scripts/types.ts'

const face: FontFile = {family: 'Alegreya', weight: 400, style: 'normal', name: 'alegreya.woff2', range: 'U+0-FF', bytes: new Uint8Array([1, 2, 3]), source: 'alegreya 1'}
const drawing = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Alegreya">Neva</text></svg>')
const embedded = (owner?: string) => new TextDecoder().decode(embedFonts({bytes: drawing}, [face], owner))

test('gives a drawing the faces that it names', () => {
  expect(embedded()).toContain('src: url("data:font/woff2;base64,AQID") format("woff2")')
})

test('two drawings on one page have a face each, whatever they are called', () => {
  expect(embedded('map.svg')).toContain('src: url("data:font/woff2;owner=map.svg;base64,AQID") format("woff2")')
  expect(embedded('a "b";&<c>,é.svg')).toContain('src: url("data:font/woff2;owner=a%20%22b%22%3B%26%3Cc%3E%2C%C3%A9.svg;base64,AQID") format("woff2")')
})

test('what a face lacks comes from the fallback, where the lettering has it', () => {
  const fallback: FontFile = {...face, family: 'Fallback', name: 'symbols.woff2', range: 'U+2192, U+2602', bytes: new Uint8Array([4])}
  const rules = (lettering: string) => new TextDecoder().decode(embedFonts({bytes: drawing, lettering}, [face, fallback]))
  expect(rules('Neva →')).toContain('@font-face {font-family: "PamphletFallback"; font-weight: 400; font-style: normal; font-display: block; unicode-range: U+2192, U+2602; src: url("data:font/woff2;base64,BA==")')
  expect(rules('Neva →')).toContain('<text font-family="PamphletFallback, Alegreya">')
  expect(rules('Neva')).not.toContain('BA==')
})

test('of a face only the files that have a character of the lettering, in upper case too, and the one that has the space', () => {
  const cyrillic: FontFile = {...face, name: 'cyrillic.woff2', range: 'U+301,U+410-42F', bytes: new Uint8Array([5])}
  const rules = (lettering: string) => new TextDecoder().decode(embedFonts({bytes: drawing, lettering}, [face, cyrillic])).match(/base64,[^"]+/g)
  expect(rules('Neva')).toEqual(['base64,AQID'])
  expect(rules('нева')).toEqual(['base64,AQID', 'base64,BQ=='])
})

test('the faces that drawings take are cut to the lettering of all of them, the others not', async () => {
  const bold: FontFile = {...face, weight: 700, name: 'bold.woff2'}
  const asset = (lettering: string): [string, Asset] => [lettering, {name: lettering, mediaType: 'image/svg+xml', bytes: drawing, widthPx: 1, heightPx: 1, lettering}]
  const cut: string[] = []
  const fonts = await letteringFonts(new Map([asset('Ob'), asset('Don')]), [face, bold], (_, text) => Promise.resolve(new Uint8Array([cut.push(text)])))
  expect(cut).toEqual([' BDNObdno'])
  expect(fonts.map(({bytes}) => [...bytes])).toEqual([[1], [1, 2, 3]])
})

describe('a drawing that names a face which the theme lacks is set in the theme’s', () => {
  const set = (attributes: string) => new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg"><text ${attributes}>Neva</text></svg>`)
  const result = (attributes: string) => new TextDecoder().decode(embedFonts({bytes: set(attributes)}, [face]))

  test('under the name that the drawing has for it', () => {
    expect(result('font-family="Comic Sans MS, serif"')).toContain('@font-face {font-family: "Comic Sans MS"; font-weight: 400;')
  })

  test.each(['font-family="serif"', 'font-family="sans-serif"', 'style="font-family: serif"', `style='font-family:system-ui'`])('in place of any serif or sanserif: %s', attributes => {
    expect(result(attributes)).toMatch(/font-family\s*[:=]\s*"?PamphletFace, (?:serif|sans-serif|system-ui)/)
  })

  test('where it names none', () => {
    expect(result('x="1"')).toContain(':root {font-family: PamphletFace}')
  })

  test('but what a theme has is left alone', () => {
    expect(result('font-family="Alegreya, serif"')).toContain('font-family="Alegreya, serif"')
    expect(result('font-family="Alegreya, serif"')).not.toContain('PamphletFace')
  })

  test('only a fixed width or a script hand is the machine’s', () => {
    const faces = ['monospace', 'cursive', 'serif', 'Arial', 'Alegreya'].map(family => foreignFaces(set(`font-family="${family}"`), [face]))
    expect(faces).toEqual([['monospace'], ['cursive'], [], [], []])
  })
})

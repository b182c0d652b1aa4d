import {h} from 'hastscript'
import {expect, test} from 'vitest'
import type {KeptDrawings} from '../../scripts/adapters/kept-drawings.ts'
import {keptSubsetter} from '../../scripts/adapters/kept-faces.ts'
import {subsetFont} from '../../scripts/adapters/subset-font.ts'
import {subsetFonts} from '../../scripts/cut-faces.ts'
import {fontsInUse} from '../../scripts/epub/fonts.ts'
import type {FontFile} from '../../scripts/types.ts'
import {charactersOf as glyphsOf} from '../../scripts/typeset/woff2-characters.ts'
import {pamphlet} from '../stock.ts'
import {bound} from './book.ts'
import {serif, serifTheme} from './printed.ts'

const face = (family: string, weight: number, style: FontFile['style'] = 'normal'): FontFile => ({family, weight, style, range: 'U+0-FF', name: `${family} ${weight} ${style}`, bytes: new Uint8Array(), source: ''})
const faces = ['Serif', 'Serif SC'].flatMap(family => [face(family, 400), face(family, 400, 'italic'), face(family, 700), face(family, 700, 'italic'), face(family, 900)])
const text = [h('h2', ['Head ', h('em', 'x')]), h('h3', 'Third'), h('p', {className: ['by']}, 'Ada'), h('table', [h('thead', [h('tr', [h('th', 'Year')])])])]
const inUse = (css: string) => fontsInUse(faces, css, text, ['said']).map(({font, characters}) => `${font.name}: ${[...characters].sort().join('')}`)

test.each([
  ['none where no rule names one', 'h2 {font-weight: bold}', []],
  ['none for what is not there', 'pre {font-family: Serif}', []],
  ['a head is bold by itself, and bold italic in its emphasis', 'h2 {font-family: Serif}', ['Serif 700 normal:  ADEHISXadehisx', 'Serif 700 italic:  ADEHISXadehisx']],
  ['a rule can make it plain', 'h3 {font-family: "Serif"; font-weight: normal; font-style: italic}', ['Serif 400 italic: ADHIRSTadhirst']],
  ['a rule below another may or may not', 'th {font-family: Serif} thead th {font-weight: 400}', ['Serif 400 normal: ADEIRSYadeirsy', 'Serif 700 normal: ADEIRSYadeirsy']],
  ['a name is not part of another', '.by {font-family: "Serif SC", "Serif", serif}', ['Serif SC 400 normal: ADISadis']],
  ['a weight of its own', '.by {font: 900 1em Serif}', ['Serif 700 normal: ADISadis', 'Serif 900 normal: ADISadis']]
])('faces in use: %s', (_name, css, expected) => {
  expect(inUse(css)).toEqual(expected)
})

test('a subset has the characters asked for, is smaller, and the same each time', async () => {
  const uses = [{font: serif('400-normal', 400, 'normal'), characters: new Set('Lenin é')}]
  const [[cut], [again]] = await Promise.all([subsetFonts(uses, subsetFont), subsetFonts(uses, subsetFont)])
  expect([...glyphsOf(cut?.bytes ?? new Uint8Array())].map(code => String.fromCodePoint(code)).sort()).toEqual([' ', 'L', 'e', 'i', 'n', 'é'])
  expect(cut?.bytes.length).toBeLessThan(4_000)
  expect(Buffer.compare(cut?.bytes ?? Buffer.from('a'), again?.bytes ?? Buffer.from('b'))).toBe(0)
})

test('a face that was kept is taken, and is what would be cut', async () => {
  const files = new Map<string, Uint8Array>()
  const kept: KeptDrawings = {find: key => Promise.resolve(files.get(key)), keep: (key, bytes) => Promise.resolve(void files.set(key, bytes))}
  const uses = ['Lenin', 'Plekhanov'].map(text => ({font: serif('400-normal', 400, 'normal'), characters: new Set(text)}))
  const cut = await subsetFonts(uses, subsetFont)
  expect(await subsetFonts(uses, keptSubsetter(kept))).toEqual(cut)
  expect(files.size).toBe(2)
  for (const key of files.keys()) files.set(key, Buffer.from('a face'))
  expect((await subsetFonts(uses, keptSubsetter(kept))).map(({bytes}) => Buffer.from(bytes).toString())).toEqual(['a face', 'a face'])
})

test('the book holds the faces that its heads are set in, and Apple Books is told so', async () => {
  const book = await bound(pamphlet, {}, serifTheme)
  expect([...book.files.keys()].filter(path => path.includes('fonts/'))).toEqual(['OEBPS/fonts/alegreya-latin-700-normal.woff2', 'OEBPS/fonts/alegreya-latin-700-italic.woff2'])
  expect(book.text('OEBPS/style.css')).toContain('url("fonts/alegreya-latin-700-normal.woff2")')
  expect(book.text('OEBPS/content.opf')).toContain('<meta property="ibooks:specified-fonts">true</meta>')
  expect(book.text('OEBPS/colophon.xhtml')).toContain('<p>Embedded typefaces: Alegreya</p>')
})

test('no fonts go in where the metadata say so', async () => {
  const book = await bound({...pamphlet, metadata: {...pamphlet.metadata, epub: {fonts: false}}}, {}, serifTheme)
  expect([...book.files.keys()].filter(path => path.includes('fonts/'))).toEqual([])
  expect(book.text('OEBPS/style.css')).not.toContain('@font-face')
  expect(book.text('OEBPS/colophon.xhtml')).not.toContain('Typefaces')
})

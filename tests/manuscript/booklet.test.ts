import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readMetadata} from '../../scripts/manuscript/metadata.ts'
import {sheetFamily} from '../../scripts/manuscript/page-sizes.ts'
import {creepOf, paperOf} from '../../scripts/manuscript/paper.ts'
import {sheetNames} from '../../scripts/sheet-sizes.ts'
import {layoutNames} from '../../scripts/types.ts'

const read = (text: string) => readMetadata({file: 'pamphlet.yaml', text: `lang: en\nbooklet:\n  ${text}\n`, firstLine: 1})

describe('what may be written', () => {
  test.each([
    ['paper: 80', {paper: {name: '80 g/m²', thicknessMm: 0.1}}],
    ['paper: 120 g/m²', {paper: {name: '120 g/m²', thicknessMm: 0.15}}],
    ['paper: 100gsm', {paper: {name: '100 g/m²', thicknessMm: 0.125}}],
    ['paper: 0.12 mm', {paper: {name: '0.12 mm', thicknessMm: 0.12}}],
    ['creep: true', {creep: true}], ['creep: false', {creep: false}], ['creep: 0.15', {creep: 0.15}], ['creep: 0.15 mm', {creep: 0.15}],
    ['sheet: A3', {sheet: {name: 'a3', widthMm: 297, heightMm: 420}}],
    ['sheet: tabloid', {sheet: {name: 'tabloid', widthMm: 279.4, heightMm: 431.8}}],
    ['sheet: 330mm x 480mm', {sheet: {name: '330mm x 480mm', widthMm: 330, heightMm: 480}}],
    ['signature: 4', {signature: 4}], ['signature: auto', {signature: 'auto'}], ['up: 4', {up: 4}],
    ['flip: long', {flip: 'long'}], ['duplex: manual', {duplex: 'manual'}], ['feed: first', {feed: 'first'}], ['marks: auto', {marks: 'auto'}], ['marks: true', {marks: true}], ['scale: fit', {scale: 'fit'}]
  ])('%s', (text, booklet) => expect(read(text)).toMatchObject({values: {booklet}, messages: []}))

  test('every layout and every sheet by its name', () => {
    for (const layout of layoutNames) expect(read(`layout: ${layout}`).values.booklet).toEqual({layout})
    for (const sheet of sheetNames) expect(read(`sheet: ${sheet}`).values.booklet?.sheet?.name).toBe(sheet)
  })
})

describe('what is refused, with what would be right', () => {
  test.each([
    ['signature: 0', '`auto`, or 1 to 32 sheets'], ['signature: 33', '1 to 32'], ['signature: 2.5', '1 to 32'],
    ['paper: heavy', 'a weight of 30 to 400 g/m², such as `80`'], ['paper: 0', '30 to 400'], ['paper: -80', '30 to 400'], ['paper: 5000', '30 to 400'], ['paper: 20 lb', '20 lb bond is 75 g/m²'], ['paper: 5 mm', '0.03 to 0.6 mm'],
    ['creep: 3', '0 to 1 mm a sheet'], ['creep: much', '`true`'], ['layout: booklet', 'one of `saddle`, `signatures`'], ['sheet: b9', '`a5`, `a4`'], ['sheet: 40mm x 90mm', '50 to 500 mm'],
    ['flip: left', '`short` or `long`'], ['duplex: "off"', '`manual`'], ['marks: some', '`auto`'], ['up: 0', '1 to 64'], ['scale: 50', '`fit`'], ['feed: middle', '`first` or `last`']
  ])('%s', (text, expected) => {
    const {messages, values} = read(text)
    expect(messages.map(({ruleId, place}) => [ruleId, place])).toEqual([['bad-metadata', {file: 'pamphlet.yaml', line: 3, column: text.indexOf(':') + 5}]])
    expect(messages[0]?.reason).toContain(expected)
    expect(values).toEqual({lang: 'en'})
  })

  test('a key that is not known, with the nearest that is', () => {
    expect(read('layuot: zine').messages.map(({reason}) => reason)).toEqual(['Unexpected key `layuot` in `booklet`, expected `layout`'])
  })

  test('any text: paper and creep are numbers in their range, or undefined', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)), text => {
      const thickness = paperOf(text)?.thicknessMm ?? 0.1
      expect(thickness >= 0.03 && thickness <= 0.6).toBe(true)
      const creep = Number(creepOf(text) ?? 0)
      expect(creep >= 0 && creep <= 1).toBe(true)
    }))
  })
})

test.each([
  ['a5', 'en-US', 'iso'], ['half-letter', 'de', 'us'], ['93.1mm x 215.9mm', 'en-US', 'us'], ['74mm x 210mm', 'de', 'iso'], ['dl', 'en-GB', 'iso']
])('a page %s in %s goes on the sheets of %s', (name, lang, family) => expect(sheetFamily({name, widthMm: 1, heightMm: 1}, lang)).toBe(family))

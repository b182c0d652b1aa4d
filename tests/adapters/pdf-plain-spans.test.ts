import {expect, test} from 'vitest'
import {plainSpans} from '../../scripts/adapters/pdf-plain-spans.ts'

const span = (actual: string, code: string) => `/Span<</ActualText <feff${actual}> >> BDC\n6.93 0 Td <${code}> Tj\nEMC\n`
const fonts = new Map([['F1 00A9', '’'], ['F2 00A9', 'x'], ['F1 00DB', 'ę'], ['F1 02AE', '\u0301'], ['F1 0105', ' ']])
const says = (font: string, code: string) => fonts.get(`${font} ${code}`)
const plain = (text: string) => plainSpans(Buffer.from(text), says, () => undefined).toString()
const withTwins = (text: string) => plainSpans(Buffer.from(text), says, (font, code, actual) => `${font}-${code}-${actual}`).toString()

test('a span that says what the font says goes', () => {
  expect(plain(`/F1 12 Tf\n<0001> Tj\n${span('2019', '00a9')}<0002> Tj`)).toBe('/F1 12 Tf\n<0001> Tj\n6.93 0 Td <00a9> Tj\n<0002> Tj')
})

test('so does one of a letter and its mark', () => {
  const letters = '6.93 0 Td <00db> Tj\n8.5 0 Td <02ae> Tj\n'
  expect(plain(`BT\n/Span<</ActualText <feff01190301> >> BDC\n/F1 12 Tf\n1 0 0 -1 72 99 Tm\n${letters}EMC\nET`)).toBe(`BT\n/F1 12 Tf\n1 0 0 -1 72 99 Tm\n${letters}ET`)
})

test('a word joiner goes, with the space that is drawn for it, and what follows stays where it is', () => {
  expect(plain(`/F1 12 Tf\n<0001> Tj\n${span('2060', '0105')}0 0 Td <0002> Tj`)).toBe('/F1 12 Tf\n<0001> Tj\n6.93 0 Td 0 0 Td <0002> Tj')
})

test('a span that says something else goes where a twin of the font says it', () => {
  expect(withTwins(`/F1 12 Tf\n<0001> Tj\n${span('202f', '0105')}<0002> Tj`)).toBe('/F1 12 Tf\n<0001> Tj\n/F1-0105-202F 12 Tf 6.93 0 Td <0105> Tj\n/F1 12 Tf\n<0002> Tj')
})

test('a mirrored bracket is told of letters', () => {
  expect(withTwins('/F1 12 Tf\n/Span<</ActualText (\\()>> BDC\n<00a9> Tj\nEMC\n')).toBe('/F1 12 Tf\n/F1-00A9-0028 12 Tf <00a9> Tj\n/F1 12 Tf\n')
})

test('a twin of a font that the span brings with it stands behind that', () => {
  expect(withTwins('BT\n/Span<</ActualText <FEFF00AB>>> BDC\n/F2 11 Tf\n1 0 0 -1 72 99 Tm\n85 0 Td <00a9> Tj\nEMC\nET')).toBe('BT\n/F2 11 Tf\n1 0 0 -1 72 99 Tm\n/F2-00A9-00AB 11 Tf 85 0 Td <00a9> Tj\n/F2 11 Tf\nET')
})

test.each([
  ['of another font', `/F2 12 Tf\n${span('2019', '00a9')}`], ['of another code', `/F1 12 Tf\n${span('2019', '00aa')}`], ['that says something else', `/F1 12 Tf\n${span('00AD', '00a9')}`],
  ['of two glyphs', '/F1 12 Tf\n/Span<</ActualText <feff2019> >> BDC\n<00a9> Tj\n<00a9> Tj\nEMC\n'], ['before any font', span('2019', '00a9')]
])('a span %s stays where there is no twin', (_, text) => {
  expect(plain(text)).toBe(text)
})

test('a hyphen at a line’s end keeps its span', () => {
  const text = 'BT\n/Span<</ActualText <FEFF00AD>>> BDC\n/F7 12 Tf\n1 0 0 -1 72 99 Tm\n<0001> Tj\nEMC\nET'
  expect(withTwins(text)).toBe(text)
})

import {expect, test} from 'vitest'
import {plainSpans} from '../../scripts/adapters/pdf-plain-spans.ts'

const span = (actual: string, code: string) => `/Span<</ActualText <feff${actual}> >> BDC\n6.93 0 Td <${code}> Tj\nEMC\n`
const fonts = new Map([['F1 00A9', '’'], ['F2 00A9', 'x']])
const plain = (text: string) => plainSpans(Buffer.from(text), (font, code) => fonts.get(`${font} ${code}`)).toString()

test('a span that says what the font says goes', () => {
  expect(plain(`/F1 12 Tf\n<0001> Tj\n${span('2019', '00a9')}<0002> Tj`)).toBe('/F1 12 Tf\n<0001> Tj\n6.93 0 Td <00a9> Tj\n<0002> Tj')
})

test('a word joiner goes, with the space that is drawn for it, and what follows stays where it is', () => {
  expect(plain(`/F1 12 Tf\n<0001> Tj\n${span('2060', '0105')}0 0 Td <0002> Tj`)).toBe('/F1 12 Tf\n<0001> Tj\n6.93 0 Td 0 0 Td <0002> Tj')
})

test.each([
  ['of another font', `/F2 12 Tf\n${span('2019', '00a9')}`], ['of another code', `/F1 12 Tf\n${span('2019', '00aa')}`], ['that says something else', `/F1 12 Tf\n${span('00AD', '00a9')}`],
  ['of two glyphs', '/F1 12 Tf\n/Span<</ActualText <feff2019> >> BDC\n<00a9> Tj\n<00a9> Tj\nEMC\n'], ['before any font', span('2019', '00a9')]
])('a span %s stays', (_, text) => {
  expect(plain(text)).toBe(text)
})

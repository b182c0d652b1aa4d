import fc from 'fast-check'
import {expect, test} from 'vitest'
import {markArtifacts, scanContent} from '../../scripts/adapters/pdf-content.ts'

const scan = (text: string) => scanContent(Buffer.from(text, 'latin1'), name => name === 'F' ? 'marked-form' : name === 'X' ? 'form' : 'image')
const mended = (text: string, kept: readonly number[] = []) => markArtifacts(Buffer.from(text, 'latin1'), scan(text), number => kept.includes(number)).toString('latin1')

test.each([
  ['text', 'BT /F1 9 Tf (a) Tj 0 1 Td (b) Tj ET', 'BT /F1 9 Tf /Artifact BMC\n(a) Tj 0 1 Td (b) Tj\nEMC ET'],
  ['a path', 'q 1 0 0 1 2 3 cm 0 0 m 1 1 l S Q', 'q 1 0 0 1 2 3 cm /Artifact BMC\n0 0 m 1 1 l S\nEMC Q'],
  ['a path that only clips', 'q 0 0 1 1 re W* n Q', 'q 0 0 1 1 re W* n Q'],
  ['a picture', 'q /I Do Q', 'q /Artifact BMC\n/I Do\nEMC Q'],
  ['a form with marks of its own', '/F Do', '/F Do'],
  ['a shading', '/S1 sh', '/Artifact BMC\n/S1 sh\nEMC'],
  ['an inline image', 'BI /W 1 ID EIxEI\nEMC EI Q', '/Artifact BMC\nBI /W 1 ID EIxEI\nEMC EI\nEMC Q']
])('%s outside every mark becomes an artifact', (_, before, after) => {
  expect(mended(before)).toBe(after)
})

test.each([
  ['a kept mark', '/P <</MCID 0 >>BDC BT (a) Tj ET EMC'],
  ['an artifact', '/Artifact BMC 0 0 1 1 re f EMC'],
  ['an artifact with properties', '/Artifact <</Type /Pagination>> BDC 0 0 1 1 re f EMC'],
  ['words that look like operators', '/P <</MCID 0 >>BDC BT (a EMC \\) f (S) \\\\) Tj <45 4d> Tj [(Do) 3] TJ % EMC S\n ET EMC'],
  ['a mark within a mark', '/P <</MCID 0 >>BDC /Span <</ActualText <feff00ad> >>BDC BT (a) Tj ET EMC 0 0 1 1 re f EMC']
])('%s stays as it is', (_, content) => {
  expect(mended(content, [0])).toBe(content)
})

test('a mark that no tag holds becomes an artifact', () => {
  expect(mended('/P <</MCID 0 >>BDC (a) Tj EMC /Q <</MCID 1 >>BDC 0 0 1 1 re f EMC', [0])).toBe('/P <</MCID 0 >>BDC (a) Tj EMC /Artifact BMC 0 0 1 1 re f EMC')
})

test('a mark is known by what it draws', () => {
  const marks = (content: string) => scan(content).marks.map(({number, draws}) => [number, draws])
  expect(marks('/P <</MCID 3 >>BDC 0 0 1 1 re f (a) Tj 0 0 m s EMC /P <</MCID 4>> BDC 0 0 1 1 re f /I Do EMC /P <</MCID 5 >>BDC q Q EMC /P <</MCID 6 >>BDC /X Do EMC'))
    .toEqual([[3, 'text'], [4, 'shapes'], [5, 'nothing'], [6, 'text']])
})

const painting = fc.constantFrom('(a) Tj', '<61> Tj', '[(b) 2 (EMC)] TJ', '0 0 1 1 re f', '0 0 m 1 1 l S', '0 0 1 1 re W n', '/I Do', '/S sh', '% f\n', 'q', 'Q', '1 0 0 rg')
const text = fc.array(fc.constantFrom('(a) Tj', '0 1 Td', '/F1 2 Tf', '<00> Tj')).map(parts => `BT ${parts.join(' ')} ET`)
const marked = fc.tuple(fc.nat(9), fc.array(fc.oneof(painting, text), {maxLength: 4})).map(([number, parts]) => `/P <</MCID ${number} >>BDC ${parts.join(' ')} EMC`)

test('whatever the content: it is all in marks afterwards, once, and nothing else changes', () => {
  fc.assert(fc.property(fc.array(fc.oneof(painting, text, marked), {maxLength: 12}), fc.array(fc.nat(9)), (parts, kept) => {
    const content = parts.join('\n')
    const after = mended(content, kept)
    expect(scan(after).loose).toEqual([])
    expect(mended(after, kept)).toBe(after)
    expect(scan(after).marks.map(({number}) => number)).toEqual(scan(content).marks.map(({number}) => number).filter(number => kept.includes(number)))
    expect(mended(content, Array.from({length: 10}, (_, number) => number)).replaceAll(/\/Artifact BMC\n|\nEMC(?!$|\n%)/g, '').replaceAll(/\s*EMC/g, '')).toBe(content.replaceAll(/\s*EMC/g, ''))
  }))
})

test('any bytes are read to their end', () => {
  fc.assert(fc.property(fc.uint8Array({maxLength: 200}), bytes => {
    const {marks, loose} = scanContent(Buffer.from(bytes), () => 'form')
    for (const {from, to} of [...marks, ...loose]) expect(from <= to && to <= bytes.length).toBe(true)
  }))
})

import fc from 'fast-check'
import {expect, test} from 'vitest'
import {lettersFirst} from '../../scripts/adapters/pdf-letters-first.ts'

const changed = (text: string) => lettersFirst(Buffer.from(text, 'latin1')).toString('latin1')
const span = (characters: string, ...lines: readonly string[]) => `/Span<</ActualText <FEFF${characters}> >> BDC\n${lines.join('\n')}\nEMC\n3 0 Td <0009> Tj`

test.each([
  ['a letter with its dots', span('0629', '2.5 -7.5 Td <0107> Tj', '-2.5 7.5 Td <0051> Tj'), span('0629', '0 0 Td <0051> Tj', '2.5 -7.5 Td <0107> Tj', '-2.5 7.5 Td 3 Tr <0051> Tj 0 Tr')],
  ['one that begins a line', span('0628', '/F6 14.4 Tf', '1 0 0 -1 6 104 Tm', '4 -.5 Td <0124> Tj', '-4 .5 Td <000f> Tj'), span('0628', '/F6 14.4 Tf', '1 0 0 -1 6 104 Tm', '0 0 Td <000f> Tj', '4 -0.5 Td <0124> Tj', '-4 0.5 Td 3 Tr <000f> Tj 0 Tr')],
  ['one at the end', span('0629', '2.5 -7.5 Td <0107> Tj', '-2.5 7.5 Td <0051> Tj').replace(/EMC[^]*/, 'EMC\nEMC\nET'), span('0629', '0 0 Td <0051> Tj', '2.5 -7.5 Td <0107> Tj', '-2.5 7.5 Td 3 Tr <0051> Tj 0 Tr').replace(/EMC[^]*/, 'EMC\nEMC\nET')],
  ['one with dots and a vowel', span('064A0651', '13 -5 Td <0157> Tj', '-1 4 Td <0126> Tj', '-2 1 Td <0012> Tj'), span('064A0651', '10 0 Td <0012> Tj', '3 -5 Td <0157> Tj', '-1 4 Td <0126> Tj', '-2 1 Td 3 Tr <0012> Tj 0 Tr')]
])('%s is drawn before them', (_, before, after) => {
  expect(changed(before)).toBe(after)
})

test.each([
  ['a letter that is read from left to right', span('0065', '2.5 -7.5 Td <0107> Tj', '-2.5 7.5 Td <0051> Tj')],
  ['a letter of one part', span('0629', '2.5 0 Td <0107> Tj')],
  ['one whose neighbour stands at its end', span('0628', '2.5 -7.5 Td <0107> Tj', '-2.5 7.5 Td <0051> Tj').replace('3 0 Td ', '')],
  ['one whose neighbour stands at its end, in what stands for it', span('0628', '2.5 -7.5 Td <0107> Tj', '-2.5 7.5 Td <0051> Tj').replace('3 0 Td ', '/Span<</ActualText <feff062f> >> BDC\n')],
  ['what nothing stands for', '2.5 -7.5 Td <0107> Tj\n-2.5 7.5 Td <0051> Tj']
])('%s stays', (_, text) => {
  const bytes = Buffer.from(text, 'latin1')
  expect(lettersFirst(bytes)).toBe(bytes)
})

test('where text is shown in another way than by filling it, the letter is not shown again', () => {
  expect(changed(`2 Tr\n${span('0629', '2.5 -7.5 Td <0107> Tj', '-2.5 7.5 Td <0051> Tj')}`)).toBe(`2 Tr\n${span('0629', '0 0 Td <0051> Tj', '2.5 -7.5 Td <0107> Tj', '-2.5 7.5 Td')}`)
})

/** Every glyph with its place, and where the line goes on. */
function drawn(text: string): {glyphs: readonly string[]; end: readonly number[]} {
  let [x, y] = [0, 0]
  const glyphs = [...text.matchAll(/(\S+) (\S+) Td(?: (<\w+>))?/g)].flatMap(([, right, up, glyph]) => {
    x += Number(right)
    y += Number(up)
    return glyph === undefined ? [] : [`${glyph} ${x.toFixed(3)} ${y.toFixed(3)}`.replaceAll('-0.000', '0.000')]
  })
  return {glyphs: glyphs.toSorted(), end: [Math.round(x * 1e3), Math.round(y * 1e3)].map(value => value + 0)}
}

const way = fc.integer({min: -9e4, max: 9e4}).map(value => value / 1e3)
test('whatever the parts, each is drawn where it was', () => {
  fc.assert(fc.property(fc.array(fc.tuple(way, way), {minLength: 2, maxLength: 9}), ways => {
    const text = span('0629', ...ways.map(([x, y], index) => `${x} ${y} Td <000${index}> Tj`))
    const [before, after] = [drawn(text), drawn(changed(text))]
    expect(after.glyphs).toEqual(before.glyphs)
    expect(after.end).toEqual(before.end)
    expect(changed(text).indexOf(`<000${ways.length - 1}>`)).toBeLessThan(changed(text).indexOf('<0000>'))
  }))
})

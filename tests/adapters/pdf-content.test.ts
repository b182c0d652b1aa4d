import fc from 'fast-check'
import {expect, test} from 'vitest'
import {scanContent} from '../../scripts/adapters/pdf-content.ts'

const scan = (text: string) => scanContent(Buffer.from(text, 'latin1'), () => 'image')

test('a text object is bounded by its first and its last glyph, and says what set its font and place', () => {
  const text = '/P <</MCID 3 >>BDC\nBT\n/F1 12 Tf\n1 0 0 -1 6 14 Tm\n<0001> Tj\n7.5 0 Td <0002> Tj\n-1 0 Td <0003> Tj\nET\nEMC\n'
  const [from, last, to] = [text.indexOf('<0001>'), text.indexOf('<0003>'), text.indexOf('\nET')]
  const pen = {font: text.indexOf('/F1'), place: text.indexOf('1 0 0 -1')}
  expect(scan(text).marks).toMatchObject([{number: 3, draws: 'text', texts: [{from, last, to, pen, lastPen: pen}]}])
})

test('what sets another font in the middle is the pen of the last glyph alone', () => {
  const text = '/P <</MCID 0 >>BDC\nBT\n/F1 12 Tf\n1 0 0 -1 6 14 Tm\n<0001> Tj\n/F2 9 Tf\n7 0 Td <0002> Tj\nET\nEMC\n'
  const [shown] = scan(text).marks[0]?.texts ?? []
  expect(shown?.pen.font).toBe(text.indexOf('/F1'))
  expect(shown?.lastPen).toEqual({font: text.indexOf('/F2'), place: text.indexOf('1 0 0 -1')})
})

test('a text object without a font or a place of its own has none', () => {
  const text = '/P <</MCID 0 >>BDC\nBT\n/F1 12 Tf\n1 0 0 -1 6 14 Tm\n<0001> Tj\nET\nBT\n<0002> Tj\nET\nEMC\n'
  expect(scan(text).marks[0]?.texts.map(({pen}) => pen.place > 0)).toEqual([true, false])
})

test('runs of glyphs are read in one go to the same end as one by one', () => {
  const glyph = fc.tuple(fc.boolean(), fc.integer({min: 0, max: 999}), fc.constantFrom('0001', '00fF', '00010002'))
    .map(([isMoved, x, code]) => `${isMoved ? `-${x}.5 0 Td ` : ''}<${code}> Tj\n`)
  const other = fc.constantFrom('/F2 9 Tf\n', '1 0 0 -1 0 5 Tm\n', 'ET\nBT\n', '/Span <</ActualText <FEFF00AD>>>BDC\n', 'EMC\n', '<</MCID 7 >>BDC\n', '1 2 3 4 re\nf\n', '(a<b) Tj\n', '[<01> 3 <02>] TJ\n', 'q\n', 'Q\n')
  fc.assert(fc.property(fc.array(fc.oneof({weight: 4, arbitrary: glyph}, other), {maxLength: 30}), parts => {
    const text = `/P <</MCID 0 >>BDC\nBT\n/F1 12 Tf\n${parts.join('')}`
    // A plus sign is a number's, too, but no glyph that Chromium shows has one.
    expect(scan(text)).toEqual(scan(text.replaceAll(/(?<=^|\n)-(?=\d+\.5 0 Td)/g, '+').replaceAll('> Tj\n', '> Tj\r')))
  }))
})

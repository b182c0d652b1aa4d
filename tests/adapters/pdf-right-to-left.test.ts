import {expect, test} from 'vitest'
import {logicalOrder} from '../../scripts/adapters/pdf-right-to-left.ts'

/** Codes of a font stand for letters of Hebrew from 0x10 on, and for themselves below 0x80. */
const says = (_font: string, code: string) => {
  const value = Number.parseInt(code, 16)
  return value < 0x20 ? String.fromCharCode(0x5D0 + value - 0x10) : String.fromCharCode(value)
}
const place = (x: number, y: number) => `1 0 0 -1 ${x} ${y} Tm`
const word = (x: number, y: number, ...letters: readonly string[]) => `BT\n/ReversedChars BMC\n/F5 14 Tf\n${place(x, y)}\n${letters.map((letter, index) => `${index === 0 ? '' : '8 0 Td '}<${letter}> Tj`).join('\n')}\nEMC\nET\n`
const plain = (x: number, y: number, ...codes: readonly string[]) => `BT\n/F6 14 Tf\n${place(x, y)}\n${codes.map(code => `<${code}> Tj`).join('\n')}\nET\n`
const mark = (content: string) => `q\n/P <</MCID 3 >>BDC\n${content}EMC\nQ\n`
const ordered = (content: string, isLeft = true) => logicalOrder(Buffer.from(mark(content), 'latin1'), says, number => number === 3 && isLeft)
const order = (content: string, isLeft = true) => ordered(content, isLeft).bytes.toString('latin1')
/** What is shown, with the place of each glyph from the left. */
function shown(content: string): readonly string[] {
  let [origin, x] = [0, 0]
  return [...content.matchAll(/(\S+) \S+ Tm|(\S+) \S+ Td|<([\dA-F]{4})> Tj/g)].flatMap(([, from, right, code = '']) => {
    if (from !== undefined) [origin, x] = [Number(from), 0]
    if (right !== undefined) x += Number(right)
    return code === '' ? [] : [`${says('', code)}${origin + x}`]
  })
}
const space = '0020'

test('a word is drawn from its first letter, each at its place, and nothing says that it is reversed', () => {
  const changed = order(word(10, 50, '0012', '0011', '0010'))
  expect(shown(changed)).toEqual(['א26', 'ב18', 'ג10'])
  expect(changed).not.toContain('ReversedChars')
})

test('the last text before a figure, a rule or a page\'s end is, too: the next clip and colour are set in its mark', () => {
  const settings = 'Q\nQ\nq\n653.125 1312.5 625 312.5 re\nW* n\nq\n3.125 0 0 3.125 653.125 -1312.5 cm\n0 0 0 RG 0 0 0 rg\n/G12 gs\n'
  const changed = order(word(10, 50, '0012', '0011') + settings)
  expect(changed).not.toContain('ReversedChars')
  expect(changed).toContain(`ET\n${settings}EMC`)
})

test('a bracket, which is drawn mirrored and said as it is meant, hides no end of a text', () => {
  const bracket = `BT\n/ReversedChars BMC\n/Span<</ActualText (\\)) >> BDC\n/F5 14 Tf\n${place(10, 50)}\n<0028> Tj\nEMC\n8 0 Td <0011> Tj\nEMC\nET\n`
  const changed = order(bracket)
  expect(shown(changed)).toEqual(['ב18', '(10'])
  expect(changed).toContain('/ActualText <FEFF0029>')
})

test('a letter alone, which is not said to be reversed, is put in order with the space before it', () => {
  expect(shown(order(plain(10, 50, '0010') + `BT\n/F6 14 Tf\n${place(10, 50)}\n8 0 Td <${space}> Tj\nET\n`))).toEqual([' 18', 'א10'])
})

test('words from right to left in a text that runs the other way stay where they are, in their own order', () => {
  const line = plain(10, 50, '0041') + plain(20, 50, space) + word(30, 50, '0012', '0011', '0010')
  expect(shown(order(line, false)).map(each => each.charAt(0)).join('')).toBe('A אבג')
})

test('a rule below or through words stays, and parts them from no others', () => {
  const line = word(10, 50, '0012', '0011') + '10 53 16 1 re\nf\n' + plain(30, 50, space) + '30 53 4 1 re\nf\n' + word(40, 50, '0010')
  expect(shown(order(line)).map(each => each.charAt(0)).join('')).toBe('א בג')
  expect(order(line)).toContain('10 53 16 1 re\nf\n30 53 4 1 re\nf\n')
})

test('lines stay one below the other', () => {
  expect(shown(order(word(10, 50, '0011', '0010') + word(10, 70, '0013', '0012')))).toEqual(['א18', 'ב10', 'ג18', 'ד10'])
})

test('a span that stands for several glyphs stays one, and the next letter at its place', () => {
  const content = `BT\n/ReversedChars BMC\n/F5 14 Tf\n${place(10, 50)}\n<0012> Tj\n/Span<</ActualText <feff05d1> >> BDC\n8 0 Td <0011> Tj\n2 3 Td <0060> Tj\n-2 -3 Td\nEMC\n9 0 Td <0010> Tj\nEMC\nET\n`
  const changed = order(content)
  expect(shown(changed)).toEqual(['א27', 'ב18', '\u006020', 'ג10'])
  expect(changed).toContain('/Span<</ActualText <feff05d1> >> BDC\n<0011> Tj\n2 3 Td\n<0060> Tj\n-2 -3 Td\nEMC')
})

test('what parts two letters stands a hair to the left of where it stood', () => {
  const joiner = `BT\n/Span<</ActualText <feff200c> >> BDC\n/F6 14 Tf\n${place(10, 50)}\n8 0 Td <${space}> Tj\nEMC\nET\n`
  expect(shown(order(word(10, 50, '0012') + joiner + word(18, 50, '0011')))).toEqual(['ב18', ' 17.9', 'ג10'])
})

test.each([
  ['glyphs that are shown at once', `BT\n/ReversedChars BMC\n/F5 14 Tf\n${place(10, 50)}\n<00110010> Tj\nEMC\nET\n`],
  ['an object without a place of its own', word(10, 50, '0011', '0010') + 'BT\n<0041> Tj\nET\n'],
  ['what shows text in another way', `BT\n/ReversedChars BMC\n/F5 14 Tf\n(AB) Tj\nEMC\nET\n`]
])('%s: all stays as it was, and the mark is named', (_name, content) => {
  expect(order(content)).toBe(mark(content))
  expect([...ordered(content).unsure]).toEqual([3])
})

test('what goes on in its line behind a change of colour is in order only among itself: the mark is named', () => {
  const [first, second] = [word(10, 50, '0011', '0010'), word(40, 50, '0013', '0012')]
  expect([...ordered(`${first}1 0 0 rg\n${second}`).unsure]).toEqual([3])
  expect([...ordered(`${first}1 0 0 rg\n${second.replace(' 50 Tm', ' 70 Tm')}`).unsure]).toEqual([])
})

test('an artifact is left alone', () => {
  const artifact = `q\n/Artifact BMC\n${word(10, 50, '0011', '0010')}EMC\nQ\n`
  const {bytes, unsure} = logicalOrder(Buffer.from(artifact, 'latin1'), says, () => true)
  expect([bytes.toString('latin1'), unsure.size]).toEqual([artifact, 0])
})

test('a long mark costs no time', () => {
  const content = `${word(10, 50, '0011', '0010').repeat(3000)}${'0 0 1 rg\n'.repeat(3000)}1 2 3 4 re\nf\n`
  const begun = performance.now()
  expect(order(content)).not.toContain('ReversedChars')
  expect(performance.now() - begun).toBeLessThan(2000)
})

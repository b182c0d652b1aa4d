import {expect, test} from 'vitest'
import {readPageRules} from '../../scripts/typeset/page-rules.ts'

const theme = '@page {margin: 10mm; size: a5} @page :right {margin-left: 20mm} @page cover {margin: 1mm} @page cover:right {margin-top: 2mm} :root {--leading: 18px; --accent: red}'
const margins = (name: string, side: 'left' | 'right', user = '') => {
  const found = readPageRules([{text: user, origin: 'user'}, {text: theme, origin: 'theme'}]).declarationsFor({name, side})
  return ['top', 'right', 'bottom', 'left'].map(edge => found.get(`margin-${edge}`))
}

test('a side beats the plain rule, a name beats a side, a name with a side beats all', () => {
  expect(margins('', 'left')).toEqual(['10mm', '10mm', '10mm', '10mm'])
  expect(margins('', 'right')).toEqual(['10mm', '10mm', '10mm', '20mm'])
  expect(margins('cover', 'left')).toEqual(['1mm', '1mm', '1mm', '1mm'])
  expect(margins('cover', 'right')).toEqual(['2mm', '1mm', '1mm', '1mm'])
})

test("the user's plain rule beats the theme's most specific one", () => {
  expect(margins('cover', 'right', '@page {margin: 5mm}')).toEqual(['5mm', '5mm', '5mm', '5mm'])
})

test.each([['1mm', '1 1 1 1'], ['1mm 2mm', '1 2 1 2'], ['1mm 2mm 3mm', '1 2 3 2'], ['1mm 2mm 3mm 4mm', '1 2 3 4']])('margin: %s', (value, expected) => {
  expect(margins('', 'left', `@page {margin: ${value}}`).map(edge => edge?.replace('mm', '')).join(' ')).toBe(expected)
})

test('variables of the root, the last one wins', () => {
  const rules = readPageRules([{text: theme, origin: 'theme'}, {text: 'html {--leading: 20px}', origin: 'user'}])
  expect([rules.variable('--leading'), rules.variable('--accent'), rules.variable('--none')]).toEqual(['20px', 'red', undefined])
})

test('a remark in a selector says nothing', () => {
  const user = '@page /* cover */ cover:right /* , :left */ {margin: 7mm} html /* the root */ , body {--leading: 21px}'
  expect([margins('cover', 'right', user)[0], margins('', 'left', user)[0]]).toEqual(['7mm', '10mm'])
  expect(readPageRules([{text: user, origin: 'user'}]).variable('--leading')).toBe('21px')
})

test('what does not parse does not harm the rest', () => {
  expect(margins('', 'left', '@page {margin: } } { @page {margin: 3mm}')[0]).toBeDefined()
})

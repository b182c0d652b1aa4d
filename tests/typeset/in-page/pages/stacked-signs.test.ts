import {expect, test} from 'vitest'
import {signsOf} from '../../../../scripts/typeset/in-page/pages/stacked-signs.ts'

test.each([
  ['en', ':', '; '],
  ['fr-CA', '\u00A0:', '\u202F; '],
  ['el', ':', '\u00B7 '],
  ['ar', ':', '\u061B '],
  ['zh-Hant', '：', '；']
])('the cells of a row are parted in %s as it does', (lang, colon, between) => {
  expect([signsOf(lang).colon, signsOf(lang).between('120')]).toEqual([colon, between])
})

test.each([
  ['It is finished.', ' '],
  ['What?', ' '],
  ['“Nonsense!”', ' '],
  ['The Commercial Co.', '; '],
  ['Messrs Crabtree', '; ']
])('behind %s stands what its end asks for', (before, between) => {
  expect(signsOf('en').between(before)).toBe(between)
})

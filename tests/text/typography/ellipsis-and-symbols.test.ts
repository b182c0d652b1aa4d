import {describe, expect, test} from 'vitest'
import {languages, typeset} from './typeset.ts'

describe('ellipses', () => {
  const table = [
    ['en-US', 'wait... and ...so, "what..."', 'wait… and …so, “what…”'],
    ['en-US', 'wait ... and . . . so', 'wait~… and~… so'],
    ['en-US', 'The end.... Next. . . . More', 'The end.… Next.~… More'],
    ['en-GB', 'Wait! ...', 'Wait!~…'],
    ['en-GB', '.. ..... ......', '.. ..... ......'],
    ['fr', 'mot ... et mot... (...) suite', 'mot… et mot… (…) suite'],
    ['fr', 'il dit ...et', 'il dit …et'],
    ['de', 'Er ist ... weg', 'Er ist~… weg'],
    ['es', 'No sé ...', 'No sé…'],
    ['ru', 'он ... ушёл', 'он… ушёл']
  ] as const
  test.each(table)('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed)).toBe(expected)
  })
})

describe('symbols in all languages', () => {
  const table = [
    ['3 1/2, (12 3/4) and 1641 1/2', /^3½, \(12¾\) and 1641 ½$/],
    ['1/2, (3/4), a "1/4"', /½, \(¾\), .*¼/],
    ['11 1/2d. and 2 1/2lb, 1/2d', /^11½d\. and 2½lb, ½d$/],
    ['10x15, 3 x 4, 2x3x4, 1.5x2', /10×15, 3~×~4, 2×3×4, 1\.5×2/],
    ['42 cm x 61 cm, 10 x 15 x 20, 3 × 4 m', /42[~_]cm~×~61[~_]cm, 10~×~15~×~20, 3~×~4/],
    ['+-5, -5, (-5), -5 %', /±5, −5, \(−5\), −5/]
  ] as const
  test.each(languages.flatMap(lang => table.map(row => [lang, ...row] as const)))('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed)).toMatch(expected)
  })
})

describe('what is no symbol', () => {
  const table = [
    '1/2/2024, 31/2, 1/2-inch, and/or 1/3, 1/25',
    'Th. 3/4, Th. 6/7, 1/2x, 3/4a',
    '0x15, A4x3, 1920x1080px, x2, 2x, box, 3x 4',
    '-5a, 3 -5, x=-5, -1-2, a-5, -x',
    '(c), (r), 5%, 20°, 1.2.3, 1.2.3-4'
  ] as const
  test.each(languages.flatMap(lang => table.map(text => [lang, text] as const)))('%s: %s', (lang, text) => {
    expect(typeset(lang, text)).toBe(text)
  })
})

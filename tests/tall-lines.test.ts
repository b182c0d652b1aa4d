import {expect, test} from 'vitest'
import {withTallLines} from '../scripts/tall-lines.ts'
import {loadTheme, themeNames} from '../scripts/typeset/theme.ts'
import {charactersInText} from '../scripts/typeset/characters.ts'

/** What becomes of a line of 100 px. */
const heightIn = (lang: string): string => withTallLines('p{line-height:100px}', lang)

test('tells languages in tall letters, also by a tag that names the script', () => {
  expect(['ar', 'ar-EG', 'fa', 'ur', 'az-Arab', 'ku-Aran'].filter(lang => heightIn(lang) !== 'p{line-height:140px}')).toEqual([])
  expect(['hi', 'th', 'km', 'sa-Deva'].filter(lang => heightIn(lang) !== 'p{line-height:120px}')).toEqual([])
  expect(['en', 'he', 'yi', 'ru', 'ur-Latn', 'zh-TW', 'ja'].filter(lang => heightIn(lang) !== 'p{line-height:100px}')).toEqual([])
})

test('makes lines higher, and nothing else: in `font`, in `line-height` and on the grid', () => {
  const css = ':root {--leading: 15px; --size: 11.5px} h2 {font: 900 17px/18px serif; margin: 18px 0 9px} sup {line-height: 0} p {line-height: var(--leading)} td {line-height: 1.25}'
  expect(withTallLines(css, 'ar')).toBe(':root{--leading:21px;--size:11.5px}h2{font:900 17px/25.2px serif;margin:18px 0 9px}sup{line-height:0}p{line-height:var(--leading)}td{line-height:1.75}')
})

test('reads nothing into what it does not know', () => {
  expect(withTallLines('p {line-height: normal; font: inherit} /* 15px */ .a {line-height:', 'ar')).toBe('p{line-height:normal;font:inherit}.a{line-height:}')
})

test('gives a text in Arabic letters lines of 1.4 times the height in every theme', async () => {
  const heights = await Promise.all((await themeNames()).map(async name => {
    const leading = async (lang: string) => Number(/--leading:\s*([\d.]+)px/.exec((await loadTheme(name, charactersInText('', lang))).files.get('print.css') ?? '')?.[1])
    return {name, ratio: await leading('ar') / await leading('en')}
  }))
  expect(heights.map(({ratio}) => ratio)).toEqual(heights.map(() => 1.4))
})

/** A table that is set as a list, printed: what stands in a line, and where its rows may be parted. */
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import type {Print} from './print-here.ts'
import {print} from './print-here.ts'
import {range} from './made.ts'

const started = await browserHere()

const mills = `| Mill | Owner | Year | Men | Women | Children | Hours a week | Wages, shillings | Looms | Remarks |
|---|---|--:|--:|--:|--:|--:|--:|--:|---|
${range(0, 12).map(row => `| Mill${row} | Messrs Crabtree | 18${row + 10} | 41 | 63 | 44 | 76 | 9.5 | 0 | spinning${row} |`).join('\n')}`

describe.skipIf(!started)('a table that is set as a list', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  const printed = (text: string, theme = 'classic', page = '60mm×90mm'): Promise<Print> =>
    print(browser, join(here.folder, 'stacked'), {'text.md': `---\ntitle: Stock\nlang: en\npage: ${page}\ntheme: ${theme}\nopenings: run-on\nfrontmatter: none\n---\n\n${text}\n`})
  const linesOf = ({pages}: Print): readonly (readonly string[])[] => pages.map(words => [...Map.groupBy(words, ({bottom}) => Math.round(bottom)).values()].map(line => line.map(({text}) => text).join(' ')))

  test('has its short cells behind each other, and the first above them', {timeout: 60_000}, async () => {
    const lines = linesOf(await printed(`Before.\n\n${mills}\n\nBehind.`)).flat()
    expect(lines.filter(line => line.includes('Mill3'))).toEqual(['Mill: Mill3'])
    expect(lines.filter(line => line.includes('Year: 1813; Men: 41;'))).toHaveLength(1)
    // 12 rows of ten cells, a line each, would be 120.
    expect(lines.length).toBeLessThan(12 * 8)
  })

  test.each([['classic', '60mm×90mm'], ['plain', '60mm×90mm'], ['large-print', '105mm×140mm']])('is parted with two lines of a row or more on either side, in %s', {timeout: 60_000}, async (theme, page) => {
    const pages = linesOf(await printed(`Before.\n\n${mills}\n\nBehind.`, theme, page)).map(lines => lines.filter(line => !/^(?:\d+|Stock.*)$/.test(line)))
    const parted = pages.filter(lines => /^(?!Mill: |Before|Behind)/.test(lines[0] ?? 'Mill: '))
    expect(parted.length).toBeGreaterThan(0)
    for (const lines of pages) {
      expect(lines.at(-1)).not.toMatch(/^Mill: /)
      expect(lines[0]).not.toMatch(/spinning/)
    }
  })

  test('is parted between its rows where they have six lines at most', {timeout: 60_000}, async () => {
    const pages = linesOf(await printed(`Before.\n\n${mills}\n\nBehind.`, 'broadsheet')).map(lines => lines.filter(line => !/^(?:\d+|Stock.*)$/.test(line)))
    expect(pages.filter(lines => lines.some(line => line.startsWith('Mill: '))).length).toBeGreaterThan(1)
    expect(pages.filter(lines => /^(?!Mill: |Before|Behind)/.test(lines[0] ?? 'Mill: '))).toEqual([])
  })

  test('names its cells by the columns that they stand in, though a cell reaches down from above', {timeout: 60_000}, async () => {
    const long = range(0, 5).map(index => `Constitutional${'unbroken'.repeat(2)}${index}`)
    const row = (words: readonly string[], tag: string): string => words.map(word => `<${tag}>${word}</${tag}>`).join('')
    const made = await printed(`<table><thead><tr>${row(long, 'th')}</tr></thead><tbody><tr><td rowspan="2">North</td>${row(['one', 'two', 'three', 'four'], 'td')}</tr><tr>${row(['five', 'six', 'seven', 'eight'], 'td')}</tr></tbody></table>`, 'classic', 'a5')
    expect(linesOf(made).flat().join(' ').replaceAll(/[\u00A0\s]+/g, ' ')).toContain(`${long[1] ?? ''}: five`)
  })

  test('is wanted so by large print, which turns no table and needs no word about it', {timeout: 60_000}, async () => {
    const made = await printed(`Before.\n\n${mills.split('\n').slice(0, 5).join('\n')}\n\nBehind.`, 'large-print', 'a4')
    expect(made.messages).toEqual([])
    expect(linesOf(made).flat().filter(line => line.includes('Mill: Mill1'))).toHaveLength(1)
  })
})

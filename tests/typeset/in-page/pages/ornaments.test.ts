import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Word} from '../../../../scripts/bench/word-boxes.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {range} from './made.ts'
import {classicArea, print} from './print-here.ts'

const started = await browserHere()

const middle = ({top, bottom}: Word): number => (top + bottom) / 2

describe.skipIf(!started)('rows of asterisks, printed', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  test('part passages within their page, neither at its head nor, if it can be, at its foot', {timeout: 60_000}, async () => {
    const passage = (number: number) => 'They folded the sheets by lamplight and carried them out. '.repeat(2 + number * 5 % 7)
    const text = range(0, 60).map(passage).join('\n\n---\n\n')
    const {pages} = await print(browser, join(here.folder, 'ornaments'), {'a.md': `---\ntitle: Stock\npage: a6\nfrontmatter: none\n---\n\n${text}\n`})
    const {top, bottom} = classicArea('a6')
    // What a style writes stands at the end of a page's words: their order is that of the paper here.
    const inside = pages.map(words => words.filter(word => middle(word) > top && middle(word) < bottom).toSorted((a, b) => a.bottom - b.bottom).map(({text: said}) => said))
    expect(inside.flat().filter(said => said.includes('*')).length).toBeGreaterThanOrEqual(59)
    expect(inside.filter(words => words[0]?.includes('*'))).toEqual([])
    expect(inside.filter(words => words.at(-1)?.includes('*')).length).toBeLessThan(3)
  })
})

import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {range} from './made.ts'
import type {Print} from './print-here.ts'
import {print} from './print-here.ts'

const started = await browserHere()

const prose = (word: string, count: number): string => range(0, count).map(index => `${word}${String.fromCodePoint(97 + index % 26)}`).join(' ')
const row = (name: string): string => `| ${range(0, 10).map(column => `${name}${String.fromCodePoint(97 + column)}`).join(' | ')} |`
const wide = [row('Heading'), `|${'---|'.repeat(10)}`, ...range(0, 6).map(() => row('cell'))].join('\n')

/** How wide and how high the words of a page stand apart that begin alike, in pt. */
const spread = ({pages}: Print, page: number, word: string): {readonly across: number; readonly down: number} => {
  const found = (pages[page] ?? []).filter(({text}) => text.startsWith(word))
  return {across: Math.max(...found.map(({right}) => right)) - Math.min(...found.map(({left}) => left)), down: Math.max(...found.map(({bottom}) => bottom)) - Math.min(...found.map(({top}) => top))}
}

describe.skipIf(!started)('a turned table in columns', () => {
  let browser: Browser
  let here: Here

  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  test.each([
    ['', wide],
    [' with a caption', `:::table[Its caption]\n${wide}\n:::`]
  ])('%s has a page of its own, and the text behind it fills the page before', {timeout: 60_000}, async (_, table) => {
    const made = await print(browser, join(here.folder, 'turned'), {'text.md': `---\ntitle: Stock\nlang: en\npage: a5\ntheme: broadsheet\nopenings: run-on\nfrontmatter: none\n---\n\n${prose('before', 90)}\n\n${table}\n\n${range(0, 6).map(() => prose('behind', 80)).join('\n\n')}`})
    expect(made.messages).toEqual([])
    const pagesOf = (word: string) => range(0, made.pages.length).filter(page => made.pages[page]?.some(({text}) => text.startsWith(word)))
    expect([pagesOf('before'), pagesOf('behind'), made.pages.length]).toEqual([[0], [0, 2], 3])
    // The heads' first letters stand above each other, one a column; the text stands in two.
    const heads = (made.pages[1] ?? []).filter(({text}) => text === 'H')
    expect([heads.length, new Set(heads.map(({left}) => Math.round(left))).size, spread(made, 1, 'H').down > 380]).toEqual([10, 1, true])
    expect(spread(made, 0, 'be').across).toBeGreaterThan(300)
  })
})

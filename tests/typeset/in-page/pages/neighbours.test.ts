/** What the pages put between a head and its figure leaves the text below as it was: flush, with its first line whole. */
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {range} from './made.ts'
import {print} from './print-here.ts'

const started = await browserHere()

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="160" viewBox="0 0 200 160"><rect width="200" height="160" fill="#ccc"/></svg>'
const prose = (count: number): string => `${range(0, count).map(index => ['the', 'union', 'of', 'printers', 'folded', 'sheets', 'at', 'night'][(index * 5 + (index >> 3)) % 8]).join(' ')}.`
const text = (theme: string, head: string, figure: string): string => `---\ntitle: Stock\nlang: en\npage: a5\ntheme: ${theme}\nopenings: run-on\nfrontmatter: none\n---\n\n## ${head}\n\n:::figure{${figure} src=box.svg alt="A box"}\nCaption\n:::\n\nBegin ${prose(60)}\n\n## Other\n\n${prose(60)}\n\n[^1]: A note.\n`

describe.skipIf(!started)('below a head and a figure, printed, text is flush', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  test.each([
    ['behind a column that is left free', 'broadsheet', 'Head[^1]', '.wide'],
    ['behind a note called in the head', 'classic', 'Head[^1]', '.here']
  ])('%s', {timeout: 60_000}, async (_, theme, head, figure) => {
    const {pages: [words = []], messages} = await print(browser, join(here.folder, 'neighbours'), {'text.md': text(theme, head, figure), 'box.svg': picture})
    expect(messages.filter(({ruleId}) => ruleId === 'simpler-pages')).toEqual([])
    const begin = words.find(word => word.text === 'Begin')
    if (!begin) throw new Error('Expected the text on the first page')
    const leftOf = Map.groupBy(words.filter(({top, left}) => top >= begin.top - 1 && left < begin.left + 60), ({top}) => Math.round(top))
    const [first = 0, second = 0] = [...leftOf.values()].map(line => Math.min(...line.map(({left}) => left)))
    expect(first).toBeCloseTo(second, 0)
  })
})

import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {print} from './print-here.ts'
import {range} from './made.ts'

const started = await browserHere()

const prose = (word: string, count: number): string => range(0, count).map(index => `${word}${String.fromCodePoint(97 + index % 26)}`).join(' ')
/** Of some tables the browser counts what hangs out of the page, of others not: this is one of those. */
const wide = `| Mill | Owner | Year | Men | Women | Children | Hours a week | Wages, shillings | Looms | Remarks |
|---|---|--:|--:|--:|--:|--:|--:|--:|---|
| Old Mill | Messrs Crabtree | 1812 | 41 | 63 | 44 | 76 | 9.5 | 0 | spinning only |
| Old Mill | Crabtree & Son | 1834 | 80 | 83 | 148 | 72 | 11.25 | 120 | see note |
| Low Mill | J. Sutcliffe | 1834 | 22 | 51 | 39 | 74 | 10 | 48 | burnt 1836 |
| Bridge Mill | The Commercial Co. | 1851 | 112 | 240 | 61 | 60 | 13.5 | 410 | |
| Albion Shed | The Commercial Co. | 1861 | 96 | 318 | 22 | 60 | 15.75 | 702 | half-timers |`
const manuscript = (theme: string): string => `---\ntitle: Stock\nlang: en\npage: a5\ntheme: ${theme}\nopenings: run-on\nfrontmatter: none\n---\n\n${prose('before', 90)}\n\n:::table[Its caption]\n${wide}\n:::\n\n${range(0, 6).map(() => prose('behind', 80)).join('\n\n')}\n`

describe.skipIf(!started)('a turned table that text behind it fills the page before of', () => {
  let browser: Browser
  let here: Here

  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  test.each(['classic', 'plain'])('is whole on its page, and all is printed in its size, in %s', {timeout: 60_000}, async theme => {
    const made = await print(browser, join(here.folder, 'size'), {'text.md': manuscript(theme)})
    expect(made.messages).toEqual([])
    const [before = [], table = []] = made.pages
    const text = before.filter(({text: word}) => /^be(?:fore|hind)/.test(word))
    // None of the table's numbers is there, but for the page's own.
    expect(before.filter(({text: word}) => /^\d/.test(word)).length).toBeLessThan(2)
    // Its first column stands at the page's foot, its last at the head; the page's number is below them.
    const tops = table.filter(({text: word}) => word !== '2').map(({top}) => top)
    expect(Math.max(...tops) - Math.min(...tops)).toBeGreaterThan(400)
    const [left, right] = [Math.min(...text.map(word => word.left)), Math.max(...text.map(word => word.right))]
    // In pt: the measure is some 295, and was printed 210 wide.
    expect(right - left).toBeGreaterThan(260)
    // It stands in the middle of its page's measure, which is that of the page before, further in or out.
    const [from, to] = [Math.min(...table.map(word => word.left)), Math.max(...table.map(word => word.right))]
    expect(from).toBeGreaterThan(left + 50)
    expect(to).toBeLessThan(right - 20)
  })

  test('is told of where a style makes the browser print all smaller for it', {timeout: 60_000}, async () => {
    const {messages} = await print(browser, join(here.folder, 'smaller'), {'text.md': manuscript('classic'), 'own.css': '.turned {contain: none !important}'})
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['simpler-pages', 'stacked-table'])
    expect(messages[0]?.reason).toMatch(/all is printed at \d\d % of its size, because something is wider than its page/)
  })
})

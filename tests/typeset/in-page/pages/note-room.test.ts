/** What fills a page leaves room at its foot for the notes called in it, printed. */
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import type {Print} from './print-here.ts'
import {print} from './print-here.ts'

const started = await browserHere()

const front = (page: string): string => `---\ntitle: Stock\nlang: en\npage: ${page}\nfrontmatter: none\n---\n\n`
const tall = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="900" viewBox="0 0 300 900"><rect width="300" height="900" fill="#ccc"/></svg>'
const figure = 'Above.\n\n:::figure{src=tall.svg alt="A tall box"}\nCaptionword on a tall box.[^a]\n:::\n\n'
const row = (call: string): string => `| Lower fares | "Competition will bear down on fares" | Rosebyword seventy per cent above inflation${call} | No |\n`
const table = `Above.\n\n| Promise | What was said | What happened in the metropolitan counties | Verdict |\n|--|--|--|:-:|\n${row('[^a]')}${row('').repeat(3)}\n`

const pagesOf = ({pages}: Print, start: string): readonly number[] => pages.flatMap((words, index) => words.some(({text}) => text.startsWith(start)) ? [index + 1] : [])

describe.skipIf(!started)('below what fills a page there is room for', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())
  const printed = (text: string, page = 'a5'): Promise<Print> => print(browser, join(here.folder, 'note-room'), {'text.md': front(page) + text, 'tall.svg': tall})

  test.each([1, 20, 60])('a note of %i words called in the caption of a picture', {timeout: 60_000}, async count => {
    const made = await printed(`${figure}[^a]: Noteword ${'words '.repeat(count)}end.`)
    expect([made.messages, pagesOf(made, 'Noteword')]).toEqual([[], pagesOf(made, 'Captionword')])
  })

  test('two lines or more of a note that takes more than a page', {timeout: 60_000}, async () => {
    const made = await printed(`${figure}[^a]: Noteword ${'longer words '.repeat(400)}end.`)
    expect([made.messages, pagesOf(made, 'Noteword')]).toEqual([[], pagesOf(made, 'Captionword')])
    expect(made.pages[(pagesOf(made, 'Captionword')[0] ?? 0) - 1]?.filter(({text}) => text === 'longer').length).toBeGreaterThan(10)
  })

  test('a note called in a turned table', {timeout: 60_000}, async () => {
    const made = await printed(`${table}[^a]: Noteword.`, 'a6')
    expect([made.messages, pagesOf(made, 'Noteword'), made.pages.length]).toEqual([[], [2], 2])
  })
})

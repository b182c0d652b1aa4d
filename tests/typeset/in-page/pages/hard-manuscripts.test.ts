import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {print} from './print-here.ts'

const started = await browserHere()
const words = (count: number) => Array.from({length: count}, (_, index) => ['paper', 'press', 'sheet', 'fold', 'stitch'][index % 5]).join(' ')
const rows = (count: number, span: number, cell = 'cell') => `<table><thead><tr><th>One</th><th>Two</th></tr></thead><tbody>${Array.from({length: count}, (_, row) => `<tr>${row % span === 0 ? `<td rowspan="${span}">From ${row}</td>` : ''}<td>${cell} ${row}</td></tr>`).join('')}</tbody></table>`
const boxes = (depth: number) => `${Array.from({length: depth}, (_, level) => `${':'.repeat(3 + depth - level)}aside`).join('\n')}\ninner ${words(40)}\n${Array.from({length: depth}, (_, level) => ':'.repeat(4 + level)).join('\n')}`
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400" viewBox="0 0 300 400"><rect width="300" height="400" fill="#ccc"/></svg>'

/** Each was once printed otherwise than it was composed. */
const hard: Readonly<Record<string, string>> = {
  'a cell that spans more rows than a page has': rows(60, 60),
  'cells over a few tall rows': rows(12, 4, words(120)),
  'boxes in boxes': `${words(300)}\n\n${boxes(37)}\n\n${words(300)}`,
  'one letter again and again in code': `\`${'c'.repeat(1800)}\``,
  'a line break after line break': `a${'<br>'.repeat(300)}b`,
  'details that are closed': `<details><summary>More</summary>\n\n${words(700)}\n\n</details>`,
  'cells without anything': `| a | b |\n|---|---|\n${'|  |  |\n'.repeat(80)}`,
  'a table in a note': `${words(250)} x[^1]\n\n[^1]: Note\n\n    | a | b |\n    |---|---|\n${'    | c | d |\n'.repeat(50)}`,
  'a hundred notes called in one place': `${words(60)}\n\nText${Array.from({length: 100}, (_, index) => `[^${index}]`).join('')} goes on. ${words(200)}\n\n${Array.from({length: 100}, (_, index) => `[^${index}]: Note ${index}.`).join('\n\n')}`,
  'a figure in a list in a note': `${words(240)} x[^1]\n\n[^1]: Note\n\n    - item\n\n      ![A box](b.svg)\n\n    - other\n`,
  'a figure that leaves its place behind a table with a caption': `:::table[A caption]\n| a | b |\n|---|---|\n${'| c | d |\n'.repeat(14)}:::\n\n:::figure{src=b.svg alt="A box"}\nA caption\n:::\n\n${words(900)}`
}

describe.skipIf(!started)('a manuscript with', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  test.each(Object.keys(hard).flatMap(name => [[name, 'classic'], [name, 'plain']]))('%s is printed as it is composed (%s)', async (name, theme) => {
    const {messages} = await print(browser, join(here.folder, 'hard'), {'a.md': `---\ntitle: T\nlang: en\nfrontmatter: none\ntheme: ${theme}\n---\n\n${hard[name] ?? ''}\n`, 'b.svg': svg})
    expect(messages.filter(({ruleId}) => ruleId === 'simpler-pages' || ruleId === 'hidden-text')).toEqual([])
  })

  test('a picture as high as its page, behind a page break', async () => {
    const tall = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="500" viewBox="0 0 300 500"><rect width="300" height="500" fill="#ccc"/></svg>'
    const {messages} = await print(browser, join(here.folder, 'tall'), {'a.md': '---\ntitle: T\nlang: en\npage: 60mm x 90mm\nfrontmatter: none\ntheme: plain\n---\n\n::pagebreak\n\n:::figure{src=tall.svg alt="A box"}\nThe caption, in words\n:::\n\nText behind it.\n', 'tall.svg': tall})
    expect(messages.filter(({ruleId}) => ruleId === 'simpler-pages')).toEqual([])
  })

  test('a style that takes its text out of the pages is left out, and named', async () => {
    const {pages, messages} = await print(browser, join(here.folder, 'style'), {'a.md': `---\ntitle: T\nlang: en\nfrontmatter: none\n---\n\n${words(50)}\n`, 'own.css': 'em {color: red}\n* {position: absolute}'})
    expect(messages.map(({ruleId, place: {file, line, column}}) => [ruleId, file, line, column])).toEqual([['simpler-pages', 'own.css', 2, 4]])
    expect(pages.flat().filter(({text}) => text === 'paper')).toHaveLength(10)
  })

  test('what the browser must break is broken, with every page number right', async () => {
    const chapters = Array.from({length: 12}, (_, index) => `## H${index}H {#h${index}}\n\nSee :page[h${(index * 5) % 12}] of this.[^${index}] ${words(260)}\n\n[^${index}]: A note.`).join('\n\n')
    const {pages, messages} = await print(browser, join(here.folder, 'last'), {'a.md': `---\ntitle: T\nlang: en\npage: a6\nfrontmatter: none\n---\n\n${chapters}\n`, 'own.css': ':not(head, head *) {display: inline !important}'})
    expect(messages.filter(({ruleId}) => ruleId === 'simpler-pages').map(({reason}) => reason)).toEqual([expect.stringContaining('the browser breaks them')])
    const text = pages.map(page => page.map(({text: word}) => word).join(' ').replaceAll('\u00A0', ' '))
    const headOn = (index: number) => text.findIndex(page => page.includes(`H${index}H`)) + 1
    const said = [...text.join(' ').matchAll(/See page (\d+)/g)].map(([, number]) => Number(number))
    expect(said).toEqual(Array.from({length: 12}, (_, index) => headOn((index * 5) % 12)))
  })
})

/** What belongs together stands on one page, printed: at every height that a page can leave for it. */
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {range} from './made.ts'
import type {Print} from './print-here.ts'
import {inkOf, print} from './print-here.ts'

const started = await browserHere()

const prose = (count: number): string => `${range(0, count).map(index => ['the', 'union', 'of', 'printers', 'folded', 'sheets', 'at', 'night'][(index * 5 + (index >> 3)) % 8]).join(' ')}.`
const front = (theme: string, keys = '', page = 'a5'): string => `---\ntitle: Stock\nlang: en\npage: ${page}\n${keys}theme: ${theme}\nopenings: page\nfrontmatter: none\n---\n\n`
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="160" viewBox="0 0 200 160"><rect width="200" height="160" fill="#ccc"/></svg>'

/** Chapters that differ by how much text stands above the same block. */
const chapters = (block: (chapter: number) => string): string => range(0, 10).map(chapter => `## Chapter ${chapter}\n\n${range(0, 12 + chapter).map(() => prose(9)).join('\n\n')}\n\n${block(chapter)}\n\n${prose(60)}`).join('\n\n')

const pagesOf = ({pages}: Print, word: string): readonly number[] => pages.flatMap((words, index) => words.some(({text}) => text === word) ? [index + 1] : [])
const rows = (name: string, count: number): string => `| Head | Two |\n|---|---|\n${range(0, count).map(row => `| ${name}row${row} | x |`).join('\n')}`

const named = (name: string, count: number): readonly string[] => range(0, count).map(row => `${name}row${row}`)

describe.skipIf(!started)('on one page, printed, stand', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())
  const printed = (text: string, theme = 'classic', keys = '', page = 'a5'): Promise<Print> => print(browser, join(here.folder, 'together'), {'text.md': front(theme, keys, page) + text, 'box.svg': picture})

  test('an epigraph and its author', {timeout: 60_000}, async () => {
    const made = await printed(chapters(chapter => `:::epigraph\nBegin${chapter} ${prose(30)}\n\n— Author${chapter}\n:::`))
    for (const chapter of range(0, 10)) expect([chapter, pagesOf(made, `Author${chapter}`)]).toEqual([chapter, pagesOf(made, `Begin${chapter}`)])
  })

  test.each([
    ['a list', (chapter: number) => `- Second${chapter} ${prose(9)}\n- Third${chapter} ${prose(9)}\n- ${prose(9)}`],
    ['a quotation', (chapter: number) => `> Second${chapter} ${prose(9)} Third${chapter} ${prose(16)}`],
    ['a table', (chapter: number) => `| Second${chapter} | b |\n|---|---|\n| Third${chapter} | d |`],
    ['a paragraph', (chapter: number) => `Second${chapter} ${prose(9)} Third${chapter} ${prose(30)}`]
  ])('a line that ends in a colon, a note behind it, and the first two lines of %s', {timeout: 60_000}, async (_name, block) => {
    const notes = range(0, 10).map(chapter => `[^n${chapter}]: A note.`).join('\n')
    const made = await printed(`${chapters(chapter => `Begin${chapter} says:${chapter % 3 === 0 ? `[^n${chapter}]` : ''}\n\n${block(chapter)}`)}\n\n${notes.replaceAll(/^\[\^n(?:1|2|4|5|7|8)\].*\n/gm, '')}`)
    for (const chapter of range(0, 10)) for (const word of ['Second', 'Third']) expect([word, chapter, pagesOf(made, `${word}${chapter}`)]).toEqual([word, chapter, pagesOf(made, `Begin${chapter}`)])
  })

  test('a term and the first two lines of its description, with no more than the leading between them', {timeout: 60_000}, async () => {
    const made = await printed(chapters(chapter => `<dl><dt>Other${chapter}</dt><dd>Short${chapter}</dd><dt>Begin${chapter}</dt><dd>Second${chapter} ${prose(9)} Third${chapter} ${prose(9)}</dd><dt>Fourth${chapter}</dt><dd>Last${chapter}</dd></dl>`))
    const words = made.pages.flatMap((page, index) => page.map(word => ({...word, page: index + 1})))
    const placeOf = (name: string) => words.find(({text}) => text === name) ?? {page: 0, bottom: 0}
    const between = (first: string, second: string) => [placeOf(second).page - placeOf(first).page, Math.round((placeOf(second).bottom - placeOf(first).bottom) / 0.75)]
    for (const chapter of range(0, 10)) {
      expect([chapter, between(`Other${chapter}`, `Short${chapter}`), between(`Begin${chapter}`, `Second${chapter}`), between(`Fourth${chapter}`, `Last${chapter}`)]).toEqual([chapter, [0, 18], [0, 18], [0, 18]])
      const [pages, gap] = between(`Short${chapter}`, `Begin${chapter}`)
      expect([chapter, pages === 0 ? gap : 27]).toEqual([chapter, 27])
      expect([chapter, pagesOf(made, `Third${chapter}`)]).toEqual([chapter, pagesOf(made, `Begin${chapter}`)])
    }
  })

  test('the address, the date and the salutation of a letter, and the first two lines of its text', {timeout: 60_000}, async () => {
    const made = await printed(chapters(chapter => `> Begin${chapter} Lane,\\\n${['The Works', 'Ulverston', 'Lancashire', 'June 9th 1874'].slice(chapter % 4).join('\\\n')}\n>\n> My dear Brother,\n>\n> Second${chapter} ${prose(9)} Third${chapter} ${prose(30)}`.replaceAll(/\n(?!>)/g, '\n> ')))
    for (const chapter of range(0, 10)) for (const word of ['Second', 'Third']) expect([word, chapter, pagesOf(made, `${word}${chapter}`)]).toEqual([word, chapter, pagesOf(made, `Begin${chapter}`)])
  })

  test('the last lines of a letter, its farewell and who signs it', {timeout: 60_000}, async () => {
    const made = await printed(chapters(chapter => `> ${prose(40)} Last${chapter} ${prose(9)}\n>\n> Yours fraternally,\n>\n> Ana${chapter} Ruiz\\\n> for the Committee`))
    for (const chapter of range(0, 10)) expect([chapter, pagesOf(made, `Ana${chapter}`)]).toEqual([chapter, pagesOf(made, `Last${chapter}`)])
  })

  test('a text and the first rows of a table of a dozen, where all of it is more than half a page', {timeout: 60_000}, async () => {
    const rows = range(0, 12).map(row => `| Row${row} | ${prose(3)} |`).join('\n')
    for (const count of [99, 106, 112]) {
      const made = await printed(`${prose(count)} Last.\n\n| Kopf | two |\n|---|---|\n${rows}\n\n${prose(300)}`, 'classic', '', 'a6')
      expect([count, pagesOf(made, 'Row0')]).toEqual([count, pagesOf(made, 'Last.')])
    }
  })

  test('a few lines of verse and the end of the paragraph that they follow', {timeout: 60_000}, async () => {
    const made = await printed(chapters(chapter => `${prose(40)} Last${chapter} ${prose(3)}\n\n:::verse\n${range(0, 4).map(line => `V${chapter}x${line} ${prose(4)}`).join('\n')}\n:::`))
    for (const chapter of range(0, 10)) expect([chapter, pagesOf(made, `V${chapter}x0`)]).toEqual([chapter, pagesOf(made, `Last${chapter}`)])
  })

  test('every stanza of a poem, with its title above and its source below; and all of two short ones', {timeout: 90_000}, async () => {
    const stanza = (name: string): string => range(0, 4).map(line => `${name}x${line} ${prose(4)}`).join('\n')
    const names = (chapter: number): readonly string[] => range(0, 4).map(each => `P${chapter}s${each}`)
    const made = await printed(chapters(chapter => `:::verse\nTitle${chapter}\n\n${names(chapter).map(stanza).join('\n\n')}\n\n— Source${chapter}\n:::`))
    const pageOf = (word: string): number => pagesOf(made, word)[0] ?? 0
    const stanzas = range(0, 10).map(chapter => names(chapter).map(name => range(0, 4).map(line => pageOf(`${name}x${line}`))))
    for (const pages of stanzas.flat()) expect(new Set(pages).size).toBe(1)
    for (const [chapter, pages] of stanzas.entries()) expect([pageOf(`Title${chapter}`), pageOf(`Source${chapter}`)]).toEqual([pages[0]?.[0], pages[3]?.[3]])
    expect(stanzas.filter(pages => new Set(pages.flat()).size > 1).length).toBeGreaterThan(2)
    const short = await printed(chapters(chapter => `:::verse\n${names(chapter).slice(0, 2).map(stanza).join('\n\n')}\n:::`))
    for (const chapter of range(0, 10)) expect([chapter, pagesOf(short, `P${chapter}s1x3`)]).toEqual([chapter, pagesOf(short, `P${chapter}s0x0`)])
  })

  test.each(['classic', 'large-print', 'broadsheet'])('the head of the notes and the first of them, in the theme %s', {timeout: 60_000}, async theme => {
    const notes = range(0, 10).map(chapter => `[^n${chapter}]: First${chapter} ${prose(40)}\n\n[^m${chapter}]: ${prose(40)}`).join('\n\n')
    const text = range(0, 10).map(chapter => `## Chapter ${chapter}\n\n${range(0, 12 + chapter).map(() => prose(9)).join('\n\n')}\n\n${prose(12)}[^n${chapter}] ${prose(9)}[^m${chapter}]`).join('\n\n')
    const made = await printed(`${text}\n\n${notes}`, theme, 'notes: chapter\n')
    const first = range(0, 10).map(chapter => pagesOf(made, `First${chapter}`)[0])
    expect(pagesOf(made, 'Notes')).toEqual(first)
  })

  test('a small table, and three rows at least of a longer one', {timeout: 90_000}, async () => {
    const small = await printed(chapters(chapter => rows(`T${chapter}`, 6)))
    for (const chapter of range(0, 10)) expect(new Set(named(`T${chapter}`, 6).flatMap(word => pagesOf(small, word))).size).toBe(1)
    const long = await printed(chapters(chapter => rows(`T${chapter}`, 16)))
    const parts = range(0, 10).flatMap(chapter => [...Map.groupBy(named(`T${chapter}`, 16), word => pagesOf(long, word)[0]).values()].map(part => part.length))
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(3)
    expect(Math.min(...parts)).toBeLessThan(16)
  })

  test('the rest of a table over all columns and its caption', {timeout: 60_000}, async () => {
    const made = await printed(`${prose(300)}\n\n:::table[Captioned words]\n${rows('T', 60)}\n:::\n\n${prose(60)}`, 'broadsheet')
    const pages = [...new Set(named('T', 60).flatMap(word => pagesOf(made, word)))]
    expect(pages.length).toBeGreaterThan(1)
    expect(pagesOf(made, 'Captioned')).toEqual(pages)
  })

  test('a head and the table over all columns that it heads, with an id or without', {timeout: 60_000}, async () => {
    for (const id of ['', '{#days}']) {
      const made = await printed(`# Chapter\n\n${prose(120)}\n\n## Headword\n\n:::timeline[Captioned words]${id}\n${rows('T', 4)}\n:::\n\n${prose(60)}`, 'broadsheet')
      const [head, caption] = ['Headword', 'Captioned'].map(word => made.pages.flat().find(({text}) => text === word))
      expect([id, Math.abs((head?.left ?? 0) - (caption?.left ?? 99)) < 2, (caption?.top ?? 99) - (head?.bottom ?? 0) < 30]).toEqual([id, true, true])
    }
  })

  test('the lines of an address that has no place to break', {timeout: 60_000}, async () => {
    const address = `https://example.org/${'unbroken'.repeat(16)}`
    const made = await printed(`Text.[^1]\n\n- <${address}>\n\n> <${address}>\n\n[^1]: <${address}>`, 'large-print')
    expect(made.messages).toEqual([])
  })

  test('a cell and the name of its column, where a table becomes a list; and the parts of a date', {timeout: 60_000}, async () => {
    const columns = range(0, 24).map(index => `Constitutional${index}`)
    const made = await printed(`| ${columns.join(' | ')} |\n|${'---|'.repeat(24)}\n| ${columns.map((_, index) => `Cell${index}`).join(' | ')} |\n\n| Date | What |\n|---|---|\n| 12 December 1891 | ${prose(60)} |`)
    expect(made.messages.map(({ruleId}) => ruleId)).toEqual(['stacked-table'])
    const words = made.pages.flat()
    const topOf = (text: string): number | undefined => words.find(word => word.text === text)?.top
    for (const index of range(0, 24)) expect(Math.abs((topOf(`Constitutional${index}:`) ?? 0) - (topOf(`Cell${index}${index === 0 || index === 23 ? '' : ';'}`) ?? 99))).toBeLessThan(3)
    expect(topOf('1891')).toBe(topOf('12'))
  })

  test('a caption and the rule below it, where a table becomes a list', {timeout: 60_000}, async () => {
    const row = (name: string): string => `|${range(0, 24).map(index => ` ${name}${index} |`).join('')}`
    const made = await printed(`Before.\n\n:::table[Caption]\n${row('Constitutional')}\n|${'---|'.repeat(24)}\n${row('Cell')}\n:::`)
    const page = made.pages.findIndex(words => words.some(({text}) => text === 'Caption'))
    const box = (text: string) => made.pages[page]?.find(word => word.text === text) ?? {top: 0, bottom: 0}
    const ink = await inkOf(made, page)
    const between = (from: number, to: number): boolean => ink.some(pt => pt > from && pt < to)
    expect([between(box('Before.').bottom + 1, box('Caption').top - 1), between(box('Caption').bottom + 1, box('Constitutional0:').top - 0.5)]).toEqual([false, true])
  })

  test('the left edge of all rows of a table that becomes a list, however its columns are set', {timeout: 60_000}, async () => {
    const row = (name: string): string => `|${range(0, 24).map(index => ` ${name}${index} |`).join('')}`
    const made = await printed(`${row('Constitutional')}\n|${'--:|:-:|---|'.repeat(8)}\n${row('Cell')}\n${row('Next')}`, 'large-print')
    expect(made.messages).toEqual([])
    for (const page of made.pages) {
      const lefts = page.filter(({text}) => /^Constitutional[01]:$/.test(text)).map(({left}) => left)
      expect(Math.max(...lefts) - Math.min(...lefts)).toBeLessThan(2)
    }
  })

  test.each(['classic', 'plain', 'large-print'])('the page of an entry of the contents and its last words, in %s', {timeout: 60_000}, async theme => {
    const heads = range(0, 14).map(index => `# ${range(0, 4 + index).map(word => ['The', 'street', 'of', 'lamps', 'at', 'night'][word % 6]).join(' ')} Last${index}\n\nText.\n`)
    const made = await print(browser, join(here.folder, 'together'), {'text.md': `---\ntitle: Stock\nlang: en\npage: a5\ntheme: ${theme}\nfrontmatter: short\nopenings: page\n---\n\n${heads.join('\n')}`})
    for (const index of range(0, 14)) {
      const contents = made.pages.find(words => words.some(({text}) => text.startsWith(`Last${index}`))) ?? []
      const last = contents.find(({text}) => text.startsWith(`Last${index}`))
      const beside = contents.filter(({text, top, left}) => /^\d+$/.test(text) && last && Math.abs(top - last.top) < 6 && left > last.left)
      expect([index, beside.length]).toEqual([index, 1])
    }
  })

  test.each(['classic', 'broadsheet', 'large-print'])('every sign of a formula and its line, however long it is, in %s', {timeout: 60_000}, async theme => {
    const terms = range(1, 30).map(index => `a_{${index}}`).join(' + ')
    const made = await printed(`Text with $x = ${terms}$ in it.\n\n$$\ny = ${terms}\n$$\n\n- An item\n\n  $$z = ${terms}$$\n`, theme, 'math: true\n')
    expect(made.messages).toEqual([])
    const words = made.pages.flat()
    expect(words.filter(({text}) => text.includes('29'))).toHaveLength(3)
    // A5 in pt, and 5 mm of it at the edge.
    for (const {text, left, right} of words) expect({text, isOnPage: left > 14 && right < 420 - 5}).toEqual({text, isOnPage: true})
  })

  test('what is too wide all the same, and it is told once', {timeout: 60_000}, async () => {
    const made = await print(browser, join(here.folder, 'together'), {'text.md': `${front('classic')}- ### ${'Unbroken'.repeat(16)}\n`, 'own.css': 'h3 {overflow-wrap: normal}'})
    expect(made.messages.map(({ruleId}) => ruleId).filter(rule => rule !== 'skipped-heading')).toEqual(['overfull-line'])
  })

  test('every letter in its own size, whatever a head holds', {timeout: 60_000}, async () => {
    const sizeOf = async (head: string): Promise<number> => {
      const made = await print(browser, join(here.folder, 'together'), {'text.md': `---\ntitle: Stock\nlang: en\n---\n\n## One\n\n${prose(20)}\n\n## Two ${head}\n\nMeasured ${prose(20)}\n\n## Three\n\n${prose(20)}`})
      const word = made.pages.flat().find(({text}) => text === 'Measured')
      return word ? word.bottom - word.top : 0
    }
    expect(await sizeOf('unbroken'.repeat(20))).toBeCloseTo(await sizeOf('broken'), 3)
  })

  test('a caption in the middle below a narrow picture, if it is one line', {timeout: 60_000}, async () => {
    const made = await printed(`${prose(60)}\n\n:::figure{src=box.svg alt="A box"}\nShortest\n:::\n\n${prose(60)}\n\n:::figure{src=box.svg alt="A box"}\nLongest ${prose(40)}\n:::\n\n${prose(60)}`)
    const leftOf = (word: string): number => made.pages.flat().find(({text}) => text === word)?.left ?? 0
    expect(leftOf('Shortest')).toBeGreaterThan(leftOf('Longest') + 50)
  })

  test('a figure at its foot, and the text behind it above', {timeout: 60_000}, async () => {
    const made = await print(browser, join(here.folder, 'together'), {
      'text.md': `${front('classic')}${prose(60)}\n\n:::figure{.foot src=box.svg alt="A box"}\nShortest\n:::\n\nBehind ${prose(600)}`, 'box.svg': picture
    })
    const [page = []] = made.pages
    const topOf = (word: string): number => page.find(({text}) => text === word)?.top ?? 0
    expect(pagesOf(made, 'Shortest')).toEqual([1])
    expect(topOf('Behind')).toBeLessThan(topOf('Shortest'))
    expect(page.filter(({top, text}) => top > topOf('Shortest') + 2 && !/^\d+$/.test(text))).toEqual([])
  })
})

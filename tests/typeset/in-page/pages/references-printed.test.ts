/** What is printed as a page number agrees with the pages: in the text, in the index, in the list of figures. */
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {realDisk} from '../../../../scripts/adapters/disk.ts'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Word} from '../../../../scripts/bench/word-boxes.ts'
import {wordBoxes} from '../../../../scripts/bench/word-boxes.ts'
import {build} from '../../../../scripts/pipeline.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {classicArea} from './print-here.ts'

const started = await browserHere()
const filler = 'the union of workers printed a folded sheet by lamp and the committee read it in the street to the neighbourhood '.split(' ')
const prose = (count: number, from: number) => Array.from({length: count}, (_, index) => filler[(index * 7 + from) % filler.length]).join(' ').trim()

const chapters = 6
const paragraphs = 5
const figures = 8
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120" viewBox="0 0 300 120"><rect width="300" height="120" fill="#ccc"/></svg>'

/** Each paragraph has a word of its own (`W12W`) with a term, and refers to another chapter behind `R12R`; `F3F` stands in captions. */
const manuscript = (front: string) => {
  const text = Array.from({length: chapters}, (_, chapter) => [
    `# Head H${chapter}H {#c${chapter}}`,
    ...Array.from({length: paragraphs}, (__, paragraph) => {
      const number = chapter * paragraphs + paragraph
      const range = paragraph === 1 ? `:index[ranges!of ${chapter}]{from}` : paragraph === 3 ? `:index[ranges!of ${chapter}]{to}` : ''
      return `${prose(40, number)} W${number}W:index[term ${number}]:index[many]:index[many!under ${number} *words* that go on]${range} ${prose(30, number)} R${number}R :page[c${(number * 5) % chapters}], ${prose(30, number)}.`
    }),
    ...[0, 1].map(which => chapter * 2 + which).filter(number => number < figures).map(number => `:::figure{src=p.svg alt="A box" #f${number}}\nBox F${number}F of many. More words of it.\n:::`)
  ].join('\n\n')).join('\n\n')
  const table = `<table><caption>Prices</caption><thead><tr><th>Year</th><th>Price</th></tr></thead><tbody>${Array.from({length: 60}, (_, row) => `<tr><td>Y${row}Y</td><td>1d</td></tr>`).join('')}</tbody></table>`
  return `---\ntitle: Numbers\nlang: en\npage: a6\n${front}\n---\n\n${text}\n\n${table}\n`
}

describe.skipIf(!started)('page numbers, printed', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  const printed = async (front: string, name: string) => {
    const folder = join(here.folder, name)
    mkdirSync(folder)
    writeFileSync(join(folder, 'm.md'), manuscript(front))
    writeFileSync(join(folder, 'p.svg'), picture)
    const outcome = await build({path: join(folder, 'm.md'), out: join(folder, 'out'), editions: ['read'], strict: false, json: false}, {
      disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: '0', nodeVersion: '', stage: () => () => undefined
    })
    expect(outcome.messages.filter(({severity}) => severity === 'error')).toEqual([])
    const pdf = readdirSync(join(folder, 'out')).find(file => file.endsWith('.pdf')) ?? ''
    return wordBoxes(readFileSync(join(folder, 'out', pdf)))
  }

  test.each([
    ['roman before the text, and from 1 in it', 'frontmatter: full\nopenings: page', true],
    ['from the first page on', 'frontmatter: none\nopenings: run-on', false]
  ])('agree with the pages, counted %s', {timeout: 60_000}, async (_, front, countsFromText) => {
    const pages = await printed(front, countsFromText ? 'full' : 'none')
    const texts = pages.map(textOf)
    const pageWith = (mark: string) => texts.findLastIndex(text => text.includes(mark)) + 1
    const first = countsFromText ? texts.findIndex(text => text.includes('W0W')) + 1 : 1
    const folioOf = (mark: string) => String(pageWith(mark) - first + 1)
    const all = texts.join(' ')

    const references = [...all.matchAll(/R(\d+)R page (\d+),/g)].map(([, number, folio]) => [Number(number), folio])
    expect(references).toEqual(Array.from({length: chapters * paragraphs}, (__, number) => [number, folioOf(`H${(number * 5) % chapters}H`)]))

    const index = texts.slice(texts.findIndex(text => / Index |^Index /.test(text) && text.includes('many'))).join(' ')
    for (let number = 0; number < chapters * paragraphs; number++) {
      expect(new RegExp(`term ${number}, (\\d+)`).exec(index)?.[1]).toBe(folioOf(`W${number}W`))
      expect(new RegExp(`under ${number} words that go on, (\\d+)`).exec(index)?.[1]).toBe(folioOf(`W${number}W`))
    }
    for (let chapter = 0; chapter < chapters; chapter++) {
      const [from, to] = [1, 3].map(paragraph => folioOf(`W${chapter * paragraphs + paragraph}W`))
      expect(new RegExp(`of ${chapter}, ([\\d–]+)`).exec(index)?.[1]).toBe(from === to ? from : `${from}–${to}`)
    }
    expect(index).toContain('many (continued)')

    const listed = [...all.matchAll(/Box F(\d)F of many (\d+)/g)].map(([, figure, folio]) => [figure, folio])
    expect(listed).toEqual(countsFromText ? Array.from({length: figures}, (__, figure) => [String(figure), folioOf(`F${figure}F of many. More`)]) : [])

    expectTable(pages, texts)
  })
})

/** Every row once, and the caption over each page that the table goes on to. */
function expectTable(pages: readonly (readonly Word[])[], texts: readonly string[]): void {
  const rows = [...texts.join(' ').matchAll(/Y(\d+)Y/g)].map(([, row]) => Number(row))
  expect(rows).toEqual(Array.from({length: 60}, (__, row) => row))
  const [begins, ...goesOn] = pages.map((words, at) => ({words, at})).filter(({words}) => words.some(({text}) => /^Y\d+Y$/.test(text)))
  expect(texts[begins?.at ?? 0]).not.toContain('(continued)')
  expect(goesOn.length).toBeGreaterThan(0)
  for (const {at} of goesOn) expect(texts[at]).toContain('Prices (continued) Year Price')
}

/** The words of a page in the order of the text, without running head and folio, a line-end hyphen and its word in one. */
function textOf(words: readonly Word[]): string {
  const area = classicArea('a6')
  return words.filter(({top, bottom}) => (top + bottom) / 2 > area.top && (top + bottom) / 2 < area.bottom).map(({text}) => text).join(' ').replaceAll('\u00AD ', '').replaceAll('\u00A0', ' ')
}

import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import {openPages} from '../../../../scripts/adapters/pdfium.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {range} from './made.ts'
import type {Print} from './print-here.ts'
import {print} from './print-here.ts'

const started = await browserHere()

const prose = (word: string, count: number): string => range(0, count).map(index => `${word}${String.fromCodePoint(97 + index % 26)}`).join(' ')
const front = (over = ''): string => `---\ntitle: Stock\nlang: en\npage: a5\nopenings: run-on\nfrontmatter: none\n${over}---\n\n`
const isRed = ([red = 0, green = 0, blue = 0]: Uint8Array): boolean => red > green + 80 && red > blue + 80
const isBlue = ([red = 0, green = 0, blue = 0]: Uint8Array): boolean => blue > green + 80 && blue > red + 80

/** The heights on each page, in pt from its top, between which a colour is seen; none where it is not. */
async function coloured({pdf}: Print, isColoured: (pixel: Uint8Array) => boolean): Promise<readonly (readonly number[])[]> {
  const pages = await openPages(pdf)
  if (!pages) throw new Error('Expected a PDF')
  const found = range(0, pages.count).map(page => {
    const {widthPx, heightPx, rgba} = pages.draw(page, 144)
    const rows = range(0, heightPx).filter(row => range(0, widthPx).some(x => isColoured(rgba.subarray((row * widthPx + x) * 4, (row * widthPx + x) * 4 + 3))))
    return rows.length === 0 ? [] : [Math.min(...rows) / 2, Math.max(...rows) / 2]
  })
  pages.close()
  return found
}

/** The heights on a page between which words with a beginning stand. */
const span = ({pages}: Print, page: number, word: string): readonly number[] => {
  const found = (pages[page] ?? []).filter(({text}) => text.startsWith(word))
  return found.length === 0 ? [] : [Math.min(...found.map(({top}) => top)), Math.max(...found.map(({bottom}) => bottom))]
}

describe.skipIf(!started)('boxes that go over a page', () => {
  let browser: Browser
  let here: Here

  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  const text = `${prose('text', 200)}[^1]\n\n:::aside[Boxtitle]\n${prose('box', 150)}[^2]\n\n${prose('box', 200)}\n\n> ${prose('box', 300)}\n\n${prose('box', 12)}\n:::\n\n${prose('behind', 90)}\n\n[^1]: ${prose('note', 150)}\n\n[^2]: ${prose('note', 60)}`

  test.each(['', '.text {background: #ffd}', '.chapter {background: #ffd}'])('end with their text, above the notes %s', {timeout: 60_000}, async ground => {
    const made = await print(browser, join(here.folder, 'boxes'), {'text.md': `${front()}${text}`, 'own.css': `.aside {border-color: #f00; background: #fcc} .aside blockquote {background: #ddf; border-left: 2px solid #f00} ${ground}`})
    const seen = await coloured(made, isRed)
    const shared = range(0, made.pages.length).filter(page => span(made, page, 'box').length > 0 && span(made, page, 'note').length > 0)
    expect(shared.length).toBeGreaterThan(1)
    for (const page of range(0, made.pages.length)) {
      const [[top = 0, bottom = 0], [first = 0, last = 0], [note = Infinity]] = [seen[page] ?? [], span(made, page, 'box'), span(made, page, 'note')]
      expect([Math.abs(bottom - last) < 12, top < first + 3, bottom < note]).toEqual([true, true, true])
    }
  })

  test('end with their text in columns, and in a note', {timeout: 60_000}, async () => {
    const quoted = `${prose('text', 330)}[^1]\n\n${prose('text', 390)}\n\n[^1]: ${prose('note', 20)}\n\n    > ${prose('quoted', 160)}`
    const noted = await print(browser, join(here.folder, 'quoted'), {'text.md': `${front()}${quoted}`, 'own.css': '.note blockquote {border-left: 2px solid #00f; padding-left: 6px}'})
    const pages = range(0, noted.pages.length).filter(page => span(noted, page, 'quoted').length > 0)
    expect(pages.length).toBe(2)
    const seen = await coloured(noted, isBlue)
    for (const page of pages) for (const side of [0, 1]) expect(Math.abs((seen[page]?.[side] ?? 0) - (span(noted, page, 'quoted')[side] ?? 0))).toBeLessThan(6)
    const columns = await print(browser, join(here.folder, 'columns'), {'text.md': `${front('theme: broadsheet\nnotes: foot\n')}${text}`, 'own.css': '.aside {border-color: #f00}'})
    const edges = await coloured(columns, isRed)
    for (const page of range(0, columns.pages.length)) expect(Math.abs((edges[page]?.[1] ?? 0) - (span(columns, page, 'box')[1] ?? 0))).toBeLessThan(12)
  })

  test('keep their edge at both ends alone', {timeout: 60_000}, async () => {
    const made = await print(browser, join(here.folder, 'edges'), {'text.md': `${front()}${text}`, 'own.css': '.aside {border: 0 solid; border-block: 6px solid #f00; border-left: 1px solid #00f}'})
    const seen = (await coloured(made, isRed)).flatMap((rows, page) => rows.length > 0 ? [[page, rows] as const] : [])
    expect(seen.length).toBe(2)
    for (const [, [top = 0, bottom = 0]] of seen) expect(bottom - top).toBeLessThan(6)
  })
})

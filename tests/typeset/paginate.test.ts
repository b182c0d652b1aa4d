import {describe, expect, test} from 'vitest'
import type {Pass, PrintPage, Theme} from '../../scripts/types.ts'
import {paginate} from '../../scripts/typeset/paginate.ts'
import {pamphlet, theme as stockTheme} from '../stock.ts'

const html = '<html><head></head><body><section data-for="short">cover</section><section data-for="full">half title</section><section data-for="blank-before-back">blank</section><main data-fill="text"></main></body></html>'
const theme: Theme = {...stockTheme, files: new Map([['print.html', html], ['print.css', '@page {margin: 10mm}']])}
const has = (page: PrintPage, words: string) => page.html.includes(words)

/** A printer that has no browser: it reads off the page file what would have been printed. */
const printer = (textPages: number, asked: PrintPage[], unruly = false) => async (page: PrintPage): Promise<Pass> => {
  asked.push(page)
  const text = has(page, 'half title') ? 9 : 3
  const end = text + textPages - 1
  const count = end + 1 + (has(page, 'blank') ? 1 : 0)
  const shift = unruly ? asked.length % 2 : 0
  return Promise.resolve({pdf: new Uint8Array([asked.length]), count: count + shift, pages: new Map([['pamphlet-text', text], ['pamphlet-end', end], ['the-press', text], ['the-readers', text + 1]]), observations: []})
}

describe('pagination', () => {
  test('takes two prints when nothing changes: one to learn, one with folios', async () => {
    const asked: PrintPage[] = []
    const pages = await paginate(pamphlet, theme, printer(7, asked))
    expect(asked).toHaveLength(2)
    expect(pages.pdf[0]).toBe(2)
    expect(pages.pageMap).toEqual([{id: 'the-press', page: 3, folio: '3'}, {id: 'the-readers', page: 4, folio: '4'}])
    expect(asked[1]?.html).not.toContain('href="#pamphlet-end"')
  })

  test('adds a blank and prints again when the back cover would fall on a recto', async () => {
    const asked: PrintPage[] = []
    const pages = await paginate(pamphlet, theme, printer(8, asked))
    expect([asked.length, pages.count % 2]).toEqual([3, 0])
  })

  test('turns to the form of a book when the text is one', async () => {
    const asked: PrintPage[] = []
    const pages = await paginate(pamphlet, theme, printer(30, asked))
    expect(pages.folios[0]).toBe('i')
    expect(pages.folios[8]).toBe('1')
  })

  test('gives up with an error when the pages never agree', async () => {
    await expect(paginate(pamphlet, theme, printer(7, [], true))).rejects.toThrow('kept changing')
  })
})

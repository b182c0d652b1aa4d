import {describe, expect, test} from 'vitest'
import type {Composition, PagePatch, PrintPage, Theme} from '../../scripts/types.ts'
import type {Printer} from '../../scripts/typeset/paginate.ts'
import {paginate} from '../../scripts/typeset/paginate.ts'
import {composition, pamphlet, theme as stockTheme} from '../stock.ts'

const html = '<html><head></head><body><section data-for="short">cover</section><section data-for="full">half title</section><main data-fill="text"></main></body></html>'
const theme: Theme = {...stockTheme, files: new Map([['print.html', html], ['print.css', '@page {margin: 10mm}']])}

/** A compositor without a browser: it reads off the page file what would have come of it. */
const composed = (page: PrintPage, textPages: number): Composition => {
  const first = page.html.includes('half title') ? 9 : 3
  return {...composition([['cover', 1, first - 1], ['main', first, first + textPages - 1]], {'the-press': first, 'the-readers': first + 1}), anchors: [{id: 'turn-1', page: first + 1}, {id: 'the-press', page: first}]}
}

type Asked = {readonly pages: PrintPage[]; readonly patches: PagePatch[]; closed: number}

const printer = (textPages: number, asked: Asked, faults: {readonly count?: number; readonly pages?: Readonly<Record<string, number>>} = {}): Printer => page => {
  asked.pages.push(page)
  const made = composed(page, textPages)
  return Promise.resolve({
    composition: made,
    observations: [],
    print: patch => {
      asked.patches.push(patch)
      return Promise.resolve({pdf: new Uint8Array([1]), count: faults.count ?? made.count, pages: new Map(Object.entries({...made.pages, 'turn-1': made.anchors[0]?.page ?? 0, ...faults.pages}))})
    },
    close: () => {
      asked.closed++
      return Promise.resolve()
    }
  })
}

const nothing = (): Asked => ({pages: [], patches: [], closed: 0})

describe('pagination', () => {
  test('takes one composition and one print', async () => {
    const asked = nothing()
    const pages = await paginate(pamphlet, theme, printer(7, asked))
    expect([asked.pages.length, asked.patches.length, asked.closed]).toEqual([1, 1, 1])
    expect(asked.patches[0]?.folios).toEqual({'the-press': '3', 'the-readers': '4'})
    expect(pages.pageMap).toEqual([{id: 'the-press', page: 3, folio: '3'}, {id: 'the-readers', page: 4, folio: '4'}])
  })

  test('turns to the form of a book when the text is one', async () => {
    const asked = nothing()
    const pages = await paginate(pamphlet, theme, printer(30, asked))
    expect([asked.pages.length, asked.patches.length, asked.closed]).toEqual([2, 1, 2])
    expect(pages.folios[0]).toBe('i')
    expect(pages.folios[8]).toBe('1')
  })

  test.each([
    ['another number of pages', {count: 99}, 'printed 99'],
    ['a chapter elsewhere', {pages: {'the-press': 5}}, 'the-press on 5, not 3'],
    ['a page that begins elsewhere', {pages: {'turn-1': 8}}, 'turn-1 on 8, not 4']
  ])('ends with an error when the print has %s', async (_, faults, words) => {
    const asked = nothing()
    await expect(paginate(pamphlet, theme, printer(7, asked, faults))).rejects.toThrow(words)
    expect(asked.closed).toBe(1)
  })
})

import {expect, test} from 'vitest'
import {web} from '../../scripts/web/web.ts'
import {theme} from '../stock.ts'
import {bound, problemsOf, spineOf} from './book.ts'
import {indexed} from './indexed.ts'
import {pagesWith} from './printed.ts'
import {byName, textOf} from './xml.ts'

const book = await bound(indexed)

test('the index is a page of its own at the end, named in the contents', () => {
  expect(indexed.messages.filter(({severity}) => severity === 'error')).toEqual([])
  expect(problemsOf(book)).toEqual([])
  expect(spineOf(book).slice(-3)).toEqual(['OEBPS/index.xhtml', 'OEBPS/back-cover.xhtml', 'OEBPS/colophon.xhtml'])
  expect(book.text('OEBPS/toc.xhtml')).toContain('<a href="index.xhtml#pamphlet-index">Index</a>')
  expect(book.text('OEBPS/toc.xhtml')).toContain('<a epub:type="backmatter" href="index.xhtml">Index</a>')
})

test('its entries are links to their places', async () => {
  await expect(book.text('OEBPS/index.xhtml')).toMatchFileSnapshot('golden/index/index.xhtml')
})

test('with printed pages they are the numbers of these pages, as on paper', async () => {
  const part = (number: number, page: number) => ({id: `pamphlet-index-${number}`, page, folio: 'not looked at'})
  const printed = await bound(indexed, {pages: {...pagesWith([]), folios: ['i', 'ii', '1', '2', '3'], parts: [part(1, 3), part(4, 5), part(2, 2), part(6, 3), part(3, 4)]}})
  expect(problemsOf(printed)).toEqual([])
  const lines = byName(printed.xml('OEBPS/index.xhtml'), 'p')
  // The press stands on no page, as where a style hides it.
  expect(lines.map(textOf)).toEqual(['boiling, ii, 1', 'ink, see also press', 'black, 1–3', 'oil, 2', 'press', 'soot, see ink: black'])
  expect(lines.slice(0, 3).flatMap(line => byName(line, 'a')).map(({attributes}) => [attributes.get('href'), attributes.get('aria-label')])).toEqual([
    ['chapter-1.xhtml#pamphlet-index-2', 'Page ii'], ['chapter-1.xhtml#pamphlet-index-6', 'Page 1'], ['#pamphlet-entry-5', undefined], ['chapter-1.xhtml#pamphlet-index-1', 'Page 1–3']
  ])
})

test('page references say the titles of what they lead to, where there are no pages', () => {
  expect(book.text('OEBPS/chapter-1.xhtml')).toContain('see <a href="chapter-2.xhtml#press">The <em>press</em></a> and <a href="chapter-2.xhtml#map">The streets of the printers</a>')
  const html = new TextDecoder().decode(web(indexed, {...theme, files: new Map([['web.html', '<html><head></head><body><main data-fill="text"></main><div data-fill="index"></div></body></html>']])}).bytes)
  expect(html).toContain('see <a href="#press">The <em>press</em></a> and <a href="#map">The streets of the printers</a>')
  expect(html).not.toMatch(/data-(?:page|index|continued)/)
})

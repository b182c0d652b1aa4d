import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {withPartBreaks} from '../../scripts/epub/part-breaks.ts'
import {elementsIn, type Page} from '../../scripts/epub/page.ts'
import type {PageMapEntry} from '../../scripts/types.ts'
import {wordsFor} from '../../scripts/words.ts'
import {pamphlet as stock} from '../stock.ts'
import {bound, problemsOf, spineOf} from './book.ts'
import {pagesWith, starts} from './printed.ts'
import {byName, textOf} from './xml.ts'

const part = (id: string, page: number, folio = String(page)): PageMapEntry => ({id: `pamphlet-${id}`, page, folio})
const page = (filename: string, ...children: ElementContent[]): Page => ({filename, title: 'x', matter: 'frontmatter', children})
const section = (...children: ElementContent[]) => h('section', children)

/** Every marker by the file and the element that it stands in. */
const marked = (pages: readonly Page[], parts: readonly PageMapEntry[]) => withPartBreaks(pages, {parts, lines: ['one', 'two', 'three']}, wordsFor('en')).flatMap(({filename, children}) =>
  [{tagName: 'body', children}, ...elementsIn(children)].flatMap(holder => holder.children.flatMap(child =>
    child.type === 'element' && child.properties.role === 'doc-pagebreak' ? [`${filename} ${holder.tagName} ${String(child.properties.ariaLabel)}`] : [])))

test.each<readonly [string, readonly Page[], readonly PageMapEntry[], readonly string[]]>([
  ['covers, title page and contents of a book', [page('cover.xhtml', section()), page('title-page.xhtml', section()), page('imprint.xhtml', section()), page('toc.xhtml'), page('back-cover.xhtml', section())],
    [part('cover', 1, 'i'), part('title-page', 3, 'iii'), part('imprint', 4, 'iv'), part('contents', 5, 'v'), part('back', 8, '2')],
    ['cover.xhtml section Page i', 'title-page.xhtml section Page iii', 'imprint.xhtml section Page iv', 'toc.xhtml body Page v', 'back-cover.xhtml section Page 2']],
  ['a page that two parts share, once, in the first', [page('imprint.xhtml', section()), page('toc.xhtml')], [part('contents', 2), part('imprint', 2)], ['imprint.xhtml section Page 2']],
  ['a title that stands over the text', [page('title-page.xhtml', section())], [part('title-block', 1)], ['title-page.xhtml section Page 1']],
  ['a page whose marker stands in the text already, not again', [page('text.xhtml', h('p', [h('span', {role: 'doc-pagebreak', ariaLabel: 'Page 3', title: '3'})])), page('index.xhtml', section())], [part('index', 3)], ['text.xhtml p Page 3']],
  ['the pages of an index, at the first entry of each', [page('index.xhtml', section(h('h1'), h('ul', [1, 2, 3, 4].map(number => h('li', {id: `pamphlet-entry-${number}`})))))],
    [part('index', 7), part('entry-1', 7), part('entry-2', 7), part('entry-3', 8), part('entry-4', 8)], ['index.xhtml section Page 7', 'index.xhtml li Page 8']],
  ['contents over several pages, at the first line of each', [page('toc.xhtml')], [part('contents', 5, 'v'), part('line-one', 5, 'v'), part('line-two', 6, 'vi'), part('line-three', 6, 'vi')], ['toc.xhtml body Page v', 'toc.xhtml body Page vi']],
  ['nothing without a folio', [page('cover.xhtml', section())], [part('cover', 1, ' ')], []]
])('%s', (_name, pages, parts, expected) => {
  expect(marked(pages, parts)).toEqual(expected)
})

test('an id of the text is never taken', () => {
  const [cover] = withPartBreaks([page('cover.xhtml', section()), page('text.xhtml', h('p', {id: 'page-1'}))], {parts: [part('cover', 1)], lines: []}, wordsFor('en'))
  expect(elementsIn(cover?.children ?? []).flatMap(({properties: {id}}) => id ?? [])).toEqual(['page-1-2'])
})

test('the contents have their page in the list, in reading order, and a book stays without fault', async () => {
  const {contents} = stock
  const book = await bound(stock, {pages: {...pagesWith(starts), parts: [part('contents', 2, 'ii'), part('imprint', 1, 'i')]}})
  expect(contents.length).toBeGreaterThan(1)
  expect(problemsOf(book)).toEqual([])
  const list = byName(book.xml('OEBPS/toc.xhtml'), 'nav').find(({attributes}) => attributes.get('epub:type') === 'page-list')
  expect((list ? byName(list, 'a') : []).map(link => `${link.attributes.get('href') ?? ''} ${textOf(link)}`).slice(0, 2)).toEqual(['imprint.xhtml#page-i i', 'toc.xhtml#page-ii ii'])
  expect(byName(book.xml('OEBPS/toc.xhtml'), 'span').map(({attributes}) => attributes.get('aria-label'))).toEqual(['Page ii'])
  expect(spineOf(book).indexOf('OEBPS/toc.xhtml')).toBe(spineOf(book).indexOf('OEBPS/imprint.xhtml') + 1)
})

test('a page of the contents that begins with a line is listed, and leads to that line', async () => {
  const [, last] = stock.contents
  const book = await bound(stock, {pages: {...pagesWith(starts), parts: [part('contents', 2, 'ii'), part(`line-${last?.id ?? ''}`, 3, 'iii')]}})
  expect(problemsOf(book)).toEqual([])
  const toc = book.xml('OEBPS/toc.xhtml')
  const [line] = byName(toc, 'a').filter(link => byName(link, 'span').length > 0)
  expect(byName(toc, 'a').filter(({attributes}) => attributes.get('href') === 'toc.xhtml#page-iii').map(textOf)).toEqual(['iii'])
  expect(line?.attributes.get('href')).toMatch(new RegExp(`#${last?.id ?? ''}$`))
  expect(byName(toc, 'span').map(({attributes}) => `${attributes.get('id') ?? ''} ${attributes.get('epub:type') ?? ''}`)).toEqual(['page-ii pagebreak', 'page-iii pagebreak'])
})

import fc from 'fast-check'
import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {isPageBreak, withPageBreaks} from '../../scripts/epub/page-breaks.ts'
import {elementsIn} from '../../scripts/epub/page.ts'
import {toXhtml} from '../../scripts/epub/xhtml.ts'
import type {PageStart} from '../../scripts/types.ts'
import {wordsFor} from '../../scripts/words.ts'
import {bound, problemsOf} from './book.ts'
import {chapter, noteref, withChapters} from './hostile.ts'
import {pagesWith, printedPamphlet, starts} from './printed.ts'
import {byName, textOf} from './xml.ts'

const at = 'a.md:1:1'
const start = (offset: number, page = 7, place = at): PageStart => ({page, folio: String(page), at: place, offset})

/** Mark a block; a marker reads `[7]`. */
const marked = (block: ElementContent, ...from: readonly PageStart[]): string => {
  const pamphlet = withPageBreaks(withChapters([chapter('c', 'C', [block])]), from, wordsFor('en'))
  return toXhtml(pamphlet.chapters.flatMap(({children}) => children)).replaceAll(/<span id="page-[^"]*" role="doc-pagebreak"[^>]* title="([^"]*)"><\/span>/g, '[$1]').replaceAll(/ data-?at="[^"]*"/gi, '').replaceAll(/<a class="noteref".*?<\/a>/g, '¹')
}
const p = (...children: (ElementContent | string)[]) => h('p', {dataAt: at}, children)

test.each([
  ['at the start of a paragraph', p('One two.'), [start(0)], '<p>[7]One two.</p>'],
  ['within a word', p('One two.'), [start(4)], '<p>One t[7]wo.</p>'],
  ['behind white space, which does not count', p('One \u00A0 two.'), [start(3)], '<p>One \u00A0 [7]two.</p>'],
  ['behind a note reference, which does not count', p('One', noteref(12), ' two'), [start(3)], '<p>One¹ [7]two</p>'],
  ['in an inline element', p('a ', h('em', 'bc'), 'd'), [start(2)], '<p>a <em>b[7]c</em>d</p>'],
  ['before an inline element\u2019s first letter', p('ab ', h('em', 'cd')), [start(2)], '<p>ab <em>[7]cd</em></p>'],
  ['at the end, where the offset lies beyond it', p('One'), [start(99)], '<p>One[7]</p>'],
  ['not within a character of two units', p('\u{1F5DE}x'), [start(1)], '<p>\u{1F5DE}[7]x</p>'],
  ['twice in one block', p('One two three.'), [start(3), start(6, 8)], '<p>One [7]two [8]three.</p>'],
  ['in front of a table', h('table', {dataAt: at}, [h('tbody', [h('tr', [h('td', 'x')])])]), [start(0)], '[7]<table><tbody><tr><td>x</td></tr></tbody></table>'],
  ['in a cell of a table', h('table', {dataAt: at}, [h('tbody', [h('tr', [h('td', 'x'), h('td', 'yz')])])]), [start(2)], '<table><tbody><tr><td>x</td><td>y[7]z</td></tr></tbody></table>'],
  ['in a list item, where nothing else may stand', h('ul', [h('li', {dataAt: at}, [h('p', 'x')])]), [start(0)], '<ul><li>[7]<p>x</p></li></ul>'],
  ['in front of a figure', h('figure', {dataAt: at}, [h('img', {src: 'x.svg', alt: ''})]), [start(0)], '[7]<figure><img src="x.svg" alt="" /></figure>'],
  ['once, in the outer of two blocks with one place', h('blockquote', {dataAt: at}, [p('x')]), [start(0)], '[7]<blockquote><p>x</p></blockquote>'],
  ['nowhere, where the place is in no chapter', p('x'), [start(0, 7, 'b.md:1:1')], '<p>x</p>'],
  ['nowhere without a folio', p('x'), [{page: 7, folio: ' ', at, offset: 0}], '<p>x</p>']
] as const)('a page begins %s', (_name, block, from, expected) => {
  expect(marked(block, ...from).replaceAll(' />', '/>')).toBe(expected.replaceAll(' />', '/>'))
})

test('no id of the pamphlet is taken', () => {
  const pamphlet = withPageBreaks(withChapters([chapter('page-7', 'Page 7', [p('x')])]), [start(0)], wordsFor('en'))
  const ids = elementsIn(pamphlet.chapters.flatMap(({heading, children}) => heading ? [heading, ...children] : children)).flatMap(({properties: {id}}) => id ?? [])
  expect(ids).toEqual(['page-7', 'page-7-2'])
})

test('no text is lost or moved, whatever the offsets', () => {
  const inline = fc.string({unit: 'binary'}).map(text => h('em', text.replaceAll(/[<>&]/g, '')))
  fc.assert(fc.property(fc.array(fc.oneof(inline, fc.string({unit: 'grapheme'})), {maxLength: 6}), fc.array(fc.nat(40), {maxLength: 5}), (content, offsets) => {
    const block = p(...content)
    const sorted = offsets.toSorted((a, b) => a - b)
    const pamphlet = withPageBreaks(withChapters([chapter('c', 'C', [block])]), sorted.map((offset, index) => start(offset, index + 1)), wordsFor('en'))
    const children = pamphlet.chapters[0]?.children ?? []
    const words = (nodes: readonly ElementContent[]): string => nodes.map(node => node.type === 'text' ? node.value : node.type === 'element' ? words(node.children) : '').join('')
    expect(words(children)).toBe(words([block]))
    expect(elementsIn(children).filter(element => isPageBreak(element))).toHaveLength(offsets.length)
  }))
})

test('the printed pages are in the text, the page list, the NCX and the package', async () => {
  const book = await bound(printedPamphlet, {pages: pagesWith(starts)})
  expect(problemsOf(book)).toEqual([])
  await expect(book.text('OEBPS/chapter-1.xhtml')).toMatchFileSnapshot('golden/printed/chapter-1.xhtml')
  await expect(book.text('OEBPS/toc.xhtml')).toMatchFileSnapshot('golden/printed/toc.xhtml')
  await expect(book.text('OEBPS/toc.ncx')).toMatchFileSnapshot('golden/printed/toc.ncx')
  expect(book.text('OEBPS/chapter-2.xhtml')).toMatch(/<span id="page-3"[^>]*><\/span>\s*<table>/)
  const opf = book.xml('OEBPS/content.opf')
  expect(byName(opf, 'dc:source').map(textOf)).toEqual(['Cheap Print & Its Readers, The Press, PDF, 6 pp.'])
  const features = byName(opf, 'meta').filter(({attributes}) => attributes.get('property') === 'schema:accessibilityFeature').map(textOf)
  expect(features).toEqual(expect.arrayContaining(['pageBreakMarkers', 'pageNavigation']))
  expect(byName(book.xml('OEBPS/colophon.xhtml'), 'p').map(textOf)).toContain('Page numbers as in: Cheap Print & Its Readers, The Press, PDF, 6 pp.')
})

test('without printed pages nothing speaks of them', async () => {
  const book = await bound(printedPamphlet, {pages: pagesWith([])})
  for (const path of book.files.keys()) if (/\.(?:xhtml|opf|ncx)$/.test(path)) expect(book.text(path)).not.toMatch(/page-?list|pagebreak|dc:source|pageBreak/i)
})

test('a pamphlet of 24 pages of text has a half title, as in print', async () => {
  const many = Array.from({length: 24}, (_, index): PageStart => ({page: index + 1, folio: String(index + 1), at: 'a.md:3:1', offset: index}))
  const book = await bound(printedPamphlet, {pages: pagesWith(many)})
  expect(byName(book.xml('OEBPS/half-title.xhtml'), 'p').map(textOf)).toEqual(['Cheap Print & Its Readers'])
  const short = await bound(printedPamphlet, {pages: pagesWith(many.slice(1))})
  expect([...short.files.keys()]).not.toContain('OEBPS/half-title.xhtml')
})

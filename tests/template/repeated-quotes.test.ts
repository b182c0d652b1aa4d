import type {Element} from 'hast'
import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {hushRepeats} from '../../scripts/template/repeated-quotes.ts'
import {bound, problemsOf} from '../epub/book.ts'
import {chapter, noteref, withChapters} from '../epub/hostile.ts'

const text = h('p', ['They said: “Bread, peace', noteref(1), ' and\u00A0', h('em', 'land'), ' for all”, and meant it. Ada Press wrote it down.'])
const quote = (...children: readonly Element[]) => h('aside.pullquote', [...children])
const isHushed = (element: ReturnType<typeof quote>) => JSON.stringify(hushRepeats(withChapters([chapter('a', 'A', [text]), chapter('b', 'B', [h('div', [element])])])).chapters).includes('ariaHidden')

test.each([
  ['the same words', quote(h('p', 'Bread, peace and land for all')), true],
  ['other signs, and words left out', quote(h('p', 'bread … and land for all!')), true],
  ['a name that the text has, too', quote(h('p', 'Bread, peace and land'), h('p.by', 'Ada Press')), true],
  ['a name that stands nowhere else', quote(h('p', 'Bread, peace and land'), h('p.by', 'Bo Type')), false],
  ['other words', quote(h('p', 'Bread, peace and freedom')), false],
  ['a link', quote(h('p', [h('a', {href: '#a'}, 'Bread')])), false],
  ['a page break', quote(h('p', ['Bread', h('span', {id: 'page-2', role: 'doc-pagebreak'})])), false],
  ['nothing', quote(), false]
])('a pull quote with %s', (_name, element, expected) => {
  expect(isHushed(element)).toBe(expected)
})

test('the EPUB says it once, and names what it is', async () => {
  const book = await bound(withChapters([chapter('a', 'A', [h('p', 'Bread, peace and land.'), quote(h('p', 'Bread, peace and land.'))])]))
  expect(problemsOf(book)).toEqual([])
  expect(book.text('OEBPS/chapter-1.xhtml')).toContain('<div class="pullquote" aria-hidden="true" epub:type="pullquote" role="doc-pullquote">')
})

import type {Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {setPageReferences} from '../../scripts/typeset/page-references.ts'
import {wordsFor} from '../../scripts/words.ts'

test('the author\'s own word stands for the program\'s', () => {
  const tree: Root = {type: 'root', children: [h('p', [h('a', {href: '#x', dataPageRef: 'Page'})])]}
  setPageReferences(tree, 'page')
  expect(textOf(tree)).toBe('Page\u00A000')
})

test.each([['en', 'page\u00A000'], ['de', 'Seite\u00A000'], ['pl', 's.\u00A000'], ['fa', 'صفحهٔ\u00A000'], ['ja', '00ページ'], ['zh', '第00页'], ['zh-TW', '第00頁'], ['ko', '00쪽']])('the word stands where %s has it', (lang, expected) => {
  const tree: Root = {type: 'root', children: [h('p', [h('a', {href: '#x', dataPageRef: ''})])]}
  setPageReferences(tree, wordsFor(lang).pageNumber)
  expect(textOf(tree)).toBe(expected)
})

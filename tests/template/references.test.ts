import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {firstSentence} from '../../scripts/template/first-sentence.ts'
import {indexList, linkedPlaces} from '../../scripts/template/index-list.ts'
import type {IndexEntry} from '../../scripts/types.ts'
import {wordsFor} from '../../scripts/words.ts'

test.each([
  ['The box. It has more.', 'The box'],
  ['Drawn by J. Ogilby in 1676. They lay near.', 'Drawn by J. Ogilby in 1676'],
  ['Who? We.', 'Who?'],
  ['  One\n line  ', 'One line'],
  ['It cost 1.50 a ream', 'It cost 1.50 a ream'],
  ['', '']
])('the first sentence of %j is %j', (text, expected) => {
  expect(firstSentence(text)).toBe(expected)
})

test('a long sentence is cut at a word', () => {
  expect(firstSentence('The streets of the printers, drawn long ago', 30)).toBe('The streets of the printers…')
})

const entry = (number: number, term: string, more: Partial<IndexEntry> = {}): IndexEntry => ({number, term: [{type: 'text', value: term}], opensGroup: false, places: [], references: [], children: [], ...more})

test('an index without pages links its entries to their places', () => {
  const list = indexList([
    entry(1, 'ink', {places: [{from: 'a'}], references: [{entry: 3, isAlso: true}]}),
    entry(2, 'press', {opensGroup: true, places: [{from: 'b'}, {from: 'c', to: 'd'}], children: [entry(3, 'iron')]}),
    entry(4, 'rent', {references: [{entry: 1, isAlso: false}, {entry: 2, isAlso: false}]})
  ], wordsFor('en'), linkedPlaces)
  const html = unified().use(rehypeStringify).stringify({type: 'root', children: [list]})
  expect(html.replaceAll('<li', '\n<li').split('\n').slice(1)).toEqual([
    '<li id="pamphlet-entry-1"><p><a href="#a"><span class="term">ink</span></a>; <em class="see">see also</em> <a href="#pamphlet-entry-3">press: iron</a></p></li>',
    '<li id="pamphlet-entry-2" class="group"><p><span class="term">press</span>, <a href="#b" aria-label="press 1">1</a>, <a href="#c" aria-label="press 2">2</a></p><ul data-continued="continued">',
    '<li id="pamphlet-entry-3"><p><span class="term">iron</span></p></li></ul></li>',
    '<li id="pamphlet-entry-4"><p><span class="term">rent</span>, <em class="see">see</em> <a href="#pamphlet-entry-1">ink</a>; <a href="#pamphlet-entry-2">press</a></p></li></ul>'
  ])
})

test('an index has its word in every language', () => {
  expect(['en-GB', 'es', 'fr', 'de', 'it', 'pt', 'ru', 'xx'].map(lang => wordsFor(lang).index)).toEqual(['Index', 'Índice alfabético', 'Index', 'Register', 'Indice analitico', 'Índice remissivo', 'Указатель', 'Index'])
})

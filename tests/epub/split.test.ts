import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {divide, type CleanChapter} from '../../scripts/epub/split.ts'
import type {Chapter, Note} from '../../scripts/types.ts'
import {bound, problemsOf, textPagesOf, type OpenBook} from './book.ts'
import {chapter, note, noteref, withChapters} from './hostile.ts'
import {byName, textOf} from './xml.ts'

const limit = 300_000
const long = (bytes: number) => 'wood and iron '.repeat(Math.ceil(bytes / 14)).slice(0, bytes)
const paragraph = (bytes: number) => h('p', long(bytes))

const clean = (id: string, blocks: readonly ElementContent[]): CleanChapter => ({id, title: id, hasHeading: true, blocks: [h('h2', {id}, id), ...blocks]})

/** Files as lists of parts, each as chapter and its blocks' first letters. */
function files(chapters: readonly CleanChapter[], openings: 'page' | 'run-on', notes: readonly Note[] = []) {
  return divide(chapters, notes, openings, limit).map(parts => parts.map(({chapter: {id}, blocks, continues}) =>
    `${id}${continues ? '+' : ''}: ${blocks.map(block => block.type === 'element' ? block.tagName : '').join(' ')}`))
}

describe('where the text is divided', () => {
  test('a chapter that opens a page is a file, however short', () => {
    expect(files([clean('a', [paragraph(9)]), clean('b', [paragraph(9)])], 'page')).toEqual([['a: h2 p'], ['b: h2 p']])
  })

  test('chapters that run on share a file up to the limit', () => {
    const chapters = ['a', 'b', 'c'].map(id => clean(id, [paragraph(120_000)]))
    expect(files(chapters, 'run-on')).toEqual([['a: h2 p', 'b: h2 p'], ['c: h2 p']])
  })

  test('a long chapter is divided at its sections', () => {
    const section = [h('h3', 'x'), paragraph(100_000), paragraph(30_000)]
    expect(files([clean('a', [...section, ...section, ...section])], 'page')).toEqual([['a: h2 h3 p p h3 p p'], ['a+: h3 p p']])
  })

  test('a long section is divided between its blocks, and a head stays with what follows', () => {
    const blocks = [paragraph(200_000), h('h4', 'x'), h('h5', 'x'), paragraph(200_000), paragraph(90_000)]
    expect(files([clean('a', blocks)], 'page')).toEqual([['a: h2 p'], ['a+: h4 h5 p p']])
  })

  test('the head of a chapter is never alone', () => {
    const section = [h('h3', 'x'), paragraph(298_000)]
    expect(files([clean('a', [...section, ...section])], 'page')).toEqual([['a: h2 h3 p'], ['a+: h3 p']])
  })

  test('notes weigh where they are first referred to', () => {
    const notes = [note(1, [paragraph(200_000)])]
    const first = h('p', ['x', noteref(1)])
    const second = h('p', ['x', noteref(1, 2)])
    expect(files([clean('a', [first, paragraph(150_000), second])], 'page', notes)).toEqual([['a: h2 p'], ['a+: p p']])
    expect(files([clean('a', [second, paragraph(150_000)])], 'page', notes)).toEqual([['a: h2 p p']])
  })

  test('a block over the limit stands alone: nothing is cut inside it', () => {
    expect(files([clean('a', [paragraph(9), paragraph(400_000), paragraph(9)])], 'page')).toEqual([['a: h2 p'], ['a+: p'], ['a+: p']])
  })
})

/** Heavy on what grows when it is written: escapes, links, notes, characters of three bytes. */
function growing(index: number): readonly ElementContent[] {
  return [
    h('h3', {id: `s-${index}`}, `Section ${index} & more`),
    ...Array.from({length: 30}, (_, at) => h('p', [`${'<&"> '.repeat(40)}${'字'.repeat(90)}`, h('a', {href: `#s-${(index * 7 + at) % 60}`}, 'there'), ...(at === 0 ? [noteref(index + 1)] : [])]))
  ]
}

const heavy: Chapter = chapter('heavy', 'Heavy <&"> title', Array.from({length: 60}, (_, index) => growing(index)).flat())
const heavyNotes = Array.from({length: 60}, (_, index) => note(index + 1, [h('p', [long(3_000), h('a', {href: '#s-0'}, 'start')])]))

function sizes(book: OpenBook): readonly number[] {
  return [...book.files].flatMap(([path, bytes]) => path.endsWith('.xhtml') ? [bytes.length] : [])
}

test.each(['page', 'run-on'] as const)('no file is over the limit, no link is lost, no word is twice (%s)', async openings => {
  const chapters = [chapter('first', 'First', [h('p', [h('a', {href: '#s-59'}, 'the end')])]), heavy, chapter('last', 'Last', [h('p', [h('a', {href: '#s-0'}, 'the start')])])]
  const book = await bound(withChapters(chapters, {openings, notes: heavyNotes}))
  expect(Math.max(...sizes(book))).toBeLessThanOrEqual(limit)
  expect(textPagesOf(book).length).toBeGreaterThan(openings === 'page' ? 4 : 2)
  expect(problemsOf(book)).toEqual([])
  const heads = textPagesOf(book).flatMap(path => ['h1', 'h2', 'h3'].flatMap(name => byName(book.xml(path), name)).map(textOf)).filter(text => text.startsWith('Section'))
  expect(heads).toEqual(Array.from({length: 60}, (_, index) => `Section ${index} & more`))
  const links = textPagesOf(book).flatMap(path => byName(book.xml(path), 'a').map(({attributes}) => attributes.get('href') ?? ''))
  expect(links.some(href => /^(?:chapter-2-\d+|text-\d+)\.xhtml#s-0$/.test(href) || /^(?:chapter-2|text)\.xhtml#s-0$/.test(href))).toBe(true)
})

test('a part without the head is named by its words', async () => {
  const book = await bound(withChapters([chapter('heavy', 'Heavy “title”', [paragraph(200_000), paragraph(200_000)])]))
  expect(textPagesOf(book)).toEqual(['OEBPS/chapter-1.xhtml', 'OEBPS/chapter-1-2.xhtml'])
  const section = byName(book.xml('OEBPS/chapter-1-2.xhtml'), 'section')[0]
  expect(Object.fromEntries(section?.attributes ?? [])).toEqual({'epub:type': 'chapter', role: 'doc-chapter', 'aria-label': 'Heavy “title”'})
})

import {expect, test} from 'vitest'
import {bind} from '../../scripts/epub/bind.ts'
import type {Asset} from '../../scripts/types.ts'
import {assets, metadata, pamphlet, theme} from '../stock.ts'
import {bound, modified, openBook, problemsOf, spineOf, textPagesOf, type OpenBook} from './book.ts'
import {chapter, everything, withChapters} from './hostile.ts'
import {byName, textOf} from './xml.ts'
import {epubWordsFor, extent} from '../../scripts/epub/words.ts'
import {wordLanguages} from '../../scripts/words.ts'
import {h} from 'hastscript'

const stock = await bind(pamphlet, theme, {modified})
const book = openBook(stock.bytes)

const goldenFiles = (from: OpenBook) => [...from.files.keys()].filter(path => /\.(?:xhtml|opf|ncx)$/.test(path))

test.each(goldenFiles(book))('the stock pamphlet: %s', async path => {
  await expect(book.text(path)).toMatchFileSnapshot(`golden/page/${path.replace('OEBPS/', '')}`)
})

test('the stock pamphlet as one text that runs on', async () => {
  const runOn = await bound({...pamphlet, openings: 'run-on'})
  await expect(runOn.text('OEBPS/text.xhtml')).toMatchFileSnapshot('golden/run-on/text.xhtml')
  expect(problemsOf(runOn)).toEqual([])
})

test('everything that the text may hold, as XHTML', async () => {
  const kitchen = await bound(withChapters([chapter('all', 'All', everything)]))
  await expect(kitchen.text('OEBPS/chapter-1.xhtml')).toMatchFileSnapshot('golden/everything/chapter-1.xhtml')
  expect(problemsOf(kitchen)).toEqual([])
})

test('the stock pamphlet has its golden files and no others', () => {
  expect(goldenFiles(book)).toMatchInlineSnapshot(`
    [
      "OEBPS/content.opf",
      "OEBPS/title-page.xhtml",
      "OEBPS/imprint.xhtml",
      "OEBPS/epigraph.xhtml",
      "OEBPS/chapter-1.xhtml",
      "OEBPS/chapter-2.xhtml",
      "OEBPS/back-cover.xhtml",
      "OEBPS/colophon.xhtml",
      "OEBPS/toc.ncx",
      "OEBPS/toc.xhtml",
    ]
  `)
})

test('the artifact has its name, media type and facts', () => {
  expect(stock).toMatchObject({name: 'cheap-print-its-readers.epub', mediaType: 'application/epub+zip'})
  expect(stock.facts).toEqual({
    chapters: 2, files: book.files.size, images: 1, fonts: [], language: 'en-GB', printedPages: 0,
    uncompressedBytes: [...book.files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
  })
})

test('nothing in the stock pamphlet makes a reading system stumble', () => {
  expect(problemsOf(book)).toEqual([])
})

test('pages stand in the order of a book', async () => {
  const cover = {mediaType: 'image/svg+xml', bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), alt: 'The <cover>'} as const
  const covered = await bound(pamphlet, {cover})
  expect(spineOf(covered).map(path => path.slice(6, -6))).toEqual(['cover', 'title-page', 'imprint', 'toc', 'epigraph', 'chapter-1', 'chapter-2', 'back-cover', 'colophon'])
  const item = byName(covered.xml('OEBPS/content.opf'), 'item').find(({attributes}) => attributes.get('properties') === 'cover-image')
  expect(item?.attributes.get('href')).toBe('cover.svg')
  expect(covered.files.get('OEBPS/cover.svg')).toEqual(Buffer.from(cover.bytes))
  expect(byName(covered.xml('OEBPS/cover.xhtml'), 'img')[0]?.attributes.get('alt')).toBe('The <cover>')
  expect(problemsOf(covered)).toEqual([])
})

test('a dedication has a page of its own behind the imprint, its lines as they were written', async () => {
  const dedicated = await bound({...pamphlet, metadata: {...metadata, dedication: 'To those who set it\nin type\n\nand to <Bo>'}})
  expect(spineOf(dedicated).map(path => path.slice(6, -6)).slice(0, 4)).toEqual(['title-page', 'imprint', 'dedication', 'toc'])
  const page = dedicated.xml('OEBPS/dedication.xhtml')
  expect(Object.fromEntries(byName(page, 'div')[0]?.attributes ?? [])).toMatchObject({'epub:type': 'dedication', role: 'doc-dedication'})
  expect(byName(page, 'p').map(paragraph => [textOf(paragraph), byName(paragraph, 'br').length])).toEqual([['To those who set itin type', 1], ['and to <Bo>', 0]])
  expect(problemsOf(dedicated)).toEqual([])
})

test.each([['en-GB', 20, '20 pp.'], ['en', 1, '1 p.'], ['fr', 20, '20 p.'], ['de', 20, '20 S.'], ['ar', 3, '3 ص'], ['xx', 20, '20 pp.']])('in %s the extent of %i pages is %s', (lang, count, expected) => {
  expect(extent(count, lang)).toBe(expected)
})

test('every language that the program has words for has those of the EPUB, too', () => {
  const english = epubWordsFor('en')
  const without = wordLanguages.filter(lang => !lang.startsWith('en') && epubWordsFor(lang) === english)
  expect(without).toEqual([])
})

test('without an imprint of its own, the last page says what the metadata say, or is not there', async () => {
  const stated = await bound({...pamphlet, imprint: []})
  const page = byName(stated.xml('OEBPS/imprint.xhtml'), 'p').map(textOf)
  expect(page).toEqual(['Cheap Print & Its Readers', 'The Press', '© 2024 The Press. CC BY 4.0'])
  const {publisher: _publisher, rights: _rights, ...silent} = metadata
  const without = await bound({...pamphlet, imprint: [], metadata: silent})
  expect(spineOf(without)).not.toContain('OEBPS/imprint.xhtml')
  expect(problemsOf(without)).toEqual([])
  const named = await bound({...pamphlet, imprint: [], metadata: {...silent, publisher: 'The Press'}})
  expect(spineOf(named)).not.toContain('OEBPS/imprint.xhtml')
  expect(byName(named.xml('OEBPS/title-page.xhtml'), 'p').map(textOf)).toContain('The Press')
})

test('an imprint that does not name the ISBN is told it, with its hyphens', async () => {
  const numbered = await bound({...pamphlet, metadata: {...pamphlet.metadata, identifier: '978-0-306-40615-7'}})
  expect(byName(numbered.xml('OEBPS/imprint.xhtml'), 'p').map(textOf)).toContain('ISBN\u00A0978\u20110\u2011306\u201140615\u20117')
})

test('an imprint names the number of the EPUB as its own, and that of the printed edition as the other one', async () => {
  const printed = {...pamphlet.metadata, identifier: '978-0-306-40615-7'}
  const own = {...printed, epub: {...printed.epub, identifier: '978-3-16-148410-0'}}
  const linesOf = async (metadata: typeof printed, words: string) => byName((await bound({...pamphlet, imprint: [h('p', words)], metadata})).xml('OEBPS/imprint.xhtml'), 'p').map(textOf).filter(line => line.includes('ISBN'))
  expect(await linesOf(own, 'By hand.')).toEqual(['EPUB edition: ISBN\u00A0978\u20113\u201116\u2011148410\u20110', 'Print edition: ISBN\u00A0978\u20110\u2011306\u201140615\u20117'])
  expect(await linesOf(own, 'On paper: ISBN 978-0-306-40615-7.')).toEqual(['On paper: ISBN 978-0-306-40615-7.', 'EPUB edition: ISBN\u00A0978\u20113\u201116\u2011148410\u20110'])
  expect(await linesOf({...own, identifier: '978-3-16-148410-0'}, 'By hand.')).toEqual(['ISBN\u00A0978\u20113\u201116\u2011148410\u20110'])
})

test('an imprint that does not name the rights is told them, one that does only once', async () => {
  const written = await bound({...pamphlet, imprint: [h('p', 'Printed by hand.')]})
  expect(byName(written.xml('OEBPS/imprint.xhtml'), 'p').map(textOf)).toEqual(['Printed by hand.', '© 2024 The Press. CC BY 4.0'])
  const named = await bound({...pamphlet, imprint: [h('p', ['By hand. ', '© 2024 The Press. CC BY 4.0'])]})
  expect(byName(named.xml('OEBPS/imprint.xhtml'), 'p').map(textOf)).toEqual(['By hand. © 2024 The Press. CC BY 4.0'])
})

test('one head needs no page of contents, none at all gives the title as the only line', async () => {
  const single = await bound(withChapters([chapter('one', 'One', [h('p', 'Text.')])]))
  expect(spineOf(single)).not.toContain('OEBPS/toc.xhtml')
  expect(single.text('OEBPS/toc.xhtml')).not.toContain('epub:type="toc" href')
  const headless = await bound(withChapters([{id: 'pamphlet-text-1', title: metadata.title, children: [h('p', 'Text.')]}], {contents: [], openings: 'run-on'}))
  expect(byName(headless.xml('OEBPS/toc.xhtml'), 'a').map(textOf)).toEqual(['Cheap Print & Its Readers', 'Title page', 'Start of text', 'Imprint', 'Colophon'])
  expect([...problemsOf(single), ...problemsOf(headless)]).toEqual([])
  expect(textPagesOf(headless)).toEqual(['OEBPS/text.xhtml'])
})

test('an image that is not among the assets is an error, not a broken book', async () => {
  await expect(bound({...pamphlet, assets: new Map<string, Asset>()})).rejects.toThrow('Unexpected image `images/press.svg`, expected the name of an asset')
})

test('assets that the text does not show stay out', async () => {
  const [press] = assets.values()
  if (!press) throw new Error('no asset')
  const more = await bound({...pamphlet, assets: new Map([...assets, ['unused.svg', {...press, name: 'unused.svg'}]])})
  expect([...more.files.keys()].filter(path => path.includes('images/'))).toEqual(['OEBPS/images/press.svg'])
})

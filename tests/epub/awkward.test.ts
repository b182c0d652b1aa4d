/** What authors bring: each gives the right book, or a message with its place. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {EpubCheck} from '@likecoin/epubcheck-ts'
import {h} from 'hastscript'
import {afterAll, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {format} from '../../scripts/messages.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {compose} from '../../scripts/text/compose.ts'
import type {Asset} from '../../scripts/types.ts'
import {bound, openBook, problemsOf, textPagesOf} from './book.ts'
import {chapter, note, noteref, withChapters} from './hostile.ts'
import {byName, textOf} from './xml.ts'

const root = mkdtempSync(join(tmpdir(), 'pamphleteer-awkward-'))
afterAll(() => rmSync(root, {recursive: true, force: true}))

const faults = async (bytes: Uint8Array) => (await EpubCheck.validate(bytes)).messages.filter(({severity}) => severity !== 'info' && severity !== 'usage')

/** Lay a manuscript of these files on the disk, and read and compose it. */
async function composed(name: string, files: Readonly<Record<string, string>>) {
  const folder = join(root, name)
  mkdirSync(folder)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  const manuscript = await read(folder, realDisk)
  if (!('metadata' in manuscript)) throw new Error('Expected a manuscript')
  return compose(manuscript)
}

const yaml = 'title: T\nlang: en\n'

test.each([
  ['a cover that is not there', 'epub:\n  cover: gone.png\n', {}, 'pamphlet.yaml:4:10: error: Unexpected missing image `gone.png`, expected a file below the manuscript (missing-image)'],
  ['a cover that is no picture', 'epub:\n  cover: own.png\n', {'own.png': 'text'}, 'pamphlet.yaml:4:10: error: Unexpected file `own.png`, expected PNG, JPEG, WebP, GIF, AVIF or SVG (image-format)'],
  ['a cover on the web', 'epub:\n  cover: https://example.org/a.png\n', {}, 'pamphlet.yaml:4:10: error: Unexpected remote image `https://example.org/a.png`, expected a file below the manuscript (remote-image)'],
  ['a key that is none', 'epub:\n  certified: Me\n', {}, 'pamphlet.yaml:4:3: error: Unexpected key `certified` in `epub`, expected `certifiedBy` (unknown-key)']
])('%s has its message, and the book its made cover', async (name, more, files, expected) => {
  const pamphlet = await composed(name, {'pamphlet.yaml': yaml + more, '01.md': '# One\n\nText.\n', ...files})
  expect(pamphlet.messages.map(said => format(said).split('\n')[0])).toEqual([expected])
  expect(pamphlet.metadata.epub.cover).toBeUndefined()
  expect(await faults((await bound(pamphlet)).bytes)).toEqual([])
})

test('ids used twice across chapters, links between chapters and to nowhere, chapters of one title', async () => {
  const pamphlet = await composed('links', {
    'pamphlet.yaml': yaml,
    '01.md': '# Same\n\n## Part {#x}\n\nSee [there](#y), [nowhere](#gone).\n',
    '02.md': '# Same\n\n## Part {#x}\n\n<p id="y">Back to [one](#x) and [two](#same-1).</p>\n'
  })
  expect(pamphlet.messages.map(({ruleId, place}) => `${place.file}:${place.line} ${ruleId}`)).toEqual(expect.arrayContaining(['01.md:5 broken-link', '02.md:3 duplicate-id']))
  const book = await bound(pamphlet)
  expect(problemsOf(book)).toEqual([])
  expect(byName(book.xml('OEBPS/toc.xhtml'), 'a').map(textOf).filter(text => text === 'Same')).toHaveLength(2)
  expect(await faults(book.bytes)).toEqual([])
})

test('a picture of ten megabytes goes in as it is, and once', async () => {
  const bytes = new Uint8Array(10_000_000).map((_, index) => index % 251)
  const asset: Asset = {name: 'huge.png', mediaType: 'image/png', bytes, widthPx: 9000, heightPx: 6000}
  const image = () => h('p', [h('img', {src: 'huge.png', alt: 'Huge'})])
  const book = await bound(withChapters([chapter('a', 'A', [image(), image()])], {assets: new Map([['huge.png', asset]])}))
  expect(Buffer.compare(book.files.get('OEBPS/images/huge.png') ?? Buffer.alloc(0), bytes)).toBe(0)
  expect(book.bytes.length).toBeLessThan(10_100_000)
})

test('five hundred chapters of one title, each with a note that holds a table', async () => {
  const table = h('table', [h('tbody', [h('tr', [h('td', 'in a note')])])])
  const numbers = Array.from({length: 500}, (_, index) => index + 1)
  const book = await bound(withChapters(numbers.map(number => chapter(`c-${number}`, 'Same', [h('p', ['Text', noteref(number), ' ', h('a', {href: `#c-${501 - number}`}, 'over there')])])), {notes: numbers.map(number => note(number, [table]))}))
  expect(textPagesOf(book)).toHaveLength(500)
  expect(problemsOf(book)).toEqual([])
  for (const path of textPagesOf(book).slice(0, 3)) expect(byName(book.xml(path), 'aside').map(textOf).join('')).toContain('in a note')
}, 60_000)

test('control characters and halves of characters are gone, and nothing else', async () => {
  const book = await bound(withChapters([chapter('a', 'A\u0000B\uD800', [h('p', 'x\u0007y\uDC00z\uFFFFé\u{1F5DE}')])]))
  expect(byName(openBook(book.bytes).xml('OEBPS/chapter-1.xhtml'), 'p').map(textOf)).toEqual(['xyzé\u{1F5DE}'])
  expect(await faults(book.bytes)).toEqual([])
})

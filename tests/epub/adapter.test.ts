import {Socket} from 'node:net'
import {afterEach, expect, test, vi} from 'vitest'
import {packEpub, type EpubSource} from '../../scripts/adapters/epub-gen-memory.ts'
import {readEpubTemplates} from '../../scripts/adapters/epub-templates.ts'
import {pamphlet} from '../stock.ts'
import {bound, openBook} from './book.ts'

const source: EpubSource = {
  templates: {
    chapterXHTML: '<p><%- xhtml %>|<%= matter %>|<%= title %>|<%= content %>|</p>',
    contentOPF: '<o><%= book.unknown.deep %>|<%= id %></o>', tocXHTML: '<t/>', tocNCX: '<n/>', baseCss: '', coverHtml: '', coverCss: ''
  },
  book: {unknown: {deep: 'a < b'}}, identifier: 'urn:x:1', title: 'T', lang: 'en', css: 'p {}', modified: new Date('2024-01-15T00:00:00Z'),
  pages: [{filename: 'a.xhtml', title: 'A & B', matter: 'bodymatter', direction: 'ltr', xhtml: '<svg viewBox="0 0 1 1"><linearGradient/></svg>'}],
  files: [{path: 'images/a.png', bytes: new Uint8Array([1, 2, 3]), packed: true}]
}

afterEach(() => void vi.restoreAllMocks())

test('keys that epub-gen-memory does not know arrive in the templates, untouched by its normaliser', async () => {
  const {bytes} = await packEpub(source)
  const book = openBook(bytes)
  expect(book.text('OEBPS/a.xhtml')).toBe('<p><svg viewBox="0 0 1 1"><linearGradient/></svg>|bodymatter|A &amp; B||</p>')
  expect(book.text('OEBPS/content.opf')).toBe('<o>a &lt; b|urn:x:1</o>')
})

test('files go in as bytes, and the counts are of what is in the zip', async () => {
  const packed = await packEpub(source)
  const book = openBook(packed.bytes)
  expect([...book.files.get('OEBPS/images/a.png') ?? []]).toEqual([1, 2, 3])
  expect(packed.fileCount).toBe(book.files.size)
  expect(packed.uncompressedBytes).toBe([...book.files.values()].reduce((sum, bytes) => sum + bytes.length, 0))
})

test('nothing reaches for the network, not even for an address in the text', async () => {
  const connect = vi.spyOn(Socket.prototype, 'connect')
  const fetched = vi.spyOn(globalThis, 'fetch')
  await bound(pamphlet)
  await packEpub({...source, pages: [{filename: 'b.xhtml', title: 'B', matter: 'bodymatter', direction: 'ltr', xhtml: '<img src="http://127.0.0.1:1/x.png"/>'}]})
  expect(connect).not.toHaveBeenCalled()
  expect(fetched).not.toHaveBeenCalled()
})

test('the templates of the house can be replaced', async () => {
  const templates = {...readEpubTemplates(), baseCss: '/* mine */\n'}
  const book = await bound(pamphlet, {templates})
  expect(book.text('OEBPS/style.css').startsWith('/* mine */')).toBe(true)
})

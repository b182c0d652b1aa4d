import {EpubCheck} from '@likecoin/epubcheck-ts'
import {h} from 'hastscript'
import JSZip from 'jszip'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {pamphlet as stock} from '../stock.ts'
import {bound, openBook, spineOf} from './book.ts'
import {chapter, everything, note, noteref, withChapters} from './hostile.ts'
import {pagesWith, serifTheme} from './printed.ts'
import {clickNote, cover, faultsOf, outline, type InReader} from './in-reader.ts'
import {openReader, type Reader} from './reader.ts'
import {realBook, type RealBook} from './real-book.ts'

declare const globalThis: InReader

let browser: Browser
beforeAll(async () => {
  browser = await launch({})
})
afterAll(() => browser.close())

describe('a manuscript of every construct, in a reader', () => {
  let reader: Reader
  let book: RealBook
  beforeAll(async () => {
    book = await realBook('tests/fixtures/whole/stress', browser)
    const opened = await openReader(book.bytes)
    if (!opened) throw new Error('Expected a browser')
    reader = opened
  }, 60_000)
  afterAll(() => reader.close())

  test('epubcheck-ts finds nothing', async () => {
    const {messages} = await EpubCheck.validate(book.bytes)
    expect(messages.filter(({severity}) => severity !== 'info' && severity !== 'usage')).toEqual([])
  })

  test('the contents nest as the heads do', async () => {
    const {toc} = await outline(reader)
    expect(toc.map(({label}) => label)).toEqual(['The press & its parts', 'Français : « la presse »', 'Deutsch: „die Presse“', 'Español: ¿la imprenta?', 'Русский: «печать»', 'Ελληνικά', 'Index'].map(label => expect.stringMatching(new RegExp(label.replaceAll(/[^\p{L}]+/gu, '.+'), 'u')) as string))
    expect(toc[0]?.below.map(({label}) => label)).toEqual(['Its parts', 'Tables', 'Sources'])
  })

  test('every printed page is in the page list, in its order, and leads to its marker', async () => {
    const {pages} = await outline(reader)
    expect(pages.map(({label}) => label)).toEqual(book.starts.map(({folio}) => folio))
    const labels = await reader.page.evaluate(async hrefs => {
      const found: string[] = []
      for (const href of hrefs) {
        const {view, documents, book: opened} = globalThis.reader
        await view.goTo(href)
        const doc = documents.at(-1)
        found.push(doc ? opened.resolveHref(href)?.anchor(doc)?.getAttribute('aria-label') ?? href : href)
      }
      return found
    }, pages.map(({href}) => href))
    expect(labels).toEqual(book.starts.map(({folio}) => `Page ${folio}`))
  }, 60_000)

  test('the landmarks lead to cover, contents and the true start of the text', async () => {
    const {landmarks} = await outline(reader)
    expect(landmarks.map(({type, href}) => `${type} ${href.replace('OEBPS/', '')}`)).toEqual(['cover cover.xhtml', 'titlepage title-page.xhtml', 'toc toc.xhtml#toc', 'bodymatter chapter-1.xhtml', 'backmatter index.xhtml', 'copyright-page imprint.xhtml', 'colophon colophon.xhtml'])
  })

  test('the cover is a picture of the size that shops ask for', async () => {
    expect(await cover(reader)).toBe('1600 × 2560')
  })

  test('every section shows its words, pictures, tables and fonts', async () => {
    const {sections} = await outline(reader)
    expect(sections).toEqual(spineOf(openBook(book.bytes)))
    const faults: string[] = []
    for (const [index, id] of sections.entries()) faults.push(...(await faultsOf(reader, index)).map(fault => `${id}: ${fault}`))
    expect(faults).toEqual([])
  }, 60_000)

  test('a click on a reference opens its note, with what it holds', async () => {
    expect(await clickNote(reader, 'OEBPS/chapter-1.xhtml')).toMatch(/^1\. A note of two paragraphs, the first\. The second, with a list: a b/)
  }, 30_000)

  test('a page that is drawn anew while its section is being parsed', async () => {
    const drawn = await drawWhileParsing(reader)
    expect([reader.errors, drawn > 3]).toEqual([[], true])
  }, 30_000)

  test('nothing is asked for outside the book, and the reader has nothing to complain of', () => {
    expect([reader.refused, reader.errors]).toEqual([[], []])
  })
})

/** While a section loads, give its document as it is before the parser has met its root, and draw the page anew. */
const drawWhileParsing = (reader: Reader) => reader.page.evaluate(async () => {
  const {view, book: {sections}} = globalThis.reader
  const [frame, own] = [HTMLIFrameElement.prototype, Object.getOwnPropertyDescriptors(HTMLIFrameElement.prototype)]
  const loading = new Set<HTMLIFrameElement>()
  let drawn = 0
  Object.defineProperty(frame, 'src', {configurable: true, set(this: HTMLIFrameElement, address: string) {
    loading.add(this)
    this.addEventListener('load', () => loading.delete(this), {once: true, capture: true})
    own.src.set?.call(this, address)
    view.renderer.render()
    view.renderer.setStyles('')
    drawn += 1
  }})
  Object.defineProperty(frame, 'contentDocument', {configurable: true, get(this: HTMLIFrameElement) {
    return loading.has(this) ? {documentElement: null, body: null, defaultView: this.contentWindow} : own.contentDocument.get?.call(this) as unknown
  }})
  for (const at of sections.keys()) await view.goTo(at)
  Object.defineProperties(frame, {src: own.src, contentDocument: own.contentDocument})
  return drawn
})

const kitchen = withChapters([chapter('all', 'All', [...everything, h('p', noteref(1))])], {notes: [note(1, [h('p', 'A note.')])]})

test('drawings and formulas in the text are alive', async () => {
  const reader = await openReader((await bound(kitchen, {pages: pagesWith([])}, serifTheme)).bytes)
  if (!reader) throw new Error('Expected a browser')
  try {
    const {sections} = await outline(reader)
    const at = sections.findIndex(id => id.endsWith('chapter-1.xhtml'))
    expect(await faultsOf(reader, at)).toEqual([])
    const alive = await reader.page.evaluate(() => {
      const doc = globalThis.reader.documents.at(-1)
      return [doc?.querySelector('svg path')?.namespaceURI, doc?.querySelector('mfrac')?.namespaceURI, doc?.querySelector('linearGradient')?.localName]
    })
    expect(alive).toEqual(['http://www.w3.org/2000/svg', 'http://www.w3.org/1998/Math/MathML', 'linearGradient'])
    expect([reader.refused, reader.errors]).toEqual([[], []])
  } finally {
    await reader.close()
  }
}, 60_000)

test('the gate can fail: a picture that is none, a remote address, a note that is not there', async () => {
  const {bytes} = await bound(stock)
  const zip = await JSZip.loadAsync(bytes)
  const path = 'OEBPS/chapter-1.xhtml'
  const xhtml = await zip.files[path]?.async('string') ?? ''
  zip.file('OEBPS/images/press.svg', 'no picture')
  zip.file(path, xhtml.replace('</section>', '<p><img src="https://example.org/x.png" alt=""/></p></section>').replaceAll('href="#note-1"', 'href="#nowhere"'))
  const reader = await openReader(await zip.generateAsync({type: 'uint8array'}))
  if (!reader) throw new Error('Expected a browser')
  try {
    const {sections} = await outline(reader)
    const faults = await faultsOf(reader, sections.indexOf(path))
    expect(faults.filter(fault => fault.startsWith('image'))).toHaveLength(2)
    expect(reader.refused).toContain('https://example.org/x.png')
    expect(await clickNote(reader, path).catch(() => 'no note')).not.toMatch(/^1\. A note with emphasis/)
  } finally {
    await reader.close()
  }
}, 60_000)

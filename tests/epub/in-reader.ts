/** What the reader shows of a book, asked of its page. */
import {openReader, type Reader} from './reader.ts'

/** What the page's own script put there. */
export type InReader = {
  readonly reader: {
    readonly book: {
      readonly toc: readonly Item[]
      readonly pageList?: readonly Item[]
      readonly landmarks: readonly {readonly type: readonly string[]; readonly href: string}[]
      readonly sections: readonly {readonly id: string}[]
      readonly metadata: {readonly title: unknown}
      readonly getCover: () => Promise<Blob | null>
      readonly resolveHref: (href: string) => {readonly index: number; readonly anchor: (doc: Document) => Element | null} | null
    }
    readonly view: {readonly lastLocation?: {readonly cfi: string}; readonly goTo: (target: string | number) => Promise<unknown>; readonly renderer: {readonly render: () => void; readonly setStyles: (css: string) => void}}
    readonly documents: Document[]
  }
  openNote?: string
}
type Item = {readonly label: string; readonly href: string; readonly subitems?: readonly Item[] | null}

declare const globalThis: InReader

export const outline = (reader: Reader) => reader.page.evaluate(() => {
  const {toc, pageList, landmarks, sections} = globalThis.reader.book
  type Line = {readonly label: string; readonly below: readonly Line[]}
  const line = ({label, subitems}: Item): Line => ({label, below: (subitems ?? []).map(line)})
  return {toc: toc.map(line), pages: (pageList ?? []).map(({label, href}) => ({label, href})), landmarks: landmarks.map(({type, href}) => ({type: [...type].join(' '), href})), sections: sections.map(({id}) => id)}
})

/** Go through every section and tell what does not show. */
export const faultsOf = (reader: Reader, index: number) => reader.page.evaluate(async at => {
  const {view, documents} = globalThis.reader
  await view.goTo(at)
  const doc = documents.at(-1)
  if (!doc) return ['no document']
  await doc.fonts.ready
  const size = (element: Element) => element.getBoundingClientRect().width * element.getBoundingClientRect().height
  const images = [...doc.images].filter(image => !image.complete || image.naturalWidth === 0 || size(image) === 0).map(image => `image ${image.src}`)
  const drawings = [...doc.querySelectorAll('svg, math, ruby, table')].filter(element => size(element) === 0).map(element => `empty ${element.localName}`)
  const foreign = [...doc.querySelectorAll('svg *, math *')].filter(element => element.namespaceURI === 'http://www.w3.org/1999/xhtml').map(element => `${element.localName} is HTML`)
  const fonts = [...doc.fonts].filter(font => font.status === 'error').map(font => `font ${font.family}`)
  const words = doc.body.textContent.trim() === '' && doc.images.length === 0 ? ['no words'] : []
  return [...images, ...drawings, ...foreign, ...fonts, ...words]
}, index)

export const cover = (reader: Reader) => reader.page.evaluate(async () => {
  const blob = await globalThis.reader.book.getCover()
  if (!blob) return undefined
  const {width, height} = await createImageBitmap(blob)
  return `${width} × ${height}`
})

/** Click on the first reference to a note in a section, and wait for the note. */
export const clickNote = async (reader: Reader, file: string): Promise<string> => {
  await reader.page.evaluate(async href => {
    const {view, documents} = globalThis.reader
    Reflect.deleteProperty(globalThis, 'openNote')
    await view.goTo(href)
    documents.at(-1)?.querySelector<HTMLElement>('a[role="doc-noteref"]')?.click()
  }, file)
  await reader.page.waitForFunction('globalThis.openNote !== undefined', {timeout: 10_000})
  return reader.page.evaluate(() => globalThis.openNote ?? '')
}

/** Close the open note as a reader's program does: it goes, and the text stays where it was. */
const closeNote = (reader: Reader) => reader.page.evaluate(() => {
  const {view} = globalThis.reader
  const before = view.lastLocation?.cfi
  document.querySelector('dialog')?.replaceChildren()
  return document.querySelectorAll('foliate-view').length === 1 && view.lastLocation?.cfi === before
})

/** The labels of the pages whose markers are not where the page list says, in the section that is in view. */
const lostPages = (reader: Reader, index: number) => reader.page.evaluate(at => {
  const {book, documents} = globalThis.reader
  const doc = documents.at(-1)
  return (book.pageList ?? []).flatMap(({label, href}) => {
    const found = book.resolveHref(href)
    const marker = doc && found?.index === at ? found.anchor(doc) : undefined
    // A page of the contents begins with a line.
    return marker === undefined || marker?.localName === 'li' || marker?.getAttribute('title') === label ? [] : [`page ${label}`]
  })
}, index)

/** What is wrong with a whole book in a reader: its contents, cover, sections, pages, the first note of each section, and what it asks for. */
export async function readerFaults(book: Uint8Array, spine: readonly string[]): Promise<readonly string[]> {
  const reader = await openReader(book)
  if (!reader) return ['no browser']
  try {
    const {toc, landmarks, sections} = await outline(reader)
    const faults: string[] = [
      ...(toc.length === 0 ? ['no contents'] : []),
      ...(landmarks.some(({type}) => type === 'bodymatter') ? [] : ['no start of the text']),
      ...(await cover(reader) === '1600 × 2560' ? [] : ['no cover']),
      ...(sections.join() === spine.join() ? [] : [`sections ${sections.join()}`])
    ]
    for (const [index, id] of sections.entries()) {
      const found = [...await faultsOf(reader, index), ...await lostPages(reader, index), ...await noteFaults(reader, id)]
      faults.push(...found.map(fault => `${id}: ${fault}`))
    }
    return [...faults, ...reader.refused, ...reader.errors]
  } finally {
    await reader.close()
  }
}

/** Open the first note of the section in view, and close it. */
async function noteFaults(reader: Reader, id: string): Promise<readonly string[]> {
  const hasNotes = await reader.page.evaluate(() => globalThis.reader.documents.at(-1)?.querySelector('a[role="doc-noteref"]') !== null)
  if (!hasNotes) return []
  const text = await clickNote(reader, id).catch(() => '')
  return [...(/\S/.test(text) ? [] : ['a note that does not open']), ...(await closeNote(reader) ? [] : ['a note that does not close'])]
}

/**
 * The only importer of epub-gen-memory: it renders the templates and holds the zip. Its HTML normaliser, its own
 * templates and its downloads are passed by: chapters come in as finished XHTML under a key of our own, which the
 * library hands on to the templates unread, and files come in as bytes, so it never has anything to fetch.
 */
import {EPub} from 'epub-gen-memory'
import type {EpubTemplates} from './epub-templates.ts'
import {zip} from './zip.ts'

/** One XHTML file; `xhtml` is what the chapter template prints inside `body`, `matter` is its `epub:type`. */
export type EpubPage = {readonly filename: string; readonly title: string; readonly matter: string; readonly direction: 'ltr' | 'rtl'; readonly xhtml: string}

/** A file beside the pages; `path` is relative to the package file. `packed` bytes are stored as they are. */
export type EpubFile = {readonly path: string; readonly bytes: Uint8Array; readonly packed: boolean}

/** All that goes into an EPUB. `book` is what the package, contents and NCX templates see under that name. */
export type EpubSource = {
  readonly templates: EpubTemplates
  readonly book: Readonly<Record<string, unknown>>
  readonly identifier: string
  readonly title: string
  readonly lang: string
  readonly css: string
  readonly modified: Date
  readonly pages: readonly EpubPage[]
  readonly files: readonly EpubFile[]
}

/** A finished EPUB: its bytes, how many files it holds, and their size before compression. */
export type PackedEpub = {readonly bytes: Uint8Array; readonly fileCount: number; readonly uncompressedBytes: number}

/** Render the templates and zip the EPUB: the same source gives the same bytes, on any machine and in any time zone. */
export async function packEpub(source: EpubSource): Promise<PackedEpub> {
  const epub = new ReproducibleEpub(source)
  await epub.render()
  return epub.pack()
}

/** The library with every accident taken out of it: identifiers, dates, order, folder entries, downloads. */
class ReproducibleEpub extends EPub {
  readonly #source: EpubSource

  constructor(source: EpubSource) {
    super(optionsOf(source), source.pages.map(page => ({...page, content: ''})))
    this.#source = source
    this.uuid = source.identifier
  }

  /** Put in the bytes that are at hand, where the library would fetch. */
  protected override downloadAllImages(): Promise<void> {
    for (const {path, bytes, packed} of this.#source.files) {
      this.zip.file(`OEBPS/${path}`, bytes, {compression: packed ? 'STORE' : 'DEFLATE', createFolders: false})
    }
    return Promise.resolve()
  }

  /** Fix order and dates, then zip: the library's own zip is packed by JavaScript. */
  async pack(): Promise<PackedEpub> {
    const entries = inOrder(Object.values(this.zip.files).filter(entry => !entry.dir))
    const files = await Promise.all(entries.map(async entry => ({path: entry.name, bytes: await entry.async('uint8array'), isStored: entry.options.compression === 'STORE'})))
    const bytes = await zip(files, this.#source.modified)
    return {bytes, fileCount: files.length, uncompressedBytes: files.reduce((sum, file) => sum + file.bytes.length, 0)}
  }
}

/** Every option has its value here: the library's defaults invent (a publisher, an author) or look at the clock. */
function optionsOf({templates, book, title, lang, css, modified}: EpubSource) {
  const {contentOPF, tocXHTML, tocNCX, chapterXHTML} = templates
  return {
    book, title, lang, css, contentOPF, tocXHTML, tocNCX, chapterXHTML, version: 3, date: modified.toISOString(),
    author: [], publisher: '', description: '', fonts: [], prependChapterTitles: false, verbose: false
  }
}

type Entry = EPub['zip']['files'][string]

/** Readers look at the first entries to tell an EPUB; the others stay in the order in which they came. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const first = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf']
  const isFirst = (entry: Entry) => first.includes(entry.name)
  return [
    ...first.flatMap(name => entries.filter(entry => entry.name === name)),
    ...entries.filter(entry => !isFirst(entry))
  ]
}

/** A book in EPUB: its chapters in reading order, as one text. */
import type {Element as HastElement, ElementContent, Root as HastRoot} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import type {Root} from 'xast'
import {visit} from 'unist-util-visit'
import {assetName} from '../asset-name.ts'
import type {Archive} from './archive.ts'
import {openArchive} from './archive.ts'
import type {Draft} from './imported.ts'
import {ImportFault} from './imported.ts'
import {bookMetadata, elements} from './epub-metadata.ts'
import {takePages} from './epub-pages.ts'
import {spineDocuments} from './epub-spine.ts'
import {ownBook} from './own-book.ts'
import {parsePart} from './office-metadata.ts'
import {parseHtml} from './parse-html.ts'

/** Read a book, of the file `name`. Throws ImportFault where it is none, or locked. */
export async function draftFromEpub(bytes: Uint8Array, name: string): Promise<Draft> {
  const archive = await openArchive(bytes)
  await refuseLocked(archive)
  const container = parsePart(await archive.readText('META-INF/container.xml') ?? '', 'META-INF/container.xml')
  const path = elements(container, 'rootfile')[0]?.attributes['full-path'] ?? ''
  const source = await archive.readText(path)
  if (source === undefined) throw new ImportFault('archive without a package document', 'an EPUB', 'Export the book again.')
  const opf = parsePart(source, path)
  const {documents, remarks: missing} = await spineDocuments(archive, opf, path)
  const chapters = documents.map(document => chapterOf(document.name, document.text))
  const {metadata: described, remarks: people} = bookMetadata(opf)
  const own = ownBook(opf, chapters.flat(), name, described)
  const {kept, metadata, remarks} = takePages(withoutTitle(chapters.flat(), described.title), described)
  return {
    metadata: {...described, ...own.metadata, ...metadata},
    tree: {type: 'root', children: kept},
    imageAt: async name => await archive.read(name) ?? `that is not in the book (${name.slice(0, 60)})`,
    remarks: [...people, ...own.remarks, ...remarks, ...missing]
  }
}

/** A book of one document may say its title above its chapters, behind pages that stand in front. */
function withoutTitle(pages: ElementContent[], title = ''): ElementContent[] {
  const first = pages.find(page => page.type === 'element' && page.tagName === 'h1')
  const isTitle = title !== '' && first !== undefined && textOf({type: 'root', children: [first]}).replace(/\s+/g, ' ').trim() === title && pages.filter(page => page.type === 'element' && page.tagName === 'h1').length === 1
  return isTitle ? pages.filter(page => page !== first) : pages
}

/** Fonts may be scrambled; a scrambled text is a locked one. */
async function refuseLocked(archive: Archive): Promise<void> {
  const encryption = await archive.readText('META-INF/encryption.xml')
  if (encryption === undefined && !archive.names.includes('META-INF/rights.xml')) return
  const scrambled = encryption === undefined ? [] : addressesIn(parsePart(encryption, 'META-INF/encryption.xml'))
  const locked = scrambled.some(address => /\.(?:x?html?|xml|opf|ncx)$/i.test(address))
  if (locked || encryption === undefined) throw new ImportFault('locked book', 'one without copy protection', 'Ask its publisher for the text.')
}

function addressesIn(encryption: Root): readonly string[] {
  const addresses: string[] = []
  visit(encryption, 'element', ({attributes}) => {
    const address = attributes['URI']
    if (typeof address === 'string') addresses.push(assetName('', address) ?? address)
  })
  return addresses
}

/** One document: its ids and addresses get the document's name, so that they stay apart in the whole. */
function chapterOf(name: string, text: string): ElementContent[] {
  const tree = parseHtml(text.replace(/^\ufeff?\s*<\?xml[^>]*\?>/, '').replace(/<(title|script|style|iframe|a|div|p|span|td|li)\b([^<>]*)\/>/gi, '<$1$2></$1>'))
  visit(tree, 'element', element => {
    const {id, href, src} = element.properties
    if (typeof id === 'string') element.properties.id = `${name}#${id}`
    if (typeof href === 'string') element.properties.href = addressOf(name, href)
    if (typeof src === 'string') element.properties.src = assetName(name, src) ?? src
  })
  return bodyOf(tree).filter(child => child.type !== 'element' || !isFurniture(child))
}

function addressOf(name: string, href: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) return href
  const [path = '', fragment] = href.split('#')
  const target = path === '' ? name : assetName(name, path) ?? path
  return `#${encodeURIComponent(fragment === undefined ? target : `${target}#${fragment}`)}`
}

function bodyOf(tree: HastRoot): ElementContent[] {
  let body: HastElement | undefined
  visit(tree, 'element', element => {
    if (element.tagName === 'body') body ??= element
  })
  return body?.children ?? []
}

function isFurniture({tagName, properties}: HastElement): boolean {
  const type = String(properties['epubType'] ?? properties['epub:type'] ?? '')
  return tagName === 'nav' || /\b(?:toc|cover|(?:half)?titlepage|landmarks|page-list)\b/.test(type)
}

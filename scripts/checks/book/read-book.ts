/** Reads a book from anywhere as far as its accessibility goes. What cannot be read is EPUBCheck's to tell. */
import type {Element, Root} from 'xast'
import type {BookFiles} from '../../adapters/book-files.ts'
import {assetName} from '../../asset-name.ts'
import type {Book, BookClaim, BookPage, PageEntry} from './book.ts'
import {lineOf, pageFacts} from './page-facts.ts'
import {attribute, hasWord, localName, parsedXml, xmlElements, xmlWords} from './xml.ts'

const mostPages = 2_000

/** Read the package, the navigation and the pages; undefined where there is no package. */
export async function readBook(files: BookFiles): Promise<Book | undefined> {
  const container = await treeAt(files, 'META-INF/container.xml')
  const rootFile = container.tree && xmlElements(container.tree).find(element => localName(element) === 'rootfile')
  const path = rootFile && attribute(rootFile, 'full-path')
  if (path === undefined) return undefined
  const {tree, isTooLarge} = await treeAt(files, path)
  if (!tree) return isTooLarge ? {path, claims: [], pages: [], unread: [path], isWhole: false} : undefined
  const elements = xmlElements(tree)
  const [listed, read, ncx] = [await pageListOf(files, navigationOf(elements, path)), await pagesAt(files, spineOf(elements, path)), await ncxOf(files, elements, path)]
  return {path, claims: elements.flatMap(claimOf), ...listed, ...read, ...(ncx && {ncx}), isWhole: listed.isWhole && read.isWhole, unread: [...new Set([...listed.unread, ...read.unread])]}
}

async function treeAt(files: BookFiles, path: string): Promise<{readonly tree?: Root; readonly isTooLarge?: true}> {
  const file = await files(path)
  if ('fault' in file) return file.fault === 'too large' ? {isTooLarge: true} : {}
  const tree = parsedXml(file.text)
  return tree ? {tree} : {}
}

/** One after the other: each tree is let go before the next. */
async function pagesAt(files: BookFiles, paths: readonly string[]): Promise<Pick<Book, 'pages' | 'unread' | 'isWhole'>> {
  const [pages, unread]: [BookPage[], string[]] = [[], paths.slice(mostPages)]
  for (const path of paths.slice(0, mostPages)) {
    const {tree, isTooLarge} = await treeAt(files, path)
    if (tree) pages.push(pageFacts(path, tree))
    if (isTooLarge) unread.push(path)
  }
  return {pages, unread, isWhole: pages.length === paths.length}
}

/** What EPUB 3 says between tags, EPUB 2 says in an attribute. */
function claimOf(element: Element): readonly BookClaim[] {
  if (localName(element) !== 'meta') return []
  const [property, value] = [attribute(element, 'property') ?? attribute(element, 'name') ?? '', xmlWords(element) || (attribute(element, 'content') ?? '').trim()]
  return property.startsWith('schema:') && value !== '' ? [{property: property.slice(7), value}] : []
}

function spineOf(elements: readonly Element[], path: string): readonly string[] {
  const items = new Map(elements.filter(element => localName(element) === 'item').map(element => [attribute(element, 'id'), element]))
  return [...new Set(elements.filter(element => localName(element) === 'itemref').flatMap(reference => {
    const item = items.get(attribute(reference, 'idref'))
    return item && attribute(item, 'media-type') === 'application/xhtml+xml' ? assetName(path, attribute(item, 'href') ?? '') ?? [] : []
  }))]
}

function navigationOf(elements: readonly Element[], path: string): string | undefined {
  const item = elements.find(element => localName(element) === 'item' && hasWord(element, 'properties', 'nav'))
  return item && assetName(path, attribute(item, 'href') ?? '')
}

async function pageListOf(files: BookFiles, path: string | undefined): Promise<Pick<Book, 'navigation' | 'pageList' | 'unread' | 'isWhole'>> {
  if (path === undefined) return {unread: [], isWhole: true}
  const {tree, isTooLarge} = await treeAt(files, path)
  const list = tree && xmlElements(tree).find(element => localName(element) === 'nav' && hasWord(element, ':type', 'page-list'))
  const entries = list && xmlElements(list).filter(element => localName(element) === 'a').map(link => entryOf(link, path))
  return {navigation: path, ...(entries && {pageList: entries}), unread: isTooLarge ? [path] : [], isWhole: tree !== undefined}
}

/** The page list of the NCX (EPUB 2, DAISY Z39.86), where there is one. */
async function ncxOf(files: BookFiles, elements: readonly Element[], path: string): Promise<Book['ncx']> {
  const item = elements.find(element => localName(element) === 'item' && attribute(element, 'media-type') === 'application/x-dtbncx+xml')
  const ncx = item && assetName(path, attribute(item, 'href') ?? '')
  const {tree} = ncx === undefined ? {} : await treeAt(files, ncx)
  const targets = tree ? xmlElements(tree).filter(element => localName(element) === 'pageTarget') : []
  return ncx === undefined || targets.length === 0 ? undefined : {path: ncx, pageList: targets.map(target => targetOf(target, ncx))}
}

function targetOf(target: Element, ncx: string): PageEntry {
  const [label, content] = ['navLabel', 'content'].map(name => xmlElements(target).find(element => localName(element) === name))
  return entryTo((content && attribute(content, 'src')) ?? '', label ?? target, ncx)
}

function entryOf(link: Element, navigation: string): PageEntry {
  return entryTo(attribute(link, 'href') ?? '', link, navigation)
}

function entryTo(address: string, label: Element, from: string): PageEntry {
  const [file = '', id = ''] = address.split('#')
  return {label: xmlWords(label).slice(0, 200), path: file === '' ? from : assetName(from, file) ?? '', id: decodedId(id), line: lineOf(label)}
}

function decodedId(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/** Opens an EPUB as a reading system does, and finds what would make one stumble. */
import {bind, type BindOptions} from '../../scripts/epub/bind.ts'
import type {Pamphlet, Theme} from '../../scripts/types.ts'
import {theme as stockTheme} from '../stock.ts'
import {byName, elementsOf, parseXml, type XmlElement} from './xml.ts'
import {readZip} from './zip.ts'

export type OpenBook = {
  readonly bytes: Uint8Array
  /** Files by path in the zip. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly text: (path: string) => string
  readonly xml: (path: string) => XmlElement
}

export const modified = new Date('2024-01-15T12:34:56Z')

/** Bind a pamphlet and open what comes out. */
export async function bound(pamphlet: Pamphlet, options: Partial<BindOptions> = {}, theme: Theme = stockTheme): Promise<OpenBook> {
  const artifact = await bind(pamphlet, theme, {modified, ...options})
  return openBook(artifact.bytes)
}

/** Open the bytes of an EPUB. */
export function openBook(bytes: Uint8Array): OpenBook {
  const files = new Map(readZip(bytes).map(entry => [entry.name, entry.bytes]))
  const text = (path: string) => {
    const found = files.get(path)
    if (!found) throw new Error(`Unexpected missing file ${path}`)
    return new TextDecoder('utf8', {fatal: true}).decode(found)
  }
  return {bytes, files, text, xml: path => parseXml(text(path))}
}

/** The paths of the XHTML files in reading order. */
export function spineOf(book: OpenBook): readonly string[] {
  const opf = book.xml('OEBPS/content.opf')
  const hrefs = new Map(byName(opf, 'item').map(({attributes}) => [attributes.get('id'), attributes.get('href')]))
  return byName(opf, 'itemref').map(({attributes}) => `OEBPS/${hrefs.get(attributes.get('idref')) ?? '?'}`)
}

/** The pages of the text: those that belong to the body of the book. */
export function textPagesOf(book: OpenBook): readonly string[] {
  return spineOf(book).filter(path => byName(book.xml(path), 'body')[0]?.attributes.get('epub:type') === 'bodymatter')
}

/** List what is wrong: files that are no XML, ids twice, links and references to nowhere, files that nothing lists. */
export function problemsOf(book: OpenBook): readonly string[] {
  const trees = new Map<string, XmlElement>()
  const problems: string[] = []
  for (const path of book.files.keys()) {
    if (!/\.(?:xhtml|opf|ncx|xml)$/.test(path)) continue
    try {
      trees.set(path, book.xml(path))
    } catch (error) {
      problems.push(`${path}: ${String(error)}`)
    }
  }
  return [...problems, ...[...trees].flatMap(([path, tree]) => treeProblems(path, tree, trees, book)), ...packageProblems(book, trees)]
}

function treeProblems(path: string, tree: XmlElement, trees: ReadonlyMap<string, XmlElement>, book: OpenBook): readonly string[] {
  const elements = elementsOf(tree)
  const ids = elements.flatMap(({attributes}) => attributes.get('id') ?? [])
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `${path}: id ${id} twice`)
  const broken = elements.flatMap(({name, attributes}) => ['href', 'src'].flatMap(key => {
    const target = attributes.get(key)
    return target === undefined || leads(path, target, trees, book) ? [] : [`${path}: <${name} ${key}="${target}"> leads nowhere`]
  }))
  const labels = elements.flatMap(({attributes}) => (attributes.get('aria-labelledby') ?? '').split(' ').filter(id => id !== '' && !ids.includes(id)))
  return [...twice, ...broken, ...labels.map(id => `${path}: label ${id} is nowhere`)]
}

function leads(path: string, target: string, trees: ReadonlyMap<string, XmlElement>, book: OpenBook): boolean {
  if (/^(?:https?|mailto):/.test(target)) return true
  const [file = '', id] = target.split('#')
  const found = file === '' ? path : `OEBPS/${decodeURIComponent(file)}`
  if (!book.files.has(found)) return false
  const tree = trees.get(found)
  return id === undefined || (tree !== undefined && elementsOf(tree).some(({attributes}) => attributes.get('id') === id))
}

function packageProblems(book: OpenBook, trees: ReadonlyMap<string, XmlElement>): readonly string[] {
  const opf = trees.get('OEBPS/content.opf')
  if (!opf) return ['no package']
  const listed = new Set(byName(opf, 'item').map(({attributes}) => `OEBPS/${attributes.get('href') ?? ''}`))
  const unlisted = [...book.files.keys()].filter(path => path.startsWith('OEBPS/') && path !== 'OEBPS/content.opf' && !listed.has(path))
  const orders = byName(trees.get('OEBPS/toc.ncx') ?? opf, 'navPoint').map(({attributes}) => Number(attributes.get('playOrder')))
  const disorder = orders.some((order, index) => order !== index + 1) ? ['playOrder does not count from 1'] : []
  return [...unlisted.map(path => `${path}: not in the manifest`), ...disorder]
}

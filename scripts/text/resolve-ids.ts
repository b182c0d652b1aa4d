/** Gives every head an id that is unique in the pamphlet, and points every link inside the pamphlet to its target. */
import type {Element, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import type {VFile} from 'vfile'
import {elementsIn} from '../elements.ts'
import type {KnownTargets} from './broken-links.ts'
import {reportBroken} from './broken-links.ts'
import {isOwn, safeId, slugger} from './identifiers.ts'
import type {FileText} from './number-notes.ts'
import {rankOf} from './rehype-headings.ts'
import {report} from './report.ts'

/** A file's text and the file that its messages go to. */
export type IdentifiedFile = FileText & {readonly file: VFile}

/** Ids as an author sees them in one file, to ids of the pamphlet. */
type FileIds = Map<string, string>

/** An address outside the pamphlet, with a host or whatever else its kind leads to. */
const webAddress = /^(?:(?:https?|ftp):\/\/[^\s/?#:]|(?:mailto|tel|sms|geo|magnet):\S)/i

/** Set the ids of heads and rewrite links, in place; reports duplicate-id and broken-link. */
export function resolveIds(files: readonly IdentifiedFile[]): void {
  const unique = slugger()
  const owners = new Set<string>()
  for (const file of files) for (const tree of treesOf(file)) takeExplicit(tree, file.file, owners)
  for (const id of owners) unique.reserve(id)
  const tables = new Map(files.map(file => [file.name, slugHeads(file, unique.slug)]))
  const everywhere = new Map([...tables.values()].toReversed().flatMap(ids => [...ids]))
  const known = {ids: [...everywhere.keys()], files: [...tables.keys()]}
  for (const file of files) {
    const resolve = (id: string, name: string) => name === '' ? tables.get(file.name)?.get(id) ?? everywhere.get(id) : tables.get(name)?.get(id)
    for (const tree of treesOf(file)) resolveLinks(tree, file.file, resolve, known)
  }
}

function treesOf(file: IdentifiedFile): readonly Root[] {
  return [file.tree, ...file.notes.values()]
}

/** Check the ids that authors chose, and take the second of a pair off its element. */
function takeExplicit(tree: Root, file: VFile, owners: Set<string>): void {
  for (const element of elementsIn(tree)) {
    const id = element.properties.id
    if (typeof id !== 'string' || element.properties['dataNoteref'] !== undefined || element.properties.role === 'doc-noteref') continue
    const clean = safeId(id)
    if (owners.has(clean) || isOwn(clean)) {
      report(file, 'duplicate-id', element, `Unexpected id \`${id}\` a second time, expected each id once in the pamphlet`, isOwn(clean) ? 'The program uses this id itself; choose another.' : 'Choose another id for one of the two.')
      delete element.properties.id
    } else {
      if (/\s/.test(id.trim())) reportSpaces(file, element, id, clean)
      owners.add(clean)
      element.properties.id = clean
    }
  }
}

/** A space would part an id in two, as HTML reads it. */
function reportSpaces(file: VFile, element: Element, id: string, clean: string): void {
  report(file, 'unknown-attribute', element, `Unexpected spaces in the id \`${id}\`, expected one word: it became \`${clean}\``, `Write \`${clean}\`, there and in the links that lead to it.`)
}

/** Give each head without an id one from its words; the same words twice get a number. */
function slugHeads({tree}: FileText, slug: (text: string) => string): FileIds {
  const ids: FileIds = new Map()
  const local = slugger()
  for (const element of elementsIn(tree)) {
    const id = element.properties.id
    if (rankOf(element.tagName) !== undefined && id === undefined) {
      const text = headText(element)
      element.properties.id = slug(text)
      ids.set(local.slug(text), element.properties.id)
    } else if (typeof id === 'string') {
      ids.set(id, id)
    }
  }
  const first = tree.children.find(child => child.type === 'element' && child.properties.id !== undefined)
  if (first?.type === 'element') ids.set('', String(first.properties.id))
  return ids
}

/** The words of a head as they were typed: without the numbers of its notes, with plain spaces and hyphens. */
function headText(element: Element): string {
  const words = element.children.map(child => child.type === 'element' && child.properties.role === 'doc-noteref' ? '' : textOf(child))
  return words.join('').replaceAll(/\s+/gu, ' ').replaceAll(/[–—]/g, '-').trim()
}

function resolveLinks(tree: Root, file: VFile, resolve: (id: string, name: string) => string | undefined, known: KnownTargets): void {
  for (const element of elementsIn(tree)) {
    const href = hrefIn(element)
    if (href === undefined) continue
    const [path = '', fragment = ''] = decode(href).split('#', 2)
    const target = isOwn(fragment) ? undefined : resolve(fragment === '' ? '' : safeId(fragment), path.replace(/^\.\//, ''))
    if (target !== undefined && (path !== '' || fragment !== '')) element.properties.href = `#${target}`
    else {
      reportBroken(element, href, known, file)
      delete element.properties.href
    }
  }
}

/** Where a link leads in the pamphlet; undefined of all that is no such link. */
function hrefIn({tagName, properties: {href, role}}: Element): string | undefined {
  return tagName === 'a' && typeof href === 'string' && role !== 'doc-noteref' && !webAddress.test(href) ? href : undefined
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

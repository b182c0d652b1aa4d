/** A web page, as a browser or a word processor saves it. */
import {posix} from 'node:path'
import type {Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {decodeText} from './decode.ts'
import type {DecodedText} from './decode.ts'
import {takeFurniture, takeHeadLinks} from './furniture.ts'
import type {Draft, ImportedMetadata} from './imported.ts'
import {guessed} from './imported.ts'
import {shown} from './images.ts'
import {mainPart} from './main-part.ts'
import {takeMarked} from './marked.ts'
import {takeOwnPage} from './own-page.ts'
import {parseHtml} from './parse-html.ts'
import {readDate} from './text/dates.ts'

/** `readNear`: the bytes of a file by its path below the page's own folder; `outside` where a link leads out of it, undefined where it has none to give. */
export type ReadNear = (path: string) => Promise<Uint8Array | 'outside' | undefined>

/** Read a page. Scripts do not run, and nothing comes over the network. */
export function draftFromHtml(bytes: Uint8Array, readNear: ReadNear, label?: string): Draft {
  const {text, guess} = decodeHtml(bytes, label)
  const tree = parseHtml(text)
  const own = takeOwnPage(tree)
  const marked = takeMarked(tree)
  const furniture = takeFurniture(tree)
  takeHeadLinks(tree)
  const {children, remarks} = mainPart(tree)
  return {
    metadata: {...metadataOf(tree), ...marked, ...own.metadata},
    tree: {type: 'root', children: children.filter(child => child.type !== 'doctype')},
    imageAt: source => imageAt(source, readNear),
    remarks: [...guess === undefined ? [] : [guessed(`encoding: ${guess}; look at letters with accents`)], ...own.remarks, ...furniture, ...remarks]
  }
}

/** A page that is no Unicode names its encoding in its first kilobyte. */
function decodeHtml(bytes: Uint8Array, label?: string): DecodedText {
  const read = decodeText(bytes, label)
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)))?.[1]
  if (label !== undefined || read.guess === undefined || named === undefined || /^utf-?8$/i.test(named)) return read
  return decodeText(bytes, named)
}

/** The page's title, language, author and date, as its head has them. */
function metadataOf(tree: Root): ImportedMetadata {
  let metadata: ImportedMetadata = {}
  visit(tree, 'element', element => {
    const {tagName, properties: {lang, name, property, content}} = element
    if (tagName === 'html' && typeof lang === 'string' && lang !== '') metadata = {...metadata, lang}
    if (tagName === 'title' && textOf(element).trim() !== '') metadata = {title: textOf(element).trim().replace(/\s+/g, ' '), ...metadata}
    if (tagName === 'meta' && typeof content === 'string' && content.trim() !== '') metadata = {...metadata, ...metaPart(String(name ?? property ?? '').toLowerCase(), content.trim())}
  })
  return metadata
}

function metaPart(name: string, content: string): ImportedMetadata {
  if (name === 'author' || name === 'dc.creator') return {author: [content]}
  if (name === 'description' || name === 'dc.description') return {description: content}
  const date = name === 'date' || name === 'dc.date' || name === 'article:published_time' ? readDate(content.slice(0, 10))?.date : undefined
  return date === undefined ? {} : {date}
}

/** A picture in the page itself, or in a file beside it. */
async function imageAt(source: string, readNear: ReadNear): Promise<Uint8Array | string> {
  const data = /^data:[^,]*?(;base64)?,/i.exec(source)
  if (data) return data[1] === undefined ? new TextEncoder().encode(decodeAddress(source.slice(data[0].length))) : Uint8Array.from(Buffer.from(source.slice(data[0].length), 'base64'))
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(source)) return `that is not on this disk (${shown(source)}): save it and put it in`
  const path = posix.normalize(decodeAddress(source.replace(/[?#].*$/, '')))
  const bytes = path === '..' || path.startsWith('../') ? 'outside' : await readNear(path)
  if (bytes === 'outside') return `that lies outside the page's folder and is refused (${shown(source)}): put it beside the page, and name it so there`
  return bytes ?? `that is missing (${shown(source)})`
}

function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

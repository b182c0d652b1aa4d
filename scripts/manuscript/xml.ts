/** A small, strict reader of XML 1.0 without document type: enough to trust an SVG, in one pass and without recursion. */
import {literal} from './literal.ts'

export type XmlAttribute = {readonly name: string; readonly value: string}

/** `namespace` is what the element's prefix, or its absence, means there. Names keep their prefix. */
export type XmlElement = {
  readonly name: string
  readonly namespace: string
  readonly attributes: readonly XmlAttribute[]
  readonly depth: number
}

export type XmlEvent =
  | {readonly type: 'element'; readonly element: XmlElement}
  | {readonly type: 'text'; readonly value: string; readonly parent: string}
  | {readonly type: 'instruction'; readonly target: string}

/** What is not well-formed: the message is the first half of one for the author. */
export class XmlError extends Error {}

const nameStart = String.raw`[:A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}]`
const nameRest = String.raw`(?:${nameStart}|[-.0-9\u{B7}\u{300}-\u{36F}\u{203F}\u{2040}])*`
const name = `${nameStart}${nameRest}`
const startTag = new RegExp(`<(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'uy')
const endTag = new RegExp(`</(${name})\\s*>`, 'uy')
const attribute = new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'gu')
const comment = /<!--(?!-?>)([\s\S]*?)--/y
const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/y
const instruction = new RegExp(`<\\?(${name})(?:\\s[\\s\\S]*?)?\\?>`, 'uy')
const documentType = /<!DOCTYPE\s[^[<>]*>/y
const characters = /[^<]+/y
const notAllowed = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/

const maximumDepth = 256
const maximumAttributes = 1_000

type Open = {readonly name: string; readonly prefixes: ReadonlyMap<string, string>}

/** Read a whole XML text into a flat list of events. Throws XmlError where it is not well-formed or has entities of its own. */
export function readXml(text: string): readonly XmlEvent[] {
  if (notAllowed.test(text) || !text.isWellFormed()) throw new XmlError('character that XML forbids')
  const events: XmlEvent[] = []
  const open: Open[] = [{name: '', prefixes: new Map([['xml', 'http://www.w3.org/XML/1998/namespace'], ['', '']])}]
  let hasRoot = false
  for (let position = 0; position < text.length;) {
    const token = nextToken(text, position)
    judgePlace(token, position, hasRoot && open.length === 1)
    take(token, open, events)
    hasRoot ||= token.type === 'start'
    position += token.length
  }
  if (open.length > 1) throw new XmlError(`element ${literal(open.at(-1)?.name ?? '')} that is not closed`)
  if (!hasRoot) throw new XmlError('absence of a root element')
  return events
}

/** Some tokens may stand in one place only. `isAfter`: after the end of the root element. */
function judgePlace(token: Token, position: number, isAfter: boolean): void {
  if (token.type === 'start' && isAfter) throw new XmlError('second root element')
  if (token.type === 'document-type' && isAfter) throw new XmlError('document type after the root element')
  if (token.type === 'instruction' && position > 0 && /^xml$/i.test(token.name)) throw new XmlError('XML declaration after the start')
}

type Token = {readonly length: number} & (
  | {readonly type: 'start'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean}
  | {readonly type: 'end' | 'instruction'; readonly name: string}
  | {readonly type: 'text'; readonly value: string}
  | {readonly type: 'comment' | 'document-type'}
)

/** What may stand at a `<`, in the order of trying, and what each becomes. */
const tokens: readonly (readonly [RegExp, (match: RegExpExecArray) => Token])[] = [
  [startTag, match => ({type: 'start', length: match[0].length, name: match[1] ?? '', attributes: match[2] ?? '', isEmpty: match[3] === '/'})],
  [endTag, match => ({type: 'end', length: match[0].length, name: match[1] ?? ''})],
  [comment, match => ({type: 'comment', length: match[0].length + commentEnd(match)})],
  [cdata, match => ({type: 'text', length: match[0].length, value: (match[1] ?? '').replaceAll('&', '&amp;')})],
  [instruction, match => ({type: 'instruction', length: match[0].length, name: match[1] ?? ''})],
  [documentType, match => ({type: 'document-type', length: match[0].length})],
  [characters, match => ({type: 'text', length: match[0].length, value: match[0]})]
]

function nextToken(text: string, position: number): Token {
  for (const [pattern, make] of tokens) {
    pattern.lastIndex = position
    const match = pattern.exec(text)
    if (match) return make(match)
  }
  throw new XmlError(`markup after ${position} characters`)
}

function take(token: Token, open: Open[], events: XmlEvent[]): void {
  if (token.type === 'start') enter(token, open, events)
  else if (token.type === 'end') leave(token.name, open)
  else if (token.type === 'text') readText(token, open, events)
  else if (token.type === 'instruction') events.push({type: 'instruction', target: token.name})
}

/** The first `--` in a comment must be its end. */
function commentEnd(match: RegExpExecArray): number {
  if (match.input[match.index + match[0].length] !== '>') throw new XmlError('`--` in a comment')
  return 1
}

function enter(token: Extract<Token, {type: 'start'}>, open: Open[], events: XmlEvent[]): void {
  if (open.length > maximumDepth) throw new XmlError(`more than ${maximumDepth} elements inside each other`)
  const attributes = readAttributes(token.attributes)
  const outer = open.at(-1)?.prefixes ?? new Map<string, string>()
  const prefixes = declare(outer, attributes)
  events.push({type: 'element', element: {name: token.name, namespace: namespaceOf(token.name, prefixes), attributes, depth: open.length - 1}})
  if (!token.isEmpty) open.push({name: token.name, prefixes})
}

function readAttributes(text: string): readonly XmlAttribute[] {
  const attributes = Array.from(text.matchAll(attribute), match => ({name: match[1] ?? '', value: resolve(match[2] ?? match[3] ?? '')}))
  if (attributes.length > maximumAttributes) throw new XmlError(`more than ${maximumAttributes} attributes on one element`)
  if (new Set(attributes.map(({name}) => name)).size < attributes.length) throw new XmlError('attribute that stands twice')
  return attributes
}

function declare(outer: ReadonlyMap<string, string>, attributes: readonly XmlAttribute[]): ReadonlyMap<string, string> {
  const own = attributes.filter(({name}) => name === 'xmlns' || name.startsWith('xmlns:'))
  return own.length === 0 ? outer : new Map([...outer, ...own.map(({name, value}) => [name.slice(6), value] as const)])
}

function namespaceOf(name: string, prefixes: ReadonlyMap<string, string>): string {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : ''
  const namespace = prefixes.get(prefix)
  if (namespace === undefined) throw new XmlError(`prefix ${literal(prefix)} without a namespace`)
  return namespace
}

function leave(name: string, open: Open[]): void {
  const last = open.at(-1)
  if (open.length === 1 || last?.name !== name) throw new XmlError(`end tag ${literal(name)} without its start`)
  open.pop()
}

function readText(token: Extract<Token, {type: 'text'}>, open: readonly Open[], events: XmlEvent[]): void {
  if (open.length === 1 && token.value.trim() !== '') throw new XmlError('text outside the root element')
  if (token.value.includes(']]>')) throw new XmlError('`]]>` in text')
  const parent = open.at(-1)?.name ?? ''
  events.push({type: 'text', value: resolve(token.value), parent})
}

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: '\''}

/** Resolve the five entities of XML and character references; any other would need a document type. */
function resolve(value: string): string {
  return value.includes('&') ? value.replace(/&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|(\w{1,10}))?;?/g, resolveOne) : value
}

function resolveOne(whole: string, decimal?: string, hexadecimal?: string, entity?: string): string {
  if (!whole.endsWith(';')) throw new XmlError('`&` that is not `&amp;`')
  if (entity !== undefined) return namedEntity(entity)
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal)
  const isCharacter = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) && code > 0
  if (!isCharacter || notAllowed.test(String.fromCodePoint(code))) throw new XmlError('character that XML forbids')
  return String.fromCodePoint(code)
}

function namedEntity(entity: string): string {
  const value = Object.hasOwn(entities, entity) ? entities[entity] : undefined
  if (value === undefined) throw new XmlError(`unknown entity ${literal(entity)}`)
  return value
}

/** A name without its prefix, in small letters: a picture is judged by what a lenient reader would see. */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase()
}

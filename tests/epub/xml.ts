/** A small strict XML reader for tests: it rejects what a reading system's parser would, and knows no HTML. */

export type XmlElement = {
  readonly name: string
  readonly namespace: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

const name = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?'
const token = new RegExp(`<(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>|</(${name})\\s*>|[^<]+`, 'gy')
const prolog = /^<\?xml version="1\.0" encoding="UTF-8" ?\?>\s*(?:<!DOCTYPE html>\s*)?/
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u
const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: '\''}

type Open = {name: string; namespace: string; scope: ReadonlyMap<string, string>; attributes: Map<string, string>; children: (XmlElement | string)[]}

/** Parse a whole file; throws at the first thing that is not well-formed. */
export function parseXml(text: string): XmlElement {
  if (forbidden.test(text)) throw new Error('Unexpected forbidden character')
  const start = prolog.exec(text)?.[0].length
  if (start === undefined) throw new Error('Unexpected start, expected an XML declaration')
  const root: Open = {name: '', namespace: '', scope: new Map([['xml', 'xml'], ['', '']]), attributes: new Map(), children: []}
  const stack = [root]
  token.lastIndex = start
  while (token.lastIndex < text.length) {
    const at = token.lastIndex
    const match = token.exec(text)
    if (!match) throw new Error(`Unexpected markup: ${text.slice(at, at + 60)}`)
    step(match, stack)
  }
  return onlyElement(root, stack.length)
}

function step([whole, opened, attributes, closes, closed]: RegExpExecArray, stack: Open[]): void {
  const parent = stack.at(-1)
  if (!parent) throw new Error(`Unexpected ${whole} after the end`)
  if (opened !== undefined) {
    const element = open(opened, attributes ?? '', parent)
    parent.children.push(element)
    if (closes === '') stack.push(element)
  } else if (closed !== undefined) {
    if (parent.name !== closed) throw new Error(`Unexpected </${closed}>, expected </${parent.name}>`)
    stack.pop()
  } else {
    if (whole.includes(']]>')) throw new Error('Unexpected ]]> in text')
    parent.children.push(decode(whole))
  }
}

function onlyElement({children}: Open, depth: number): XmlElement {
  const [only, ...others] = children.filter(child => typeof child !== 'string' || child.trim() !== '')
  if (depth !== 1 || others.length > 0 || only === undefined || typeof only === 'string') throw new Error('Unexpected end, expected one whole element')
  return only
}

function open(elementName: string, source: string, parent: Open): Open {
  const attributes = new Map<string, string>()
  for (const [, key = '', double, single] of source.matchAll(new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g'))) {
    if (attributes.has(key)) throw new Error(`Unexpected second attribute ${key} on ${elementName}`)
    attributes.set(key, decode(double ?? single ?? ''))
  }
  const declared = [...attributes].flatMap(([key, value]): [string, string][] =>
    key === 'xmlns' ? [['', value]] : key.startsWith('xmlns:') ? [[key.slice(6), value]] : [])
  const scope = new Map([...parent.scope, ...declared])
  for (const key of [elementName, ...attributes.keys()]) {
    const prefix = key.includes(':') ? key.slice(0, key.indexOf(':')) : ''
    if (prefix !== 'xmlns' && !scope.has(prefix)) throw new Error(`Unexpected prefix ${prefix}, expected a declared one`)
  }
  const prefix = elementName.includes(':') ? elementName.slice(0, elementName.indexOf(':')) : ''
  return {name: elementName, namespace: scope.get(prefix) ?? '', scope, attributes, children: []}
}

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\dA-Fa-f]+)|(\w+));|&/g, (whole, decimal?: string, hexadecimal?: string, entity?: string) => {
    if (entity !== undefined && Object.hasOwn(entities, entity)) return entities[entity] ?? ''
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    const character = Number.isNaN(code) ? '\0' : String.fromCodePoint(code)
    if (forbidden.test(character)) throw new Error(`Unexpected reference ${whole}`)
    return character
  })
}

/** List an element and all below it, in order. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  const look = (at: XmlElement): void => {
    found.push(at)
    for (const child of at.children) if (typeof child !== 'string') look(child)
  }
  look(element)
  return found
}

/** Find the elements of a name below an element. */
export function byName(element: XmlElement, elementName: string): readonly XmlElement[] {
  return elementsOf(element).filter(({name: found}) => found === elementName)
}

/** Collect the text of an element. */
export function textOf(element: XmlElement): string {
  return element.children.map(child => typeof child === 'string' ? child : textOf(child)).join('')
}

/** A text as a list of its elements and as its words: what goes into an EPUB, and what comes out of it. */
import type {Element, ElementContent} from 'hast'
import type {Chapter, Pamphlet} from '../../scripts/types.ts'
import {textPagesOf, type OpenBook} from './book.ts'
import {byName, elementsOf, textOf, type XmlElement} from './xml.ts'

/** Names that EPUB spells otherwise; empty where an element goes and its content stays. */
const spelled: Readonly<Record<string, string>> = {
  tt: 'code', strike: 's', big: 'span', font: 'span', acronym: 'abbr', center: 'div', 'x-unknown': '', rb: '', rtc: '', input: '', script: ''
}

/** Attributes that mean something to a reader, as hast and as XHTML spell them. */
const said = [['lang', 'lang'], ['dir', 'dir'], ['alt', 'alt'], ['scope', 'scope'], ['colSpan', 'colspan'], ['rowSpan', 'rowspan'], ['start', 'start'], ['title', 'title'], ['cite', 'cite']] as const

/** An address that is none goes. */
function valueOf(value: unknown, key: string): string {
  const isAddress = key !== 'cite' || String(value).startsWith('https:')
  return typeof value !== 'string' && typeof value !== 'number' || !isAddress ? '' : ` ${key}=${value}`
}

/** A time without a date is words, and a box that has a name is a sign. */
function madeOf({tagName, properties}: Element, name: string): string {
  if (tagName === 'input' && properties.ariaLabel !== undefined) return 'span'
  return name === 'time' && properties.dateTime === 'once' ? 'span' : name
}

export type Outline = {readonly names: readonly string[]; readonly text: string}

export function outlineOf(nodes: readonly ElementContent[], raise: number): Outline {
  const names: string[] = []
  const look = (node: ElementContent): string => {
    if (node.type === 'text') return node.value
    if (node.type !== 'element' || node.tagName === 'script') return ''
    const isPullQuote = Array.isArray(node.properties.className) && node.properties.className.includes('pullquote')
    const raised = isPullQuote ? 'div' : /^h[2-6]$/.test(node.tagName) ? `h${Number(node.tagName.charAt(1)) - raise}` : node.tagName
    const found = madeOf(node, spelled[raised] ?? raised)
    if (found !== '') names.push(found + said.map(([name, key]) => valueOf(node.properties[name] ?? (node.tagName === 'img' && name === 'alt' ? '' : undefined), key)).join(''))
    if (node.tagName === 'input') return node.properties.checked === true ? '☑' : '☐'
    return node.children.map(look).join('')
  }
  const text = nodes.map(look).join('')
  return {names, text: squeezed(text)}
}

export const named = ({name, attributes}: XmlElement) => name + said.map(([, key]) => valueOf(attributes.get(key), key)).join('')

export const squeezed = (text: string) => text.replaceAll(/\s+/g, '')

export function sectionsOf(book: OpenBook): readonly XmlElement[] {
  return textPagesOf(book).flatMap(path => byName(book.xml(path), 'body').flatMap(({children}) =>
    children.filter(child => typeof child !== 'string' && child.name === 'section')))
    .filter(child => typeof child !== 'string')
}

export const content = ({heading, children}: Chapter) => [...(heading ? [heading] : []), ...children]

/** What of a finished book differs from the pamphlet that went in, by chapters and notes; the paper's page breaks are no part of the text. */
export function domFaults({chapters, notes, openings}: Pamphlet, book: OpenBook): readonly string[] {
  const raise = openings === 'page' ? 1 : 0
  const wanted = joined(chapters.map(chapter => outlineOf(content(chapter), raise)))
  const found = joined(blocksOf(book).map(outlineOfXml))
  const asides = textPagesOf(book).flatMap(path => byName(book.xml(path), 'aside')).filter(({attributes}) => attributes.get('role') === 'doc-footnote')
  const notesFound = asides.map(aside => squeezed(textOf(aside)).replaceAll(/^\d+\.|\u21A9\uFE0E\d*/g, ''))
  return [
    ...difference('element', found.names, wanted.names),
    ...difference('letter', Array.from(found.text), Array.from(wanted.text)),
    ...difference('note', notesFound, notes.map(({children}) => outlineOf(children, raise).text))
  ]
}

/** The chapters of a book, and the parts of those that were divided. */
function blocksOf(book: OpenBook): readonly XmlElement[] {
  return textPagesOf(book).flatMap(path => byName(book.xml(path), 'body')).flatMap(({children}) => children)
    .filter(child => typeof child !== 'string').filter(({name, attributes}) => name === 'section' || attributes.get('class') === 'untitled')
}

function outlineOfXml(block: XmlElement): Outline {
  return {names: elementsOf(block).slice(1).filter(({attributes}) => attributes.get('role') !== 'doc-pagebreak').map(named), text: squeezed(textOf(block))}
}

function joined(outlines: readonly Outline[]): Outline {
  return {names: outlines.flatMap(({names}) => names), text: outlines.map(({text}) => text).join('')}
}

/** Where two lists begin to differ, with what stands around that place. */
function difference(kind: string, found: readonly string[], wanted: readonly string[]): readonly string[] {
  const at = Array.from({length: Math.max(found.length, wanted.length)}, (_, index) => index).find(index => found[index] !== wanted[index])
  const around = (list: readonly string[]) => list.slice(Math.max(0, (at ?? 0) - 3), (at ?? 0) + 8).join(kind === 'letter' ? '' : ' ')
  return at === undefined ? [] : [`${kind} ${at}: ${around(found)}, expected ${around(wanted)}`]
}

/** The elements and attributes that an XHTML file of an EPUB may hold, as tables. */
import type {Properties} from 'hast'
import {xmlText} from './xhtml.ts'

/**
 * Elements by name, with the attributes of their own. What is not here is unwrapped: its content stays. So are `rb`
 * and `rtc`, which HTML has given up: ruby is read the same without them.
 */
export const elements: Readonly<Record<string, readonly string[]>> = {
  ...plain('abbr address article aside b bdi bdo br caption cite code dd details dfn div dl dt em figcaption figure'),
  ...plain('footer h1 h2 h3 h4 h5 h6 header hr i kbd mark nav p pre rp rt ruby s samp section small span strong'),
  ...plain('sub summary sup table tbody tfoot thead tr u ul var wbr'),
  a: ['href', 'hrefLang'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  data: ['value'],
  del: ['cite', 'dateTime'],
  details: ['open'],
  img: ['src', 'alt', 'width', 'height', 'style'],
  ins: ['cite', 'dateTime'],
  li: ['value'],
  ol: ['start', 'reversed', 'type'],
  q: ['cite'],
  td: ['colSpan', 'rowSpan', 'headers'],
  // HTML's `abbr` too, but EPUBCheck 4.2.6 takes it for an error.
  th: ['colSpan', 'rowSpan', 'headers', 'scope'],
  time: ['dateTime']
}

/** Elements of older HTML, and what says the same today. */
export const successors: Readonly<Record<string, string>> = {
  acronym: 'abbr', big: 'span', center: 'div', dir: 'ul', font: 'span', strike: 's', tt: 'code'
}

/** Elements that go with all they hold: none of it is meant to be read. */
export const removed: ReadonlySet<string> = new Set([
  'base', 'embed', 'iframe', 'link', 'meta', 'noscript', 'object', 'script', 'source', 'style', 'template', 'title', 'track'
])

const everywhere: ReadonlySet<string> = new Set(['id', 'className', 'lang', 'xmlLang', 'dir', 'title', 'role', 'hidden', 'epub:type'])

const whole = /^-?\d{1,9}$/
const positive = /^[1-9]\d{0,8}$/

/** What a value has to look like. A wrong one is dropped: it says nothing to a reader, and checkers reject it. */
const patterns: Readonly<Record<string, RegExp>> = {
  lang: /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/,
  dir: /^(?:ltr|rtl|auto)$/,
  hrefLang: /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/,
  dateTime: /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/,
  colSpan: positive,
  rowSpan: positive,
  span: positive,
  start: whole,
  value: whole,
  type: /^[1aAiI]$/,
  scope: /^(?:row|col|rowgroup|colgroup)$/,
  width: positive,
  height: positive,
  // The share of its column that a picture takes; no other style is in a text.
  style: /^width: \d{1,3}(?:\.\d{1,2})?%$/
}

const unresolved: ReadonlySet<string> = new Set(['id', 'href', 'cite'])

/** Keep the attributes that the element may have, in their order; `lang` says its value in XML's way too. */
export function keptProperties(tagName: string, properties: Properties): Properties {
  const own = Object.hasOwn(elements, tagName) ? elements[tagName] ?? [] : []
  const entries = Object.entries(properties).flatMap(([name, value]): [string, Properties[string]][] => {
    const mayStay = everywhere.has(name) || own.includes(name) || /^aria[A-Z]/.test(name)
    // Ids and links are matched as they are; they get names that XML takes once their places are known.
    return mayStay && isValid(name, value) ? [[name, unresolved.has(name) ? value : cleanValue(value)]] : []
  })
  const kept: Properties = Object.fromEntries(entries)
  return kept.lang === undefined ? kept : {...kept, xmlLang: kept.lang}
}

/** Take the characters that XML forbids out of a value. */
export function cleanValue(value: Properties[string]): Properties[string] {
  if (typeof value === 'string') return xmlText(value)
  return Array.isArray(value) ? value.map(part => typeof part === 'string' ? xmlText(part) : part) : value
}

function isValid(name: string, value: Properties[string]): boolean {
  const pattern = Object.hasOwn(patterns, name) ? patterns[name] : undefined
  return pattern === undefined || ((typeof value === 'string' || typeof value === 'number') && pattern.test(String(value)))
}

function plain(names: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(names.split(' ').map(name => [name, []]))
}

/** Links from file to file: finds out where every id stands, and points every link there. */
import type {Element, ElementContent, Properties} from 'hast'
import {isPlainId, uniqueNames} from './names.ts'
import {elementsIn, type Page} from './page.ts'

/** Where an id of the pamphlet stands in the EPUB; `id` is what it is called there. */
export type Place = {readonly filename: string; readonly id: string; readonly element: Element}

export type Places = ReadonlyMap<string, Place>

/** Find the place of every id. Of two elements with one id, the first has it. */
export function placesOf(pages: readonly Page[]): Places {
  const found = new Map<string, Omit<Place, 'id'>>()
  for (const {filename, children} of pages) {
    for (const element of elementsIn(children)) {
      const {id} = element.properties
      if (typeof id === 'string' && !found.has(id)) found.set(id, {filename, element})
    }
  }
  const ids = plainIds([...found.keys()])
  return new Map([...found].map(([id, place]) => [id, {...place, id: ids.get(id) ?? id}]))
}

/** Names that XML and every reader take stay; the others are numbered. */
function plainIds(ids: readonly string[]): ReadonlyMap<string, string> {
  const name = uniqueNames()
  const [plain, others] = [ids.filter(isPlainId), ids.filter(id => !isPlainId(id))]
  // Plain ones first: no number may take a name that the pamphlet uses.
  return new Map([...plain.map((id): [string, string] => [id, name(id)]), ...others.map((id): [string, string] => [id, name('id')])])
}

/** Give the address of an id as seen from the package file; undefined where nothing has it. */
export function addressOf(places: Places, id: string): string | undefined {
  const place = places.get(id)
  return place && `${place.filename}#${place.id}`
}

/** Set ids and links of a page. A link to nowhere becomes text: an EPUB with a broken link is rejected whole. */
export function resolveLinks(page: Page, places: Places): Page {
  const resolve = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node
    return {...node, properties: resolveProperties(node, page.filename, places), children: node.children.map(resolve)}
  }
  return {...page, children: page.children.map(resolve)}
}

function resolveProperties(element: Element, filename: string, places: Places): Properties {
  const entries = Object.entries(element.properties).flatMap(([name, value]): [string, Properties[string]][] => {
    const resolved = resolveProperty(element, name, value, filename, places)
    return resolved === undefined ? [] : [[name, resolved]]
  })
  return Object.fromEntries(entries)
}

function resolveProperty(element: Element, name: string, value: Properties[string], filename: string, places: Places): Properties[string] {
  if (name === 'id') {
    const place = places.get(String(value))
    return place?.element === element ? place.id : undefined
  }
  if (name === 'href') return resolveHref(String(value), filename, places)
  if (name === 'ariaLabelledBy' || name === 'ariaDescribedBy' || name === 'headers') return resolveReferences(value, filename, places)
  return value
}

function resolveHref(href: string, filename: string, places: Places): string | undefined {
  if (!href.startsWith('#')) return webAddress(href)
  const place = places.get(href.slice(1)) ?? places.get(decode(href.slice(1)))
  if (!place) return undefined
  return place.filename === filename ? `#${place.id}` : `${place.filename}#${place.id}`
}

/** Ids that an attribute lists have to stand in the same file. */
function resolveReferences(value: Properties[string], filename: string, places: Places): string[] | undefined {
  const ids = Array.isArray(value) ? value.map(String) : String(value).split(/\s+/)
  const here = ids.flatMap(id => places.get(id) ?? []).filter(place => place.filename === filename)
  return here.length === 0 ? undefined : here.map(({id}) => id)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** An address on the web or of a person, as RFC 3986 writes it; undefined where it is none. */
function webAddress(href: string): string | undefined {
  if (!/^(?:https?|ftp|mailto|tel|sms|geo|magnet):/i.test(href) || !URL.canParse(href)) return undefined
  const [address = '', ...fragment] = (/^[\x21-\x7E]+$/.test(href) ? href : new URL(href).href).split('#')
  const encode = (part: string) => part.replaceAll(/%(?![\dA-Fa-f]{2})|[^\w.~:/?@!$&'()*+,;=%-]/g, encodeURIComponent)
  return [address, fragment.join('#')].slice(0, fragment.length === 0 ? 1 : 2).map(encode).join('#')
}

/** What a drawing refers to inside itself: by `href`, by `url(#…)` in attributes and in its style sheets. */
import {localName, type XmlElement, type XmlEvent} from './xml.ts'

/**
 * A reference to the element of an id. `isInherited`: it counts for every element inside as well, as a fill does.
 * `isSure`: false where a selector only may mean the element.
 */
export type Reference = {readonly id: string; readonly isInherited: boolean; readonly isSure: boolean}

/** The references of style sheets, by the names of what their selectors mean: `.class`, `#id`, `element`, or `*` for any. */
export type StyleReferences = ReadonlyMap<string, readonly Reference[]>

/** CSS without comments, and with its escapes resolved. */
export function plainCss(css: string): string {
  return withoutEscapes(css.includes('/*') ? css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '') : css)
}

export function withoutEscapes(css: string): string {
  return css.includes('\\') ? css.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, unescape) : css
}

function unescape(_: string, code: string | undefined, character: string | undefined): string {
  return code === undefined ? character ?? '' : String.fromCodePoint(Math.min(parseInt(code, 16), 0x10FFFF))
}

/** Elements whose `href` draws what it names; that of a link or an animation draws nothing. */
const drawing: readonly string[] = ['use', 'feimage', 'textpath', 'tref', 'pattern', 'lineargradient', 'radialgradient', 'filter']

/** The references that an element itself makes and those that the style sheets make for it. */
export function referencesOf(element: XmlElement, styles: StyleReferences): readonly Reference[] {
  const name = localName(element.name)
  const own = element.attributes.flatMap(({name: attribute, value}) => {
    const local = localName(attribute)
    if (local === 'href') return drawing.includes(name) && value.trim().startsWith('#') ? [{id: decode(value.trim().slice(1)), isInherited: false, isSure: true}] : []
    return value.includes('(') ? addressesIn(plainCss(value)).map(({id, before}) => ({id, isInherited: inherits(local === 'style' ? propertyAt(before) : local), isSure: true})) : []
  })
  if (styles.size === 0) return own
  return [...own, ...namesOf(element).flatMap(each => styles.get(each) ?? [])]
}

/** The names by which a selector may mean an element. */
function namesOf({name, attributes}: XmlElement): readonly string[] {
  const listed = attributes.flatMap(({name: attribute, value}) => {
    const local = localName(attribute)
    return local === 'class' || local === 'id' ? value.split(/\s+/).map(word => `${local === 'id' ? '#' : '.'}${word}`) : []
  })
  return [...new Set([localName(name), '*', ...listed])]
}

/** Read the style sheets of a drawing. */
export function styleReferences(events: readonly XmlEvent[]): StyleReferences {
  const css = plainCss(events.map(event => event.type === 'text' && localName(event.parent) === 'style' ? event.value : '').join(''))
  const found = new Map<string, Reference[]>()
  for (const {id, before} of addressesIn(css)) {
    const isInherited = inherits(propertyAt(before))
    for (const {name, isSure} of subjectsOf(before)) {
      const others = found.get(name) ?? []
      if (others.push({id, isInherited, isSure}) === 1) found.set(name, others)
    }
  }
  return found
}

type Address = {readonly id: string; readonly before: string}

/** Enough of what stands before an address to find its property and its selector. */
const lookBack = 500

function addressesIn(css: string): readonly Address[] {
  return Array.from(css.matchAll(/url\s*\(\s*["']?\s*#([^"')]{1,200})/gi), match => ({id: decode((match[1] ?? '').trim()), before: css.slice(Math.max(0, match.index - lookBack), match.index)}))
}

function propertyAt(before: string): string {
  return (/(?:^|[;{}])\s*([\w-]+)\s*:[^;{}]*$/.exec(before)?.[1] ?? '').toLowerCase()
}

/** Fills, strokes and markers are inherited; of what is not known the worst is taken. */
function inherits(property: string): boolean {
  return !/^(?:-webkit-)?(?:mask|clip|filter|shape)/.test(property)
}

/** The name by which each selector of a rule knows its element: `.class`, `#id` or an element's; `*` where it may be any. */
function subjectsOf(before: string): readonly {readonly name: string; readonly isSure: boolean}[] {
  const rule = /(?:^|[;{}])([^;{}]*)\{[^{}]*$/.exec(before)?.[1]
  if (rule === undefined || /[:*&[@]/.test(rule)) return [{name: '*', isSure: false}]
  return rule.split(',').map(selector => {
    const compound = /[^\s>+~]*$/.exec(selector.trim())?.[0] ?? ''
    const name = /[.#][^.#]+/.exec(compound)?.[0] ?? compound.toLowerCase()
    return name === '' ? {name: '*', isSure: false} : {name, isSure: compound === selector.trim()}
  })
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/** The styles of an OpenDocument text, as far as they mean something. */
import type {Element, Root} from 'xast'
import {visit} from 'unist-util-visit'

/** What a style says of its words, with what it inherits. */
export type Style = {
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly position?: 'sup' | 'sub'
  readonly isQuotation: boolean
  readonly part?: 'title' | 'subtitle' | 'author'
}

export type Styles = {
  readonly of: (name: string | null | undefined) => Style
  readonly isOrdered: (listStyle: string | null | undefined) => boolean
  readonly lang?: string
}

const plain: Style = {isBold: false, isItalic: false, isQuotation: false}
const longestChain = 20

/** Read the styles of all parts; a later one of the same name counts. */
export function readStyles(trees: readonly Root[]): Styles {
  const known = new Map<string, Element>()
  const ordered = new Set<string>()
  let lang: string | undefined
  for (const tree of trees) {
    visit(tree, 'element', element => {
      const name = element.attributes['style:name']
      if (element.name === 'style:style' && typeof name === 'string') known.set(name, element)
      if (element.name === 'text:list-style' && typeof name === 'string' && isNumbered(element)) ordered.add(name)
      if (element.name === 'style:default-style' && element.attributes['style:family'] === 'paragraph') lang ??= languageOf(element)
    })
  }
  return {of: name => styleOf(chain(name, known)), isOrdered: name => ordered.has(name ?? ''), ...(lang !== undefined && {lang})}
}

/** A style and those that it inherits from, itself first. */
function chain(name: string | null | undefined, known: ReadonlyMap<string, Element>): readonly Element[] {
  const styles: Element[] = []
  for (let next = name; next !== undefined && next !== null && styles.length < longestChain;) {
    const style = known.get(next)
    if (!style) break
    styles.push(style)
    next = style.attributes['style:parent-style-name']
  }
  return styles
}

function styleOf(styles: readonly Element[]): Style {
  if (styles.length === 0) return plain
  const own = styles.filter(style => /^[PT]\d+$/.test(style.attributes['style:name'] ?? ''))
  const names = styles.map(style => (style.attributes['style:name'] ?? '').replaceAll('_20_', ' '))
  const position = property(own, 'style:text-position')
  const part = (['title', 'subtitle', 'author'] as const).find(one => names.some(name => name.toLowerCase() === one))
  return {
    // What a named paragraph style looks like is the theme's affair; what the author set by hand is meant.
    isBold: /bold|[6-9]00/.test(property(own, 'fo:font-weight') ?? '') || names.includes('Strong Emphasis'),
    isItalic: /italic|oblique/.test(property(own, 'fo:font-style') ?? '') || names.includes('Emphasis'),
    isQuotation: names.includes('Quotations'),
    ...(position !== undefined && /^(?:super|sub)/.test(position) && {position: position.startsWith('super') ? 'sup' as const : 'sub' as const}),
    ...(part && {part})
  }
}

/** The first value of a property on the way up. */
function property(styles: readonly Element[], name: string): string | undefined {
  for (const style of styles) {
    for (const child of style.children) {
      const value = child.type === 'element' && child.name === 'style:text-properties' ? child.attributes[name] : undefined
      if (typeof value === 'string') return value
    }
  }
  return undefined
}

function isNumbered(style: Element): boolean {
  const first = style.children.find(child => child.type === 'element')
  return first?.type === 'element' && first.name === 'text:list-level-style-number'
}

function languageOf(style: Element): string | undefined {
  const [language, country] = [property([style], 'fo:language'), property([style], 'fo:country')]
  if (language === undefined || language === 'none') return undefined
  return country === undefined || country === 'none' ? language : `${language}-${country}`
}

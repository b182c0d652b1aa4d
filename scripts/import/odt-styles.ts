/** The styles of an OpenDocument text, as far as they mean something. */
import type {Element, Root} from 'xast'
import {visit} from 'unist-util-visit'
import {alignmentOf} from './alignment.ts'
import type {Alignment} from './alignment.ts'
import {numberIn} from './odt-lists.ts'

/** What a style says of its words, with what it inherits. */
export type Style = {
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly position?: 'sup' | 'sub'
  readonly isStruck: boolean
  readonly isUnderlined: boolean
  readonly isHidden: boolean
  readonly isQuotation: boolean
  readonly isCaption: boolean
  /** A line of a table of contents that was made as paragraphs. */
  readonly isContents: boolean
  /** The rank of a head, 1 to 6, that only a style says. */
  readonly rank?: number
  readonly align?: Alignment
  readonly part?: 'title' | 'subtitle' | 'author'
}

export type Styles = {
  readonly of: (name: string | null | undefined) => Style
  /** `level` counts from 1. */
  readonly isOrdered: (listStyle: string | null | undefined, level: number) => boolean
  /** The number that a list of this style begins with. */
  readonly firstNumber: (listStyle: string, level: number) => number
  readonly lang?: string
}

const plain: Style = {isBold: false, isItalic: false, isStruck: false, isUnderlined: false, isHidden: false, isQuotation: false, isCaption: false, isContents: false}
const longestChain = 20

/** Read the styles of all parts; a later one of the same name counts. */
export function readStyles(trees: readonly Root[]): Styles {
  const known = new Map<string, Element>()
  const ordered = new Map<string, ReadonlyMap<string, number>>()
  let lang: string | undefined
  for (const tree of trees) {
    visit(tree, 'element', element => {
      const name = element.attributes['style:name']
      if (element.name === 'style:style' && typeof name === 'string') known.set(name, element)
      if (element.name === 'text:list-style' && typeof name === 'string' ) ordered.set(name, numberedLevels(element))
      if (element.name === 'style:default-style' && element.attributes['style:family'] === 'paragraph') lang ??= languageOf(element)
    })
  }
  return {
    of: name => styleOf(name ?? '', chain(name, known)),
    isOrdered: (name, level) => ordered.get(name ?? '')?.has(String(level)) ?? false,
    firstNumber: (name, level) => ordered.get(name)?.get(String(level)) ?? 1,
    ...(lang !== undefined && {lang})
  }
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

/** A style that is used and nowhere told of still has its name. */
function styleOf(given: string, styles: readonly Element[]): Style {
  if (given === '') return plain
  const own = styles.filter(style => /^[PT]\d+$/.test(style.attributes['style:name'] ?? ''))
  const names = [given, ...styles.map(style => style.attributes['style:name'] ?? '')].map(name => name.replaceAll('_20_', ' '))
  const position = property(own, 'style:text-position')
  const rank = names.map(name => Number(/^heading ([1-6])$/i.exec(name)?.[1] ?? NaN)).find(number => !Number.isNaN(number))
  const align = alignmentOf(property(styles, 'fo:text-align', 'style:paragraph-properties'))
  const part = (['title', 'subtitle', 'author'] as const).find(one => names.some(name => name.toLowerCase() === one))
  return {
    // What a named paragraph style looks like is the theme's affair; what the author set by hand is meant.
    isBold: /bold|[6-9]00/.test(property(own, 'fo:font-weight') ?? '') || names.includes('Strong Emphasis'),
    isItalic: /italic|oblique/.test(property(own, 'fo:font-style') ?? '') || names.includes('Emphasis'),
    isStruck: isDrawn(property(own, 'style:text-line-through-style')),
    isUnderlined: isDrawn(property(own, 'style:text-underline-style')),
    isHidden: property(own, 'text:display') === 'none',
    isQuotation: names.some(name => /^(?:quotations|quote|intense quote|block text)$/i.test(name)),
    isCaption: names.some(name => /^(?:caption|illustration|figure|drawing|table|(?:image|table|figure)\s*caption)$/i.test(name)),
    isContents: names.some(name => /^(?:toc|contents) (?:\d|heading)$/i.test(name)),
    ...(rank !== undefined && {rank}),
    ...(position !== undefined && /^(?:super|sub)/.test(position) && {position: position.startsWith('super') ? 'sup' as const : 'sub' as const}),
    ...(align && {align}),
    ...(part && {part})
  }
}

function isDrawn(line: string | undefined): boolean {
  return line !== undefined && line !== 'none'
}

/** The first value of a property on the way up. */
function property(styles: readonly Element[], name: string, holder = 'style:text-properties'): string | undefined {
  for (const style of styles) {
    for (const child of style.children) {
      const value = child.type === 'element' && child.name === holder ? child.attributes[name] : undefined
      if (typeof value === 'string') return value
    }
  }
  return undefined
}

/** The levels of a list style that count, each with its first number. */
function numberedLevels(style: Element): ReadonlyMap<string, number> {
  return new Map(style.children.flatMap(child => child.type === 'element' && child.name === 'text:list-level-style-number' ? [[child.attributes['text:level'] ?? '1', numberIn(child.attributes['text:start-value']) ?? 1] as const] : []))
}

function languageOf(style: Element): string | undefined {
  const [language, country] = [property([style], 'fo:language'), property([style], 'fo:country')]
  if (language === undefined || language === 'none') return undefined
  return country === undefined || country === 'none' ? language : `${language}-${country}`
}

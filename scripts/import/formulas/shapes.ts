/** What MathML elements are, as far as TeX has to know. */
import type {Element, ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'

/** The elements inside an element, in their order. */
export function elementsOf(element: Element | undefined): readonly Element[] {
  return (element?.children ?? []).filter((child: ElementContent): child is Element => child.type === 'element')
}

/** The signs of an element, without space around them. */
export function words(element: Element): string {
  return textOf(element).trim()
}

/** A part of an element by its place; an empty one where it has none. */
export function child(element: Element, index: number): Element {
  return elementsOf(element)[index] ?? {type: 'element', tagName: 'mrow', properties: {}, children: []}
}

/** Tell whether an element is a sign that stands on one side of a term, or nothing in place of one. */
export function isDelimiter(element: Element): boolean {
  return element.tagName === 'mo' && (/^[()[\]{}|‖⟨⟩⌊⌋⌈⌉∣∥〈〉]$/u.test(words(element)) || words(element) === '' && element.properties['fence'] === 'true')
}

const tall = new Set(['mfrac', 'mtable', 'munder', 'mover', 'munderover', 'msqrt', 'mroot'])

/** Tell whether something is higher than a line. */
export function isTall(elements: readonly Element[]): boolean {
  return elements.some(element => tall.has(element.tagName) || isTall(elementsOf(element)))
}

/** An element without the groups around it alone. */
export function innermost(element: Element | undefined): Element | undefined {
  const [only, second] = elementsOf(element)
  return element?.tagName === 'mrow' && only && !second ? innermost(only) : element
}

/** Tell whether an element is the unseen sign between a function and what it is of: TeX sets room there by itself. */
export function isApplication(element: Element | undefined): boolean {
  return element?.tagName === 'mo' && textOf(element) === '\u2061'
}

/** How an operator is told to take limits below and above: most do by themselves, and an integral has to be told; undefined where it is none. */
export function takesLimits(element: Element): '' | '\\limits' | undefined {
  const text = words(element)
  if (/^[∫∬∭∮]$/u.test(text)) return '\\limits'
  return /^[∑∏∐⋃⋂⋁⋀⨁⨂⨀⨄⨆]$/u.test(text) || /^(?:lim|max|min|sup|inf|det|gcd|Pr|lim ?sup|lim ?inf|arg ?max|arg ?min)$/.test(text) ? '' : undefined
}

/** Tell whether a term ends in a brace: it carries words of its own. */
export function endsInBrace(element: Element, name: string): boolean {
  const found = innermost(element)
  return found?.tagName === name && /^[⏟⏞]$/u.test(words(child(found, 1)))
}

/** Tell whether the first column of a table stands against the second, as both sides of equations do. */
export function isAligned(element: Element): boolean {
  const [first, second] = elementsOf(elementsOf(element)[0]).map(sideOf)
  return /^right\s+left/.test(String(element.properties['columnalign'] ?? element.properties['columnAlign'] ?? '')) || first === 'right' && second === 'left'
}

/** To which side a cell's words stand, by its attribute, its class or its style. */
function sideOf({properties: {className, style, columnalign}}: Element): string | undefined {
  const said = [columnalign, className, style].map(String).join(' ').replace(/(?:padding|margin)-\w+/g, '')
  return /right|left/.exec(said)?.[0]
}

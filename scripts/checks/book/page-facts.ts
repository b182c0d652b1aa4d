/** What a page of a book has that its accessibility hangs on. */
import type {Element, Root} from 'xast'
import type {BookPage, Head, Marker, Picture} from './book.ts'
import {attribute, hasWord, localName, xmlElements, xmlWords} from './xml.ts'

/** Look through a page. `path`: in the zip. */
export function pageFacts(path: string, tree: Root): BookPage {
  const elements = xmlElements(tree)
  const captioned = captionedIn(elements)
  return {
    path,
    pictures: picturesIn(elements).map(element => pictureOf(element, captioned.has(element))),
    heads: elements.flatMap(headOf),
    markers: elements.filter(isMarker).map(markerOf),
    hasMath: elements.some(element => localName(element) === 'math')
  }
}

/** The line of an element; the parser knows it of each. */
export function lineOf({position}: Element): number {
  return position?.start.line ?? 1
}

/** All that stands in a figure with a caption. Figures in figures are walked once, with the outermost. */
function captionedIn(elements: readonly Element[]): ReadonlySet<Element> {
  const found = new Set<Element>()
  for (const element of elements) {
    if (!isCaptioned(element) || found.has(element)) continue
    for (const inside of xmlElements(element)) found.add(inside)
  }
  return found
}

function isCaptioned(element: Element): boolean {
  return localName(element) === 'figure' && element.children.some(child => child.type === 'element' && localName(child) === 'figcaption')
}

/** Pictures and drawings; what stands in a drawing belongs to it. */
function picturesIn(elements: readonly Element[]): readonly Element[] {
  const inside = new Set<Element>()
  return elements.filter(element => {
    if (inside.has(element) || !isPicture(element)) return false
    for (const part of xmlElements(element)) inside.add(part)
    return true
  })
}

/** A drawing that says nothing else of itself is one by its letters: these may say all. */
function isPicture(element: Element): boolean {
  const isDrawing = localName(element) === 'svg' && !xmlElements(element).some(part => localName(part) === 'text')
  return localName(element) === 'img' || isDrawing || hasWord(element, 'role', 'img')
}

function pictureOf(element: Element, captioned: boolean): Picture {
  const isNamed = ['aria-label', 'aria-labelledby', 'title'].some(name => (attribute(element, name) ?? '').trim() !== '')
  const isMute = ['presentation', 'none'].some(role => hasWord(element, 'role', role)) || attribute(element, 'aria-hidden') === 'true'
  const isDrawn = localName(element) !== 'img'
  const isTitled = element.children.some(child => child.type === 'element' && localName(child) === 'title' && xmlWords(child) !== '')
  return {source: isDrawn ? `<${localName(element)}>` : attribute(element, 'src') ?? '', isDrawn, line: lineOf(element), alt: isDrawn ? undefined : attribute(element, 'alt'), isNamed: isNamed || isMute || isTitled, isCaptioned: captioned}
}

function headOf(element: Element): readonly Head[] {
  const rank = /^h([1-6])$/.exec(localName(element))?.[1]
  return rank === undefined ? [] : [{rank: Number(rank), words: xmlWords(element), line: lineOf(element)}]
}

function isMarker(element: Element): boolean {
  return hasWord(element, ':type', 'pagebreak') || hasWord(element, 'role', 'doc-pagebreak')
}

function markerOf(element: Element): Marker {
  const names = [attribute(element, 'title'), attribute(element, 'aria-label'), xmlWords(element)]
  return {id: attribute(element, 'id') ?? '', line: lineOf(element), names: names.flatMap(name => name === undefined || name.trim() === '' ? [] : [name.slice(0, 200)])}
}

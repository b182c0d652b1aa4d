/** Pictures that a word processor lets float beside words: each stands behind its paragraph, and not in the middle of a line. */
import type {Element, Root} from 'xast'
import {visit} from 'unist-util-visit'
import {elementsOf} from './office-metadata.ts'

/** What a format calls a paragraph, what floats there, and the paragraphs that are left alone. */
export type FloatingMarks = {
  readonly paragraph: string
  readonly floats: (element: Element) => boolean
  readonly isCaption: (paragraph: Element) => boolean
}

/** Take the pictures out of paragraphs with words; the tree is changed. */
export function placeFloating(tree: Root, marks: FloatingMarks): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.name !== marks.paragraph || !parent || index === undefined || marks.isCaption(element)) return
    const floating = floatingIn(element, marks)
    if (floating.length === 0 || wordsWithout(element, floating).trim() === '') return
    remove(element, new Set(floating))
    parent.children.splice(index + 1, 0, ...floating.map((child): Element => ({type: 'element', name: marks.paragraph, attributes: {}, children: [child]})))
  })
}

/** Those of the paragraph itself, and not of one inside it. */
function floatingIn(element: Element, marks: FloatingMarks): readonly Element[] {
  return elementsOf(element).flatMap(child => marks.floats(child) ? [child] : child.name === marks.paragraph ? [] : floatingIn(child, marks))
}

function wordsWithout(element: Element, floating: readonly Element[]): string {
  return element.children.map(child => child.type === 'text' ? child.value : child.type !== 'element' || floating.includes(child) ? '' : wordsWithout(child, floating)).join('')
}

function remove(element: Element, floating: ReadonlySet<Element>): void {
  element.children = element.children.filter(child => child.type !== 'element' || !floating.has(child))
  for (const child of elementsOf(element)) remove(child, floating)
}

/** Word: a run that holds an anchored picture and nothing else that is read. The places of the anchor are characters as well, and no words. */
export const floatingInWord: FloatingMarks = {
  paragraph: 'w:p',
  floats: run => run.name === 'w:r' && !holds(run, ({name}) => name === 'w:t') && holds(run, ({name}) => name === 'wp:anchor') && holds(run, ({name}) => name === 'a:blip'),
  isCaption: paragraph => holds(paragraph, element => element.name === 'w:pStyle' && /caption|beschriftung|l.gende|leyenda|didascalia/i.test(element.attributes['w:val'] ?? ''))
}

/** OpenDocument: a frame with a picture that does not stand as a character. */
export function floatingInOdt(isCaption: FloatingMarks['isCaption']): FloatingMarks {
  const floats = ({name, attributes, children}: Element) => name === 'draw:frame' && /^(?:char|paragraph)$/.test(attributes['text:anchor-type'] ?? '') && children.some(child => child.type === 'element' && child.name === 'draw:image') && !children.some(child => child.type === 'element' && child.name === 'draw:object')
  return {paragraph: 'text:p', floats, isCaption}
}

/** Whether such an element stands in it, at any depth. */
function holds(tree: Element, isMeant: (element: Element) => boolean): boolean {
  return elementsOf(tree).some(child => isMeant(child) || holds(child, isMeant))
}

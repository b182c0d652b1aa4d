/** Page references in print: the word, and an empty place for the folio, which is filled once there are pages. */
import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import {elementsIn} from '../elements.ts'

/** Give tables with captions the word that is set behind the caption where they go on on another page, in place. */
export function markCaptions(tree: Root, word: string): void {
  for (const {tagName, properties, children} of elementsIn(tree)) {
    if (tagName === 'table' && children.some(child => child.type === 'element' && child.tagName === 'caption')) properties['dataContinued'] = word
  }
}

/** Of the usual width, so that most paragraphs need not be set anew for it. */
const guess = '00'

/** Set the references of a tree, in place; `word`: what stands before the number, "page", or around it, "{}쪽", where the author has no word of his own. */
export function setPageReferences(tree: Root, word: string): void {
  for (const element of elementsIn(tree)) {
    const {dataPageRef, href} = element.properties
    if (dataPageRef === undefined) continue
    delete element.properties['dataPageRef']
    const [before = '', after = ''] = around(typeof dataPageRef === 'string' && dataPageRef !== '' ? dataPageRef : word)
    const number = h('span', {dataPageRefs: String(href).slice(1)}, guess)
    element.children = [before, after].flatMap((value, index) => [...(index === 1 ? [number] : []), ...(value === '' ? [] : [{type: 'text' as const, value}])])
  }
}

function around(word: string): readonly string[] {
  return word.includes('{}') ? word.split('{}') : [`${word}\u00A0`]
}

/**
 * A note stands at the foot of the page that refers to it first. A later reference on another page says which page that
 * is, "3, p. 12", in place; `word`: the abbreviation of "page". On the note's own page the number is enough.
 */
export function markLaterReferences(tree: Root, word: string): void {
  for (const element of elementsIn(tree)) {
    const {id, href} = element.properties
    if (!isNoteReference(element) || !/^noteref-\d+-\d+$/.test(String(id))) continue
    element.children.push(h('span', {dataPageRefs: String(href).slice(1), dataPageUnless: String(id), dataPageWord: `,\u202F${word}\u202F`}))
  }
}

function isNoteReference({properties: {className}}: Element): boolean {
  return Array.isArray(className) && className.includes('noteref')
}

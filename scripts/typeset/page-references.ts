/** Page references in print: the word, and an empty place for the folio, which is filled once there are pages. */
import type {Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'

/** Give tables with captions the word that is set behind the caption where they go on on another page, in place. */
export function markCaptions(tree: Root, word: string): void {
  visit(tree, 'element', ({tagName, properties, children}) => {
    if (tagName === 'table' && children.some(child => child.type === 'element' && child.tagName === 'caption')) properties['dataContinued'] = word
  })
}

/** Of the usual width, so that most paragraphs need not be set anew for it. */
const guess = '00'

/** Set the references of a tree, in place; `word`: what stands before the number, "page". */
export function setPageReferences(tree: Root, word: string): void {
  visit(tree, 'element', element => {
    const {dataPageRef, href} = element.properties
    if (dataPageRef === undefined) return
    delete element.properties['dataPageRef']
    element.children = [{type: 'text', value: `${word}\u00A0`}, h('span', {dataPageRefs: String(href).slice(1)}, guess)]
  })
}

/** Gives every page reference the title of its target, for the editions that have no pages. */
import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {elementsIn, hasClass} from '../elements.ts'
import {plainTitle} from './chapters.ts'
import {firstSentence} from '../template/first-sentence.ts'
import {rankOf} from './rehype-headings.ts'

type Title = readonly ElementContent[]

/** Characters of a caption that stand for it. */
const captionLength = 60

/** Fill the links, in place; ids are resolved by now. What has no title of its own goes by the head above it. */
export function namePageReferences(trees: readonly Root[], title: string): void {
  const titles = new Map<string, Title>()
  for (const tree of trees) collectTitles(tree, [{type: 'text', value: title}], titles)
  for (const tree of trees) {
    for (const element of elementsIn(tree)) {
      const {href, dataPageRef} = element.properties
      if (dataPageRef !== undefined && typeof href === 'string') element.children = [...structuredClone(titles.get(href.slice(1)) ?? [])]
    }
  }
}

function collectTitles(tree: Root, title: Title, titles: Map<string, Title>): void {
  let head = title
  for (const element of elementsIn(tree)) {
    const {id} = element.properties
    if (rankOf(element.tagName) !== undefined) head = plainTitle(element)
    if (typeof id === 'string') titles.set(id, captionOf(element) ?? head)
  }
}

/** The first words of the caption of a figure or a table, or of the title of a box. */
function captionOf(element: Element): Title | undefined {
  const caption = captionElement(element)
  // Numbers of notes and marks of the index are no words of it.
  const words = caption ? firstSentence(textOf({type: 'root', children: [...plainTitle(caption)]}), captionLength) : ''
  return words === '' ? undefined : [{type: 'text', value: words}]
}

/** Who names a table by an id gives it to the directive around it. */
function captionElement(element: Element): Element | undefined {
  const children = element.children.filter(child => child.type === 'element')
  const {tagName} = element
  if (tagName === 'figure' || tagName === 'table') return children.find(child => child.tagName === 'figcaption' || child.tagName === 'caption')
  if (tagName === 'aside') return children.find(child => hasClass(child, 'aside-title'))
  const table = hasClass(element, 'captioned') || hasClass(element, 'timeline') ? children.find(child => child.tagName === 'table') : undefined
  return table && captionElement(table)
}

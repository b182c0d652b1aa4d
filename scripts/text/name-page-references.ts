/** Gives every page reference the title of its target, for the editions that have no pages. */
import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {elementsIn} from '../elements.ts'
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

/** The first words of the caption of a figure or a table. */
function captionOf(element: Element): Title | undefined {
  if (element.tagName !== 'figure' && element.tagName !== 'table') return undefined
  const caption = element.children.find(child => child.type === 'element' && (child.tagName === 'figcaption' || child.tagName === 'caption'))
  const words = caption ? firstSentence(textOf(caption), captionLength) : ''
  return words === '' ? undefined : [{type: 'text', value: words}]
}

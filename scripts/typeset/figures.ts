/** The figures that the list of figures names. */
import type {Element, ElementContent} from 'hast'
import {elementsIn} from '../elements.ts'
import {firstSentence} from '../template/first-sentence.ts'
import type {Pamphlet} from '../types.ts'

export type Captioned = {readonly id: string; readonly caption: string}

/** Give every figure with a caption an id, where the author gave none. */
export function withFigureIds(pamphlet: Pamphlet): Pamphlet {
  let count = 0
  const named = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node
    const children = node.children.map(named)
    if (!captionOf(node) || node.properties.id !== undefined) return {...node, children}
    return {...node, properties: {...node.properties, id: `pamphlet-figure-${++count}`}, children}
  }
  return {...pamphlet, chapters: pamphlet.chapters.map(chapter => ({...chapter, children: chapter.children.map(named)}))}
}

/** List the figures that have captions and ids, each with the first sentence of its caption, in the order of the text. */
export function captioned({chapters}: Pamphlet): readonly Captioned[] {
  const found: Captioned[] = []
  for (const element of elementsIn({type: 'root', children: chapters.flatMap(({children}) => [...children])})) {
    const caption = captionOf(element)
    const words = caption ? firstSentence(wordsOf(caption)) : ''
    if (words !== '') found.push({id: String(element.properties.id), caption: words})
  }
  return found
}

function captionOf({tagName, children}: Element): Element | undefined {
  if (tagName !== 'figure') return undefined
  return children.find((child): child is Element => child.type === 'element' && child.tagName === 'figcaption')
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.properties.role === 'doc-noteref') return ''
  return node.tagName === 'br' ? ' ' : node.children.map(wordsOf).join('')
}

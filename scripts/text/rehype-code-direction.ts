/** Blocks of code in a text from right to left: they run from left to right, whatever the letters in them. */
import type {Root} from 'hast'
import {elementsIn} from '../elements.ts'
import {directionOf} from '../writing.ts'

/** Say so of each, in place; not in a style sheet, since those of e-books may say nothing of directions (EPUB 3.3, 6.3.1.3). */
export function rehypeCodeDirection({lang}: {readonly lang: string}) {
  return (tree: Root): void => {
    if (directionOf(lang) === 'ltr') return
    for (const {tagName, properties, children} of elementsIn(tree)) {
      const isCode = tagName === 'pre' && children.some(child => child.type === 'element' && child.tagName === 'code')
      if (isCode && properties.dir === undefined) properties.dir = 'ltr'
    }
  }
}

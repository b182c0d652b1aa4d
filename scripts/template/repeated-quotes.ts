/** Pull quotes that say again what the text says: who listens hears the words once, in their place. */
import type {Element, ElementContent} from 'hast'
import {hasClass} from '../elements.ts'
import type {Chapter, Pamphlet} from '../types.ts'

/** Hide from listeners every pull quote whose words all stand in the text, and that holds nothing to go to. */
export function hushRepeats(pamphlet: Pamphlet): Pamphlet {
  const text = lettersOf(pamphlet.chapters.flatMap(({children}) => children).map(wordsOf).join(' '))
  const hush = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node
    if (!isPullQuote(node)) return {...node, children: node.children.map(hush)}
    return isRepeated(node, text) ? {...node, properties: {...node.properties, ariaHidden: 'true'}} : node
  }
  return {...pamphlet, chapters: pamphlet.chapters.map((chapter): Chapter => ({...chapter, children: chapter.children.map(hush)}))}
}

function isPullQuote(node: ElementContent): boolean {
  return node.type === 'element' && hasClass(node, 'pullquote')
}

/** Said again, be it with words left out; links, page breaks and what a link leads to must be heard. */
function isRepeated(quote: Element, text: string): boolean {
  const pieces = quote.children.map(wordsIn).flatMap(words => words.split(/\.\.\.|…/)).map(lettersOf).filter(piece => piece !== '')
  return pieces.length > 0 && pieces.every(piece => text.includes(piece)) && !holdsTarget(quote)
}

function holdsTarget({properties, children}: Element): boolean {
  return properties.id !== undefined || properties.href !== undefined || children.some(child => child.type === 'element' && holdsTarget(child))
}

/** The words outside of pull quotes, without the numbers of notes. */
function wordsOf(node: ElementContent): string {
  return isPullQuote(node) ? '' : wordsIn(node)
}

function wordsIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' && node.properties.role !== 'doc-noteref' ? node.children.map(wordsOf).join('') : ''
}

function lettersOf(words: string): string {
  return words.normalize('NFKC').replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '').toLowerCase()
}

/** `:::epigraph`: a motto, its lines and its source. */
import type {Paragraph, PhrasingContent} from 'mdast'
import {element, type Directive} from './directive.ts'
import {splitLines, wordsOf} from './lines.ts'
import {takeSource} from './source-line.ts'

/** An epigraph: its last paragraph, or the last line of its last paragraph, is the source where it starts with a dash. */
export function epigraph(node: Directive): void {
  element(node, 'div', ['epigraph'])
  if (node.type !== 'containerDirective') return
  takeSource(node, 'by')
  for (const child of node.children) if (child.type === 'paragraph') keepVerse(child)
}

/** Longer lines are prose that the author's editor wrapped. */
const verseLine = 64

/** A motto from a poem keeps its lines: there are some, none is long, and each begins with a capital, as no wrapped prose does. */
function keepVerse(paragraph: Paragraph): void {
  const lines = splitLines(paragraph.children)
  const words = lines.map(line => wordsOf(line).trim())
  const isVerse = lines.length > 1 && words.every(text => text.length <= verseLine && /^[\p{P}\s]*\p{Lu}/u.test(text))
  if (isVerse) paragraph.children = lines.flatMap((line, index): readonly PhrasingContent[] => index === 0 ? line : [{type: 'break'}, ...line])
}

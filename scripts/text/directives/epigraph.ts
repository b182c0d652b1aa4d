/** `:::epigraph`: a motto, its lines and its source. */
import type {Paragraph, PhrasingContent} from 'mdast'
import {element, type Container, type Directive} from './directive.ts'
import {joinLines, splitLines} from './lines.ts'

/** An epigraph: its last paragraph, or the last line of its last paragraph, is the source where it starts with a dash. */
export function epigraph(node: Directive): void {
  element(node, 'div', ['epigraph'])
  if (node.type !== 'containerDirective') return
  const last = node.children.at(-1)
  if (last?.type === 'paragraph') takeSource(node, last)
  for (const child of node.children) if (child.type === 'paragraph') keepVerse(child)
}

function takeSource(node: Container, last: Paragraph): void {
  const lines = splitLines(last.children)
  const source = lines.at(-1)
  if (!source || !takeDash(source)) return
  const by: Paragraph = {type: 'paragraph', children: [...source], data: {hProperties: {className: ['by']}}}
  if (lines.length > 1) last.children = joinLines(lines.slice(0, -1))
  else node.children.pop()
  node.children.push(by)
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

function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map(node => 'value' in node ? node.value : 'children' in node ? wordsOf(node.children) : '').join('')
}

/** Cut a leading dash off a line; tell whether there was one. */
function takeDash(line: PhrasingContent[]): boolean {
  const first = line[0]
  if (first?.type !== 'text' || !/^\s*(?:—|–|--)/.test(first.value)) return false
  first.value = first.value.replace(/^\s*(?:—|–|-{2,3})\s*/, '')
  return true
}

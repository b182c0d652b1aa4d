/** `:::verse`: lines and stanzas. */
import type {PhrasingContent} from 'mdast'
import {verseIndents} from '../verse-indents.ts'
import {element, isLabel, type Directive} from './directive.ts'
import {splitLines} from './lines.ts'

/** Verse: a paragraph is a stanza, a line of the source is a line, and stands in as far as it did there. */
export function verse(node: Directive, source: string): void {
  element(node, 'div', ['verse'])
  if (node.type !== 'containerDirective') return
  const stanzas = node.children.filter(child => child.type === 'paragraph').filter(child => !isLabel(child))
  const indents = verseIndents(node, stanzas, source)
  for (const stanza of stanzas) {
    const lines = splitLines(stanza.children)
    const first = stanza.position?.start.line ?? 0
    // Where a link or code goes over a line end, which line is which cannot be told.
    const isPlain = stanza.position?.end.line === first + lines.length - 1
    stanza.data = {...stanza.data, hProperties: {className: ['stanza']}}
    stanza.children = lines.flatMap((line, index): PhrasingContent[] => {
      const indent = isPlain ? indents.get(first + index) ?? 0 : 0
      const span: PhrasingContent = {type: 'emphasis', children: line, data: {hName: 'span', hProperties: {className: ['line', ...(indent > 0 ? [`indent-${indent}`] : [])]}}}
      return index === 0 ? [span] : [{type: 'break'}, span]
    })
  }
}

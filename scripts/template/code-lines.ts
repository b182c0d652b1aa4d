/** Lines of code that may be broken on paper: what turns over stands further in than the line begins, so that it is not read as a line of its own. */
import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {elementsIn} from '../elements.ts'

/** Shorter lines fit the narrowest column. */
const fewCharacters = 24
/** A line that begins further in turns over there: or nothing would be left of a narrow column. In characters. */
const deepestIndent = 16
const tabWidth = 8
/** What turns over stands so many characters further in than the line begins; the style sheets say so, too. */
const hang = 2

/** Put the long lines of every block of code into elements of their own, which know their indent. No character changes. */
export function markCodeLines(tree: Root): void {
  for (const pre of elementsIn(tree)) {
    const [code] = pre.children
    if (pre.tagName === 'pre' && pre.children.length === 1 && code?.type === 'element' && code.tagName === 'code') code.children = marked(code.children)
  }
}

function marked(nodes: readonly ElementContent[]): ElementContent[] {
  if (textOf({type: 'root', children: [...nodes]}).split('\n').every(line => line.length < fewCharacters)) return [...nodes]
  return linesOf(nodes).flatMap((line, index) => [...(index > 0 ? [{type: 'text' as const, value: '\n'}] : []), ...lineOf(line)])
}

function lineOf(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const words = textOf({type: 'root', children: [...nodes]})
  if (words.length < fewCharacters) return nodes
  const indent = indentOf(words)
  return [h('span.code-line', indent > 0 ? {style: `--indent: ${indent}ch`} : {}, [...nodes])]
}

/** Tabs are counted from where turnovers stand: in a line that has any, that is a whole number of tabs further in. */
function indentOf(line: string): number {
  const [white = ''] = /^[ \t]*/.exec(line) ?? []
  const columns = Math.min(deepestIndent, Array.from(white).reduce((at, character) => character === '\t' ? at + tabWidth - at % tabWidth : at + 1, 0))
  return line.includes('\t') ? Math.ceil((columns + hang) / tabWidth) * tabWidth - hang : columns
}

/** The nodes of each line; an element that goes over several has a part in each, the first with its id. */
function linesOf(nodes: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const lines: ElementContent[][] = [[]]
  for (const node of nodes) {
    for (const [index, part] of partsOf(node).entries()) {
      if (index > 0) lines.push([])
      lines.at(-1)?.push(...part)
    }
  }
  return lines
}

function partsOf(node: ElementContent): readonly (readonly ElementContent[])[] {
  if (node.type === 'text') return node.value.split('\n').map(value => value === '' ? [] : [{type: 'text', value}])
  if (node.type !== 'element') return [[node]]
  const parts = linesOf(node.children)
  return parts.map((children, index) => index > 0 && children.length === 0 ? [] : [partOf(node, children, index > 0)])
}

function partOf(element: Element, children: readonly ElementContent[], isLater: boolean): Element {
  const {id, ...rest} = element.properties
  return {...element, properties: isLater || id === undefined ? rest : {id, ...rest}, children: [...children]}
}

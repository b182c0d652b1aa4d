/** Telephone numbers in a text from right to left: they run to the right as a whole, where each of their groups would alone. */
import type {ElementContent, Root, Text} from 'hast'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'
import {directionOf} from '../writing.ts'
import {telephoneNumbers} from './typography/phone-numbers.ts'

/** What runs to the right by itself, or is told to. */
const apart = new Set(['pre', 'code', 'kbd', 'samp', 'math', 'svg'])

/** Hold them apart from the text, in place. */
export function rehypeDialledNumbers({lang}: {readonly lang: string}) {
  return (tree: Root): void => {
    if (directionOf(lang) === 'ltr') return
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && (apart.has(node.tagName) || node.properties.dir !== undefined)) return SKIP
      if (node.type !== 'text' || !parent || index === undefined) return undefined
      const parts = partsOf(node)
      if (parts.length > 1 || parts[0]?.type === 'element') parent.children.splice(index, 1, ...parts)
      return [SKIP, index + parts.length]
    })
  }
}

function partsOf(text: Text): readonly ElementContent[] {
  const numbers = telephoneNumbers(text.value).flatMap(({start, end}) => figuresIn(text.value, start, end))
  if (numbers.length === 0) return [text]
  const ends = [0, ...numbers.map(({end}) => end)]
  const parts = numbers.flatMap(({start, end}, index) => [textOf(text.value.slice(ends[index], start)), h('span', {dir: 'ltr'}, text.value.slice(start, end))])
  return [...parts, textOf(text.value.slice(ends.at(-1)))].filter(part => part.type !== 'text' || part.value !== '')
}

/** From the first figure of a number, or the sign before it, to its last: its name and the end of its sentence run as the text does. */
function figuresIn(text: string, start: number, end: number): readonly {readonly start: number; readonly end: number}[] {
  const figures = /[+(]*\d(?:[^]*\d)?/.exec(text.slice(start, end))
  return figures ? [{start: start + figures.index, end: start + figures.index + figures[0].length}] : []
}

function textOf(value: string): Text {
  return {type: 'text', value}
}

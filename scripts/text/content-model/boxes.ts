/** Figures and what can be folded: one caption or summary, at its end of the box. */
import type {Element, ElementContent} from 'hast'
import type {Say} from './kinds.ts'
import {isBlank, isBlock, isNamed} from './kinds.ts'

/** It stands where something was taken from, so that words keep apart. */
const space: ElementContent = {type: 'text', value: ' '}

/** A figure has one caption, first or last; others are words of the figure. */
export function shapeFigure(figure: Element, say: Say): ElementContent[] {
  const [caption, ...others] = figure.children.filter(child => isNamed(child, 'figcaption'))
  const solid = figure.children.filter(child => !isBlank(child))
  const isFirst = solid[0] === caption
  if (!caption || others.length === 0 && (isFirst || solid.at(-1) === caption)) return [figure]
  for (const other of others) say(other, 'where a figure has one already', 'one caption a figure', 'Its words were kept. Join the captions.')
  const rest = figure.children.map(child => child === caption ? space : isNamed(child, 'figcaption') ? {...child, tagName: 'div'} : child)
  if (isFirst) return [{...figure, children: [caption, ...rest]}]
  if (solid.at(-1) !== caption) say(caption, 'in the middle of a figure', 'it first or last', 'It was moved to the end. Move it in the text, too.')
  return [{...figure, children: [...rest, caption]}]
}

/** What can be folded begins with its summary; without one it is an ordinary block. */
export function shapeDetails(details: Element, say: Say): ElementContent[] {
  const [summary, ...others] = details.children.filter(child => isNamed(child, 'summary'))
  const {open, ...properties} = details.properties
  if (!summary) {
    say(details, 'without a summary', '`<summary>` first in it', 'It was set as an ordinary block. Write the summary.')
    return [{...details, tagName: 'div', properties}]
  }
  if (details.children.find(child => !isBlank(child)) !== summary) say(summary, 'behind the beginning of its block', 'it first', 'It was moved to the beginning. Move it in the text, too.')
  for (const other of others) say(other, 'where a block has one already', 'one summary a block', 'It was set as a paragraph.')
  const rest = details.children.map(child => child === summary ? space : isNamed(child, 'summary') ? {...child, tagName: 'p'} : child)
  return [{...details, children: [summary, ...rest]}]
}

/** Outside its box a caption is a block, and a summary a paragraph. */
export function asBlock(part: Element): Element {
  return {...part, tagName: part.children.some(isBlock) ? 'div' : 'p'}
}

/** Tables: the caption first, then columns, head, bodies and foot, each at most as often as a table has it. */
import type {Element, ElementContent} from 'hast'
import type {Say} from './kinds.ts'
import {isNamed} from './kinds.ts'
import {wordsOf} from './words.ts'

const order = ['caption', 'colgroup', 'thead', 'tbody', 'tr', 'tfoot']

/** Bring a table's parts into their order; a second head or foot is a body, and a second caption joins the first. */
export function shapeTable(table: Element, say: Say): ElementContent[] {
  const parts = table.children.map(onceEach())
  const misplaced = outOfOrder(parts)
  if (misplaced) say({...misplaced, position: misplaced.position ?? table.position}, 'behind what it stands before in a table', 'caption, columns, head, bodies and foot in this order', 'It was moved there. Move it in the text, too.')
  const children = misplaced ? parts.filter(part => part.type === 'element').toSorted((a, b) => rank(a) - rank(b)) : parts
  return [{...table, children: oneCaption(children, say)}]
}

/** A second head or foot becomes a body. */
function onceEach(): (part: ElementContent) => ElementContent {
  const seen = new Set<string>()
  return part => {
    if (!isNamed(part, 'thead', 'tfoot')) return part
    if (seen.has(part.tagName)) return {...part, tagName: 'tbody'}
    seen.add(part.tagName)
    return part
  }
}

/** The first part that stands behind one that comes after it. */
function outOfOrder(parts: readonly ElementContent[]): Element | undefined {
  let highest = 0
  return parts.filter(part => part.type === 'element').find(part => {
    const isBehind = rank(part) < highest
    highest = Math.max(highest, rank(part))
    return isBehind
  })
}

function rank(part: Element): number {
  const found = order.indexOf(part.tagName === 'tr' ? 'tbody' : part.tagName)
  return found === -1 ? order.indexOf('tbody') : found
}

function oneCaption(parts: readonly ElementContent[], say: Say): ElementContent[] {
  const [first, ...others] = parts.filter(part => isNamed(part, 'caption'))
  if (!first) return [...parts]
  for (const other of others) say(other, 'where a table has one already', 'one caption a table', 'It was joined to the first. Join them in the text, too.')
  const words = others.flatMap((other): readonly ElementContent[] => [{type: 'element', tagName: 'br', properties: {}, children: []}, ...other.children])
  return parts.flatMap(part => part === first ? [{...first, children: [...first.children, ...words]}] : isNamed(part, 'caption') ? [] : [part])
}

/** A caption holds no table: of one in it the words stay. */
export function shapeCaption(caption: Element, say: Say): ElementContent[] {
  const inner = tableIn(caption)
  if (!inner) return [caption]
  say(inner, 'in a table\'s caption', 'words', 'Its words were kept. Set it as a table of its own.')
  return [{...caption, children: wordsOf(caption.children, ' ')}]
}

function tableIn(node: ElementContent): Element | undefined {
  if (node.type !== 'element') return undefined
  if (node.tagName === 'table') return node
  for (const child of node.children) {
    const found = tableIn(child)
    if (found) return found
  }
  return undefined
}

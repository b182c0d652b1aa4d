/** Numbered lists whose numbers need more room than a theme gives: a class says how many characters the longest has. */
import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import {romanLetters} from './roman-letters.ts'

/** What every theme has room for. */
const roomyFor = 2
/** What a style sheet has a rule for. */
const most = 9

/** Mark every list whose longest number has three characters or more: `digits-4`. */
export function rehypeLongNumbers() {
  return (tree: Root): void => {
    visit(tree, 'element', list => {
      if (list.tagName !== 'ol') return
      const length = Math.max(0, ...numbersOf(list).map(number => lengthOf(number, list.properties.type)))
      if (length > roomyFor) list.properties.className = [...classesOf(list), `digits-${Math.min(most, length)}`]
    })
  }
}

/** The numbers that the items show; an item may have its own, from which the next ones count on. */
function numbersOf({children, properties}: Element): readonly number[] {
  const items = children.filter(child => child.type === 'element' && child.tagName === 'li')
  const step = properties.reversed === true ? -1 : 1
  let next = numberIn(properties.start) ?? (step < 0 ? items.length : 1)
  return items.map(item => {
    const number = (item.type === 'element' ? numberIn(item.properties.value) : undefined) ?? next
    next = number + step
    return number
  })
}

function numberIn(value: Element['properties'][string]): number | undefined {
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
  return Number.isSafeInteger(number) ? number : undefined
}

function lengthOf(number: number, type: Element['properties'][string]): number {
  if (type === 'i' || type === 'I') return romanLetters(number)
  return type === 'a' || type === 'A' ? 1 : String(number).length
}

function classesOf({properties: {className}}: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String) : []
}

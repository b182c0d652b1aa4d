/** The first numbers of an OpenDocument text's lists: one may begin with another than one, or go on counting behind other text. */
import type {Element, Root} from 'xast'
import {elementsOf} from './office-metadata.ts'

type Places = {readonly starts: Map<Element, number>; readonly byLook: Map<string, number>; readonly byId: Map<string, number>}

/**
 * The first number of each `text:list` of a tree (OpenDocument 1.3, part 3, 19.773, 19.774 and 19.862).
 * `firstOf`: the number that a list style begins with at a level, which counts from 1.
 */
export function listStarts(tree: Root, firstOf: (style: string, level: number) => number): ReadonlyMap<Element, number> {
  const places: Places = {starts: new Map(), byLook: new Map(), byId: new Map()}
  walk(tree, '', 0, (list, style, level) => number(list, `${level} ${style}`, firstOf(style, level), places))
  return places.starts
}

/** Visit the lists in the order of the text, each with its own style or else that of the list around it. */
function walk(node: Root | Element, style: string, level: number, visit: (list: Element, style: string, level: number) => void): void {
  for (const child of elementsOf(node)) {
    const isList = child.name === 'text:list'
    const own = isList ? child.attributes['text:style-name'] ?? style : style
    if (isList) visit(child, own, level + 1)
    walk(child, own, isList ? level + 1 : level, visit)
  }
}

function number(list: Element, look: string, first: number, {starts, byLook, byId}: Places): void {
  const {'text:continue-numbering': isContinued, 'text:continue-list': continued, 'xml:id': id} = list.attributes
  let next = byId.get(continued ?? '') ?? (isContinued === 'true' ? byLook.get(look) : undefined) ?? first
  for (const [index, item] of elementsOf(list).filter(({name}) => name === 'text:list-item').entries()) {
    next = numberIn(item.attributes['text:start-value']) ?? next
    // An item that shows no number has one all the same in Markdown: the last that was shown.
    if (index === 0) starts.set(list, counts(item) ? next : Math.max(1, next - 1))
    if (counts(item)) next++
  }
  byLook.set(look, next)
  // Who goes on with another list gives its id a new meaning.
  for (const name of [id, continued]) if (typeof name === 'string') byId.set(name, next)
}

/** What holds nothing but a list within shows no number. */
function counts(item: Element): boolean {
  return elementsOf(item).some(({name}) => name !== 'text:list')
}

/** A number that a list may begin with. */
export function numberIn(text: string | null | undefined): number | undefined {
  return /^\d{1,4}$/.test(text ?? '') ? Number(text) : undefined
}

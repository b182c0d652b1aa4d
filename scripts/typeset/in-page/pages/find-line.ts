/** Finds the place in the page where an item begins, as a point between nodes: read before anything is written. */
import type {Start} from './flow.ts'

/** A point in the tree: before a node, or within a text node. */
export type Point = {readonly node: Node; readonly offset: number}

/** Find the point; undefined where the item begins with a block or a row. */
export function pointOf(start: Start, originPx: number): Point | undefined {
  if (start.kind === 'behind') return afterNode(start.node)
  if (start.kind === 'before') return beforeNode(start.node)
  return start.kind === 'line' ? lineStart(start.block, start.topPx + originPx) : undefined
}

function beforeNode(node: Node): Point | undefined {
  const parent = node.parentNode
  return parent ? {node: parent, offset: [...parent.childNodes].findIndex(child => child === node)} : undefined
}

function afterNode(node: Node): Point | undefined {
  const point = beforeNode(node)
  return point && {...point, offset: point.offset + 1}
}

/** The first character (or picture) of a block whose middle lies below a height in the window. */
function lineStart(block: HTMLElement, yPx: number): Point | undefined {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof HTMLImageElement && isBelow(node.getBoundingClientRect(), yPx)) return beforeNode(node)
    if (node instanceof Text && reaches(node, node.length, yPx)) return {node, offset: firstBelow(node, yPx)}
  }
  return undefined
}

function isBelow({top, height}: DOMRect, yPx: number): boolean {
  return top + height / 2 > yPx
}

/** Whether any of the first characters of a text stands below the height. */
function reaches(text: Text, length: number, yPx: number): boolean {
  const range = document.createRange()
  range.setStart(text, 0)
  range.setEnd(text, length)
  return [...range.getClientRects()].some(box => box.height > 0 && isBelow(box, yPx))
}

function firstBelow(text: Text, yPx: number): number {
  let [low, high] = [0, text.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (reaches(text, middle + 1, yPx)) high = middle
    else low = middle + 1
  }
  return low
}

/** Insert nodes at a point; a text is split there. */
export function insertAt({node, offset}: Point, ...made: readonly HTMLElement[]): void {
  if (node instanceof Text) {
    const rest = offset === 0 ? node : node.splitText(offset)
    rest.before(...made)
    return
  }
  const next = node.childNodes[offset]
  if (next instanceof Element || next instanceof Text || next instanceof Comment) next.before(...made)
  else if (node instanceof Element) node.append(...made)
}

/** How many characters of an element stand before a point: without white space, soft hyphens and note numbers. */
export function charactersBefore(element: Element, point: Point): number {
  const range = document.createRange()
  range.setStart(element, 0)
  range.setEnd(point.node, point.offset)
  const content = range.cloneContents()
  for (const reference of content.querySelectorAll('.noteref')) reference.remove()
  return (content.textContent).replaceAll(/[\s\u00ad\u200b\u2060]/gu, '').length
}

/** Finds the place in the page where an item begins, as a point between nodes: read before anything is written. */
import type {Start} from './flow.ts'

/** A point in the tree: in a parent before one of its nodes (or at its end), or within a text node. */
export type Point = {readonly parent: Node; readonly next: Node | null} | {readonly text: Text; readonly offset: number}

/** Find the point; undefined where the item begins with a block or a row. */
export function pointOf(start: Start, originPx: number): Point | undefined {
  if (start.kind === 'behind') return afterNode(start.node)
  if (start.kind === 'before') return beforeNode(start.node)
  return start.kind === 'line' ? lineStart(start.block, start.topPx + originPx) : undefined
}

export function beforeNode(node: Node): Point | undefined {
  return node.parentNode ? {parent: node.parentNode, next: node} : undefined
}

function afterNode(node: Node): Point | undefined {
  return node.parentNode ? {parent: node.parentNode, next: node.nextSibling} : undefined
}

type Leaf = Text | HTMLImageElement | HTMLBRElement

/** The first character (or picture) of a block whose middle lies below a height in the window: by halves, for each asking takes the longer the more there is. */
function lineStart(block: HTMLElement, yPx: number): Point | undefined {
  const leaves = leavesOf(block)
  let [low, high] = [0, leaves.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (comesBelow(leaves, middle, yPx)) high = middle
    else low = middle + 1
  }
  const leaf = leaves[low]
  if (!(leaf instanceof Text)) return leaf && beforeNode(leaf)
  return outOfWhole(leaf, block) ?? {text: leaf, offset: firstBelow(leaf, yPx)}
}

function leavesOf(block: HTMLElement): readonly Leaf[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const leaves: Leaf[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text || node instanceof HTMLImageElement || node instanceof HTMLBRElement) leaves.push(node)
  return leaves
}

/** Whether a leaf stands below a height; of one that is not seen, the last before it that is. */
function comesBelow(leaves: readonly Leaf[], index: number, yPx: number): boolean {
  for (let at = index; at >= 0; at--) {
    const leaf = leaves[at]
    const box = leaf instanceof Text ? lastBox(leaf, leaf.length) : leaf?.getBoundingClientRect()
    if (box) return isBelow(box, yPx)
  }
  return false
}

/** What is a line of its own, as a verse's is, cannot be broken inside, and what is raised would take a turn up to the page before: the place is before it. */
function outOfWhole(text: Text, block: HTMLElement): Point | undefined {
  for (let around = text.parentElement; around && around !== block; around = around.parentElement) if (around.matches('.noteref') || getComputedStyle(around).display === 'inline-block') return beforeNode(around)
  return undefined
}

function isBelow({top, height}: DOMRect, yPx: number): boolean {
  return top + height / 2 > yPx
}

/** Whether the last that is seen of the first characters of a text stands below the height. */
function reaches(text: Text, length: number, yPx: number): boolean {
  const box = lastBox(text, length)
  return box !== undefined && isBelow(box, yPx)
}

/** The box of the last that is seen of the first characters of a text: asked one by one, for a text may be long. */
function lastBox(text: Text, length: number): DOMRect | undefined {
  const range = document.createRange()
  for (let end = length; end > 0; end--) {
    range.setStart(text, end - 1)
    range.setEnd(text, end)
    const box = [...range.getClientRects()].findLast(({height}) => height > 0)
    if (box) return box
  }
  return undefined
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

/** Insert nodes at points, from the last to the first: a text that is split keeps the points before. */
export function insertAll(insertions: readonly {readonly point: Point; readonly made: readonly HTMLElement[]}[]): void {
  for (const {point, made} of insertions.toReversed()) {
    const {parent, next} = 'text' in point ? split(point) : point
    for (const element of made) parent.insertBefore(element, next)
  }
}

function split({text, offset}: {readonly text: Text; readonly offset: number}): {readonly parent: Node; readonly next: Node} {
  const next = offset === 0 ? text : text.splitText(offset)
  if (!next.parentNode) throw new Error('Expected a text in the page')
  return {parent: next.parentNode, next}
}

/** How many characters of an element stand before a point: without white space, soft hyphens and note numbers. */
export function charactersBefore(element: Element, point: Point): number {
  const range = document.createRange()
  range.setStart(element, 0)
  if ('text' in point) range.setEnd(point.text, point.offset)
  else if (point.next) range.setEndBefore(point.next)
  else range.setEnd(point.parent, point.parent.childNodes.length)
  const content = range.cloneContents()
  for (const reference of content.querySelectorAll('.noteref')) reference.remove()
  return (content.textContent).replaceAll(/[\s\u00ad\u200b\u2060]/gu, '').length
}

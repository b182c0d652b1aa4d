/** Notes as elements: measured in a hidden box like the one they will stand in, and split between two lines. */
import type {Columns} from './columns.ts'
import type {LineBlock} from './note-lines.ts'
import {lineBottoms} from './note-lines.ts'
import type {NoteShape} from './plan-page.ts'

/** A note, or the rest of one, that waits for its place. */
export type WaitingNote = {readonly id: string; readonly element: HTMLElement; readonly shape: NoteShape}

export type NoteMeasure = {
  readonly separatorPx: number
  readonly measure: (elements: readonly HTMLElement[]) => readonly NoteShape[]
  /** Split a note so that the given height of it is kept; gives the rest, undefined where nothing is left. */
  readonly split: (element: HTMLElement, keptPx: number) => HTMLElement | undefined
  readonly remove: () => void
}

/** Open a box of the type area's width, not seen and without effect on the pages. */
export function openMeasure({element, widthPx}: Columns): NoteMeasure {
  const host = document.createElement('div')
  host.className = 'page-measure'
  host.style.width = `${widthPx}px`
  const box = document.createElement('div')
  box.className = 'page-notes'
  host.append(box)
  element.parentElement?.append(host)
  return {
    separatorPx: Math.ceil(box.getBoundingClientRect().height),
    measure: elements => measureIn(box, elements),
    split: (note, keptPx) => {
      const home = note.parentNode
      const next = note.nextSibling
      box.append(note)
      const rest = splitAt(note, keptPx)
      if (home) home.insertBefore(note, next)
      else note.remove()
      return rest
    },
    remove: () => host.remove()
  }
}

/** Heights include the space to the next note, so that they add up. */
function measureIn(box: HTMLElement, elements: readonly HTMLElement[]): readonly NoteShape[] {
  box.append(...elements)
  const tops = elements.map(element => element.getBoundingClientRect().top)
  const endPx = box.getBoundingClientRect().bottom
  const shapes = elements.map((element, index) => {
    const topPx = tops[index] ?? 0
    return {heightPx: (tops[index + 1] ?? endPx) - topPx, lineBottomsPx: lineBottoms(lineBlocks(element, topPx))}
  })
  for (const element of elements) element.remove()
  return shapes
}

const holders = new Set(['P', 'LI', 'DD', 'DT', 'DIV', 'BLOCKQUOTE'])

/** The lowest blocks of a note, those that hold the lines. */
function lineBlocks(element: Element, topPx: number): readonly LineBlock[] {
  const blocks = [...element.children].filter(child => getComputedStyle(child).display !== 'inline' && holders.has(child.tagName))
  if (blocks.length > 0) return blocks.flatMap(block => lineBlocks(block, topPx))
  const rectangle = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  const extra = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.borderTopWidth)
  const extraBelow = Number.parseFloat(style.paddingBottom) + Number.parseFloat(style.borderBottomWidth)
  const linePx = Number.parseFloat(style.lineHeight)
  const heightPx = rectangle.height - extra - extraBelow
  return [{topPx: rectangle.top - topPx + extra, heightPx, linePx: Number.isFinite(linePx) && linePx > 0 ? linePx : heightPx}]
}

type Point = {readonly text: Text; readonly offset: number}

function splitAt(note: HTMLElement, keptPx: number): HTMLElement | undefined {
  const point = firstBelow(note, note.getBoundingClientRect().top + keptPx)
  const last = note.lastChild
  if (!point || !last) return undefined
  const range = document.createRange()
  range.setStart(point.text, point.offset)
  range.setEndAfter(last)
  const block = blockOf(point.text, note)
  const splitsBlock = !isAtStart(point, block)
  const content = range.extractContents()
  const rest = document.createElement(note.tagName)
  for (const {name, value} of note.attributes) if (name !== 'id') rest.setAttribute(name, value)
  rest.append(content)
  for (const copy of rest.querySelectorAll('[id]')) if (note.querySelector(`[id="${CSS.escape(copy.id)}"]`)) copy.removeAttribute('id')
  if (splitsBlock) {
    rest.classList.add('note-continued')
    joinLastLine(block)
  } else {
    dropEmpty(note)
  }
  return rest
}

/** The first character whose line lies below: found by halving, because lines follow each other. */
function firstBelow(note: HTMLElement, belowPx: number): Point | undefined {
  const walker = document.createTreeWalker(note, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    range.selectNodeContents(node)
    const rectangles = [...range.getClientRects()]
    if (!rectangles.some(rectangle => middle(rectangle) > belowPx)) continue
    return {text: node, offset: firstOffset(node, range, belowPx)}
  }
  return undefined
}

function firstOffset(node: Text, range: Range, belowPx: number): number {
  let low = 0
  let high = node.length - 1
  while (low < high) {
    const half = (low + high) >> 1
    range.setStart(node, half)
    range.setEnd(node, node.length)
    const first = [...range.getClientRects()].find(({width}) => width > 0) ?? range.getClientRects()[0]
    if (first && middle(first) > belowPx) high = half
    else low = half + 1
  }
  // The space at which the line was broken belongs to neither line; halving may stop at it.
  while (low > 0 && low < node.length && /\s/.test(node.data.charAt(low))) low++
  return low
}

function middle({top, bottom}: DOMRect): number {
  return (top + bottom) / 2
}

function blockOf(node: Node, note: HTMLElement): HTMLElement {
  let element = node.parentElement
  while (element && element !== note && getComputedStyle(element).display.startsWith('inline')) element = element.parentElement
  return element ?? note
}

function isAtStart({text, offset}: Point, block: HTMLElement): boolean {
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(text, offset)
  return range.toString().trim() === ''
}

/** The last line of the first part is no last line of a paragraph: it keeps its hyphen and is set to the full width. */
function joinLastLine(block: HTMLElement): void {
  if (getComputedStyle(block).textAlign === 'justify') block.style.textAlignLast = 'justify'
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let last: Text | undefined
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text && node.data !== '') last = node
  if (last?.data.endsWith('\u00AD')) last.data = `${last.data.slice(0, -1)}\u2010`
}

function dropEmpty(note: HTMLElement): void {
  for (const child of [...note.children].toReversed()) if (child.textContent.trim() === '' && !child.querySelector('img')) child.remove()
}

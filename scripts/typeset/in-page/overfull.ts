/**
 * Runs inside the page, before it is printed: measures what is wider than the type area. It is sent there as text, so it
 * uses nothing from outside itself.
 */

import type {Observation} from '../../types.ts'

/** Find pictures, tables and lines that run out of the type area, laid out in a window as wide as that. */
export function findOverfull(): readonly Observation[] {
  const observations: Observation[] = []
  const placeOf = (element: Element) => element.closest('[data-at]')?.getAttribute('data-at') ?? ''
  const right = document.documentElement.clientWidth
  const hangPx = Number.parseFloat(getComputedStyle(document.querySelector('main') ?? document.body).paddingRight)
  // Without pages, columns go on sideways: what stands in one is held against its own right edge, punctuation hung beyond it.
  const rightOf = (element: Element, {left}: DOMRect) => {
    const box = element.closest<HTMLElement>('[data-column-step]')
    for (let around: Element | null = element; around && around !== box; around = around.parentElement) if (getComputedStyle(around).columnSpan === 'all') return right
    if (!box) return right
    const style = getComputedStyle(box)
    const [stepPx, gapPx] = [Number(box.dataset['columnStep']), Number.parseFloat(style.columnGap)]
    const firstPx = box.getBoundingClientRect().left + Number.parseFloat(style.paddingLeft)
    return firstPx + (Math.floor((left - firstPx + gapPx / 2) / stepPx) + 1) * stepPx - gapPx + hangPx
  }
  // What is read from the right runs out at the left, and a margin may be negative. In columns that is another's room.
  const beyondLeft = (element: Element, {left, width}: DOMRect) => width > 0 && !element.closest('[data-column-step]') ? -left : -Infinity
  const over = (element: Element, box = element.getBoundingClientRect()) => Math.max(box.right - rightOf(element, box), beyondLeft(element, box))
  // A picture on a page of its own is to go on beyond its edges.
  const wide = [...document.querySelectorAll('main :is(img, table)')].filter(element => !element.closest('figure.full-page:not(:has(figcaption))') && over(element) > 1)
  for (const element of wide) observations.push({kind: 'overfull', at: placeOf(element), overPx: over(element), text: '', what: element.tagName === 'IMG' ? 'picture' : 'table'})
  const textsIn = (block: Element): readonly Node[] => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    const texts: Node[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node)
    return texts
  }
  const rectanglesOf = (node: Node, from: number, to: number) => {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    return [...range.getClientRects()]
  }
  // Where spaces are kept, those at the end of a line hang beyond it, and nobody sees them.
  const wordsIn = (block: Element) => textsIn(block).flatMap(node => [...(node.textContent ?? '').matchAll(/\S+/g)].flatMap(({index, 0: word}) => rectanglesOf(node, index, index + word.length)))
  const overfull: {readonly block: Element; readonly overPx: number}[] = []
  for (const block of document.querySelectorAll('main :is(p, pre, li, h2, h3, h4, h5, h6, td, th, figcaption)')) {
    // A table that is too wide is one fault, not one for each of its cells.
    if (wide.some(element => element.contains(block))) continue
    const range = document.createRange()
    range.selectNodeContents(block)
    // An initial letter's own rectangle is not where it shows, and is wider than its line lets it be.
    const hasInitial = getComputedStyle(block, '::first-letter').getPropertyValue('initial-letter') !== 'normal'
    const rectangles = getComputedStyle(block).getPropertyValue('white-space-collapse').startsWith('preserve') ? wordsIn(block) : [...range.getClientRects()]
    // One by one: a call may not have as many arguments as a long paragraph has lines.
    const overPx = rectangles.slice(hasInitial ? 1 : 0).reduce((most, rectangle) => Math.max(most, over(block, rectangle)), -Infinity)
    if (overPx > 1) overfull.push({block, overPx})
  }
  // Of code the one line: all of it, with its line ends, would say nothing.
  const widestLine = (block: Element): string => {
    let [widest, mostPx, line, lineOverPx, from] = ['', -Infinity, '', -Infinity, 0]
    for (const node of textsIn(block)) {
      from = 0
      for (const [index, piece] of (node.textContent ?? '').split('\n').entries()) {
        if (index > 0) [line, lineOverPx] = ['', -Infinity]
        line += piece
        lineOverPx = Math.max(lineOverPx, ...rectanglesOf(node, from, from + piece.trimEnd().length).map(box => over(block, box)))
        if (lineOverPx >= mostPx) [widest, mostPx] = [line, lineOverPx]
        from += piece.length + 1
      }
    }
    return widest
  }
  // An item that holds a paragraph has the paragraph's fault, which is told once.
  for (const {block, overPx} of overfull.filter(({block: outer}) => !overfull.some(({block: inner}) => inner !== outer && outer.contains(inner)))) {
    observations.push({kind: 'overfull', at: placeOf(block), overPx, text: (block.tagName === 'PRE' ? widestLine(block) : block.textContent).slice(0, 60)})
  }
  return observations
}

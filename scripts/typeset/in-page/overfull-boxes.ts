/**
 * Runs inside the page, before it is printed: measures boxes that one sees and that are wider than the type area, though
 * nothing in them is. It is sent there as text, so it uses nothing from outside itself. In columns a box may reach into
 * another's room, and is left alone.
 */

import type {Observation} from '../../types.ts'

/** Find boxes with a ground or an edge that run out of the type area, of boxes within each other the outermost. */
export function findOverfullBoxes(): readonly Observation[] {
  const right = document.documentElement.clientWidth
  const overOf = (box: DOMRect) => box.width > 0 ? Math.max(box.right - right, -box.left) : -Infinity
  const isSeen = (element: Element) => {
    const {backgroundColor, backgroundImage, borderWidth} = getComputedStyle(element)
    return backgroundImage !== 'none' || !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor) || borderWidth.split(' ').some(width => Number.parseFloat(width) > 0)
  }
  // What runs out with the box is told by its own name (overfull.ts).
  const isTold = (box: Element) => {
    if ([...box.querySelectorAll('img, table')].some(element => overOf(element.getBoundingClientRect()) > 1)) return true
    const [walker, range] = [document.createTreeWalker(box, NodeFilter.SHOW_TEXT), document.createRange()]
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      range.selectNodeContents(node)
      if ([...range.getClientRects()].some(rectangle => overOf(rectangle) > 1)) return true
    }
    return false
  }
  const found: Element[] = []
  for (const box of document.querySelectorAll('main :is(section, div, header, nav, aside, blockquote, figure, figcaption, pre, p, ul, ol, li, dl, dt, dd, hr, h2, h3, h4, h5, h6)')) {
    if (overOf(box.getBoundingClientRect()) <= 1 || !isSeen(box) || box.closest('.turned, figure.full-page, table, [data-column-step]')) continue
    if (!found.some(outer => outer.contains(box)) && !isTold(box)) found.push(box)
  }
  return found.map(box => {
    const place = box.closest('[data-at]') ?? box.querySelector('[data-at]')
    return {kind: 'overfull', at: place?.getAttribute('data-at') ?? '', overPx: overOf(box.getBoundingClientRect()), text: '', what: 'box'}
  })
}

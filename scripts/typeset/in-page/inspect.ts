/**
 * Runs inside the page, before it is printed: measures what a reader would see as a fault. It is sent there as text, so
 * it uses nothing from outside itself.
 */

import type {Observation} from '../../types.ts'

/** Measure pictures and lines of the text as laid out in a window as wide as the type area. */
export function inspect(): readonly Observation[] {
  const observations: Observation[] = []
  const placeOf = (element: Element) => element.closest('[data-at]')?.getAttribute('data-at') ?? ''
  for (const image of document.querySelectorAll<HTMLImageElement>('main img')) {
    const isVector = /\.svg$/i.test(new URL(image.src).pathname)
    if (!isVector) observations.push({kind: 'image', at: placeOf(image), naturalWidthPx: image.naturalWidth, widthPx: image.getBoundingClientRect().width})
  }
  for (const page of document.querySelectorAll('.cover, .back-cover')) {
    if (page.scrollHeight > page.clientHeight + 1) observations.push({kind: 'cover', at: '', overPx: page.scrollHeight - page.clientHeight, which: page.className})
  }
  const right = document.documentElement.clientWidth
  // In the window, columns that go on on other pages stand beside each other, far beyond the type area.
  const columns = [...document.querySelectorAll('main, main :is(div, section, article, ul, ol)')].filter(box => Number(getComputedStyle(box).columnCount) > 1)
  const isInColumns = (element: Element) => columns.some(box => box.contains(element))
  const wide = [...document.querySelectorAll('main :is(img, table)')].filter(element => element.getBoundingClientRect().right > right + 1 && !isInColumns(element))
  for (const element of wide) observations.push({kind: 'overfull', at: placeOf(element), overPx: element.getBoundingClientRect().right - right, text: '', what: element.tagName === 'IMG' ? 'picture' : 'table'})
  for (const block of document.querySelectorAll('main :is(p, pre, li, h2, h3, h4, h5, h6, td, th, figcaption)')) {
    // A table that is too wide is one fault, not one for each of its cells.
    if (isInColumns(block) || wide.some(element => element.contains(block))) continue
    const range = document.createRange()
    range.selectNodeContents(block)
    // One by one: a call may not have as many arguments as a long paragraph has lines.
    const overPx = [...range.getClientRects()].reduce((most, rectangle) => Math.max(most, rectangle.right), -Infinity) - right
    if (overPx > 1) observations.push({kind: 'overfull', at: placeOf(block), overPx, text: block.textContent.slice(0, 60)})
  }
  return observations
}

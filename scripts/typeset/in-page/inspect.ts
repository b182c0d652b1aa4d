/**
 * Runs inside the page, before it is printed: measures what a reader would see as a fault. It is sent there as text, so
 * it uses nothing from outside itself.
 */

import type {Observation} from '../../types.ts'

/** Measure covers as laid out in a window as wide as the type area. */
export function inspect(): readonly Observation[] {
  const observations: Observation[] = []
  const placeOf = (element: Element) => element.closest('[data-at]')?.getAttribute('data-at') ?? ''
  const metadataPlaceOf = (page: Element) => page.getAttribute('data-place') ?? ''
  // Letters that are higher than their lines may reach on into the margin; blocks may not.
  const blocksIn = (page: Element) => [...page.querySelectorAll('*')].filter(element => !getComputedStyle(element).display.startsWith('inline'))
  const beyondFoot = (page: Element) => Math.max(0, ...blocksIn(page).map(block => block.getBoundingClientRect().bottom)) - page.getBoundingClientRect().top - page.clientTop - page.clientHeight
  const covers = [...document.querySelectorAll('.cover, .back-cover, .title-page')].filter(page => beyondFoot(page) > 1)
  observations.push(...covers.map(page => ({kind: 'cover' as const, at: metadataPlaceOf(page), overPx: beyondFoot(page), which: page.matches('.back-cover') ? 'back-cover' as const : page.matches('.cover') ? 'cover' as const : 'title-page' as const})))
  return observations
}

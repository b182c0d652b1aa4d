/**
 * Runs inside the page, before it is printed: measures what a reader would see as a fault. It is sent there as text, so
 * it uses nothing from outside itself.
 */

import type {Observation} from '../../types.ts'

/** Find covers and title pages that are higher than their page, and covers that leave their picture less than a third of their width and their height. */
export function inspectCovers(): readonly Observation[] {
  // Letters that are higher than their lines may reach on into the margin; blocks may not.
  const blocksIn = (page: Element) => [...page.querySelectorAll('*')].filter(element => !getComputedStyle(element).display.startsWith('inline'))
  const beyondFoot = (page: Element) => Math.max(0, ...blocksIn(page).map(block => block.getBoundingClientRect().bottom)) - page.getBoundingClientRect().top - page.clientTop - page.clientHeight
  const whichOf = (page: Element) => page.matches('.back-cover') ? 'back-cover' : page.matches('.cover') ? 'cover' : 'title-page'
  const stamps = [...document.querySelectorAll<HTMLImageElement>('.cover .cover-picture img')].flatMap((picture): readonly Observation[] => {
    const [cover, {width, height}, {naturalWidth, naturalHeight}] = [picture.closest('.cover'), picture.getBoundingClientRect(), picture]
    if (!cover || naturalWidth === 0 || naturalHeight === 0) return []
    const ratio = naturalWidth / naturalHeight
    const widthPx = Math.min(width, height * ratio)
    const isStamp = widthPx < cover.clientWidth / 3 && widthPx / ratio < cover.clientHeight / 3
    return isStamp ? [{kind: 'cover', at: cover.getAttribute('data-place') ?? '', overPx: 0, which: 'cover', pictureWidthPx: widthPx}] : []
  })
  const overfull = [...document.querySelectorAll('.cover, .back-cover, .title-page')].filter(page => beyondFoot(page) > 1)
    .map((page): Observation => ({kind: 'cover', at: page.getAttribute('data-place') ?? '', overPx: beyondFoot(page), which: whichOf(page)}))
  return [...overfull, ...stamps]
}

/** A block whose lines were all pushed to the next page leaves a hollow box on this one: it is sent after its lines. */
import type {BlockOnPage, Foot} from './foot.ts'
import type {View} from './view.ts'

/** Break the page before blocks that begin on it without a line, unless that moves the foot. */
export function turnHollow(view: View, page: number, blocks: readonly BlockOnPage[], {box}: Foot): void {
  for (const {block} of blocks.slice(-4)) {
    if (!isHollow(view, page, block)) continue
    const before = view.fragments(box)[0]
    const margin = block.style.marginTop
    block.setAttribute('data-turn', '')
    block.style.marginTop = '0px'
    const after = view.fragments(box)[0]
    if (after && after.page === before?.page && after.topPx === before.topPx) continue
    block.removeAttribute('data-turn')
    block.style.marginTop = margin
  }
}

function isHollow(view: View, page: number, block: HTMLElement): boolean {
  const places = view.fragments(block)
  if (places[0]?.page !== page || places.length < 2 || getComputedStyle(block).cssFloat !== 'none') return false
  if (block.querySelector('img, svg, table') !== null || block.tagName === 'TABLE') return false
  const first = view.textBoxes(block)[0]
  return first !== undefined && first.page > page
}

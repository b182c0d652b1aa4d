/** Brings body lines back to the grid of the leading behind whatever is not a whole number of lines high. */
import type {BlockOnPage} from './foot.ts'
import type {View} from './view.ts'

const tolerancePx = 0.05

/** The space that is missing to the next line of the grid; 0 where the place is on it. */
export function toNextLine(px: number, leadingPx: number): number {
  const over = px - Math.floor(px / leadingPx) * leadingPx
  return over < tolerancePx || leadingPx - over < tolerancePx ? 0 : leadingPx - over
}

/** Move the paragraphs that begin on a page down to the grid; those before them first. */
export function alignToGrid(view: View, blocks: readonly BlockOnPage[], page: number, leadingPx: number): void {
  for (const [index, {block, topPx}] of blocks.entries()) {
    if (topPx === -Infinity || block.tagName !== 'P') continue
    const place = view.fragments(block)[0]
    const style = getComputedStyle(block)
    if (place?.page !== page || Math.abs(Number.parseFloat(style.lineHeight) - leadingPx) > tolerancePx) continue
    const missingPx = toNextLine(place.topPx + Number.parseFloat(style.paddingTop), leadingPx)
    const target = headOf(blocks, index)
    if (missingPx > 0) moveDown(view, blocks, target, missingPx)
  }
}

/** Headings go down with their text. */
function headOf(blocks: readonly BlockOnPage[], index: number): number {
  let at = index
  while (at > 0 && /^H[1-6]$/.test(blocks[at - 1]?.block.tagName ?? '') && (blocks[at - 1]?.topPx ?? 0) > tolerancePx) at--
  return at
}

/** Margins collapse: the new one is the whole space that there is, and what is missing. */
function moveDown(view: View, blocks: readonly BlockOnPage[], index: number, missingPx: number): void {
  const block = blocks[index]?.block
  const own = block && view.fragments(block)[0]
  if (!block || !own) return
  const above = blocks.slice(0, index).findLast(candidate => getComputedStyle(candidate.block).cssFloat === 'none')
  const end = above && view.fragments(above.block).at(-1)
  const gapPx = end?.page === own.page ? Math.max(0, own.topPx - end.bottomPx) : own.topPx
  block.style.marginTop = `${gapPx + missingPx}px`
}

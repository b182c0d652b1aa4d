/**
 * Keeps what is wider than the page from making the whole print smaller. Elsewhere the text is clipped at its edge; where
 * it holds a picture that has a page of its own it must not be, and a browser prints smaller what hangs out of it.
 */

const slackPx = 0.5
const figures = 'figure.full-page'

/** Clip what runs out of the text beside such pictures, block by block. While the text stands in one column. */
export function holdWide({body}: Document): void {
  for (const section of body.querySelectorAll<HTMLElement>(`:scope > main:has(${figures})`)) holdIn(section, section.getBoundingClientRect())
}

/** What holds such a picture is looked into; of the rest only what is too wide is touched: a clip would cut hanging punctuation. */
function holdIn(around: HTMLElement, page: DOMRect): void {
  for (const child of around.querySelectorAll<HTMLElement>(':scope > *')) {
    if (child.matches(figures)) continue
    if (child.querySelector(figures)) holdIn(child, page)
    else if (runsOut(child, page)) Object.assign(child.style, {overflowX: 'clip', maxInlineSize: `${roomFor(child, page)}px`})
  }
}

/** From where a block begins to the end of the page. */
function roomFor(block: HTMLElement, {left, right}: DOMRect): number {
  const box = block.getBoundingClientRect()
  return isFromRight(block) ? box.right - left : right - box.left
}

function isFromRight(block: HTMLElement): boolean {
  return getComputedStyle(block).direction === 'rtl'
}

/** Text that is read from the right runs out at the left. Columns go on sideways until there are pages. */
function runsOut(block: HTMLElement, {left, right}: DOMRect): boolean {
  if (block.matches('[data-column-step]') || block.querySelector('[data-column-step]')) return false
  const box = block.getBoundingClientRect()
  const over = Math.max(0, block.scrollWidth - block.clientWidth)
  return isFromRight(block) ? box.left - over < left - slackPx : box.right + over > right + slackPx
}

/** Paragraphs with a drop cap: a float in front of one, or beside its cap, takes the cap's room from it. */

/** How far down from the top of a block nothing may stand beside its drop cap, in px; 0 where it has none. */
export function dropCapDepth(block: Element): number {
  const lines = Number.parseFloat(getComputedStyle(block, '::first-letter').getPropertyValue('initial-letter'))
  if (!(lines > 1)) return 0
  return (lines + 2) * (Number.parseFloat(getComputedStyle(block).lineHeight) || 0)
}

/**
 * The end of the first word of a block that stands well below its drop cap; none where the page ends before it. Not the
 * beginning of a line: what is put there belongs to the line before, and not in every layout.
 */
export function placeBelowCap(block: HTMLElement): readonly {readonly text: Text; readonly offset: number}[] {
  const top = block.getClientRects()[0]
  const linePx = Number.parseFloat(getComputedStyle(block).lineHeight) || 0
  const belowPx = (top?.top ?? 0) + dropCapDepth(block) - 1.2 * linePx
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); top && node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    for (const match of node.data.matchAll(/\S(?=\s)/g)) {
      const offset = match.index + 1
      range.setStart(node, match.index)
      range.setEnd(node, offset)
      const place = range.getBoundingClientRect()
      if (place.left > top.right) return []
      if (place.top > belowPx) return [{text: node, offset}]
    }
  }
  return []
}

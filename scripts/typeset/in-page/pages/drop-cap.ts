/** Paragraphs with a drop cap: a float in front of one, or beside its cap, takes the cap's room from it. */

import type {View} from './view.ts'

/** How far down from the top of a block nothing may stand beside its drop cap, in px; 0 where it has none. */
export function dropCapDepth(block: Element): number {
  const lines = Number.parseFloat(getComputedStyle(block, '::first-letter').getPropertyValue('initial-letter'))
  if (!(lines > 1)) return 0
  return (lines + 2) * (Number.parseFloat(getComputedStyle(block).lineHeight) || 0)
}

/**
 * The end of the first word of a block on a page, well below its drop cap; none where the page ends before it. Not the
 * beginning of a line: what is put there belongs to the line before, and not in every layout.
 */
export function placeBelowCap(view: View, page: number, block: HTMLElement): readonly {readonly text: Text; readonly offset: number}[] {
  const first = view.fragments(block)[0]
  const linePx = Number.parseFloat(getComputedStyle(block).lineHeight) || 0
  const belowPx = first?.page === page ? first.topPx + dropCapDepth(block) - 1.2 * linePx : -Infinity
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest('.page-foot')) continue
    const found = wordEndBelow(view, node, page, belowPx)
    if (found === 'beyond') return []
    if (found !== undefined) return [{text: node, offset: found}]
  }
  return []
}

function wordEndBelow(view: View, text: Text, page: number, belowPx: number): number | 'beyond' | undefined {
  for (const match of text.data.matchAll(/\S(?=\s)/g)) {
    const place = view.characterBox(text, match.index)
    if (place && place.page > page) return 'beyond'
    if (place?.page === page && place.topPx > belowPx) return match.index + 1
  }
  return undefined
}

/** Where the text of a page ends. Boxes that go on reach the page's end whatever is in them, so lines are asked. */
import type {BlockOnPage} from './foot.ts'
import type {OnPage} from './columns.ts'
import type {View} from './view.ts'

/** The blocks on a page, in order, each with how far it reaches. `from`: the first block that may be on it. */
export function blocksOn(view: View, page: number, from: number): {readonly blocks: readonly BlockOnPage[]; readonly first: number} {
  const found: BlockOnPage[] = []
  let first = from
  for (let index = Math.max(from, view.firstShown()); index < view.blocks.length && view.isShown(index); index++) {
    const block = view.blocks[index]
    const places = block ? view.fragments(block) : []
    const [start] = places
    const end = places.at(-1)
    if (!block || !start || !end) continue
    if (end.page < page && found.length === 0) first = index + 1
    if (isBehind(block, page, start)) break
    if (start.page <= page && end.page >= page) found.push(onThisPage(block, page, start, end))
  }
  return {blocks: found, first}
}

/** A float may stand out of its order. */
function isBehind(block: HTMLElement, page: number, start: OnPage): boolean {
  return start.page > page && getComputedStyle(block).cssFloat === 'none'
}

function onThisPage(block: HTMLElement, page: number, start: OnPage, end: OnPage): BlockOnPage {
  return {block, topPx: start.page < page ? -Infinity : start.topPx, bottomPx: end.page > page ? Infinity : end.bottomPx}
}

/** The bottom of the lowest line or box on a page; 0 where nothing of these blocks stands on it. */
export function textBottom(view: View, page: number, blocks: readonly BlockOnPage[], leadingPx: number): number {
  return Math.max(0, ...blocks.toReversed().slice(0, 12).map(({block}) => {
    const places = view.fragments(block)
    const end = places.at(-1)
    if (end?.page === page) return end.bottomPx
    return places.some(place => place.page === page) ? lastLineBottom(view, page, block, leadingPx) : 0
  }))
}

function lastLineBottom(view: View, page: number, block: HTMLElement, leadingPx: number): number {
  const rows = block.querySelectorAll('tr')
  if (rows.length > 0) return Math.max(0, ...[...rows].flatMap(row => view.fragments(row)).filter(place => place.page === page).map(place => place.bottomPx))
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = lastNode(walker); node; node = walker.previousNode()) {
    const bottoms = view.textBoxes(node).filter(place => place.page === page).map(place => (place.topPx + place.bottomPx + leadingPx) / 2)
    if (bottoms.length > 0) return Math.max(...bottoms)
  }
  return 0
}

function lastNode(walker: TreeWalker): Node | null {
  while (walker.lastChild());
  return walker.currentNode instanceof Text ? walker.currentNode : walker.previousNode()
}

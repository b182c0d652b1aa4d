/** Runs inside the page, like `inspect`: finds text that is printed over other text. It uses nothing from outside itself. */
import type {Observation} from '../../types.ts'

/** Find blocks of words that stand on the ones before them by more than half a line. */
export function findOverprinted(): readonly Observation[] {
  // Of blocks of words that follow each other the next begins below the one before, or beside it in another column.
  const leaves = [...document.querySelectorAll<HTMLElement>('main :is(p, pre, h2, h3, h4, h5, h6, dt, dd, li)')].filter(block => /\S/.test(block.textContent) && !block.querySelector('p, pre, h1, h2, h3, h4, h5, h6, ul, ol, dl, table, figure, div, blockquote, aside, details, address') && !block.closest('.note, figure, table, .verse, [hidden]'))
  const isPlaced = (block: Element) => {
    for (let around: Element | null = block; around && around.tagName !== 'MAIN'; around = around.parentElement) {
      const {position, float, display} = getComputedStyle(around)
      if (position === 'absolute' || position === 'fixed' || float !== 'none' || display === 'none') return true
    }
    return false
  }
  // No words stand in a block's padding, and a head's may be taken back by what follows.
  const paddingPx = (block: Element, side: 'Top' | 'Bottom') => Number.parseFloat(getComputedStyle(block)[`padding${side}`]) || 0
  const flowing = leaves.filter(block => !isPlaced(block))
  const overprinted = flowing.filter((block, index) => {
    const above = flowing[index - 1] && [...flowing[index - 1]?.getClientRects() ?? []].at(-1)
    const [own] = block.getClientRects()
    if (!above || !own) return false
    const linePx = Number.parseFloat(getComputedStyle(block).lineHeight) || own.height
    const [top, bottom] = [own.top + paddingPx(block, 'Top'), above.bottom - paddingPx(flowing[index - 1] ?? block, 'Bottom')]
    const [depthPx, widthPx] = [Math.min(bottom, own.bottom) - Math.max(above.top, top), Math.min(above.right, own.right) - Math.max(above.left, own.left)]
    return widthPx > 1 && depthPx > linePx / 2
  })
  const [first] = overprinted
  return first ? [{kind: 'hidden', isUnder: true, at: first.closest('[data-at]')?.getAttribute('data-at') ?? '', count: overprinted.length}] : []
}

/** Looks whether written lines came out as planned. */
import type {Reading} from './read.ts'

/** Tell whether a paragraph has as many lines as planned; first by its height, then, where that says nothing, line by line. */
export function linesHold({element, lineHeightPx, edgesPx, dropCap}: Reading, count: number, ends: readonly Element[]): boolean {
  const height = element.getBoundingClientRect().height - edgesPx
  if (Math.abs(height - count * lineHeightPx) < 0.3 * lineHeightPx) return true
  // A drop cap's own rectangle is not where it shows.
  return dropCap === undefined && wrappedLine(element, count, ends) === undefined
}

/**
 * Find the first line that wrapped: the middles of its parts lie more than half a line apart. What is taller than a line
 * (a drop cap, an image) tells nothing; letters may be, so their boxes overlap those of the next line.
 */
export function wrappedLine(element: Element, count: number, ends: readonly Element[]): number | undefined {
  const range = document.createRange()
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight) || Infinity
  for (let line = 0; line < count; line++) {
    const [before, after] = [ends[line - 1], ends[line]]
    if (before) range.setStartAfter(before)
    else range.setStart(element, 0)
    if (after) range.setEndBefore(after)
    else range.setEnd(element, element.childNodes.length)
    const middles = [...range.getClientRects()].filter(box => box.width > 0.5 && box.height < 1.7 * lineHeight).map(box => (box.top + box.bottom) / 2)
    if (Math.max(...middles) - Math.min(...middles) > 0.6 * lineHeight) return line
  }
  return undefined
}

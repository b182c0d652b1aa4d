/** The room that floats leave to the lines beside them. */
import {inlineTags} from './find.ts'

export type Band = {readonly topPx: number; readonly bottomPx: number; readonly leftPx: number; readonly rightPx: number; readonly side: 'left' | 'right'}

/** Find the floats of a page. */
export function floatsIn(root: Element): readonly HTMLElement[] {
  return [...root.querySelectorAll('*')].filter(element => element instanceof HTMLElement)
    .filter(element => !inlineTags.has(element.tagName) && getComputedStyle(element).float !== 'none')
}

/** Measure the floats' margin boxes as they stand now. */
export function bandsOf(floats: readonly HTMLElement[]): readonly Band[] {
  return floats.map(float => {
    const style = getComputedStyle(float)
    const box = float.getBoundingClientRect()
    const margin = (value: string) => Number.parseFloat(value) || 0
    return {
      topPx: box.top - margin(style.marginTop), bottomPx: box.bottom + margin(style.marginBottom),
      leftPx: box.left - margin(style.marginLeft), rightPx: box.right + margin(style.marginRight),
      side: style.float === 'right' ? 'right' : 'left'
    }
  })
}

/**
 * Whether a float narrows lines in a box, or may once either has moved up or down by a slack in px. One that hangs in the
 * margin, as the number of a note does, takes nothing from them wherever it stands.
 */
export function mayNarrow({topPx, bottomPx, leftPx, rightPx}: Omit<Band, 'side'>, box: Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>, slackPx: number): boolean {
  return topPx < box.bottom + slackPx && bottomPx > box.top - slackPx && leftPx < box.right - 0.01 && rightPx > box.left + 0.01
}

/** The content box of a paragraph. */
export type Place = {readonly topPx: number; readonly leftPx: number; readonly widthPx: number; readonly lineHeightPx: number}

const mostLines = 400

/** The widths of the lines from the first on, as long as floats stand beside them, and one more; from the bands alone. */
export function widthsBeside({topPx, leftPx, widthPx, lineHeightPx}: Place, bands: readonly Band[]): readonly number[] {
  const lowest = Math.max(topPx, ...bands.map(band => band.bottomPx))
  const count = Math.min(mostLines, Math.ceil((lowest - topPx) / lineHeightPx) + 1)
  return Array.from({length: count}, (_, line) => {
    const top = topPx + line * lineHeightPx
    const beside = bands.filter(band => band.topPx < top + lineHeightPx - 0.01 && band.bottomPx > top + 0.01)
    const left = Math.max(0, ...beside.filter(band => band.side === 'left').map(band => band.rightPx - leftPx))
    const right = Math.max(0, ...beside.filter(band => band.side === 'right').map(band => leftPx + widthPx - band.leftPx))
    return widthPx - left - right
  })
}

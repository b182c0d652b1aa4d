/**
 * Elements set in columns: while their text is measured they are as narrow as one of their columns; what runs over all
 * columns keeps its width. Afterwards they are columns again, and the browser balances what was built.
 */
import {px} from './flow.ts'

const marker = 'data-columns'

/** Make the column boxes of a section narrow; before paragraphs are set. */
export function narrowColumns(section: HTMLElement): void {
  for (const element of section.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element)
    const count = Number(style.columnCount)
    if (!(count > 1) || element.hasAttribute(marker)) continue
    const widthPx = element.clientWidth - px(style.paddingLeft) - px(style.paddingRight)
    const gapPx = px(style.columnGap)
    for (const spanner of element.querySelectorAll<HTMLElement>('*')) if (getComputedStyle(spanner).columnSpan === 'all') spanner.style.width = `${widthPx}px`
    element.setAttribute(marker, String(count))
    Object.assign(element.style, {columns: 'auto', width: `${(widthPx - (count - 1) * gapPx) / count}px`})
    element.dataset['columnStep'] = String((widthPx + gapPx) / count)
  }
}

/**
 * Give the column boxes of a section their columns back, each as high as its text was built: left to balance, the browser
 * would stop short of a page's foot where columns of unlike height go on behind it.
 */
export function widenColumns(section: HTMLElement, heightOf: (box: HTMLElement) => number): void {
  for (const element of section.querySelectorAll<HTMLElement>(`[${marker}]`)) {
    const heightPx = heightOf(element)
    for (const name of ['columns', 'width']) element.style.removeProperty(name)
    Object.assign(element.style, {columnFill: 'auto', boxSizing: 'content-box', height: `${heightPx}px`})
    element.removeAttribute(marker)
    for (const spanner of element.querySelectorAll<HTMLElement>('*')) if (getComputedStyle(spanner).columnSpan === 'all') spanner.style.removeProperty('width')
  }
}

/** How many columns an element opens; 1 where it opens none. */
export function columnsOf(element: HTMLElement): number {
  return Number(element.getAttribute(marker) ?? 1)
}

/** How far the columns that an element stands in lie apart, in px; 0 where it stands in none. */
export function columnStepOf(element: Element): number {
  return Number(element.closest<HTMLElement>(`[data-column-step]`)?.dataset['columnStep'] ?? 0)
}

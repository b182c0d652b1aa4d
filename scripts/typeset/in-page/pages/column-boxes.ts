/**
 * Elements set in columns: while their text is measured they are as narrow as one of their columns; what runs over all
 * columns keeps its width. Afterwards they are columns again, each as high as its text was built.
 */
import {px} from './flow.ts'

const marker = 'data-columns'
const indexMarker = 'data-column-box'
const spannerMarker = 'data-spans-columns'

/**
 * Settle how many columns each box of a section really has, as CSS Multi-column 1 (3.4) has it: `columns: 2 16em` are two
 * where each is 16 em wide at least, else one. First of all, because what else asks for columns asks for these.
 */
export function settleColumns(section: HTMLElement): void {
  for (const element of [section, ...section.querySelectorAll<HTMLElement>('*')]) {
    const style = getComputedStyle(element)
    if (style.columnCount === 'auto' && style.columnWidth === 'auto') continue
    element.style.columns = columnsIn(contentWidth(element, style), style)
  }
}

function columnsIn(widthPx: number, {columnCount, columnWidth, columnGap}: CSSStyleDeclaration): string {
  const gapPx = px(columnGap)
  const most = columnCount === 'auto' ? Infinity : Number(columnCount)
  const fitting = columnWidth === 'auto' ? most : Math.floor((widthPx + gapPx) / (px(columnWidth) + gapPx))
  const count = Math.max(1, Math.min(most, fitting))
  return count > 1 ? `auto ${count}` : 'auto'
}

/** Make the column boxes of a section narrow; before paragraphs are set. */
export function narrowColumns(section: HTMLElement): void {
  let index = section.querySelectorAll(`[${marker}]`).length
  for (const element of section.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element)
    const count = Number(style.columnCount)
    if (!(count > 1) || element.hasAttribute(marker)) continue
    const [widthPx, gapPx] = [contentWidth(element, style), px(style.columnGap)]
    for (const spanner of spannersIn(element)) {
      spanner.setAttribute(spannerMarker, '')
      spanner.style.width = `${widthPx}px`
    }
    element.setAttribute(marker, String(count))
    element.setAttribute(indexMarker, String(++index))
    Object.assign(element.style, {columns: 'auto', width: `${(widthPx - (count - 1) * gapPx) / count}px`})
    element.dataset['columnStep'] = String((widthPx + gapPx) / count)
  }
}

function contentWidth({clientWidth}: HTMLElement, {paddingLeft, paddingRight}: CSSStyleDeclaration): number {
  return clientWidth - px(paddingLeft) - px(paddingRight)
}

function spannersIn(element: HTMLElement): readonly HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('*')].filter(inside => getComputedStyle(inside).columnSpan === 'all')
}

/** A measure of fewer ems, some 35 characters, is set ragged: justified, it would have holes. */
const leastJustifiedEm = 16

/** Mark a section, and columns in it, as `narrow` where their lines are too short to be justified. */
export function markNarrow(section: HTMLElement): void {
  for (const box of [section, ...section.querySelectorAll<HTMLElement>(`[${marker}]`)]) {
    const style = getComputedStyle(box)
    box.classList.toggle('narrow', contentWidth(box, style) < leastJustifiedEm * px(style.fontSize))
  }
}

/**
 * Room below the columns of a box, which what follows takes back: the browser counts in 64ths of a px, and a last line that
 * lacks one of them would go to a column beyond the page, where it is lost.
 */
const roomPx = 0.5

/**
 * Give the column boxes of a section their columns back, each as high as its text was built: left to balance, the browser
 * would stop short of a page's foot where columns of unlike height go on behind it.
 */
export function widenColumns(section: HTMLElement, heightOf: (box: HTMLElement) => number): void {
  for (const element of section.querySelectorAll<HTMLElement>(`[${marker}]`)) {
    const columns = `auto ${columnsOf(element)}`
    element.style.removeProperty('width')
    const marginBottom = `${px(getComputedStyle(element).marginBottom) - roomPx}px`
    Object.assign(element.style, {columns, columnFill: 'auto', boxSizing: 'content-box', height: `${heightOf(element) + roomPx}px`, marginBottom})
    element.removeAttribute(marker)
    for (const spanner of element.querySelectorAll<HTMLElement>(`[${spannerMarker}]`)) spanner.style.removeProperty('width')
  }
}

/** Whether an element runs over all columns of its box. Asked while pages are written, when a style would have to be computed anew each time. */
export function spansColumns(element: HTMLElement): boolean {
  return element.hasAttribute(spannerMarker)
}

/** Take an element out of the columns that it ran over: it keeps the width that it had. */
export function spanNone(element: HTMLElement): void {
  element.removeAttribute(spannerMarker)
}

/** Let a frame run over all columns of the box that it stands in, this wide, and nothing in it by itself: columns cannot be parted by what stands in them. */
export function spanInstead(frame: HTMLElement, widthPx: number): void {
  for (const inner of frame.querySelectorAll<HTMLElement>(`[${spannerMarker}]`)) {
    spanNone(inner)
    inner.style.columnSpan = 'none'
  }
  if (!frame.closest(`[${marker}]`) || frame.parentElement?.closest(`[${spannerMarker}]`)) return
  frame.setAttribute(spannerMarker, '')
  Object.assign(frame.style, {columnSpan: 'all', width: `${widthPx}px`})
}

/** How many columns an element opens; 1 where it opens none. */
export function columnsOf(element: HTMLElement): number {
  return Number(element.getAttribute(marker) ?? 1)
}

/** The number of a box of columns, from 1 in the order of its section; 0 where an element is none. */
export function boxIndexOf(element: HTMLElement): number {
  return Number(element.getAttribute(indexMarker) ?? 0)
}

/** How far the columns that an element stands in lie apart, in px; 0 where it stands in none. */
export function columnStepOf(element: Element): number {
  return Number(element.closest<HTMLElement>(`[data-column-step]`)?.dataset['columnStep'] ?? 0)
}

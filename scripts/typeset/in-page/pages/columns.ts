/** The pages of a section while it is composed: columns of one box, side by side, fragmented as print does it. */

/** Far enough apart that nothing that sticks out of one page is taken for the next. */
const gapPx = 200
const simulationClass = 'composing'

/** `stridePx`: from the left of one page to the left of the next. */
export type Columns = {readonly element: HTMLElement; readonly widthPx: number; readonly heightPx: number; readonly stridePx: number}

/** A rectangle on a page of its section; pages count from 0 at the first column shown. */
export type OnPage = {readonly page: number; readonly topPx: number; readonly bottomPx: number}

const lasting = `
.page-section {display: block; overflow-x: clip; margin: 0; padding: 0; border: 0}
.page-foot-strut {float: left; clear: left; width: 0; margin: 0; padding: 0; border: 0}
.page-foot {float: left; clear: left; width: 100%; box-sizing: border-box; break-inside: avoid; margin: 0; border: 0; padding: 0; display: flow-root; text-indent: 0}
.page-foot-row > td {padding: 0; border: 0; height: auto; text-indent: 0}
.page-foot-row {break-inside: avoid; background: none}
.page-foot-cell {contain: inline-size; box-sizing: border-box; width: var(--page-width)}
.page-own {display: flow-root; break-before: page; break-inside: avoid; box-sizing: border-box; margin: 0}
.page-blank {page: blank; break-before: page; break-after: page; height: 1px}
[data-turn] {break-before: page !important}
.page-clear {clear: both; height: 0}
@layer page-notes {
.page-notes {display: flow-root; padding-top: 9px; text-align: start; text-indent: 0}
.page-notes::before {content: ""; display: block; width: 25%; border-top: 0.5pt solid; margin-bottom: 5px}
.note-continued > :first-child {text-indent: 0}
thead {break-inside: avoid}
}
`
const simulation = `
html.${simulationClass} .page-section {position: absolute; left: 0; top: 0; column-fill: auto; column-gap: ${gapPx}px; overflow: visible; contain: layout style}
html.${simulationClass} [data-away] {display: none !important}
html.${simulationClass} :is(.page-own, [data-turn]) {break-before: column !important}
html.${simulationClass} .page-measure {position: absolute; left: 0; top: 0; visibility: hidden; contain: layout style}
`

/** Put the styles into the page; give what takes the simulation out of it again. */
export function startSimulation(): () => void {
  const styles = [lasting, simulation].map(text => Object.assign(document.createElement('style'), {textContent: text}))
  // First in the head, and how notes look in a layer, the lowest of all: the theme's rules for them win.
  document.head.prepend(...styles)
  document.documentElement.classList.add(simulationClass)
  return () => {
    document.documentElement.classList.remove(simulationClass)
    styles[1]?.remove()
    for (const element of document.querySelectorAll('[data-away]')) element.removeAttribute('data-away')
    for (const section of document.querySelectorAll<HTMLElement>('.page-section')) section.removeAttribute('style')
  }
}

/** Make an element's content run through columns as large as the type area. */
export function makeColumns(element: HTMLElement, widthPx: number, heightPx: number): Columns {
  Object.assign(element.style, {width: `${widthPx}px`, height: `${heightPx}px`, columnWidth: `${widthPx}px`})
  return {element, widthPx, heightPx, stridePx: widthPx + gapPx}
}

/** Tell the page that a rectangle stands on. */
export function onPage({element, stridePx}: Columns, rectangle: DOMRect): OnPage {
  const origin = element.getBoundingClientRect()
  const page = Math.floor((rectangle.left - origin.left + gapPx / 2) / stridePx)
  return {page, topPx: rectangle.top - origin.top, bottomPx: rectangle.bottom - origin.top}
}

/** The pages that an element's boxes stand on, in order; empty where it is not shown. */
export function fragmentsOf(columns: Columns, element: Element): readonly OnPage[] {
  return [...element.getClientRects()].map(rectangle => onPage(columns, rectangle))
}

/** Where the boxes of the text in a node stand, in order; boxes of blocks are left out. */
export function textBoxes(columns: Columns, node: Node): readonly OnPage[] {
  const range = document.createRange()
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  const places: OnPage[] = []
  for (let text: Node | null = node instanceof Text ? node : walker.nextNode(); text; text = walker.nextNode()) {
    range.selectNodeContents(text)
    for (const rectangle of range.getClientRects()) if (rectangle.height > 0) places.push(onPage(columns, rectangle))
  }
  return places
}

/** Where one character stands; undefined where it is not shown. */
export function characterBox(columns: Columns, text: Text, offset: number): OnPage | undefined {
  const range = document.createRange()
  range.setStart(text, offset)
  range.setEnd(text, offset + 1)
  const rectangle = range.getClientRects()[0]
  return rectangle && onPage(columns, rectangle)
}

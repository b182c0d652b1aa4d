/**
 * Makes fit what no page could hold, before anything is measured: pictures are set smaller, wide tables turned, and
 * tables that fit in no way have their cells set below each other. Gives the places of what had to give way.
 */

export type Fitted = {readonly at: string; readonly what: 'turned' | 'stacked'}

type Room = {readonly widthPx: number; readonly heightPx: number}

/** Fit the blocks of a section whose pages have this room. */
export function fitBlocks(section: HTMLElement, room: Room): readonly Fitted[] {
  for (const figure of section.querySelectorAll('figure')) shrinkPicture(figure, room)
  for (const picture of section.querySelectorAll('img')) if (!picture.closest('figure')) shrinkInline(picture, room)
  return [...section.querySelectorAll('table')].filter(table => !table.parentElement?.closest('table')).flatMap(table => fitTable(table, room))
}

/** A column of boxes that is taller than its page flows over pages as text does. */
export function letFlow(section: HTMLElement, {heightPx}: Room): void {
  const {display, flexDirection} = getComputedStyle(section)
  if (display === 'flex' && flexDirection === 'column' && section.getBoundingClientRect().height > heightPx + 0.5) section.style.display = 'flow-root'
}

/** The picture gives way, not its caption; under a third of the page it stays: then the caption is broken. */
function shrinkPicture(figure: HTMLElement, {heightPx}: Room): void {
  const overPx = figure.getBoundingClientRect().height - heightPx
  const picture = figure.querySelector('img')
  if (overPx <= 0 || !picture) return
  const wanted = picture.getBoundingClientRect().height - overPx - 1
  Object.assign(picture.style, {maxHeight: `${Math.max(heightPx / 3, wanted)}px`, width: 'auto'})
}

/** A picture in a line or a cell, a note's among them, leaves room for a few lines. */
function shrinkInline(picture: HTMLImageElement, {heightPx}: Room): void {
  if (picture.getBoundingClientRect().height > heightPx * 0.8) Object.assign(picture.style, {maxHeight: `${heightPx * 0.6}px`, width: 'auto'})
}

function fitTable(table: HTMLTableElement, room: Room): readonly Fitted[] {
  const place = {at: table.closest('[data-at]')?.getAttribute('data-at') ?? ''}
  const container = spans(table) ? room.widthPx : table.parentElement?.clientWidth ?? room.widthPx
  const isWide = table.scrollWidth > container + 1
  if (isWide && turn(table, room)) return [{...place, what: 'turned'}]
  if (!isWide && !hasTallRow(table, room)) return []
  table.classList.add('stacked')
  return [{...place, what: 'stacked'}]
}

/** Whether an element, or what it stands in, runs over all columns. */
function spans(element: Element): boolean {
  for (let current: Element | null = element; current && current.localName !== 'main'; current = current.parentElement) if (getComputedStyle(current).columnSpan === 'all') return true
  return false
}

function hasTallRow(table: HTMLTableElement, {heightPx}: Room): boolean {
  const headPx = table.tHead?.getBoundingClientRect().height ?? 0
  return [...table.rows].some(row => row.getBoundingClientRect().height > heightPx - headPx)
}

/** Turn a table on a page of its own; undone where it is too wide for the page's height, or too long for its width. */
function turn(table: HTMLTableElement, {widthPx, heightPx}: Room): boolean {
  if (table.closest('li, blockquote, aside, figure, .note') || getComputedStyle(table).getPropertyValue('--turn').trim() === 'none') return false
  const frame = document.createElement('div')
  frame.className = 'turned'
  frame.style.height = `${heightPx}px`
  table.before(frame)
  frame.append(table)
  Object.assign(table.style, {width: `${heightPx}px`, margin: '0'})
  const fits = table.scrollWidth <= heightPx + 1 && table.getBoundingClientRect().height <= widthPx
  if (fits) table.style.transform = `translateY(${heightPx}px) rotate(-90deg)`
  else {
    table.removeAttribute('style')
    frame.replaceWith(table)
  }
  return fits
}

/**
 * Writes built pages into the page, whatever their columns: a forced break where a page or column begins, white space as it
 * was built, notes and floated figures at their place. What moves stands absolutely in its section, whose pages the
 * browser counts as if they stood on each other; so it keeps its place in the order of the text.
 */
import type {ComposedSection} from './compose-pages.ts'
import {brokenBoxesIn, drawBrokenBoxes} from './broken-boxes.ts'
import {boxIndexOf, spanNone, widenColumns} from './column-boxes.ts'
import {insertAll} from './find-line.ts'
import {endFlush, keepGap, px, setGap} from './gaps.ts'
import {keep} from './neighbours.ts'
import {placeNotes} from './place-notes.ts'
import type {Afloat, Place} from './places.ts'
import {afloatIn, placesOf} from './places.ts'
import type {Insertion} from './turns.ts'
import {skippedColumns, turn} from './turns.ts'

/** An element by whose destination in the PDF a page is checked. */
export type Anchor = {readonly id: string; readonly page: number}

/** What pages and columns begin with: what begins a column is in the print too, unless it is lost beyond the page. */
export type Beginnings = {readonly pages: readonly Anchor[]; readonly columns: readonly string[]}

/** Write a section's pages; tells what they and their columns begin with. */
export function writePages(section: ComposedSection): Beginnings {
  const {element, firstPage, blankBefore} = section
  const [places, figures, boxes] = [placesOf(section), afloatIn(section), brokenBoxesIn(section)]
  element.style.position = 'relative'
  element.style.breakBefore = firstPage > 1 ? 'page' : 'auto'
  if (blankBefore) element.before(emptyPage(true))
  placeNotes(section)
  // Even an empty box behind a page that is full to its last line would open another.
  element.querySelector(':scope > #pamphlet-feet')?.remove()
  for (const figure of figures) float(figure)
  const beginnings = writePlaces(section, places)
  widenColumns(element, box => heightOfBox(section, boxIndexOf(box)))
  appendEmpty(section, places)
  endSection(element)
  drawBrokenBoxes(element, boxes)
  return beginnings
}

/** Write what leads from each item to the next: a turn, or white space. */
function writePlaces(section: ComposedSection, places: readonly Place[]): Beginnings {
  const pages: Anchor[] = []
  const columns: string[] = []
  const insertions: Insertion[] = []
  for (const place of places) {
    for (const neighbour of place.kept) keep(neighbour)
    leaveColumns(place)
    if (place.turn === 'none') keepGap(place)
    else if (place.number === section.firstPage && place.beginsPage) beginSection(place)
    else {
      const id = turn(place, place.emptyPages.map(page => emptyPage(section.pages[page]?.isBlank === true)), insertion => insertions.push(insertion))
      if (place.turn === 'column') columns.push(id)
      if (place.beginsPage) pages.push({id, page: place.number})
    }
  }
  insertAll(insertions)
  return {pages, columns}
}

/** What ends a column stands flush with its foot; where something runs over all columns, those left free stay so. */
function leaveColumns({turn: kind, skips, above, begins}: Place): void {
  if (above && above.columns > 1 && above.block !== begins.block && (kind !== 'none' || begins.columns === 1)) endFlush(above.block)
  if (kind !== 'column' && begins.start.kind === 'block') begins.start.outer.before(...skippedColumns(skips))
}

/** Columns at the very beginning: within them, the white space above would not be that of the section. */
function beginSection({begins: {start, box}, gapPx}: Place): void {
  if (box > 0 && start.kind === 'block') setGap(start, gapPx)
}

/** Pages behind the last of the text; a section without any has one by itself. */
function appendEmpty(section: ComposedSection, places: readonly Place[]): void {
  const last = places.at(-1)?.page ?? 0
  section.element.append(...section.pages.slice(last + 1).map(({isBlank}) => emptyPage(isBlank)))
}

/** A page that holds nothing of the text. */
function emptyPage(isBlank: boolean): HTMLElement {
  return Object.assign(document.createElement('div'), {className: isBlank ? 'blank' : 'page-own'})
}

function float({block, topPx, leftPx, widthPx}: Afloat): void {
  spanNone(block)
  Object.assign(block.style, {position: 'absolute', margin: '0', top: px(topPx), left: px(leftPx), width: px(widthPx), boxSizing: 'border-box'})
}

/** White space below the last line of a full page would open another. */
function endSection(section: HTMLElement): void {
  let last: Element | undefined = section
  while (last) {
    if (last !== section && last instanceof HTMLElement) last.style.marginBottom = '0'
    last = [...last.children].findLast(child => !/absolute|fixed/.test(getComputedStyle(child).position))
  }
}

/** The height of what was built in a box of columns, as if its pages stood on each other. */
function heightOfBox({items, pages}: ComposedSection, box: number): number {
  const extents = pages.flatMap(page => page.placed.filter(({item}) => items[item]?.box === box)
    .map(({item, topPx}) => ({topPx: page.topPx + topPx, bottomPx: page.topPx + topPx + (items[item]?.heightPx ?? 0)})))
  return extents.length === 0 ? 0 : Math.max(...extents.map(({bottomPx}) => bottomPx)) - Math.min(...extents.map(({topPx}) => topPx))
}

/**
 * Pages that the browser breaks by itself, the last resort: what must be found again gets an id, and after a print tells
 * where each of them stands, the page numbers in the text are put in and a record is drawn up as of composed pages.
 */
import {numbersOf, spansOf} from '../../../template/page-spans.ts'
import {folioOf} from '../folio.ts'
import type {Placed, PrintedPlaces} from '../composition.ts'
import type {PageOptions} from './compose-pages.ts'
import {layOutSections, sectionsIn} from './compose-pages.ts'
import {hiddenBlocks} from './hidden.ts'
import type {Mark} from './mark-text.ts'
import {markText, probeInline} from './mark-text.ts'
import {compositionOf} from './printed-pages.ts'

/** So wide is a page number in the text: with any other its line stays what it is. */
const numberRoom = '1.6em'

/** Mark the page; what comes back makes the record of a print. */
export function markPages(options: PageOptions): (places: PrintedPlaces) => Placed {
  const fitted = layOutSections(options)
  const sections = sectionsIn(document)
  const hidden = hiddenBlocks(document)
  for (const [index, section] of sections.entries()) beginSection(section, index)
  const texts = sections.filter(({localName}) => localName === 'main')
  const probes = texts.flatMap(text => [...probeInline(text)])
  const marks: Mark[] = texts.flatMap(markText)
  const named = sections.map(({id, localName, classList}) => ({id, name: localName === 'main' ? 'main' : classList[0] ?? localName}))
  nameTargets()
  const area = options.areas['']
  return places => {
    const composition = compositionOf({sections: named, marks, fitted, hidden, area, probes}, places)
    return {composition, isSettled: !fillNumbers(composition.pages, composition.sections.find(({name}) => name === 'main')?.firstPage ?? 1, options.countsFromText)}
  }
}

/** Sections begin on pages of their own, and no page is left blank before them: nobody could tell which. */
function beginSection(section: HTMLElement, index: number): void {
  if (section.id === '') section.id = `pamphlet-section-${index}`
  section.style.removeProperty('width')
  section.style.breakBefore = index > 0 ? 'page' : 'auto'
  for (const element of section.querySelectorAll<HTMLElement>('*')) {
    if (/^(?:recto|verso|left|right)$/.test(getComputedStyle(element).breakBefore)) element.style.setProperty('break-before', 'page', 'important')
  }
}

/** Chromium names only places that a link points to. */
function nameTargets(): void {
  const targets = document.getElementById('pamphlet-targets')
  const known = new Set([...targets?.querySelectorAll('a') ?? []].map(link => link.hash.slice(1)))
  for (const {id} of document.body.querySelectorAll('[id]')) {
    if (id !== '' && !known.has(id)) targets?.append(Object.assign(document.createElement('a'), {href: `#${id}`}))
  }
}

/** Put page numbers into the text; tells whether any was another. */
function fillNumbers(pages: Readonly<Record<string, number>>, firstTextPage: number, countsFromText: boolean): boolean {
  let isChanged = false
  const known = new Map(Object.entries(pages))
  for (const blank of document.querySelectorAll<HTMLElement>('[data-page-refs]')) {
    const numbers = numbersOf(spansOf(blank.dataset['pageRefs'] ?? '', known), page => folioOf(page, firstTextPage, countsFromText))
    const text = numbers.map(number => number.text).join(', ')
    if (blank.closest('a')) Object.assign(blank.style, {display: 'inline-block', textIndent: '0', minWidth: numberRoom})
    if (text === blank.textContent) continue
    blank.textContent = text
    isChanged = true
  }
  return isChanged
}

/** Puts page numbers into the text: of cross-references, of the index, of the list of figures. */
import type {PageNumber} from '../../../template/page-spans.ts'
import {numbersOf, spansOf} from '../../../template/page-spans.ts'
import {folioOf} from '../folio.ts'
import type {ComposedParagraph} from '../paragraphs/compose.ts'
import {recompose} from '../paragraphs/compose.ts'
import type {ComposedSection} from './compose-pages.ts'
import {pagesOfIds} from './page-record.ts'
import {settle} from './references.ts'

/** `composed` holds the paragraphs that are set, by their element; what is set anew takes its place there. */
export type Filling = {readonly composed: Map<Element, ComposedParagraph>; readonly countsFromText: boolean}

/**
 * A place to be filled, what it says by now, and the widest that it has been. `unless`: an id on whose page it stays
 * empty; `word`: what stands before its numbers.
 */
type Blank = {readonly element: HTMLElement; readonly references: string; readonly unless: string; readonly word: string; text: string; widestPx: number}

type Change = {readonly blank: Blank; readonly numbers: readonly PageNumber[]}

/** Build pages until all that refers to them is right. Without references they are built once. */
export function settleReferences(build: () => readonly ComposedSection[], {composed, countsFromText}: Filling): readonly ComposedSection[] {
  const blanks = blanksIn(document)
  if (blanks.length === 0) return build()
  const endnotes = new Map<Element, readonly string[]>()
  let isHeld = false
  return settle({
    build: () => build().map(section => withEndnotes(section, endnotes)),
    fill: sections => {
      const changes = changesFor(blanks, sections, countsFromText)
      if (isHeld) changes.forEach(write)
      else setAnew(changes.map(({blank}) => blank), composed, () => changes.forEach(write))
      return changes.length > 0
    },
    hold: () => {
      isHeld = true
      setAnew(blanks, composed, () => blanks.forEach(keepRoom))
    }
  })
}

function blanksIn(root: ParentNode): readonly Blank[] {
  return [...root.querySelectorAll<HTMLElement>('[data-page-refs]')]
    .map(element => ({element, text: element.textContent, widestPx: 0, ...wantedBy(element.dataset)}))
}

function wantedBy({pageRefs = '', pageUnless = '', pageWord = ''}: DOMStringMap): Pick<Blank, 'references' | 'unless' | 'word'> {
  return {references: pageRefs, unless: pageUnless, word: pageWord}
}

/** Notes that an earlier round moved to the end are not moved again, but they have been. */
function withEndnotes(section: ComposedSection, known: Map<Element, readonly string[]>): ComposedSection {
  const endnotes = [...known.get(section.element) ?? [], ...section.endnotes]
  known.set(section.element, endnotes)
  return {...section, endnotes}
}

function changesFor(blanks: readonly Blank[], sections: readonly ComposedSection[], countsFromText: boolean): readonly Change[] {
  const pages = pagesOfIds(sections)
  const firstTextPage = sections.find(({element}) => element.localName === 'main')?.firstPage ?? 1
  return blanks.flatMap(blank => {
    const spans = spansOf(blank.references, pages).filter(({from}) => from !== pages.get(blank.unless))
    const numbers = numbersOf(spans, page => folioOf(page, firstTextPage, countsFromText))
    return textOf(blank, numbers) === blank.text ? [] : [{blank, numbers}]
  })
}

function textOf({word}: Blank, numbers: readonly PageNumber[]): string {
  return numbers.length === 0 ? '' : word + numbers.map(({text}) => text).join(', ')
}

/** Numbers are links to their places, where they do not stand in a link already. */
function write({blank, numbers}: Change): void {
  blank.text = textOf(blank, numbers)
  if (blank.element.closest('a')) blank.element.textContent = blank.text
  else blank.element.replaceChildren(...numbers.flatMap(({id, text}, index) => [...(index > 0 ? [', '] : []), linkTo(id, text)]))
}

function linkTo(id: string, text: string): HTMLElement {
  return Object.assign(document.createElement('a'), {href: `#${id}`, textContent: text})
}

/** Change what stands in blanks; paragraphs that are set and hold one are set anew. */
function setAnew(blanks: readonly Blank[], composed: Map<Element, ComposedParagraph>, change: () => void): void {
  const paragraphs = new Set(blanks.flatMap(({element}) => composedAround(element, composed) ?? []))
  const made = recompose([...paragraphs], change)
  for (const {element} of paragraphs) composed.delete(element)
  for (const paragraph of made) composed.set(paragraph.element, paragraph)
  for (const blank of blanks) blank.widestPx = Math.max(blank.widestPx, blank.element.getBoundingClientRect().width)
}

function composedAround(element: Element, composed: ReadonlyMap<Element, ComposedParagraph>): ComposedParagraph | undefined {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const paragraph = composed.get(around)
    if (paragraph) return paragraph
  }
  return undefined
}

function keepRoom({element, widestPx}: Blank): void {
  if (element.closest('a')) Object.assign(element.style, {display: 'inline-block', textIndent: '0', width: `${widestPx}px`})
}

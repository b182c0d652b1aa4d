/** What is wrong with printed pages, told from the words that stand on them. */
import type {Word} from '../../../../scripts/bench/word-boxes.ts'
import type {PageReference, Written} from './manuscripts.ts'

/** Lengths in pt, as the words have them. */
export type Printed = {readonly pages: readonly (readonly Word[])[]; readonly area: {readonly top: number; readonly bottom: number}; readonly widthPt: number}

/** List the faults, in words; a right print has none. */
export function faultsOf({marks, notes, lateNotes, pages}: Written, printed: Printed): readonly string[] {
  const {area} = printed
  const inArea = printed.pages.map(words => words.filter(({top, bottom}) => (top + bottom) / 2 > area.top - 2))
  const places = placesOf(inArea)
  const expected = [...marks, ...lateNotes, ...notes.flatMap(({reference, note}) => [reference, note])]
  return [
    ...expected.filter(mark => places.get(mark)?.length !== 1).map(mark => `${mark} stands ${places.get(mark)?.length ?? 0} times`),
    ...orderFaults(marks, places),
    ...notes.filter(({reference, note}) => places.get(reference)?.[0] !== places.get(note)?.[0])
      .map(({reference, note}) => `${note} on ${places.get(note)?.[0] ?? 0}, its reference on ${places.get(reference)?.[0] ?? 0}`),
    ...numberFaults(pages, inArea.map(words => words.filter(({top, bottom}) => (top + bottom) / 2 < area.bottom)), places),
    ...printed.pages.flatMap((words, index) => [...overlaps(words, index + 1), ...clipped(words, index + 1, printed)])
  ]
}

/** The pages (from 1) that each mark stands on. */
function placesOf(pages: readonly (readonly Word[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [index, words] of pages.entries()) {
    for (const {text} of words) for (const [mark] of text.matchAll(/[QRN]\d+[ZRN]/g)) places.set(mark, [...places.get(mark) ?? [], index + 1])
  }
  return places
}

/** Page numbers in the text, against the pages of what they refer to; pages are counted from the first. */
function numberFaults(references: readonly PageReference[], pages: readonly (readonly Word[])[], places: ReadonlyMap<string, readonly number[]>): readonly string[] {
  const text = pages.flat().map(({text: word}) => word).join(' ').replaceAll('\u00A0', ' ')
  const numbers = new Map([...text.matchAll(/(P\d+P) page (\d+)/g)].map(([, mark = '', number]) => [mark, Number(number)]))
  return references.filter(({reference, target}) => numbers.get(reference) !== places.get(target)?.[0])
    .map(({reference, target}) => `${reference} says page ${numbers.get(reference) ?? 'nothing'}, its target stands on ${places.get(target)?.[0] ?? 0}`)
}

/** A figure may stand later than the text behind it, but never before the page that its place is on. */
function orderFaults(marks: readonly string[], places: ReadonlyMap<string, readonly number[]>): readonly string[] {
  const pages = marks.map(mark => places.get(mark)?.[0] ?? 0)
  return marks.filter((_, index) => {
    const next = pages.slice(index + 1)
    return next.length > 0 && (pages[index] ?? 0) - Math.max(...next.slice(0, 400)) > 3
  }).map(mark => `${mark} stands pages behind its place`)
}

/** Words of two lines that stand on each other. */
function overlaps(words: readonly Word[], page: number): readonly string[] {
  const found: string[] = []
  const lines = words.toSorted((a, b) => a.top - b.top)
  for (const [index, word] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (other.top > word.bottom) break
      const depth = Math.min(word.bottom, other.bottom) - other.top
      const beside = Math.min(word.right, other.right) - Math.max(word.left, other.left)
      const height = Math.min(word.bottom - word.top, other.bottom - other.top)
      if (beside > 1.5 && depth > height * 0.62) found.push(`on page ${page} ${word.text} and ${other.text} stand on each other`)
    }
  }
  return found
}

/** Words outside the type area; the folio and the running head stand beyond it by more than a line. */
function clipped(words: readonly Word[], page: number, {area, widthPt}: Printed): readonly string[] {
  return words.filter(({top, bottom, left, right}) => {
    const middle = (top + bottom) / 2
    const isBeyond = middle > area.bottom + 1 && middle < area.bottom + 10
    return isBeyond || left < 4 || right > widthPt
  }).map(({text}) => `on page ${page} ${text} stands outside the type area`)
}

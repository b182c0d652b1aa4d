/** A pamphlet of a few chapters alone, each on the side of the spread that it has in the whole: pure. */
import {h} from 'hastscript'
import type {Chapter, Composition, Pamphlet} from '../../types.ts'
import {noteOwners} from './changes.ts'

/** The pages of a chapter, from 1, blank ones behind it left out. */
export type Span = {readonly chapter: number; readonly first: number; readonly count: number}

/** The first page of the text. */
export function textStart({sections}: Composition): number {
  return sections.find(({name}) => name === 'main')?.firstPage ?? 1
}

/** Where a chapter stands; undefined where that is not known. `behind`: ids that may stand behind it. */
export function spanOf({pages, sections, blanks}: Composition, chapter: number, id: string, behind: readonly string[]): Span | undefined {
  const first = pages[id]
  const main = sections.find(({name}) => name === 'main')
  if (first === undefined || !main) return undefined
  let last = Math.min(main.lastPage, ...behind.flatMap(next => pages[next] ?? []).filter(page => page > first).map(page => page - 1))
  while (last > first && blanks.includes(last)) last--
  return {chapter, first, count: last - first + 1}
}

/** The ids that stand behind a chapter of a pamphlet: of the next chapter, and of the notes at the end. */
export function idsBehind({chapters}: Pick<Pamphlet, 'chapters'>, chapter: number): readonly string[] {
  return [...chapters.slice(chapter + 1, chapter + 2).map(({id}) => id), 'pamphlet-notes']
}

/** Take the chapters out. Others are stood in for by a line on a page of its own, where that makes the sides come right. */
export function excerptOf(pamphlet: Pamphlet, spans: readonly Span[], firstPage: number): Pamphlet {
  const chapters: Chapter[] = []
  let next = firstPage
  for (const {chapter: number, first, count} of spans) {
    const chapter = pamphlet.chapters[number]
    if (!chapter) continue
    while (needsFiller(pamphlet, {number, isFirst: chapters.length === 0, isOdd: (next - first) % 2 !== 0})) {
      chapters.push(filler(chapters.length))
      next++
    }
    chapters.push(chapter)
    next += count
  }
  const owners = noteOwners(pamphlet)
  const own = new Set<number | undefined>(spans.map(({chapter}) => chapter))
  const notes = pamphlet.metadata.notes === 'end' ? [] : pamphlet.notes.filter(({id}) => own.has(owners.get(id)))
  return {...pamphlet, chapters, notes}
}

/** A chapter that is not the first of all must not be the first of these: styles tell them apart. */
function needsFiller({metadata}: Pamphlet, {number, isFirst, isOdd}: {readonly number: number; readonly isFirst: boolean; readonly isOdd: boolean}): boolean {
  return isFirst && number > 0 || isOdd && metadata.openings !== 'recto' && number > 0
}

function filler(index: number): Chapter {
  return {id: `pamphlet-filler-${index}`, title: '', children: [h('p', '\u00a0')]}
}

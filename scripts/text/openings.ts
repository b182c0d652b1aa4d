/** Whether chapters open pages. */
import type {Chapter, Metadata, PageSize, Pamphlet} from '../types.ts'
import {elementsIn} from '../elements.ts'

/** What the openings are decided by; `isWritten`: the author wrote heads of rank 1; `words`: of the whole text. */
export type Division = {readonly chapters: readonly Chapter[]; readonly files: number; readonly isWritten: boolean; readonly words: number}

/** Words on a page of A5, in the mean of the themes; on others as many as their area holds. */
const wordsOnA5 = 300
const a5Mm2 = 148 * 210

/** Of a chapter shorter than that, most of a page would be empty. */
const leastOfPage = 2 / 3

/** Sections of an article are no chapters: they open pages only where they are this long (words). */
const sectionWords = 800

/** A picture takes room as words do: a third of a page. */
const pictureWords = wordsOnA5 / 3

/**
 * Decide. Files of their own are chapters, and open pages. In one file the length counts: chapters written as such
 * (`# Head`) open pages where they fill two thirds of one in the mean, sections where they are of several pages.
 */
export function openingsOf({openings, page}: Metadata, {chapters, files, isWritten, words}: Division): Pamphlet['openings'] {
  if (openings !== 'auto') return openings === 'recto' ? 'page' : openings
  if (chapters.length < 2) return 'run-on'
  const least = isWritten ? leastOfPage * wordsOn(page) : sectionWords
  return files > 1 || (words + pictureWords * picturesIn(chapters)) / chapters.length >= least ? 'page' : 'run-on'
}

function wordsOn({widthMm, heightMm}: PageSize): number {
  return wordsOnA5 * widthMm * heightMm / a5Mm2
}

function picturesIn(chapters: readonly Chapter[]): number {
  return elementsIn({type: 'root', children: chapters.flatMap(({children}) => [...children])}).filter(({tagName}) => tagName === 'figure').length
}

/** Makes small runs for the page builder: a line is 10 px high, a page ten lines. */
import {buildRun} from '../../../../scripts/typeset/in-page/pages/build-run.ts'
import type {BuiltPage, BuiltRun, Item, NoteShape, PageShape, RunTask} from '../../../../scripts/typeset/in-page/pages/model.ts'

export const shape: PageShape = {heightPx: 100, leadingPx: 10, separatorPx: 10}

/** A line of body text. */
export function line(over: Partial<Item> = {}): Item {
  return {
    gapPx: 0, heightPx: 10, onGrid: true, breakBefore: 'free', penalty: 0, stretches: false, notes: [], repeatPx: 0, floats: false, isBox: false, toFoot: false, isHead: false, gapWithoutFloatPx: over.gapPx ?? 0,
    columns: 1, box: (over.columns ?? 1) > 1 ? 1 : 0, isRow: false, clears: false, paragraphLines: 0, ...over
  }
}

/** A paragraph: no page takes only its first line, or only its last. */
export function paragraph(lines: number): readonly Item[] {
  return Array.from({length: lines}, (_, index) => line({breakBefore: index === 1 || (index > 0 && index === lines - 1) ? 'never' : 'free', paragraphLines: index === 0 ? lines : 0}))
}

/** A head with a line of white above it, that may grow; the text below it keeps with it. */
export function headed(text: readonly Item[]): readonly Item[] {
  return [line({gapPx: 10, stretches: true}), ...text.map((item, index) => index === 0 ? {...item, breakBefore: 'never' as const} : item)]
}

export function lines(count: number, over: Partial<Item> = {}): readonly Item[] {
  return Array.from({length: count}, () => line(over))
}

/** A figure with a line of white above and below, that may go to a later page. */
export function figure(heightPx: number, over: Partial<Item> = {}): Item {
  return line({gapPx: 10, heightPx, onGrid: false, floats: true, ...over})
}

/** A table's head and its rows: the head is repeated, and keeps with the first two rows; so do the last two. */
export function table(rows: number): readonly Item[] {
  const row = (index: number) => line({onGrid: false, isRow: true, repeatPx: 10, breakBefore: index < 2 || index === rows - 1 ? 'never' : 'free'})
  return [line({onGrid: false}), ...Array.from({length: rows}, (_, index) => row(index))]
}

/** A note of so many lines. */
export function note(count: number, heightPx = 8): NoteShape {
  return Array.from({length: count}, (_, index) => ({gapPx: index === 0 ? 2 : 0, heightPx}))
}

/** Build a run of these items; it begins on a recto unless told otherwise. */
export function built(items: readonly Item[], notes: readonly NoteShape[] = [], over: Partial<RunTask> = {}): BuiltRun {
  return buildRun({items, notes, shape, leadPx: 0, startsOnRecto: true, ...over})
}

/** The items on each page, by their index. */
export function pagesOf({pages}: BuiltRun): readonly (readonly number[])[] {
  return pages.map(({placed}) => placed.map(({item}) => item))
}

/** How many items each page has. */
export function counts(run: BuiltRun): readonly number[] {
  return run.pages.map(({placed}) => placed.length)
}

/** The tops on a page. */
export function tops(page: BuiltPage | undefined): readonly number[] {
  return page?.placed.map(({topPx}) => topPx) ?? []
}

/** The parts of notes on each page: note, first line, line behind the last. */
export function parts({pages}: BuiltRun): readonly (readonly (readonly [number, number, number])[])[] {
  return pages.map(({notes}) => notes.map(({note: index, from, to}) => [index, from, to] as const))
}

/** Where on a page its last item ends. */
export function bottom({placed}: BuiltPage, items: readonly Item[]): number {
  return Math.max(0, ...placed.map(({item, topPx}) => topPx + (items[item]?.heightPx ?? 0)))
}

/** Numbers from one up to another, not included. */
export function range(from: number, to: number): readonly number[] {
  return Array.from({length: to - from}, (_, index) => from + index)
}

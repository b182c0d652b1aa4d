/** What a reference to pages says, on paper and in an EPUB: the pages of its ids, merged, as folios. */

/** Pages from 1, both included; `id` stands on the first. */
export type PageSpan = {readonly id: string; readonly from: number; readonly to: number}

/** A number or a range as it is printed, and where it leads. */
export type PageNumber = {readonly id: string; readonly text: string}

/** So many pages in a row that each have a place are a range. */
const shortestRun = 3

/** Read `id1 id2 id3..id4`: places, and ranges from one to another. What stands on no page is left out. */
export function spansOf(references: string, pages: ReadonlyMap<string, number>): readonly PageSpan[] {
  return references.split(' ').flatMap(reference => {
    const own = pages.get(reference)
    if (own !== undefined) return [{id: reference, from: own, to: own}]
    const [first = '', last = ''] = reference.split('..')
    const [start, end] = [pages.get(first), pages.get(last)]
    if (start === undefined || end === undefined) return []
    return [start <= end ? {id: first, from: start, to: end} : {id: last, from: end, to: start}]
  })
}

/** Put spans in order and merge what overlaps, what goes on from a range, and single pages from three in a row on. */
export function mergeSpans(spans: readonly PageSpan[]): readonly PageSpan[] {
  const apart = spans.toSorted((a, b) => a.from - b.from || b.to - a.to).reduce<readonly PageSpan[]>((merged, span) => {
    const last = merged.at(-1)
    if (!last || span.from > last.to) return [...merged, span]
    return span.to <= last.to ? merged : [...merged.slice(0, -1), {...last, to: span.to}]
  }, [])
  return runsOf(apart).flatMap(run => {
    const [first, last] = [run[0], run.at(-1)]
    const isRange = first && last && (run.some(({from, to}) => to > from) || run.length >= shortestRun)
    return isRange ? [{...first, to: last.to}] : run
  })
}

/** Spans that follow each other without a page between them. */
function runsOf(spans: readonly PageSpan[]): readonly (readonly PageSpan[])[] {
  return spans.reduce<readonly (readonly PageSpan[])[]>((runs, span) => {
    const run = runs.at(-1)
    return run?.at(-1)?.to === span.from - 1 ? [...runs.slice(0, -1), [...run, span]] : [...runs, [span]]
  }, [])
}

/** Write spans as folios: 12, 14–16. */
export function numbersOf(spans: readonly PageSpan[], folioOf: (page: number) => string): readonly PageNumber[] {
  return mergeSpans(spans).map(({id, from, to}) => ({id, text: from === to ? folioOf(from) : `${folioOf(from)}–${folioOf(to)}`}))
}

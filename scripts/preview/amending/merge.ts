/** Puts what was composed of a few chapters in the place of what they were: pure. */
import type {Composition, Observation} from '../../types.ts'
import type {PageKnowledge} from '../../typeset/knowledge.ts'

/** Pages of an excerpt, from `at` on, that stand in the whole from `first` on. */
export type Piece = {readonly at: number; readonly first: number; readonly count: number}

/** The page of the whole that a page of an excerpt is. */
export function wholePage(pieces: readonly Piece[], page: number): number | undefined {
  const piece = pieces.find(({at, count}) => page >= at && page < at + count)
  return piece && page - piece.at + piece.first
}

/** The page of the excerpt that a page of the whole is. */
export function excerptPage(pieces: readonly Piece[], page: number): number | undefined {
  const piece = pieces.find(({first, count}) => page >= first && page < first + count)
  return piece && page - piece.first + piece.at
}

export type Merging = {
  readonly pieces: readonly Piece[]
  /** Where blocks of all other chapters stand in the manuscript now; what is not in it was of the old chapters. */
  readonly places: ReadonlyMap<string, string>
}

/** Merge two compositions; the pages of the whole stay as many. */
export function mergeCompositions(whole: Composition, part: Composition, merging: Merging): Composition {
  const {pieces} = merging
  const kept = <Value extends {readonly page: number}>(values: readonly Value[]) => values.filter(({page}) => excerptPage(pieces, page) === undefined)
  const taken = <Value extends {readonly page: number}>(values: readonly Value[]) => values.flatMap(value => {
    const page = wholePage(pieces, value.page)
    return page === undefined ? [] : [{...value, page}]
  })
  const merged = <Value extends {readonly page: number}>(ours: readonly Value[], theirs: readonly Value[]) => [...kept(ours), ...taken(theirs)].toSorted((a, b) => a.page - b.page)
  const placed = <Value extends {readonly page: number; readonly at: string}>(ours: readonly Value[], theirs: readonly Value[]) => merged(kept(ours).map(value => moved(value, merging)), theirs)
  const numbers = (ours: readonly number[], theirs: readonly number[]) => merged(ours.map(page => ({page})), theirs.map(page => ({page}))).map(({page}) => page)
  return {
    ...whole,
    pages: {
      ...Object.fromEntries(Object.entries(whole.pages).filter(([, page]) => excerptPage(pieces, page) === undefined)),
      ...Object.fromEntries(Object.entries(part.pages).flatMap(([id, page]) => wholePage(pieces, page) === undefined ? [] : [[id, wholePage(pieces, page) ?? 0]]))
    },
    anchors: [],
    columns: [],
    blocks: placed(whole.blocks, part.blocks), starts: placed(whole.starts, part.starts), ends: merged(whole.ends, part.ends),
    blanks: numbers(whole.blanks, part.blanks), hyphenated: numbers(whole.hyphenated, part.hyphenated), tooTall: placed(whole.tooTall, part.tooTall), lateFigures: placed(whole.lateFigures, part.lateFigures)
  }
}

function moved<Value extends {readonly at: string}>(value: Value, {places}: Merging): Value {
  return {...value, at: places.get(value.at) ?? value.at}
}

/** Keep what was seen of the other chapters and of the rest, and take what was seen of these. `isOwn`: whether a place is in one of them. */
export function mergeObservations(whole: readonly Observation[], part: readonly Observation[], {places}: Merging, isOwn: (at: string) => boolean): readonly Observation[] {
  const rest = whole.flatMap(observation => {
    if (observation.kind === 'unfitted' || observation.at === '') return [observation]
    const at = places.get(observation.at)
    return at === undefined ? [] : [{...observation, at}]
  })
  return [...rest, ...part.filter(({at}) => at !== '' && isOwn(at))]
}

/** What an excerpt must know to print its pages as the whole would: folios and heads by its own pages. */
export function excerptKnowledge(whole: PageKnowledge, pieces: readonly Piece[], {count, firstPage}: {readonly count: number; readonly firstPage: number}): PageKnowledge {
  const numbers = Array.from({length: count}, (_, index) => index + 1 < firstPage ? index + 1 : wholePage(pieces, index + 1))
  const text = (texts: readonly string[]) => numbers.map(page => page === undefined ? '' : texts[page - 1] ?? '')
  const quiet = numbers.flatMap((page, index) => page === undefined || whole.quiet.has(page) ? [index + 1] : [])
  // The last folio that is printed is that of the whole; no page of the excerpt is so far behind.
  const last = whole.folios.findLast((folio, index) => folio !== '' && !whole.quiet.has(index + 1)) ?? ''
  return {folios: [...text(whole.folios), last], heads: text(whole.heads), quiet: new Set(quiet), pageMap: whole.pageMap, parts: whole.parts}
}

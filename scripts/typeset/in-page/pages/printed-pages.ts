/** The record of pages that the browser broke, read off their print: pure, so that it is tested without a browser. */
import type {Composition, SideAreas} from '../../../types.ts'
import type {PrintedPlaces} from '../composition.ts'
import type {Mark} from './mark-text.ts'

/** What was marked before the print. `marks`: places of the text, in its order; `area`: the type area of plain pages. */
export type Marked = {
  readonly sections: readonly {readonly id: string; readonly name: string}[]
  readonly marks: readonly Mark[]
  readonly fitted: Composition['fitted']
  readonly hidden: Composition['hidden']
  readonly area: SideAreas | undefined
  readonly probes: readonly (readonly [string, string])[]
}

/**
 * Draw up the record. Everything that is in the print is an anchor: printed again, it must stand where it stood. `probes`:
 * what is to be asked for the page of an id, where its own place in the print says less.
 */
export function compositionOf({sections, marks, fitted, hidden, area, probes}: Marked, {count, pages: printed}: PrintedPlaces): Composition {
  const pages = {...printed, ...Object.fromEntries(probes.flatMap(([id, probe]) => printed[probe] === undefined ? [] : [[id, printed[probe]]]))}
  const own = Object.entries(pages).filter(([id]) => !/^pamphlet-(?:mark|section)-/.test(id))
  return {
    count, fitted, hidden,
    sections: spansOf(sections, {count, pages}),
    pages: Object.fromEntries(own),
    anchors: Object.entries(printed).map(([id, page]) => ({id, page})),
    columns: [],
    blocks: blocksOf(marks, pages, area),
    starts: startsOf(marks, pages),
    ends: [], blanks: [], tooTall: [], lateFigures: [], endnotes: [], hyphenated: [],
    paragraphs: {lines: 0, hyphens: 0, untouched: {}}
  }
}

/** Sections go on to the one behind; one that is not in the print stands with the one before. */
function spansOf(sections: Marked['sections'], {count, pages}: PrintedPlaces): Composition['sections'] {
  const starts = sections.reduce<readonly number[]>((found, {id}) => [...found, Math.max(found.at(-1) ?? 1, pages[id] ?? found.at(-1) ?? 1)], [])
  return sections.map(({name}, index) => {
    const firstPage = starts[index] ?? 1
    return {name, firstPage, lastPage: Math.max(firstPage, (starts[index + 1] ?? count + 1) - 1)}
  })
}

/** Where on its page a block stands, no destination tells: it is given the whole type area. */
function blocksOf(marks: readonly Mark[], pages: PrintedPlaces['pages'], area: SideAreas | undefined): Composition['blocks'] {
  const seen = new Set<string>()
  return marks.flatMap(({id, at}) => {
    const page = pages[id]
    const box = page === undefined ? undefined : area?.[page % 2 === 1 ? 'recto' : 'verso']
    if (page === undefined || !box || seen.has(`${page} ${at}`)) return []
    seen.add(`${page} ${at}`)
    return [{at, page, box}]
  }).toSorted((a, b) => a.page - b.page)
}

/** The first mark of each page. */
function startsOf(marks: readonly Mark[], pages: PrintedPlaces['pages']): Composition['starts'] {
  let last = 0
  return marks.flatMap(({id, at, offset}) => {
    const page = pages[id] ?? 0
    if (page <= last || at === '') return []
    last = page
    return [{page, at, offset}]
  })
}

/** Books as the pipeline makes them: a manuscript read, composed and bound with a made cover and made-up printed pages. */
import {realDisk} from '../../scripts/adapters/disk.ts'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {bind} from '../../scripts/epub/bind.ts'
import {makeCover} from '../../scripts/epub/cover.ts'
import {elementsIn} from '../../scripts/epub/page.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {compose} from '../../scripts/text/compose.ts'
import {enginesFor} from '../../scripts/text/engines.ts'
import type {PageStart, Pamphlet} from '../../scripts/types.ts'
import {charactersIn} from '../../scripts/typeset/characters.ts'
import {loadTheme} from '../../scripts/typeset/theme.ts'
import {modified} from './book.ts'
import {pagesWith} from './printed.ts'

export type RealBook = {readonly pamphlet: Pamphlet; readonly starts: readonly PageStart[]; readonly bytes: Uint8Array}

/** Bind the manuscript at a path. */
export async function realBook(path: string, browser: Browser): Promise<RealBook> {
  const manuscript = await read(path, realDisk)
  if (!('metadata' in manuscript)) throw new Error(`Expected a manuscript at ${path}`)
  const pamphlet = compose(manuscript, await enginesFor(manuscript))
  const theme = await loadTheme(pamphlet.metadata.theme, charactersIn(pamphlet))
  const starts = madeStarts(pamphlet)
  const cover = makeCover(pamphlet, theme, {browser: () => Promise.resolve(browser)})
  const {bytes} = await bind(pamphlet, theme, {modified, cover, pages: pagesWith(starts)})
  return {pamphlet, starts, bytes}
}

/** Let a page begin in every fourth block, some characters behind its start. */
export function madeStarts({chapters}: Pamphlet): readonly PageStart[] {
  const blocks = chapters.flatMap(({heading, children}) => elementsIn(heading ? [heading, ...children] : children))
  const places = [...new Set(blocks.flatMap(({properties}) => typeof properties['dataAt'] === 'string' ? [properties['dataAt']] : []))]
  return places.filter((_at, index) => index % 4 === 0).map((at, index) => ({page: index + 1, folio: String(index + 1), at, offset: (index * 7) % 23}))
}

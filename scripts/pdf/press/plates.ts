/** How much of each ink the pages of a file from elsewhere take: told by drawing its plates. */
import {drawTogether} from '../../adapters/page-pictures.ts'
import {platesOf} from '../../adapters/press/plates.ts'
import type {PageView} from '../../adapters/press/view.ts'
import {mostInk} from './condition.ts'
import {plateCoverage, type PlateCoverage} from './coverage.ts'

/** A sheet of offset takes a few spot inks beside the four. */
const mostPlates = 12
/** Of all plates together: each is the file once more. */
const mostBytes = 512 * 1_048_576

/** Measure pages (with their numbers in the file) whose colours are all inks; of one that cannot be measured it is said why. */
export async function measurePlates(bytes: Uint8Array, pages: readonly PageView[]): Promise<ReadonlyMap<number, PlateCoverage | string>> {
  const measured = new Map<number, PlateCoverage | string>()
  const unknown = (reason: string) => new Map(pages.map(({page}) => [page, reason]))
  if (pages.length === 0) return measured
  const views = new Map(pages.map(view => [view.page, view]))
  try {
    const {inks, plate} = await platesOf(bytes)
    if (inks.length > mostPlates || inks.length * bytes.length > mostBytes) return unknown(`the file has ${inks.length} plates, too many to draw`)
    const plates: Uint8Array[] = []
    for (const ink of inks) plates.push(await plate(ink))
    await drawTogether(plates, ppiFor(pages), drawn => {
      const view = views.get(drawn[0]?.page ?? 0)
      if (view) measured.set(view.page, plateCoverage(new Map(inks.flatMap((ink, index) => drawn.slice(index, index + 1).map(each => [ink, each]))), view, mostInk))
    }, new Set(views.keys()))
  } catch {
    // Whatever is wrong with it, the other checks have looked at the file already.
    return new Map([...unknown('its plates could not be drawn'), ...measured])
  }
  return measured
}

/** Fine enough to see a picture's darkest parts; coarser where there are many pages. */
function ppiFor(pages: readonly PageView[]): number {
  return pages.length > 100 ? 36 : 72
}

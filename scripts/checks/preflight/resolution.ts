/** Pictures with too few pixels for their size look soft, or show them. */
import type {Check} from './finding.ts'
import {shown} from './finding.ts'
import type {Purpose} from './purpose.ts'

/** Below the first a warning, below the second an error. A screen shows less. */
const limits: Readonly<Record<Purpose, readonly [wantedPpi: number, leastPpi: number]>> = {press: [300, 150], copier: [300, 150], reading: [150, 72]}

/** Nobody sees a fiftieth less: pictures are made to whole pixels and set to whole lines, so that one of 300 ppi is placed at 298. */
const enough = 0.98

/** The effective resolution of every placed picture. */
export const resolution: Check = ({pages, purpose = 'press'}) => pages.flatMap(page => shown(page).flatMap(({ppi, box}) => {
  const [wantedPpi, leastPpi] = limits[purpose]
  if (ppi === undefined || ppi >= wantedPpi * enough) return []
  const isCoarse = ppi < leastPpi
  const expected = isCoarse ? `at least ${leastPpi} ppi (${wantedPpi} for ${purpose === 'reading' ? 'a sharp picture' : 'good print'})` : `${wantedPpi} ppi`
  return [{rule: 'picture-resolution' as const, severity: isCoarse ? 'error' as const : 'warning' as const, page: page.view.page, box, reason: `Unexpected resolution of ${Math.round(ppi)} ppi, expected ${expected} at the ${purpose === 'reading' ? 'size of the page' : 'printed size'}`, remedy: 'Bring a larger picture, or set it smaller: `{width=50%}` behind it.'}]
}))

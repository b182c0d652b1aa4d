/** Pictures with too few pixels for their size look soft, or show them. */
import type {Check} from './finding.ts'
import {shown} from './finding.ts'

const [wantedPpi, leastPpi] = [300, 150] as const

/** The effective resolution of every placed picture: a warning below 300 ppi, an error below 150. */
export const resolution: Check = ({pages}) => pages.flatMap(page => shown(page).flatMap(({ppi, box}) => {
  if (ppi === undefined || ppi >= wantedPpi - 0.5) return []
  const severity = ppi < leastPpi ? 'error' as const : 'warning' as const
  return [{rule: 'picture-resolution' as const, severity, page: page.view.page, box, reason: `Unexpected resolution of ${Math.round(ppi)} ppi, expected ${wantedPpi} ppi at the printed size`, remedy: 'Bring a larger picture, or set it smaller.'}]
}))

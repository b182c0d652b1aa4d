/** A line too thin for the plate breaks up or is lost. */
import type {Check} from './finding.ts'
import {shown} from './finding.ts'

const leastPt = 0.25

/** Lines, and areas as thin as lines, below a quarter of a point. */
export const hairline: Check = ({pages}) => pages.flatMap(page => shown(page).flatMap(({linePt, box}) => {
  if (linePt === undefined || linePt <= 0 || linePt >= leastPt - 0.005) return []
  return [{rule: 'hairline' as const, severity: 'warning' as const, page: page.view.page, box, reason: `Unexpected line of ${linePt.toFixed(2)} pt, expected at least ${leastPt} pt`, remedy: 'Make it thicker.'}]
}))

/** A line too thin for the plate breaks up or is lost. */
import type {Check} from './finding.ts'
import {shown} from './finding.ts'

const leastPt = 0.25

/** Lines, and areas as thin as lines, below a quarter of a point; a width of 0 asks for the thinnest line that a machine can draw (ISO 32000-1, 8.4.3.2). */
export const hairline: Check = ({pages}) => pages.flatMap(page => shown(page).flatMap(({linePt, box}) => {
  if (linePt === undefined || linePt >= leastPt - 0.005) return []
  return [{rule: 'hairline' as const, severity: 'warning' as const, page: page.view.page, box, reason: `Unexpected line of ${linePt.toFixed(2)} pt, expected at least ${leastPt} pt`, remedy: 'Make it thicker.'}]
}))

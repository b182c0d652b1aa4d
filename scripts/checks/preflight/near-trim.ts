/** The knife is not exact, and the fold swallows: text keeps its distance from both. */
import type {Check} from './finding.ts'
import {millimetres, ptPerMm, shown} from './finding.ts'

const safeMm = 4

/** Text nearer than 4 mm to the trim, on whichever side: one of them is the fold. */
export const nearTrim: Check = ({pages}) => pages.flatMap(page => {
  const {trim} = page.view
  if (!trim) return []
  return shown(page).flatMap(({kind, box}) => {
    const distance = Math.min(box.left - trim.left, trim.right - box.right, box.bottom - trim.bottom, trim.top - box.top)
    if (kind !== 'text' || distance >= safeMm * ptPerMm - 0.05) return []
    const where = distance < 0 ? 'across the trim' : `${millimetres(distance)} from the trim`
    return [{rule: 'near-trim' as const, severity: 'warning' as const, page: page.view.page, box, reason: `Unexpected text ${where}, expected at least ${safeMm} mm`, remedy: 'Make the margin wider, or the line shorter.'}]
  })
})

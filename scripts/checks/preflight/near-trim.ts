/** The knife is not exact, and the fold swallows: text keeps its distance from both. */
import type {Check} from './finding.ts'
import {cutAt, millimetres, ptPerMm, shown} from './finding.ts'

const safeMm = 4

/** Text nearer than 4 mm to the trim, on whichever side: of a page one of them is the fold. A cover has its folds inside. */
export const nearTrim: Check = ({pages, folds = []}) => pages.flatMap(page => {
  const trim = cutAt(page.view)
  return shown(page).flatMap(({kind, box}) => {
    if (kind !== 'text') return []
    const toTrim = Math.min(box.left - trim.left, trim.right - box.right, box.bottom - trim.bottom, trim.top - box.top)
    const toFold = Math.min(...folds.map(fold => Math.max(box.left - trim.left - fold, fold + trim.left - box.right)))
    const [distance, edge] = toFold < toTrim ? [toFold, 'fold'] : [toTrim, 'trim']
    if (distance >= safeMm * ptPerMm - 0.05) return []
    const where = distance < 0 ? `across the ${edge}` : `${millimetres(distance)} from the ${edge}`
    return [{rule: 'near-trim' as const, severity: 'warning' as const, page: page.view.page, box, reason: `Unexpected text ${where}, expected at least ${safeMm} mm`, remedy: 'Make the margin wider, or the line shorter.'}]
  })
})

/** A pamphlet is of one size: pages of another are cut wrong, or hold up the shop. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {Check} from './finding.ts'
import {cutAt, ptPerMm} from './finding.ts'

/** Pages whose size, where they are cut, is not that of most. A cover's sheets may differ from each other. */
export const pageSize: Check = ({pages, isCover}) => {
  if (isCover) return []
  const sizes = pages.map(({view}) => ({page: view.page, box: cutAt(view), size: sizeText(cutAt(view))}))
  const groups = [...Map.groupBy(sizes, ({size}) => size).values()].toSorted((a, b) => b.length - a.length)
  const usual = groups[0]?.[0]?.size ?? ''
  return groups.slice(1).flat().map(({page, box, size}) => (
    {rule: 'page-size' as const, severity: 'error' as const, page, box, reason: `Unexpected size of ${size}, expected ${usual} as most pages have`, remedy: `Set these pages at ${usual}, or send them as a file of their own.`}
  ))
}

/** To the millimetre: programs round a size in several ways. */
function sizeText({left, bottom, right, top}: BoxPt): string {
  return `${Math.round((right - left) / ptPerMm)} × ${Math.round((top - bottom) / ptPerMm)} mm`
}

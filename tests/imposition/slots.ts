/** Where the places of imposed sheets lie in their PDF: for reading what stands in each. */
import type {PlacedPage} from '../../scripts/imposition/place.ts'
import type {Plan} from '../../scripts/imposition/plan.ts'

const ptPerMm = 72 / 25.4

export const nowhere = {left: -2, right: -1, bottom: -2, top: -1}

/** A page's panel in pt, on a side that may be turned as a whole. */
export function areaOn({arrangement: {sheet}}: Plan, placed: PlacedPage | undefined, isTurned: boolean) {
  if (!placed) return nowhere
  const {leftMm, bottomMm, widthMm, heightMm} = placed.clip
  const [left, bottom] = isTurned ? [sheet.widthMm - leftMm - widthMm, sheet.heightMm - bottomMm - heightMm] : [leftMm, bottomMm]
  return {left: left * ptPerMm, right: (left + widthMm) * ptPerMm, bottom: bottom * ptPerMm, top: (bottom + heightMm) * ptPerMm}
}

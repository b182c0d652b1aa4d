/** What ends at the trim shows a white edge where the knife goes astray: it has to go on to the bleed. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {Check} from './finding.ts'
import {cutAt, ptPerMm, shown} from './finding.ts'

const touchPt = 0.5 * ptPerMm
const slackPt = 0.3 * ptPerMm
const usualPt = 3 * ptPerMm

/** Pictures, areas and gradients that touch the trim without reaching the bleed's edge. */
export const bleed: Check = ({pages}) => pages.flatMap(page => {
  const trim = cutAt(page.view)
  const edge = page.view.bleed ?? wider(trim)
  return shown(page).flatMap(({kind, box}) => {
    const sides = kind === 'text' ? [] : sidesShort(box, trim, edge)
    if (sides.length === 0) return []
    return [{rule: 'no-bleed' as const, severity: 'warning' as const, page: page.view.page, box, reason: `Unexpected end at the trim (${sides.join(', ')}), expected it to go on to the bleed`, remedy: 'Let it reach the edge of the sheet, or keep it off the trim.'}]
  })
})

/** A file that does not say how far its colour goes is held to what shops ask for. */
function wider({left, bottom, right, top}: BoxPt): BoxPt {
  return {left: left - usualPt, bottom: bottom - usualPt, right: right + usualPt, top: top + usualPt}
}

/** The sides on which a box touches the trim but stops short of the bleed. A sheet without bleed asks for none. */
function sidesShort(box: BoxPt, trim: BoxPt, edge: BoxPt): readonly string[] {
  const sides = [
    ['left', trim.left - box.left, trim.left - edge.left],
    ['right', box.right - trim.right, edge.right - trim.right],
    ['bottom', trim.bottom - box.bottom, trim.bottom - edge.bottom],
    ['top', box.top - trim.top, edge.top - trim.top]
  ] as const
  return sides.filter(([, beyond, room]) => room > slackPt && beyond > -touchPt && beyond < room - slackPt).map(([side]) => side)
}

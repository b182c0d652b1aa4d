/** More ink than a sheet takes does not dry. */
import type {Check} from './finding.ts'
import {shown} from './finding.ts'

/** Colours whose inks together are above the condition's limit. */
export const ink: Check = ({pages, mostInk}) => pages.flatMap(page => shown(page).flatMap(({ink: total, box}) => {
  if (total === undefined || total <= mostInk + 0.02) return []
  return [{rule: 'too-much-ink' as const, severity: 'warning' as const, page: page.view.page, box, reason: `Unexpected ink of ${Math.round(total * 100)} %, expected at most ${Math.round(mostInk * 100)} %`, remedy: 'Take a colour that needs less ink.'}]
}))

/** More ink than a sheet takes does not dry. */
import type {Check, Finding} from './finding.ts'
import {shown} from './finding.ts'

/** Colours whose inks together are above the condition's limit; where plates were drawn, pictures and gradients too. */
export const ink: Check = ({pages, mostInk, plates}) => pages.flatMap(page => {
  const {page: number} = page.view
  const finding = (total: number, remedy: string): Pick<Finding, 'rule' | 'severity' | 'page' | 'reason' | 'remedy'> => ({
    rule: 'too-much-ink', severity: 'warning', page: number, reason: `Unexpected ink of ${Math.round(total * 100)} %, expected at most ${Math.round(mostInk * 100)} %`, remedy
  })
  const found = shown(page).flatMap(({ink: total, box}) => total === undefined || total <= mostInk + 0.02 ? [] : [{...finding(total, 'Take a colour that needs less ink.'), box}])
  const drawn = plates?.get(number)
  const isOther = found.length === 0 && typeof drawn === 'object' && drawn.heavy
  return isOther ? [{...finding(drawn.most, 'Convert it again with the shop\'s own profile, which knows how much its paper takes.'), box: drawn.heavy}] : found
})

/** A press has no red, green and blue: who finds them converts them as he likes. */
import type {Check} from './finding.ts'
import {shown} from './finding.ts'

/** Who has nothing but the PDF cannot build it again. */
const elsewhereMade = 'Export it again as PDF/X-4 or in CMYK where it was made, or ask the shop to convert it.'

/** Screen colours that are left in the file; where the conversion said itself that it left some, that is enough. */
export const rgb: Check = ({pages, conversions = [], facts}) => pages.filter(({view}) => !conversions.some(({page, unconverted}) => page === view.page && unconverted.length > 0)).flatMap(page => shown(page).filter(({isRgb}) => isRgb).map(({kind, box}) => (
  {rule: 'rgb-colour' as const, severity: 'error' as const, page: page.view.page, box, reason: `Unexpected ${kind === 'path' ? 'area or line' : kind} in a screen colour (RGB), expected inks`, remedy: facts ? elsewhereMade : 'Make the press file with `--edition print`, and send that one.'}
)))

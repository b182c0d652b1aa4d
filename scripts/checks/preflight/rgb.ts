/** A press has no red, green and blue: who finds them converts them as he likes. */
import type {Check} from './finding.ts'
import {shown} from './finding.ts'

/** Screen colours that are left in the file. */
export const rgb: Check = ({pages}) => pages.flatMap(page => shown(page).filter(({isRgb}) => isRgb).map(({kind, box}) => (
  {rule: 'rgb-colour' as const, severity: 'error' as const, page: page.view.page, box, reason: `Unexpected ${kind === 'path' ? 'area or line' : kind} in a screen colour (RGB), expected inks`, remedy: 'Make the press file with `--edition print`, and send that one.'}
)))

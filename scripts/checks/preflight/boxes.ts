/** A shop cuts along the trim box: a page has to say where that is. */
import type {Check} from './finding.ts'

/** Pages that do not say where they are cut. */
export const boxes: Check = ({pages}) => {
  const without = pages.filter(({view: {trim}}) => !trim)
  const [first] = without
  if (!first) return []
  return [{rule: 'no-trim-box', severity: 'error', page: first.view.page, reason: `Unexpected page without a TrimBox (${without.length} of ${pages.length}), expected one on each`, remedy: 'Make the press file with `--edition print`, and send `SLUG-print.pdf`.'}]
}

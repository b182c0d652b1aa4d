/** A shop cuts along the trim box: a page has to say where that is. */
import type {Check} from './finding.ts'

/** Pages that do not say where they are cut. */
export const boxes: Check = ({pages, facts}) => {
  const without = pages.filter(({view: {trim}}) => !trim)
  const [first] = without
  if (!first) return []
  return [{rule: 'no-trim-box', severity: 'error', page: first.view.page, reason: `Unexpected page without a TrimBox (${without.length} of ${pages.length}), expected one on each`, remedy: facts ? 'Export it again as PDF/X-4 with its trim box and bleed, or tell the shop at which size it is cut.' : 'Make the press file with `--edition print`, and send `SLUG-print.pdf`.'}]
}

/** A shop cuts along the trim box, and prints for a condition: a file that says neither was made for something else. */
import type {Check} from './finding.ts'

const remedy = 'Make the press file with `--edition print`, and send `SLUG-print.pdf`.'

/** A file to read, for a copier or from an office program; else, pages that do not say where they are cut. */
export const boxes: Check = ({pages, hasIntent = true}) => {
  const isCut = pages.some(({view: {trim, media}}) => trim && (trim.left > media.left + 1 || trim.right < media.right - 1))
  if (!hasIntent && !isCut) return [{rule: 'no-press-file', severity: 'error', reason: 'Unexpected PDF without bleed, marks and output intent, as they are made for reading, expected a press file', remedy}]
  const without = pages.filter(({view: {trim}}) => !trim)
  const [first] = without
  if (!first) return []
  return [{rule: 'no-trim-box', severity: 'error', page: first.view.page, reason: `Unexpected page without a TrimBox (${without.length} of ${pages.length}), expected one on each`, remedy}]
}

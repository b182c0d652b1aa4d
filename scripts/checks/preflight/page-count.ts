/** A sheet that is folded once is four pages. */
import type {Check} from './finding.ts'

/** Thicker pamphlets are glued, leaf by leaf. */
const mostStapled = 64

/** Whether the number of pages can be bound. A single leaf is not, and what says nowhere where it is cut are sheets, not pages. */
export const pageCount: Check = ({pages, isCover, isAsked = false}) => {
  const {length} = pages
  if (length <= 2 || !isAsked && pages.some(({view: {trim}}) => !trim)) return []
  const [binding, unit] = length <= mostStapled ? ['stapled', 4] as const : ['glued', 2] as const
  if (isCover || length % unit === 0) return []
  const blanks = unit - length % unit
  return [{rule: 'page-count', severity: 'note', reason: `Unexpected number of ${length} ${length === 1 ? 'page' : 'pages'}, expected a multiple of ${unit} for a ${binding} pamphlet`, remedy: `The shop puts ${blanks === 1 ? 'a blank page' : `${blanks} blank pages`} in; say where, or bring the text to another length.`}]
}

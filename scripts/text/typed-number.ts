/** The number of an item as it was typed: Markdown keeps only that of a list's first. */
import type {ListItem} from 'mdast'

/** The number with its stop or bracket, `12.`; '' where none can be found. */
export function typedNumber({position}: ListItem, source: string): string {
  return /^\d{1,9}[.)]/.exec(source.slice(position?.start.offset ?? source.length, (position?.start.offset ?? 0) + 10))?.[0] ?? ''
}

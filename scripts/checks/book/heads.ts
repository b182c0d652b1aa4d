/** Who finds their way by heads takes a skipped rank for one that was overlooked. */
import {bookPlace, quoted, type BookCheck} from './book.ts'

/** Heads that stand more than one rank below the one before, in one file: where a file begins, the text may go on from another. */
export const heads: BookCheck = ({pages}) => pages.flatMap(({path, heads: all}) => all.flatMap((head, index) => {
  const before = all[index - 1]
  if (!before || head.rank <= before.rank + 1) return []
  return [{
    rule: 'book-head', severity: 'warning',
    reason: `Unexpected head ${quoted(head.words)} of rank ${head.rank} behind one of rank ${before.rank} in ${bookPlace(path, head.line)}, expected rank ${before.rank + 1} or above`,
    remedy: `Make it a head of rank ${before.rank + 1} where the book was made; how large it is set is a matter of the style sheet.`
  }]
}))

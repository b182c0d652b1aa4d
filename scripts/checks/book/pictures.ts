/** A picture without an `alt` is read aloud by the name of its file. */
import {bookPlace, listed, quoted, type BookCheck, type Picture} from './book.ts'

/** Whether a reader has nothing to say of a picture, and has not been told to say nothing. */
export function isWordless({alt, isNamed}: Picture): boolean {
  return alt === undefined && !isNamed
}

/** Pictures without words, page by page. */
export const pictures: BookCheck = ({pages}) => pages.flatMap(({path, pictures: all}) => {
  const [first, ...others] = all.filter(isWordless)
  if (!first) return []
  const more = others.length === 0 ? '' : ` (and ${listed(others.map(({source}) => quoted(source)))})`
  return [{
    rule: 'book-picture', severity: 'warning',
    reason: `Unexpected picture ${quoted(first.source)} without \`alt\` in ${bookPlace(path, first.line)}${more}, expected words for who cannot see it, or \`alt=""\` where it only decorates`,
    remedy: 'Describe the picture where the book was made; in Markdown between the brackets, `![A map of the town](map.png)`.'
  }]
})

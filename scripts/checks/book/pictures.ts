/** A picture without an `alt` is read aloud by the name of its file, a drawing without a name not at all. */
import type {Finding} from '../preflight/finding.ts'
import {bookPlace, listed, quoted, type BookCheck, type Picture} from './book.ts'

/** Whether a reader has nothing to say of a picture, and has not been told to say nothing. */
export function isWordless({alt, isNamed}: Picture): boolean {
  return alt === undefined && !isNamed
}

/** Pictures without words, page by page. */
export const pictures: BookCheck = ({pages}) => pages.flatMap(({path, pictures: all}) => {
  return [false, true].flatMap(isDrawn => told(path, all.filter(picture => picture.isDrawn === isDrawn && isWordless(picture))))
})

function told(path: string, [first, ...others]: readonly Picture[]): readonly Finding[] {
  if (!first) return []
  const lack = first.isDrawn ? 'a name' : '`alt`'
  const instead = first.isDrawn ? '`aria-hidden="true"`' : '`alt=""`'
  const more = others.length === 0 ? '' : ` (and ${listed(others.map(({source}) => quoted(source)))})`
  return [{
    rule: 'book-picture', severity: 'warning',
    reason: `Unexpected picture ${quoted(first.source)} without ${lack} in ${bookPlace(path, first.line)}${more}, expected words for who cannot see it, or ${instead} where it only decorates`,
    remedy: first.isDrawn ? 'Give the drawing a `<title>` or an `aria-label` where the book was made.' : 'Describe the picture where the book was made; in Markdown between the brackets, `![A map of the town](map.png)`.'
  }]
}

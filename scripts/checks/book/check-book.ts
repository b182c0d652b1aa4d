/** Everything that is looked at in a book beside what EPUBCheck does: what who cannot see it, or holds no paper, needs. */
import type {Finding} from '../preflight/finding.ts'
import {listed, quoted, type Book, type BookCheck} from './book.ts'
import {claims} from './claims.ts'
import {heads} from './heads.ts'
import {pageList} from './page-list.ts'
import {pictures} from './pictures.ts'

/** So many findings of one rule say it all. */
const mostAlike = 8

/** Run the checks. Pages that were too large for it are told. */
export function bookFindings(book: Book): readonly Finding[] {
  return [...[claims, pictures, heads, pageList].flatMap(check => fewOf(check(book))), ...unlooked(book)]
}

function fewOf(findings: ReturnType<BookCheck>): readonly Finding[] {
  const [told, rest] = [findings.slice(0, mostAlike), findings.slice(mostAlike)]
  const [next] = rest
  if (!next) return told
  return [...told, {...next, reason: `Unexpected ${rest.length} more findings of this kind, expected none; the first: ${next.reason}`}]
}

function unlooked({unread}: Book): readonly Finding[] {
  return unread.length === 0 ? [] : [{rule: 'book-unread', severity: 'note', reason: `Unexpected size of ${listed(unread.map(quoted))}, expected at most 8 MiB and 300,000 tags a file, 128 MiB and 2,000 pages in all: EPUBCheck alone has looked at it`, remedy: 'Divide the book, and check its parts.'}]
}

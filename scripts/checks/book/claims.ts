/** What a package says of its accessibility: shops and libraries show it, so it has to be there, and true. */
import type {Finding} from '../preflight/finding.ts'
import {bookPlace, quoted, type Book, type BookCheck, type Picture} from './book.ts'
import {isWordless} from './pictures.ts'

/** EPUB Accessibility 1.1, 2.1: all that must be said; `accessModeSufficient` and `accessibilitySummary` only should. */
const required = ['accessMode', 'accessibilityFeature', 'accessibilityHazard'] as const

/** What is claimed, and what in the book is against it: undefined where nothing is. */
type Trial = {readonly property: string; readonly value: string; readonly against: (book: Book) => string | undefined; readonly expected: string}

const trials: readonly Trial[] = [
  {property: 'accessibilityFeature', value: 'alternativeText', against: wordless, expected: 'it only where every picture has its words'},
  {property: 'accessModeSufficient', value: 'textual', against: wordless, expected: 'it only where every picture has its words'},
  {property: 'accessibilityFeature', value: 'pageNavigation', against: withoutPages, expected: 'a `nav` of the type `page-list`'},
  ...['pageBreakMarkers', 'printPageNumbers'].map(value => ({property: 'accessibilityFeature', value, against: without('no marker of a page', ({markers}) => markers.length > 0), expected: 'elements of the type `pagebreak` in the text'})),
  {property: 'accessibilityFeature', value: 'MathML', against: without('no formula', ({hasMath}) => hasMath), expected: 'formulas in MathML'}
]

/** Claims that are missing, and those that the book does not keep. */
export const claims: BookCheck = book => [...missing(book), ...trials.flatMap(trial => broken(book, trial))]

function missing({path, claims: said, unread}: Book): readonly Finding[] {
  if (unread.includes(path)) return []
  const lacking = required.filter(name => !said.some(({property}) => property === name)).map(name => `\`schema:${name}\``)
  if (lacking.length === 0) return []
  return [{
    rule: 'book-claim', severity: 'warning',
    reason: `Unexpected package without ${lacking.join(', ')} in ${bookPlace(path)}, expected what EPUB Accessibility 1.1 asks for, which shops and libraries show`,
    remedy: 'Say it in the metadata where the book was made, or make the book with `--edition epub`, which finds it out.'
  }]
}

function broken(book: Book, {property, value, against, expected}: Trial): readonly Finding[] {
  if (!book.claims.some(claim => claim.property === property && claim.value === value)) return []
  const reason = against(book)
  return reason === undefined ? [] : [{
    rule: 'book-claim', severity: 'warning',
    reason: `Unexpected \`schema:${property}\` of \`${value}\` in ${bookPlace(book.path)} although ${reason}, expected ${expected}`,
    remedy: 'Mend what is missing where the book was made, or take the claim out.'
  }]
}

/** A picture of which nothing is said; what has a caption does more than decorate. */
function wordless({pages}: Book): string | undefined {
  const isMute = (picture: Picture) => isWordless(picture) || picture.isCaptioned && !picture.isNamed && picture.alt?.trim() === ''
  const found = pages.flatMap(({path, pictures}) => pictures.filter(isMute).map(picture => ({path, ...picture})))
  const [first] = found
  if (!first) return undefined
  return `${found.length === 1 ? 'a picture has' : `${found.length} pictures have`} no words, ${found.length === 1 ? '' : 'the first '}${quoted(first.source)} in ${bookPlace(first.path, first.line)}`
}

/** Where the text has markers and no list, that is said as such. */
function withoutPages({navigation, pageList, pages, isWhole}: Book): string | undefined {
  const isSilent = navigation === undefined || pageList !== undefined || !isWhole || pages.some(({markers}) => markers.length > 0)
  return isSilent ? undefined : 'it has no page list'
}

/** What is on no page can only be told where all pages were read. */
function without(lack: string, has: (page: Book['pages'][number]) => boolean): Trial['against'] {
  return ({pages, isWhole}) => !isWhole || pages.some(has) ? undefined : `the text has ${lack}`
}

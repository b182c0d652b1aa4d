/**
 * The classes that the program gives its own elements. Its styles, what composes the pages and the styles of authors find
 * covers, notes and contents by these names, so nothing that a manuscript writes may bear them. Tests hold the list to the
 * style sheets, the templates and the code.
 */

const names = new Set([
  // Around the text
  'address', 'at', 'authors', 'back', 'backlink', 'bare', 'byline', 'chapter', 'chapter-notes', 'colophon', 'contents', 'contents-head', 'contents-page', 'continued', 'cover', 'cover-author',
  'cover-date', 'cover-epigraph', 'cover-foot', 'cover-head', 'cover-image', 'cover-line', 'cover-nameplate', 'cover-picture', 'cover-publisher', 'cover-series', 'cover-subtitle', 'cover-title',
  'back-address', 'back-address-link', 'back-code', 'back-cover', 'back-foot', 'back-lines', 'back-link', 'back-picture', 'back-price', 'back-publisher', 'back-text', 'block-author', 'block-date',
  'block-dedication', 'block-epigraph', 'block-foot', 'block-head', 'block-publisher', 'block-series', 'block-subtitle', 'brief-dedication', 'date', 'dedication', 'dedication-page', 'end-note',
  'epigraph-page', 'front', 'front-epigraph', 'group', 'half-title', 'imprint-end', 'index', 'note', 'note-number', 'note-rule', 'note-start', 'notes', 'number', 'phrase', 'picture', 'piece', 'price', 'publisher', 'see',
  'series', 'side-by-side', 'skip', 'subtitle', 'term', 'text', 'title', 'title-author', 'title-block', 'title-date', 'title-foot', 'title-huge', 'title-long', 'title-medium', 'title-page', 'title-publisher', 'title-series',
  'title-short', 'title-subtitle', 'title-title', 'titlepage', 'untitled',
  // In the text
  'aside', 'aside-title', 'by', 'captioned', 'closing', 'code-line', 'contains-task-list', 'display', 'epigraph', 'farewell', 'formula', 'imprint', 'index-mark', 'initial', 'line', 'lines', 'noteref', 'opening', 'opening-number',
  'pagebreak', 'pullquote', 'quotation-source', 'scroll', 'stanza', 'table-caption', 'task-list-item', 'timeline', 'verse',
  // Of what composes the pages
  'blank', 'composed', 'named', 'narrow', 'page', 'page-own', 'page-turn', 'run-on', 'stacked', 'stacked-lead', 'stacked-name', 'stacked-run', 'turned', 'unbroken'
])

/** Names that are numbered, that follow on a setting or on the parts of speech of a program, or that formulas bring. */
const families = /^(?:(?:digits|indent|set)-\d+|(?:form|hl|openings|tml)-[\w-]+|set-hyphen)$/

/** Names that a manuscript may use: for figures, for cells, and what any book's style sheet calls so. */
export const openClasses: readonly string[] = ['center', 'foot', 'full-page', 'justify', 'left', 'right', 'small-caps', 'wide']

/** Tell whether a class is the program's own. */
export function isOwnClass(name: string): boolean {
  return names.has(name) || families.test(name)
}

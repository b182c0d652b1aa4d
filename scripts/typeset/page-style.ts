/** A page as large as the sheet, whose edge its area never passes: for a picture that bleeds on all sides. */
export const bleedingPage = '@page bleeding {margin: -1in}'

/**
 * The style that pages need whatever the theme: in the lowest layer, so that a theme's own rules win over it. The builder
 * reads `--grid` (on: lines of the leading stand on the grid), `--float` (none: a figure stays where it is; foot: it goes
 * to the foot of its page) and `--note-gap` (white space between two notes).
 */
export const pageStyle = `@layer pages {
body > :not([hidden]) {display: flow-root}
main, .front {overflow-x: clip}
main {--grid: on}
li, dl, blockquote, aside, figure, table, pre, header, nav, .verse, .epigraph, .pullquote, .imprint, .notes {--grid: off}
.epigraph {break-inside: avoid}
.epigraph .by, .pullquote .by, figcaption {break-before: avoid; break-inside: avoid}
:is(h2, h3, h4, h5, h6) + .epigraph {break-after: avoid}
.blank {page: blank; break-before: page; break-after: page; height: 1px}
.cover, .back-cover {overflow: clip}
.note {break-inside: auto; font: 400 12px/15px serif; font-variant-caps: normal; text-align: justify; text-align-last: auto; text-indent: 0; text-transform: none; letter-spacing: normal; word-spacing: normal; white-space: normal; color: #000; --note-gap: 2px; --grid: off}
.note:has(> :is(table, pre, blockquote):last-child) + .note {--note-gap: 8px}
.note-rule {display: block; box-sizing: border-box; height: 17px; padding-top: 10px}
.note-rule::before {content: ""; display: block; width: 25%; border-top: 0.5pt solid}
.stacked, .stacked :is(caption, thead, tbody, tfoot, tr, th, td) {display: block; width: auto; text-align: start}
.stacked :is(caption, thead) {break-inside: avoid; break-after: avoid}
.stacked-name {font-style: italic; font-weight: 400}
li::marker {word-spacing: normal} /* the item's may be that of a composed line */
.note-number {margin-inline-end: 0.35em; font-variant-numeric: lining-nums}
}
`

/** One of these elements within so many of them, itself counted. */
const within = (elements: string, depth: number) => Array.from({length: depth}, () => `:is(${elements})`).join(' ')

/** For a picture that has a page of its own. To look for one in every element costs more than all other rules, so this is only for pages that have one. */
export const fullPageStyle = `
/* The builder counts the figure, which is low, and does not set smaller what hangs out of it; what else is too wide is held beside it (in-page/pages/hold-wide.ts). A caption would be lost: with one, the picture is as any other. */
main:has(figure.full-page), main :has(figure.full-page), figure.full-page {overflow: visible !important}
figure.full-page:not(:has(figcaption)) {page: bleeding; break-before: page; break-after: page; height: calc(2 * var(--leading)); margin: 0 calc(-1 * var(--hang)); --float: none}
figure.full-page:not(:has(figcaption)) img {display: block; width: var(--width-bleeding); height: var(--height-bleeding); max-width: none; max-height: none; margin: 0; object-fit: cover}
@page bleeding {@top-left {content: none} @top-center {content: none} @top-right {content: none} @bottom-left {content: none} @bottom-center {content: none} @bottom-right {content: none}}
`

/** What must hold whatever the theme says. */
export const fixedPageStyle = `
.page-turn {display: block; break-before: page; text-indent: 0; margin: 0; padding: 0}
.page-own {break-before: page; height: 1px; margin: 0}
.note-rule {text-indent: 0}
/* Of what stands absolutely in pages, whatever clips it, Chromium counts some tables as wide as they were before they were turned, and prints all pages smaller for them; not of a box in one piece, which nothing in it sizes. */
.turned {contain: size}
.turned table {transform-origin: top left}
figure.narrow figcaption, figure.narrow figcaption p {text-align: center}
figure.foot {--float: foot}
.openings-recto .chapter:not(:first-child) {break-before: recto}
.pagebreak + .pagebreak, .chapter:last-child > .pagebreak:empty:last-child {display: none}
/* A cell is as wide as what is in it: composed text would change its own measure. */
td > p, th > p {text-align: inherit}
/* A picture's baseline is its foot: beside it, text would hang below. */
tr:has(img) > td, tr:has(img) > th {vertical-align: top}
/* Nobody can tell so many boxes apart, and their edges would fill a page before any text does. */
main ${within('blockquote, aside', 5)}, main ${within('blockquote, aside, ul, ol, dl', 8)} {margin: 0 !important; padding: 0 !important; border-width: 0 !important}
/* One row apart from the next, whatever rules and columns the theme's tables have; and what goes on in a cell below its beginning. */
.stacked {padding-block: 3px}
.stacked tr {break-inside: auto}
.stacked :is(tr, th, td, .stacked-run) {border: 0 !important; text-align: start !important}
.stacked :is(.stacked-run, tbody th, tbody td, tfoot th, tfoot td) {padding: 0; padding-inline-start: 1.2em; text-indent: -1.2em}
.stacked :is(th, td) > :not(p:first-child) {text-indent: 0}
.stacked .stacked-run :is(th, td) {display: inline; padding: 0; text-indent: 0}
.stacked tr > .stacked-lead {font-weight: 700}
.stacked tr + tr, .stacked > * + tfoot, .stacked thead + tbody {margin-top: 0.55lh}
/* No page ends behind the first line of a row, or begins with its last. */
.stacked tr > :first-child:not(:last-child) {break-after: avoid}
.stacked tr > :last-child {break-before: avoid}
/* Too narrow for justified lines without holes. */
main ${within('blockquote, aside, ul, ol, dl', 4)} :is(p, li) {text-align: start}
/* Behind a page that is full to its last line even an empty box would open another. */
.composed .pagebreak:empty {display: none !important}
/* Every break is made by now: what asks for another, or to stay whole, must not be moved because of one. */
.composed body > * *:not(.page-turn, .page-own, .blank) {break-before: auto !important; break-after: auto !important}
.composed main :not(thead, thead *, tr) {break-inside: auto !important; orphans: 1 !important; widows: 1 !important}
`

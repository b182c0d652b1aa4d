/**
 * The style that pages need whatever the theme: in the lowest layer, so that a theme's own rules win over it. The builder
 * reads `--grid` (on: lines of the leading stand on the grid), `--float` (none: a figure stays where it is) and
 * `--note-gap` (white space between two notes).
 */
export const pageStyle = `@layer pages {
body > :not([hidden]) {display: flow-root}
main {overflow-x: clip; --grid: on}
li, dd, blockquote, aside, figure, table, pre, header, nav, .verse, .epigraph, .pullquote, .imprint, .notes {--grid: off}
.blank {page: blank; break-before: page; break-after: page; height: 1px}
.cover, .back-cover {overflow: clip}
.note {break-inside: auto; font: 400 12px/15px serif; font-variant-caps: normal; text-align: justify; text-align-last: auto; text-indent: 0; text-transform: none; letter-spacing: normal; word-spacing: normal; white-space: normal; color: #000; --note-gap: 2px; --grid: off}
.note-rule {display: block; box-sizing: border-box; height: 17px; padding-top: 10px}
.note-rule::before {content: ""; display: block; width: 25%; border-top: 0.5pt solid}
.turned > table {transform-origin: top left}
.stacked, .stacked :is(caption, thead, tbody, tfoot, tr, th, td) {display: block; width: auto; text-align: start}
.note-number {margin-right: 0.35em; font-variant-numeric: lining-nums}
}
`

/** What must hold whatever the theme says. */
export const fixedPageStyle = `
.page-turn {display: block; break-before: page; text-indent: 0; margin: 0; padding: 0}
.page-own {break-before: page; height: 1px; margin: 0}
.note-rule {text-indent: 0}
.openings-recto .chapter:not(:first-child) {break-before: recto}
/* Every break is made by now: what asks to stay whole must not be moved because of one inside it. */
.composed main :not(thead, thead *, tr) {break-inside: auto !important; orphans: 1 !important; widows: 1 !important}
`

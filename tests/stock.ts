/** A stock pamphlet, built by hand: every kind of value that an edition has to take, small enough to read. */
import {h} from 'hastscript'
import type {Composition, Asset, Metadata, Note, Pamphlet, Theme} from '../scripts/types.ts'

export const metadata: Metadata = {
  title: 'Cheap Print & Its Readers',
  subtitle: 'A “short” history',
  authors: [{name: 'Ada Press', sort: 'Press, Ada'}, {name: 'Bo Type', role: 'ill'}],
  publisher: 'The Press',
  date: '2024-01-15',
  rights: '© 2024 The Press. CC BY 4.0',
  subjects: ['Printing', 'History'],
  description: 'How cheap print was made, sold and read.',
  series: {name: 'Broadsides', number: '3'},
  epigraph: {text: 'Read, and pass it on.', by: 'a printer'},
  slug: 'cheap-print-its-readers',
  lang: 'en-GB',
  theme: 'classic',
  page: {name: 'a5', widthMm: 148, heightMm: 210},
  frontmatter: 'auto',
  openings: 'page',
  notes: 'foot',
  back: {text: 'The Press prints.', address: '1 Type Lane', price: '£1', link: 'https://example.org/cheap-print'},
  epub: {fonts: true},
  booklet: {
    flip: 'short', duplex: 'auto', feed: 'last', paper: {name: '80 g/m²', thicknessMm: 0.1}, creep: true, marks: 'auto', scale: 'none', signature: 'auto',
    family: 'iso', places: {layout: {file: 'pamphlet.yaml'}, sheet: {file: 'pamphlet.yaml'}, scale: {file: 'pamphlet.yaml'}}
  },
  print: {colour: 'black', condition: {name: 'uncoated'}, bleedMm: 3, marks: ['crop', 'bleed', 'registration', 'bar', 'slug'], standard: 'x4', cover: 'self', coverColour: 'black', paperGsm: 80}
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><path d="M0 0h40v20H0z" fill="#999"/></svg>'

export const assets: ReadonlyMap<string, Asset> = new Map([
  ['images/press.svg', {name: 'images/press.svg', mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(svg), widthPx: 40, heightPx: 20}]
])

const notes: readonly Note[] = [
  {id: 'note-1', number: 1, references: ['noteref-1', 'noteref-1-2'], children: [h('p', ['A note with ', h('em', 'emphasis'), '.'])]},
  {id: 'note-2', number: 2, references: ['noteref-2'], children: [h('p', 'A note of two paragraphs.'), h('p', 'The second.')]}
]

const noteref = (number: number, id: string) => h('a.noteref', {href: `#note-${number}`, id, role: 'doc-noteref'}, String(number))

export const pamphlet: Pamphlet = {
  metadata,
  openings: 'page',
  epigraph: h('div.epigraph', [h('p', 'Read, and pass it on.'), h('p.by', 'a printer')]),
  chapters: [
    {
      id: 'the-press',
      title: 'The press',
      heading: h('h2#the-press', ['The ', h('em', 'press')]),
      children: [
        h('p', {dataAt: '01-press.md:3:1'}, ['It was made of wood', noteref(1, 'noteref-1'), ' & iron — a “common press”. See ', h('a', {href: '#prices'}, 'the prices'), '.']),
        h('h3#parts', 'Its parts'),
        h('figure', [h('img', {src: 'images/press.svg', alt: 'A press, drawn as a box', width: 40, height: 20}), h('figcaption', 'A press.')]),
        h('ul', [h('li', 'a platen'), h('li', ['a bar', noteref(1, 'noteref-1-2')])])
      ]
    },
    {
      id: 'the-readers',
      title: 'The readers',
      heading: h('h2#the-readers', 'The readers'),
      children: [
        h('table#prices', [h('thead', [h('tr', [h('th', {scope: 'col'}, 'Year'), h('th.right', {scope: 'col'}, 'Price')])]), h('tbody', [h('tr', [h('td', '1641'), h('td.right', '1d')])])]),
        h('p', [h('span', {lang: 'fr'}, 'Lisez, et faites passer'), noteref(2, 'noteref-2'), ', they said; ', h('a', {href: 'https://example.org/'}, 'more on the web'), '.']),
        h('div.verse', [h('p', ['A line,', h('br'), 'and another.'])])
      ]
    }
  ],
  contents: [
    {id: 'the-press', title: [{type: 'text', value: 'The '}, h('em', 'press')], children: [{id: 'parts', title: [{type: 'text', value: 'Its parts'}], children: []}]},
    {id: 'the-readers', title: [{type: 'text', value: 'The readers'}], children: []}
  ],
  notes,
  index: [],
  imprint: [h('p', 'Printed by The Press.')],
  assets,
  wordCount: 60,
  messages: []
}

/** A theme without fonts: what an edition must do with CSS and templates, not how it looks. */
export const theme: Theme = {
  name: 'stock',
  files: new Map([['web.css', 'body {color: black}\n'], ['epub.css', 'p {margin: 0}\n']]),
  fonts: [{family: 'Stock Serif', weight: 400, style: 'normal', range: 'U+0000-00FF', name: 'stock-serif-latin-400-normal.woff2', bytes: new Uint8Array([119, 79, 70, 50]), source: '@fontsource/stock-serif 1.0.0'}],
  messages: []
}

/** What a compositor would say of a pamphlet with these parts and places, in `[name, first page, last page]`. */
export function composition(parts: readonly (readonly [string, number, number])[], pages: Readonly<Record<string, number>> = {}, blanks: readonly number[] = []): Composition {
  const sections = parts.map(([name, firstPage, lastPage]) => ({name, firstPage, lastPage}))
  return {
    count: sections.at(-1)?.lastPage ?? 0, sections, pages, anchors: [], columns: [], blocks: [], starts: [], ends: [], blanks, tooTall: [], lateFigures: [], endnotes: [], fitted: [], hidden: [],
    hyphenated: [], paragraphs: {lines: 0, hyphens: 0, untouched: {}}
  }
}

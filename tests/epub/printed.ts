/** A pamphlet with its printed pages, made up: three pages that begin before a head, in a paragraph and in a table. */
import {readFileSync} from 'node:fs'
import {h} from 'hastscript'
import type {FontFile, PageStart, Pages, Pamphlet, Theme} from '../../scripts/types.ts'
import {theme} from '../stock.ts'
import {chapter, note, noteref, withChapters} from './hostile.ts'

export const printedPamphlet: Pamphlet = withChapters([
  {...chapter('one', 'One', [h('p', {dataAt: 'a.md:3:1'}, ['Und sie', noteref(1), ' bewegt ', h('em', 'sich'), ' doch.'])]), heading: h('h2', {id: 'one', dataAt: 'a.md:1:1'}, 'One')},
  chapter('two', 'Two', [h('table', {dataAt: 'a.md:7:1'}, [h('tbody', [h('tr', [h('td', {dataAt: 'a.md:7:3'}, 'cell')])])])])
], {notes: [note(1, [h('p', 'A note.')])]})

export const starts: readonly PageStart[] = [
  {page: 3, folio: '1', at: 'a.md:1:1', offset: 0},
  {page: 4, folio: '2', at: 'a.md:3:1', offset: 14},
  {page: 5, folio: '3', at: 'a.md:7:1', offset: 0}
]

/** Printed pages with these starts; an edition that lists pages reads no more of them. */
export function pagesWith(from: readonly PageStart[], count = 6): Pages {
  const sheet = {widthPx: 584, heightPx: 816, trim: {leftPx: 12, topPx: 12, widthPx: 559.37, heightPx: 793.7}}
  return {pdf: new Uint8Array(), count, folios: [], form: 'short', pageMap: [], parts: [], blocks: [], starts: from, sheet, heads: [], paragraphs: {lines: 0, hyphens: 0, untouched: {}}, observations: []}
}

/** Font files as the theme's own packages have them. */
export function serif(face: string, weight: number, style: FontFile['style']): FontFile {
  const name = `alegreya-latin-${face}.woff2`
  const bytes = new Uint8Array(readFileSync(new URL(`../../node_modules/@fontsource/alegreya/files/${name}`, import.meta.url)))
  return {family: 'Alegreya', weight, style, range: 'U+0-FF', name, bytes, source: '@fontsource/alegreya'}
}

/** A theme whose heads are set in a font of its own. */
export const serifTheme: Theme = {
  ...theme,
  files: new Map([['epub.css', 'h1, h2 {font-family: "Alegreya", serif}\n']]),
  fonts: [serif('400-normal', 400, 'normal'), serif('700-normal', 700, 'normal'), serif('700-italic', 700, 'italic'), serif('900-normal', 900, 'normal')]
}

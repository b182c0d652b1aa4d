import {expect, test} from 'vitest'
import type {FitGoal, FrontForm} from '../../../scripts/types.ts'
import {layoutMessages} from '../../../scripts/checks/layout.ts'
import {waysOut} from '../../../scripts/typeset/copyfit/ways-out.ts'
import {composition, metadata as stock} from '../../stock.ts'

const {cover: _cover, ...rest} = stock
const metadata = {...rest, print: {...rest.print, cover: 'self' as const}}
const end = (page: number, lines: number, pages: number) => ({page, lines, room: 30, pages})
/** A cover and its back, three pages of text of which the last is half full, and the back cover. */
const leaflet = {...composition([['cover', 1, 1], ['front', 2, 2], ['main', 3, 5], ['back-cover', 6, 6]]), ends: [end(5, 15, 3)]}
/** Three chapters of a page and a few lines. */
const book = {...composition([['cover', 1, 1], ['front', 2, 2], ['main', 3, 8]]), ends: [end(4, 6, 2), end(6, 6, 2), end(8, 6, 2)]}

test.each<[FitGoal, typeof leaflet, FrontForm, 'page' | 'run-on', readonly string[]]>([
  [{multipleOf: 4}, leaflet, 'short', 'run-on', ['frontmatter: none 4']],
  [{pages: 4}, {...leaflet, ends: [end(5, 28, 3)]}, 'short', 'run-on', []],
  [{pages: 5}, leaflet, 'short', 'run-on', []],
  [{multipleOf: 4}, leaflet, 'none', 'run-on', []],
  [{pages: 6}, book, 'short', 'page', ['frontmatter: none 6', 'openings: run-on 6']],
  [{pages: 6}, book, 'short', 'run-on', ['frontmatter: none 6']]
])('to %o', (goal, pages, form, openings, expected) => {
  expect(waysOut(goal, pages, {metadata, openings, form}).map(({setting, count}) => `${setting} ${count}`)).toEqual(expected)
})

test('a cover with a picture is wanted', () => {
  expect(waysOut({multipleOf: 4}, leaflet, {metadata: {...metadata, cover: {image: 'a.png', alt: 'A'}}, openings: 'run-on', form: 'short'})).toEqual([])
})

test('are told with the message', () => {
  const design = {lines: 30, leadingPx: 18, measurePx: 372}
  const fit = {goal: {multipleOf: 4 as const}, isReached: false, passes: 3, pagesAsDesigned: 6, asDesigned: design, asFitted: design, missed: [], waysOut: [{setting: 'frontmatter: none' as const, count: 4}]}
  expect(layoutMessages([{kind: 'unfitted', at: '', place: {file: 'a.md', line: 2}, fit}])[0]?.remedy).toMatch(/ Or write `frontmatter: none`: without the pages in front of the text there are likely to be 4\.$/)
})

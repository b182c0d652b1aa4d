import {expect, test} from 'vitest'
import type {Copyfit, FrontForm, Pamphlet} from '../../../scripts/types.ts'
import {layoutMessages} from '../../../scripts/checks/layout.ts'
import type {Setting} from '../../../scripts/typeset/copyfit/ladder.ts'
import {waysOut} from '../../../scripts/typeset/copyfit/ways-out.ts'
import {composition, pamphlet as stock} from '../../stock.ts'

const {cover: _cover, ...rest} = stock.metadata
const metadata = {...rest, notes: 'foot' as const, print: {...rest.print, cover: 'self' as const}}
const pamphlet: Pamphlet = {...stock, metadata, openings: 'run-on'}
const chapters: Pamphlet = {...pamphlet, openings: 'page'}
const pictured: Pamphlet = {...pamphlet, metadata: {...metadata, cover: {image: 'a.png', alt: 'A'}}}
const end = (page: number, lines: number, pages: number) => ({page, lines, room: 30, pages})
/** A cover, three pages of text of which the last is nearly full, and the back cover behind a blank page. */
const leaflet = {...composition([['cover', 1, 1], ['main', 2, 4], ['back-cover', 6, 6]], {}, [5]), ends: [end(4, 28, 3)]}
/** Three chapters of a page and a few lines, behind a cover and contents. */
const book = {...composition([['cover', 1, 1], ['front', 2, 2], ['main', 3, 8]]), ends: [end(4, 6, 2), end(6, 6, 2), end(8, 6, 2)]}

const design = {lines: 30, leadingPx: 18, measurePx: 372}
const missed = (count: number, lines: number): Copyfit => ({goal: {multipleOf: 4}, isReached: false, passes: 3, pagesAsDesigned: 6, asDesigned: design, asFitted: design, missed: [{direction: 'tighter', count, lines, chapters: []}]})
const isTight = ({lines}: Setting) => lines > 0

/** The ways that are found, and what was composed for them. */
async function found(done: Copyfit, made: {readonly pamphlet: Pamphlet; readonly composition: typeof leaflet; readonly form: FrontForm}, count: (made: {readonly pamphlet: Pamphlet; readonly form: FrontForm}, isTight: boolean) => number) {
  const composed: string[] = []
  const ways = await waysOut({...made, done, hasFeet: true}, (way, setting) => {
    composed.push(`${way.form} ${way.pamphlet.openings} ${way.pamphlet.metadata.notes}${isTight(setting) ? ' tight' : ''}`)
    return Promise.resolve(count(way, isTight(setting)))
  })
  return {ways: ways.map(({setting, count: pages}) => `${setting} ${pages}`), composed}
}

test('a leaflet goes without a cover where that is enough in the tightest type', async () => {
  const {ways, composed} = await found(missed(4, 26), {pamphlet, composition: leaflet, form: 'brief'}, ({form}, tight) => form === 'none' && tight ? 4 : 6)
  expect(ways).toEqual(['frontmatter: none 4'])
  expect(composed).toEqual(['brief run-on end tight', 'none run-on foot tight'])
})

test('nothing is said of what was tried in vain', async () => {
  expect((await found(missed(4, 31), {pamphlet, composition: leaflet, form: 'brief'}, () => 6)).ways).toEqual([])
})

test('notes go to the end where that is enough', async () => {
  const {ways} = await found(missed(4, 8), {pamphlet, composition: leaflet, form: 'brief'}, ({pamphlet: {metadata: {notes}}}) => notes === 'end' ? 4 : 6)
  expect(ways).toEqual(['notes: end 4'])
})

test('what is too tight is tried as it is designed', async () => {
  const {ways, composed} = await found(missed(6, 40), {pamphlet: chapters, composition: book, form: 'short'}, ({pamphlet: {openings}}, tight) => openings === 'run-on' ? tight ? 5 : 6 : 7)
  expect(ways).toEqual(['openings: run-on 6'])
  expect(composed.slice(0, 2)).toEqual(['short run-on foot tight', 'short run-on foot'])
})

test.each([
  ['a cover with a picture is wanted', pictured, leaflet, 'brief', ['notes: end']],
  ['there is no front matter to leave out', pamphlet, {...leaflet, sections: [{name: 'main', firstPage: 1, lastPage: 4}]}, 'none', ['notes: end']],
  ['contents are left out before the cover is', pamphlet, book, 'short', ['notes: end', 'frontmatter: brief', 'frontmatter: none']]
] as const)('%s', async (_, made, pages, form, settings) => {
  const {ways} = await found(missed(4, 9), {pamphlet: made, composition: pages, form}, () => 4)
  expect(ways).toEqual(settings.map(setting => `${setting} 4`))
})

test('take no more passes than copyfit has left', async () => {
  const {composed} = await found({...missed(4, 9), passes: 7}, {pamphlet: chapters, composition: book, form: 'short'}, () => 7)
  expect(composed).toHaveLength(1)
})

test('are told with the message', () => {
  const fit = {...missed(4, 9), waysOut: [{setting: 'notes: end' as const, count: 4}, {setting: 'frontmatter: none' as const, count: 4}]}
  expect(layoutMessages([{kind: 'unfitted', at: '', place: {file: 'a.md', line: 2}, fit}])[0]?.remedy).toMatch(/ Or write `notes: end`: with the notes behind the text there are 4\. Or write `frontmatter: none`: without the pages in front of the text there are 4\.$/)
})

import {describe, expect, test} from 'vitest'
import type {Composition, PagePatch, PrintPage, Theme} from '../../scripts/types.ts'
import {EnvironmentError} from '../../scripts/types.ts'
import type {Printer} from '../../scripts/typeset/paginate.ts'
import {PageFault} from '../../scripts/typeset/page-fault.ts'
import {paginate} from '../../scripts/typeset/paginate.ts'
import {composition, pamphlet as stockPamphlet, theme as stockTheme} from '../stock.ts'

const html = '<html><head></head><body><section data-for="short">cover</section><section data-for="full">half title</section><main data-fill="text"></main></body></html>'
const theme: Theme = {...stockTheme, files: new Map([['print.html', html], ['print.css', '@page {margin: 10mm}']])}

/** Of some five pages, by its words: behind a cover and contents. */
const pamphlet = {...stockPamphlet, wordCount: 1800}

/** A compositor without a browser: it reads off the page file what would have come of it. */
const composed = (page: PrintPage, textPages: number): Composition => {
  const first = page.html.includes('half title') ? 9 : 3
  return {...composition([['cover', 1, first - 1], ['main', first, first + textPages - 1]], {'the-press': first, 'the-readers': first + 1}), columns: ['column-4-7'], anchors: [{id: 'turn-1', page: first + 1}, {id: 'the-press', page: first}], starts: [{page: first, at: 'a.md:1:1', offset: 0}, {page: first + 1, at: 'a.md:9:1', offset: 4}]}
}

type Asked = {readonly pages: PrintPage[]; readonly patches: PagePatch[]; closed: number}

const printer = (textPages: number, asked: Asked, faults: {readonly count?: number; readonly pages?: Readonly<Record<string, number>>; readonly lost?: string; readonly scale?: number} = {}): Printer => page => {
  asked.pages.push(page)
  const made = composed(page, textPages)
  return Promise.resolve({
    composition: made,
    print: patch => {
      asked.patches.push(patch)
      return Promise.resolve({observations: [], pdf: new Uint8Array([1]), count: faults.count ?? made.count, ...(faults.scale !== undefined && {scale: faults.scale}), pages: new Map(Object.entries({...made.pages, 'turn-1': made.anchors[0]?.page ?? 0, 'column-4-7': 4, ...faults.pages}).filter(([id]) => id !== faults.lost))})
    },
    close: () => {
      asked.closed++
      return Promise.resolve()
    }
  })
}

const nothing = (): Asked => ({pages: [], patches: [], closed: 0})

describe('pagination', () => {
  test('takes one composition and one print', async () => {
    const asked = nothing()
    const pages = await paginate(pamphlet, theme, printer(7, asked))
    expect([asked.pages.length, asked.patches.length, asked.closed]).toEqual([1, 1, 1])
    expect(asked.patches[0]?.folios).toEqual({'the-press': '3', 'the-readers': '4'})
    expect(pages.pageMap).toEqual([{id: 'the-press', page: 3, folio: '3'}, {id: 'the-readers', page: 4, folio: '4'}])
  })

  test('turns to the form of a book when the text is one', async () => {
    const asked = nothing()
    const pages = await paginate(pamphlet, theme, printer(30, asked))
    expect([asked.pages.length, asked.patches.length, asked.closed]).toEqual([2, 1, 2])
    expect(pages.folios[0]).toBe('i')
    expect(pages.folios[8]).toBe('1')
  })

  test.each([
    ['another number of pages', {count: 99}, '7 pages composed, 99 printed'],
    ['a chapter elsewhere', {pages: {'the-press': 5}}, 'the-press on 5, not 3'],
    ['all of it smaller', {scale: 0.708}, 'all is printed at 71 % of its size'],
    ['a page that begins elsewhere', {pages: {'turn-1': 8}}, 'turn-1 on 8, not 4'],
    ['a column beyond its page', {lost: 'column-4-7'}, 'not printed: column-4-7']
  ])('ends with an error when no print comes out, having %s', async (_, faults, words) => {
    const asked = nothing()
    await expect(paginate(pamphlet, theme, printer(5, asked, faults))).rejects.toThrow(words)
    expect([asked.pages.map(({compositor}) => compositor.pages), asked.closed]).toEqual([['rich', 'plain', 'plain', 'browser'], 4])
  })
})

test('a way out that does not come out is none, and takes nothing from the pages', async () => {
  const asked = nothing()
  const ends = [{page: 7, pages: 7, room: 30, lines: 30}]
  const withEnds: Printer = async page => {
    const laid = await printer(7, asked)(page)
    if (!page.html.includes('pamphlet-feet')) throw new PageFault('does not come out', '')
    return {...laid, composition: {...laid.composition, ends}}
  }
  const {cover, ...plain} = pamphlet.metadata
  const pages = await paginate({...pamphlet, metadata: {...plain, fit: {goal: {pages: 8}, place: {file: 'a.md'}}}}, theme, withEnds)
  expect(pages.fit).toMatchObject({isReached: false, waysOut: []})
  expect(pages.observations.map(({kind}) => kind)).toEqual(['unfitted'])
  expect(asked.pages.map(({html: page}) => page.includes('pamphlet-feet'))).toContain(false)
})

describe('pages that do not come out as composed', () => {
  /** A printer whose first so many prints are wrong. */
  const wrongAtFirst = (wrong: number, asked: Asked): Printer => page => printer(5, asked, asked.pages.length < wrong ? {pages: {'turn-1': 8}} : {})(page)
  const style = {name: 'own.css', text: 'em {color: red}\np {position: absolute}'}

  test.each([
    [0, theme, undefined, 'rich', 'foot'],
    [1, theme, {what: 'figures', at: 'a.md:9:1'}, 'plain', 'foot'],
    [2, theme, {what: 'notes', at: 'a.md:9:1'}, 'plain', 'end'],
    [3, theme, {what: 'pages', at: 'a.md:9:1'}, 'browser', 'end'],
    [1, {...theme, style}, {what: 'style', at: 'a.md:9:1', culprit: {at: 'own.css:2:4', words: 'position: absolute'}}, 'rich', 'foot'],
    [2, {...theme, style}, {what: 'figures', at: 'a.md:9:1', culprit: {at: 'own.css:2:4', words: 'position: absolute'}}, 'plain', 'foot'],
    [2, {...theme, notes: 'end' as const}, {what: 'pages', at: 'a.md:9:1'}, 'browser', 'end']
  ])('after %i are made in a way that gives up less than the next', async (wrong, own, said, way, notes) => {
    const asked = nothing()
    const {observations, pageMap} = await paginate(pamphlet, own, wrongAtFirst(wrong, asked))
    const given = observations.filter(({kind}) => kind === 'given-up')
    expect(given).toEqual(said ? [{kind: 'given-up', reason: '7 pages composed, 7 printed; moved: turn-1 on 8, not 4', ...said}] : [])
    const last = asked.pages.at(-1)
    expect([last?.compositor.pages, last?.html.includes('role="doc-footnote"') ?? false ? 'foot' : 'end']).toEqual([way, notes])
    expect(last?.html.includes('position: absolute}')).toBe(own.style !== undefined && way === 'rich' && wrong === 0)
    expect([pageMap.length, asked.closed]).toEqual([2, wrong + 1])
  })

  test.each([[1, {culprit: {at: 'own.css:1:1', words: '', isSuspect: true}}], [99, {}]])('are made once more without a style that is above suspicion: if they come out so, %i time wrong, it is to blame', async (wrong, blamed) => {
    const asked = nothing()
    const own = {...theme, style: {...style, text: 'em {color: red}'}}
    // All but the second print, in the plain way, and the third, which is the trial, are wrong.
    const {observations} = await paginate(pamphlet, own, page => printer(5, asked, asked.pages.length === 1 || wrong === 1 && asked.pages.length === 2 ? {} : {pages: {'turn-1': 8}})(page))
    expect(observations.filter(({kind}) => kind === 'given-up')).toEqual([{kind: 'given-up', what: 'figures', at: 'a.md:9:1', reason: '7 pages composed, 7 printed; moved: turn-1 on 8, not 4', ...blamed}])
    expect([asked.pages.map(({compositor}) => compositor.pages), asked.closed]).toEqual([['rich', 'plain', 'rich'], 3])
  })

  test('are not made otherwise where a page cannot be composed at all for want of a browser', async () => {
    let asked = 0
    const dead: Printer = () => {
      asked++
      return Promise.reject(new EnvironmentError('Unexpected end of the browser', 'Start it.'))
    }
    await expect(paginate(pamphlet, theme, dead)).rejects.toThrow('Unexpected end')
    expect(asked).toBe(1)
  })
})

import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import type {Plan} from '../../scripts/typeset/front-matter.ts'
import {knowledgeOf, roman} from '../../scripts/typeset/knowledge.ts'
import {composition, metadata, pamphlet} from '../stock.ts'

const short: Plan = {form: 'short'}
const shortPages = (end: number) => [['cover', 1, 1], ['front', 2, 2], ['main', 3, end]] as const

describe('folios and heads', () => {
  test('of a short pamphlet count from the cover, which prints none', () => {
    const known = knowledgeOf(composition([...shortPages(5), ['back-cover', 6, 6]], {'the-press': 3, 'the-readers': 5}), short, pamphlet)
    expect(known.folios).toEqual(['1', '2', '3', '4', '5', '6'])
    expect([...known.quiet]).toEqual([1, 2, 6])
    expect(known.heads).toEqual(['', '', '', 'Cheap Print & Its Readers', '', ''])
  })

  test('of a pamphlet with a cover alone count from it, and the page behind it has its folio', () => {
    const known = knowledgeOf(composition([['cover', 1, 1], ['main', 2, 3], ['back-cover', 4, 4]], {'the-press': 2}), {form: 'brief'}, pamphlet)
    expect(known.folios).toEqual(['1', '2', '3', '4'])
    expect([...known.quiet]).toEqual([1, 4])
  })

  test('of a book are roman before the text', () => {
    const parts = [['cover', 1, 1], ['half-title', 3, 3], ['title-page', 5, 5], ['front', 6, 6], ['front', 7, 7], ['main', 9, 11], ['back-cover', 12, 12]] as const
    const known = knowledgeOf(composition(parts, {'the-press': 9}, [2, 4, 8]), {form: 'full'}, pamphlet)
    expect(known.folios).toEqual(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', '1', '2', '3', '4'])
    expect([...known.quiet].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 8, 12])
  })

  test('of a dedication and an epigraph on pages of their own are counted, not printed', () => {
    const parts = [['cover', 1, 1], ['half-title', 3, 3], ['title-page', 5, 5], ['front', 6, 6], ['front', 7, 7], ['front', 9, 9], ['front', 10, 10], ['main', 11, 13]] as const
    const known = knowledgeOf(composition(parts, {'the-press': 11, 'pamphlet-dedication': 7, 'pamphlet-epigraph': 10}, [2, 4, 8]), {form: 'full'}, pamphlet)
    expect([...known.quiet].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10])
  })

  test('name the section of an article that a page goes on with', () => {
    const known = knowledgeOf(composition(shortPages(6), {'the-press': 3, 'the-readers': 5}), short, {...pamphlet, openings: 'run-on'})
    expect(known.heads[4]).toBe('The press')
  })

  test('do not name a section once more that begins at the very top of its page', () => {
    const [first, second] = pamphlet.chapters
    const chapters = [first, second].flatMap(chapter => chapter ? [{...chapter, heading: {...h('h2', chapter.title), properties: {dataAt: `${chapter.id}.md:1:1`}}}] : [])
    const made = composition(shortPages(7), {'the-press': 3, 'the-readers': 5})
    const top = {...made, starts: [{page: 5, at: 'the-readers.md:1:1', offset: 0}]}
    expect(knowledgeOf(top, short, {...pamphlet, openings: 'run-on', chapters}).heads.slice(4, 7)).toEqual(['', 'Cheap Print & Its Readers', 'The readers'])
  })

  test('name the notes and the index where these go on', () => {
    const known = knowledgeOf(composition(shortPages(10), {'the-press': 3, 'the-readers': 4, 'pamphlet-notes': 6, 'pamphlet-index': 8}), short, {...pamphlet, openings: 'run-on'})
    expect(known.heads.filter((_, index) => index % 2 === 0)).toEqual(['', '', 'The readers', 'Notes', 'Index'])
  })

  test('leave blank pages empty', () => {
    const known = knowledgeOf(composition(shortPages(6), {'the-press': 3, 'the-readers': 5}, [4]), short, pamphlet)
    expect(known.heads[3]).toBe('')
    expect(known.quiet.has(4)).toBe(true)
  })

  test('are shortened by sense when they are too long for a line', () => {
    const title = 'The Opening Salvos and the Collapse of the Socialist International'
    const known = knowledgeOf(composition(shortPages(5)), short, {...pamphlet, metadata: {...metadata, title}})
    expect(known.heads[3]).toBe('The Opening Salvos and the Collapse…')
  })
})

test.each([[1, 'i'], [4, 'iv'], [9, 'ix'], [14, 'xiv'], [40, 'xl'], [99, 'xcix'], [1917, 'mcmxvii']])('%i is %s', (number, text) => {
  expect(roman(number)).toBe(text)
})

import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {firstPlan, knowledgeOf, nextPlan, roman} from '../../scripts/typeset/knowledge.ts'
import type {Metadata} from '../../scripts/types.ts'
import type {Plan} from '../../scripts/typeset/knowledge.ts'
import {composition, metadata, pamphlet} from '../stock.ts'

const short: Plan = {form: 'short'}
const shortPages = (end: number) => [['cover', 1, 1], ['front', 2, 2], ['main', 3, end]] as const

describe('the plan', () => {
  test('of a short text has no front matter, whatever its length is said to be', () => {
    expect(firstPlan(pamphlet).form).toBe('short')
    expect(firstPlan({...pamphlet, wordCount: 100_000}).form).toBe('full')
    expect(firstPlan({...pamphlet, metadata: {...metadata, frontmatter: 'none'}, wordCount: 100_000}).form).toBe('none')
  })

  test('changes when the text turns out to be a book of 24 pages', () => {
    expect(nextPlan(composition(shortPages(25)), pamphlet, short).form).toBe('short')
    expect(nextPlan(composition(shortPages(26)), pamphlet, short).form).toBe('full')
  })
})

describe('a leaflet', () => {
  const {back: _, ...alone} = metadata
  const leaf = {...pamphlet, metadata: alone}
  const none: Plan = {form: 'none'}

  test('is a text that may be of one or two pages, by the size of the page', () => {
    expect(firstPlan(leaf).form).toBe('none')
    expect(firstPlan({...leaf, wordCount: 1500}).form).toBe('short')
    expect(firstPlan({...leaf, wordCount: 1500, metadata: {...alone, page: {name: 'a4', widthMm: 210, heightMm: 297}}}).form).toBe('none')
  })

  test.each<[string, Partial<Metadata>]>([
    ['a back cover', {back: {text: 'The Press prints.'}}],
    ['a picture for the cover', {cover: {image: 'images/press.svg', alt: ''}}],
    ['a cover of its own sheet', {print: {...metadata.print, cover: 'separate'}}],
    ['a folded sheet', {booklet: {...metadata.booklet, layout: 'zine'}}],
    ['pages for a folded sheet', {fit: {goal: {multipleOf: 4}, place: {file: 'pamphlet.yaml'}}}],
    ['the full front matter', {frontmatter: 'full'}]
  ])('is none that asks for %s', (_name, asked) => {
    expect(firstPlan({...leaf, metadata: {...alone, ...asked}}).form).not.toBe('none')
  })

  test('may be asked for by its pages', () => {
    expect(firstPlan({...leaf, metadata: {...alone, fit: {goal: {pages: 2}, place: {file: 'pamphlet.yaml'}}}}).form).toBe('none')
  })

  test('that turns out longer gets its cover, and what has a cover keeps it', () => {
    const text = (pages: number) => composition([['main', 1, pages]])
    expect([1, 2, 3, 24].map(pages => nextPlan(text(pages), leaf, none).form)).toEqual(['none', 'none', 'short', 'full'])
    expect(nextPlan(composition(shortPages(3)), leaf, short).form).toBe('short')
  })
})

describe('folios and heads', () => {
  test('of a short pamphlet count from the cover, which prints none', () => {
    const known = knowledgeOf(composition([...shortPages(5), ['back-cover', 6, 6]], {'the-press': 3, 'the-readers': 5}), short, pamphlet)
    expect(known.folios).toEqual(['1', '2', '3', '4', '5', '6'])
    expect([...known.quiet]).toEqual([1, 2, 6])
    expect(known.heads).toEqual(['', '', '', 'Cheap Print & Its Readers', '', ''])
  })

  test('of a book are roman before the text', () => {
    const parts = [['cover', 1, 1], ['half-title', 3, 3], ['title-page', 5, 5], ['front', 6, 6], ['front', 7, 7], ['main', 9, 11], ['back-cover', 12, 12]] as const
    const known = knowledgeOf(composition(parts, {'the-press': 9}, [2, 4, 8]), {form: 'full'}, pamphlet)
    expect(known.folios).toEqual(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', '1', '2', '3', '4'])
    expect([...known.quiet].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 8, 12])
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

  test('are cut at a word when they are too long for a line', () => {
    const title = 'The Opening Salvos and the Collapse of the Socialist International'
    const known = knowledgeOf(composition(shortPages(5)), short, {...pamphlet, metadata: {...metadata, title}})
    expect(known.heads[3]).toBe('The Opening Salvos and the Collapse of the Socialist…'.replace(' Socialist…', '…'))
  })
})

test.each([[1, 'i'], [4, 'iv'], [9, 'ix'], [14, 'xiv'], [40, 'xl'], [99, 'xcix'], [1917, 'mcmxvii']])('%i is %s', (number, text) => {
  expect(roman(number)).toBe(text)
})

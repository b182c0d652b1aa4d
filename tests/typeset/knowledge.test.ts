import {describe, expect, test} from 'vitest'
import {firstPlan, knowledgeOf, nextPlan, roman} from '../../scripts/typeset/knowledge.ts'
import type {Plan} from '../../scripts/typeset/knowledge.ts'
import {metadata, pamphlet} from '../stock.ts'

const short: Plan = {form: 'short', blankBeforeText: false, blankBeforeBack: false}
const pages = (entries: Readonly<Record<string, number>>) => new Map(Object.entries(entries))

describe('the plan', () => {
  test('of a short text has no front matter, whatever its length is said to be', () => {
    expect(firstPlan(pamphlet).form).toBe('short')
    expect(firstPlan({...pamphlet, wordCount: 100_000}).form).toBe('full')
    expect(firstPlan({...pamphlet, metadata: {...metadata, frontmatter: 'none'}, wordCount: 100_000}).form).toBe('none')
  })

  test('changes when the text turns out to be a book of 24 pages', () => {
    const shown = (end: number) => ({plan: short, count: end, pages: pages({'pamphlet-text': 3, 'pamphlet-end': end})})
    expect(nextPlan(shown(25), pamphlet).form).toBe('short')
    expect(nextPlan(shown(26), pamphlet).form).toBe('full')
  })

  test('puts the back cover on a verso', () => {
    const shown = (end: number, plan = short) => ({plan, count: end + 1, pages: pages({'pamphlet-text': 3, 'pamphlet-end': end})})
    expect(nextPlan(shown(9), pamphlet).blankBeforeBack).toBe(false)
    expect(nextPlan(shown(10), pamphlet).blankBeforeBack).toBe(true)
    expect(nextPlan(shown(10, {...short, blankBeforeBack: true}), pamphlet).blankBeforeBack).toBe(true)
    const {back, ...withoutBack} = metadata
    expect(back).toBeDefined()
    expect(nextPlan(shown(10), {...pamphlet, metadata: withoutBack}).blankBeforeBack).toBe(false)
  })

  test('puts the text of a book on a recto, and stays there', () => {
    const full: Plan = {...short, form: 'full'}
    const shown = (plan: Plan, text: number) => ({plan, count: 60, pages: pages({'pamphlet-text': text, 'pamphlet-end': 58})})
    expect(nextPlan(shown(full, 8), pamphlet).blankBeforeText).toBe(true)
    expect(nextPlan(shown({...full, blankBeforeText: true}, 9), pamphlet).blankBeforeText).toBe(true)
    expect(nextPlan(shown(full, 9), pamphlet).blankBeforeText).toBe(false)
  })
})

describe('folios and heads', () => {
  test('of a short pamphlet count from the cover, which prints none', () => {
    const known = knowledgeOf({plan: short, count: 6, pages: pages({'pamphlet-text': 3, 'pamphlet-end': 5, 'the-press': 3, 'the-readers': 5})}, pamphlet)
    expect(known.folios).toEqual(['1', '2', '3', '4', '5', '6'])
    expect([...known.quiet]).toEqual([1, 2, 6])
    expect(known.heads).toEqual(['', '', '', 'Cheap Print & Its Readers', '', ''])
  })

  test('of a book are roman before the text', () => {
    const full: Plan = {form: 'full', blankBeforeText: true, blankBeforeBack: false}
    const known = knowledgeOf({plan: full, count: 12, pages: pages({'pamphlet-text': 9, 'pamphlet-end': 11, 'the-press': 9})}, pamphlet)
    expect(known.folios).toEqual(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', '1', '2', '3', '4'])
    expect([...known.quiet]).toEqual([1, 2, 3, 4, 5, 6, 8, 12])
  })

  test('name the section of an article that a page ends in', () => {
    const known = knowledgeOf({plan: short, count: 6, pages: pages({'pamphlet-text': 3, 'pamphlet-end': 6, 'the-press': 3, 'the-readers': 5})}, {...pamphlet, openings: 'run-on'})
    expect(known.heads[4]).toBe('The readers')
  })

  test('are cut at a word when they are too long for a line', () => {
    const title = 'The Opening Salvos and the Collapse of the Socialist International'
    const known = knowledgeOf({plan: short, count: 5, pages: pages({'pamphlet-text': 3, 'pamphlet-end': 5})}, {...pamphlet, metadata: {...metadata, title}})
    expect(known.heads[3]).toBe('The Opening Salvos and the Collapse of the Socialist…'.replace(' Socialist…', '…'))
  })
})

test.each([[1, 'i'], [4, 'iv'], [9, 'ix'], [14, 'xiv'], [40, 'xl'], [99, 'xcix'], [1917, 'mcmxvii']])('%i is %s', (number, text) => {
  expect(roman(number)).toBe(text)
})

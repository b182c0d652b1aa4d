import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {drafts, sizes} from './drafts.ts'
import {faults} from './faults.ts'
import type {BlockDraft, Manuscript, NoteDraft} from './manuscript.ts'
import {write} from './manuscript.ts'
import type {Press, Print} from './press.ts'
import {executable, startPress} from './press.ts'

const block = (kind: BlockDraft['kind'], size = 1, ...notes: (NoteDraft & {at: number})[]): BlockDraft => ({kind, size, notes})
const paragraphs = (count: number, words = 90) => Array.from({length: count}, () => block('paragraph', words))

describe.skipIf(executable === undefined)('composed pages, printed', () => {
  let press: Press
  beforeAll(async () => void (press = await startPress()))
  afterAll(() => press.close())

  /** Print, expect no fault, and give what was printed. */
  const print = async (blocks: readonly BlockDraft[]): Promise<{manuscript: Manuscript; print: Print}> => {
    const manuscript = write(blocks)
    const printed = await press.print({body: manuscript.body})
    expect(faults(manuscript, printed)).toEqual([])
    return {manuscript, print: printed}
  }
  const spread = ({record}: Print) => record.notes.map(({page, lastPage}) => lastPage - page)

  test('without notes stand where the map says', async () => {
    const {print: {record, count}} = await print([...paragraphs(20), block('chapter'), ...paragraphs(9), block('heading'), ...paragraphs(5)])
    expect(record.count).toBe(count)
    expect(count).toBeGreaterThan(8)
  })

  test('hold several notes', async () => {
    const {print: {record}} = await print([block('paragraph', 200, {at: 0.1, words: 20}, {at: 0.5, words: 5}, {at: 0.9, words: 40}), ...paragraphs(4)])
    expect(new Set(record.notes.map(({page}) => page)).size).toBe(1)
  })

  test('split a note over two pages and over three', async () => {
    const {print: two} = await print([...paragraphs(3), block('paragraph', 120, {at: 0.9, words: 150}), ...paragraphs(6)])
    expect(spread(two)).toEqual([1])
    const {print: three} = await print([...paragraphs(3), block('paragraph', 120, {at: 0.9, words: 900}), ...paragraphs(9)])
    expect(spread(three)[0]).toBeGreaterThanOrEqual(2)
  })

  test('take a reference in the last line of a page with its note', async () => {
    for (let words = 60; words < 110; words += 7) await print([...paragraphs(3), block('paragraph', words, {at: 0.99, words: 30}), ...paragraphs(4)])
  })

  test('place a note once that is referred to twice', async () => {
    const {manuscript, print: {record}} = await print([block('paragraph', 90, {at: 0.2, words: 30}), ...paragraphs(8), block('paragraph', 90, {at: 0.5, words: 0}), ...paragraphs(2)])
    expect(manuscript.notes.size).toBe(1)
    expect(record.notes).toMatchObject([{reference: 'ref-1', page: 2}])
  })

  test('keep the paragraphs of a note', async () => {
    await print([block('paragraph', 90, {at: 0.2, words: 90, paragraphs: 4}), ...paragraphs(3), block('paragraph', 90, {at: 0.9, words: 200, paragraphs: 3}), ...paragraphs(5)])
  })

  test('take notes of lists, quotes, captions, headings and tables', async () => {
    await print([
      ...paragraphs(2), block('list', 90, {at: 0.3, words: 20}, {at: 0.8, words: 30}), block('quote', 100, {at: 0.5, words: 20}),
      block('figure', 150, {at: 0.5, words: 20}), block('heading', 1, {at: 0.5, words: 30}), ...paragraphs(2),
      block('table', 12, {at: 0.5, words: 20}), ...paragraphs(4)
    ])
  })

  test('break a table longer than a page above its notes, and repeat its head', async () => {
    const {manuscript, print: {words, record}} = await print([...paragraphs(2), block('table', 90, {at: 0.1, words: 30}, {at: 0.5, words: 20}, {at: 0.9, words: 60}), ...paragraphs(3)])
    const head = manuscript.blocks[2]?.words[0] ?? ''
    expect(words.filter(({text}) => text === head).length).toBeGreaterThanOrEqual(3)
    expect(record.endnotes).toEqual([])
  })

  test('end a long note of a chapter\'s last page in that chapter', async () => {
    for (const size of [40, 150, 260]) {
      const {print: {record}} = await print([...paragraphs(3), block('chapter'), block('paragraph', size), block('paragraph', 60, {at: 0.9, words: 300}), block('chapter'), ...paragraphs(2)])
      expect(record.notes[0]?.lastPage).toBeLessThan(record.pages['b6'] ?? 0)
    }
  })

  test('give a page of its own to what is left when a chapter is at its end', async () => {
    const {print: {record}} = await print([block('paragraph', 10, {at: 0.5, words: 400}), block('chapter'), ...paragraphs(2)])
    expect(record.notePages).toEqual([3])
  })

  test('end no chapter with one or two lines', async () => {
    for (let words = 330; words < 460; words += 13) {
      const {manuscript, print: {words: found}} = await print([block('paragraph', words)])
      const lines = new Map<number, Set<number>>()
      for (const word of found.filter(({text}) => manuscript.blocks[0]?.words.includes(text))) lines.set(word.page, (lines.get(word.page) ?? new Set()).add(word.y))
      expect(Math.min(...[...lines.values()].map(({size}) => size))).toBeGreaterThan(2)
    }
  })

  test('put a blank before an opening that must be on a recto', async () => {
    const {print: {record, words}} = await print([block('paragraph', 50), block('recto'), ...paragraphs(5), block('recto'), ...paragraphs(2)])
    expect([record.pages['b1'], record.pages['b7']].every(page => (page ?? 0) % 2 === 1)).toBe(true)
    for (const blank of record.blanks) expect(words.filter(({page}) => page === blank)).toEqual([])
  })

  test('leave drop caps and floats as they were', async () => {
    await print([block('chapter'), block('opening', 300, {at: 0.01, words: 30}, {at: 0.9, words: 30}), block('beside', 90), ...paragraphs(3), block('paragraph', 90, {at: 0.5, words: 20}), ...paragraphs(2)])
  })

  test('keep body lines on the grid', async () => {
    const {manuscript, print: {words, area}} = await print([
      ...paragraphs(2, 60), block('figure', 37), block('paragraph', 90, {at: 0.5, words: 20}), block('list', 40), block('paragraph', 60), block('table', 5),
      block('heading'), ...paragraphs(3, 70), block('figure', 81), ...paragraphs(3)
    ])
    const body = new Set(manuscript.blocks.filter(({kind}) => kind === 'paragraph').flatMap(block => block.words))
    const steps = new Set(words.filter(({text}) => body.has(text)).map(({y}) => (y - area.topPx) % 18))
    expect(steps.size).toBe(1)
  })

  test('hold a heading\'s note however long its text', async () => {
    await print([...paragraphs(3), block('heading', 1, {at: 0.5, words: 250}), ...paragraphs(6)])
  })

  test('of any manuscript have no fault', async () => {
    const runs = Number(process.env['PAGE_RUNS'] ?? 24)
    await fc.assert(fc.asyncProperty(drafts, fc.constantFrom(...sizes), async (blocks, size) => {
      const manuscript = write(blocks)
      const printed = await press.print({body: manuscript.body, size})
      expect(faults(manuscript, printed)).toEqual([])
      expect(printed.record.endnotes.length).toBeLessThanOrEqual(Math.max(5, manuscript.notes.size / 2))
    }), {numRuns: runs, seed: 20_240_115, endOnFailure: true})
  }, 600_000)
})

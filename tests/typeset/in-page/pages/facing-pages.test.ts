import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Word} from '../../../../scripts/bench/word-boxes.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import type {Written} from './manuscripts.ts'
import {range} from './made.ts'
import {mixedOn, proseOn, wholeOn, write} from './manuscripts.ts'
import type {Print} from './print-here.ts'
import {classicArea, inkOf, print} from './print-here.ts'

/** More with PAGES_RUNS=200. */
const runs = Math.max(3, Number(process.env['PAGES_RUNS'] ?? 6) / 2)
const started = await browserHere()

/** How deep a page is filled, in pt from the page's top; the folio and the running head stand beyond the area. */
const depthOf = (words: readonly Word[], {top, bottom}: {readonly top: number; readonly bottom: number}) =>
  Math.max(...words.filter(word => (word.top + word.bottom) / 2 > top && (word.top + word.bottom) / 2 < bottom).map(word => word.bottom))

/** How deep a page is filled that ends in a box or a table: down to the frame or the rule. */
const edgeOf = async (made: Print, page: number, {top, bottom}: {readonly top: number; readonly bottom: number}) =>
  Math.max(...(await inkOf(made, page)).filter(row => row > top && row < bottom + 1))

/** What a length is more than whole lines, in pt. */
const overLines = (length: number, leading: number) => Math.abs(length / leading - Math.round(length / leading)) * leading

/** The words of a page's text in lines, from its top. */
const rowsOf = (words: readonly Word[], top: number) => {
  const rows: Word[][] = []
  for (const word of words.filter(each => each.bottom > top).toSorted((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const row = rows.at(-1)
    if (row?.[0] && word.bottom - row[0].bottom < 3) row.push(word)
    else rows.push([word])
  }
  return rows
}

/** The lines at the top of a page that no page's end may part: a head, with two lines of what follows, or with three where there are only three. */
const unitOf = (words: readonly Word[], {heads}: Written, {top, leading}: ReturnType<typeof classicArea>): readonly Word[] => {
  const rows = rowsOf(words, top - leading / 2).slice(0, 6)
  const left = Math.min(...rows.flat().map(word => word.left))
  const first = rows.findIndex(row => !row.some(({text}) => heads.includes(text)))
  const endsBefore = (row: readonly Word[] | undefined, before: readonly Word[] | undefined) => (row?.[0]?.left ?? 0) - left > 4 || (row?.[0]?.bottom ?? 0) - (before?.[0]?.bottom ?? 0) > leading * 1.2
  const length = rows.slice(first + 1).findIndex((row, index) => endsBefore(row, rows[first + index])) + 1
  return rows.slice(0, first + (length === 3 ? 3 : 2)).flat()
}

/**
 * Whether a page, filled down to `depth`, is short because no more fits: the lines at the top of the next that stay together
 * call notes that would have to begin on it, all but the last of them whole.
 */
const isForced = (depth: number, next: readonly Word[], written: Written, area: ReturnType<typeof classicArea>): boolean => {
  const unit = unitOf(next, written, area)
  const called = unit.flatMap(({text}) => written.notes.filter(({reference}) => text.startsWith(reference)))
  const starts = called.flatMap(({note}) => next.find(({text}) => text === note) ?? [])
  const [first, last, above] = [starts[0], starts.at(-1), Math.max(...unit.map(({bottom}) => bottom))]
  return first !== undefined && last !== undefined && above - area.top + last.bottom - first.top > area.bottom - depth
}

describe.skipIf(!started)('prose, printed', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  test.each([
    ['alone', proseOn(['a6', 'a5', 'half-letter'], ['end', 'foot'])],
    ['with lists and figures', mixedOn(['a5', 'half-letter'], ['end', 'foot'])],
    ['with tables, code and boxes', wholeOn(['a5', 'half-letter'], ['end', 'foot'])]
  ])('%s has its lines on the grid, and facing pages of one depth', {timeout: 60_000 + runs * 20_000}, async (_, drafts) => {
    /** How many lines the pages of each spread end apart, with the number of its verso. */
    const apart: {readonly page: number; readonly lines: number}[] = []
    await fc.assert(fc.asyncProperty(drafts, async draft => {
      const written = write(draft)
      const made = await print(browser, join(here.folder, 'facing'), written.files)
      const {pages} = made
      const area = classicArea(draft.page)
      const lines = pages.map(words => words.filter(({text, top}) => /^Q\d+Z$/.test(text) && top > area.top))
      const body = lines.flat().filter(({text}) => written.body.includes(text))
      const [first] = body
      for (const {text, bottom} of body) expect([text, overLines(bottom - (first?.bottom ?? 0), area.leading) < 0.4]).toEqual([text, true])
      // The text's last page may be short; behind it stand notes and index.
      const depths = pages.slice(0, lines.findLastIndex(words => words.length > 0)).map(words => depthOf(words, area))
      const isWhole = (word: Word | undefined) => word !== undefined && written.whole.includes(word.text)
      const isInCaption = ({text}: Word) => written.captions.includes(text)
      /** A page that ends before a block with no room on it, or that holds nothing but the rows of a table, or figures. */
      const mayBeShort = (page: number) => isWhole(lines[page + 1]?.[0]) || [isWhole, isInCaption].some(all => (lines[page] ?? []).every(all))
      for (let verso = 1; verso + 1 < depths.length; verso += 2) {
        if (mayBeShort(verso) || mayBeShort(verso + 1)) continue
        const [one = 0, two = 0] = await Promise.all([verso, verso + 1].map(async page => isWhole(lines[page]?.at(-1)) ? edgeOf(made, page, area) : depths[page]))
        const next = pages[one < two ? verso + 1 : verso + 2] ?? []
        if (!isForced(Math.min(one, two), next, written, area)) apart.push({page: verso + 1, lines: Math.round(Math.abs(one - two) / area.leading)})
      }
    }), {numRuns: runs, endOnFailure: process.env['PAGES_SHRINK'] === undefined, seed: Number(process.env['PAGES_SEED'] ?? 1917)})
    expect(apart.filter(spread => spread.lines > 0)).toEqual([])
  })
  test('a stanza that stays with the line before it ends a page where lines do', {timeout: 60_000}, async () => {
    const sentences = (count: number) => 'They folded the sheets by lamplight and carried them out. '.repeat(count).trim()
    const part = (number: number) => `## Part ${number}\n\n${sentences(20)}\n\n${'Short.\n\n'.repeat(number)}They sang:\n\n:::verse\nFirst\nSecond\nlast${number}\n:::\n\n${sentences(20)}`
    const {pages} = await print(browser, join(here.folder, 'stanza'), {'text.md': `---\ntitle: Stock\npage: a5\nopenings: page\nfrontmatter: none\n---\n\n${range(0, 12).map(part).join('\n\n')}`})
    const {top, bottom, leading} = classicArea('a5')
    const ends = pages.flatMap(words => {
      const depth = depthOf(words, {top, bottom})
      return words.some(word => word.text.startsWith('last') && word.bottom > depth - 1) ? [overLines(depth - (pages[0]?.find(({text}) => text === 'They')?.bottom ?? 0), leading)] : []
    })
    expect(ends.length).toBeGreaterThan(0)
    expect(ends.filter(over => over > 0.4)).toEqual([])
  })
})

import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {faultsOf} from './faults.ts'
import type {Draft, Written} from './manuscripts.ts'
import {drafts, draftsInColumns, draftsOn, write} from './manuscripts.ts'
import {classicArea, print} from './print-here.ts'

/** More with PAGES_RUNS=200. */
const runs = Number(process.env['PAGES_RUNS'] ?? 10)
const started = await browserHere()

/** Notes of which a message says that they stand at the end are not looked for on the page of their reference. */
const withoutLate = (written: Written, lines: readonly (number | undefined)[]): Written => {
  const text = written.files['random.md']?.split('\n') ?? []
  return {...written, notes: written.notes.filter(({note}) => !lines.some(line => line !== undefined && text[line - 1]?.includes(`${note} `)))}
}

describe.skipIf(!started)('random manuscripts, printed', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  /** What must hold whatever the theme and the page: nothing lost or twice, every note with its reference, numbers right, nothing given up. */
  const holds = async (draft: Draft): Promise<void> => {
    const written = write(draft)
    const {pages, messages} = await print(browser, join(here.folder, 'one'), written.files)
    expect(messages.filter(({ruleId}) => ruleId === 'simpler-pages' || ruleId === 'hidden-text')).toEqual([])
    const late = messages.filter(({ruleId}) => ruleId === 'crowded-page').map(({place}) => place.line)
    const everywhere = {top: -Infinity, bottom: Infinity}
    const faults = faultsOf(withoutLate(written, late), {pages, area: everywhere, widthPt: Infinity})
    // Running heads are among the words here, so that a head may stand more often; and a page reference ends with its line.
    const isTwice = (fault: string) => / stands \d+ times$/.test(fault) && written.body.includes(fault.split(' ')[0] ?? '')
    expect(faults.filter(fault => / stands 0 times$|, its reference on | stand on each other$/.test(fault) || isTwice(fault))).toEqual([])
  }
  const few = Math.max(2, Math.ceil(runs / 10))

  test.each([
    ['in the theme plain', draftsOn(['a6', 'a5'], ['plain'])],
    ['in large print', draftsOn(['a5', 'half-letter'], ['large-print'], ['end', 'chapter'])],
    ['in columns', draftsInColumns(['a5', 'half-letter', 'a4', 'letter', 'a6'])],
    ['on small pages', draftsOn(['a7', 'dl', '60mm x 90mm'], ['classic', 'plain'])]
  ])('%s come out as composed', {timeout: 60_000 + runs * 20_000}, async (_, kind) => {
    await fc.assert(fc.asyncProperty(kind, holds), {numRuns: few, endOnFailure: process.env['PAGES_SHRINK'] === undefined, seed: Number(process.env['PAGES_SEED'] ?? 1917)})
  })

  test('do not lose the last column where a line lacks a 64th of a px', {timeout: 60_000}, () => holds({
    page: 'a5', theme: 'broadsheet', openings: 'run-on', notes: 'end', lastNote: 40, blocks: [
      {kind: 'poem', stanzas: [13, 9, 8, 2, 12, 2, 2, 6], note: 0},
      {kind: 'figure', heightPx: 495, caption: 2, note: 3, isWide: false},
      {kind: 'quote', words: 62, notes: [{after: 96, words: 28, again: false, paragraphs: 1}, {after: 139, words: 239, again: false, paragraphs: 1}, {after: 34, words: 33, again: false, paragraphs: 1}]},
      {kind: 'figure', heightPx: 28, caption: 2, note: 0, isWide: false}
    ]
  }))

  test('lose nothing, and every note begins on the page of its reference', {timeout: 60_000 + runs * 20_000}, async () => {
    await fc.assert(fc.asyncProperty(drafts, async draft => {
      const written = write(draft)
      const {pages, messages} = await print(browser, join(here.folder, 'one'), written.files)
      const late = messages.filter(({ruleId}) => ruleId === 'crowded-page').map(({place}) => place.line)
      expect(messages.filter(({ruleId}) => ruleId === 'simpler-pages' || ruleId === 'hidden-text')).toEqual([])
      const {top, bottom, widthPt} = classicArea(draft.page)
      expect(faultsOf(withoutLate(written, late), {pages, area: {top, bottom}, widthPt})).toEqual([])
    }), {numRuns: runs, endOnFailure: process.env['PAGES_SHRINK'] === undefined, seed: Number(process.env['PAGES_SEED'] ?? 1917)})
  })
})

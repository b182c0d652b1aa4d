import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {realDisk} from '../../../../scripts/adapters/disk.ts'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import {wordBoxes} from '../../../../scripts/bench/word-boxes.ts'
import {build} from '../../../../scripts/pipeline.ts'
import {geometryOf} from '../../../../scripts/typeset/geometry.ts'
import {readPageRules} from '../../../../scripts/typeset/page-rules.ts'
import {pageSize} from '../../../../scripts/manuscript/page-sizes.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {faultsOf} from './faults.ts'
import type {Draft, Written} from './manuscripts.ts'
import {drafts, write} from './manuscripts.ts'

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

  const printed = async (draft: Draft, name: string) => {
    const folder = join(here.folder, name)
    rmSync(folder, {recursive: true, force: true})
    mkdirSync(folder)
    const written = write(draft)
    for (const [file, text] of Object.entries(written.files)) writeFileSync(join(folder, file), text)
    const outcome = await build({path: join(folder, 'random.md'), out: join(folder, 'out'), editions: ['read'], strict: false, json: false}, {
      disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: '0', nodeVersion: '', stage: () => () => undefined
    })
    expect(outcome.messages.filter(({severity}) => severity === 'error')).toEqual([])
    const pdf = readdirSync(join(folder, 'out')).find(file => file.endsWith('.pdf')) ?? ''
    const late = outcome.messages.filter(({ruleId}) => ruleId === 'crowded-page').map(({place}) => place.line)
    return {written, late, pages: await wordBoxes(readFileSync(join(folder, 'out', pdf)))}
  }

  test('lose nothing, and every note begins on the page of its reference', {timeout: 60_000 + runs * 20_000}, async () => {
    const css = readFileSync('templates/classic/print.css', 'utf8')
    await fc.assert(fc.asyncProperty(drafts, async draft => {
      const {written, late, pages} = await printed(draft, 'one')
      const size = pageSize(draft.page)
      if (!size) throw new Error('Expected a page size')
      const {sheet, areas} = geometryOf(readPageRules([{text: css, origin: 'theme'}]), size, undefined)
      const area = areas.find(({name}) => name === '')?.area
      if (!area) throw new Error('Expected the plain area')
      // PDFium counts from the sheet's lower left, whatever the trim.
      const top = (area.topPx - sheet.trim.topPx - (sheet.heightPx - sheet.trim.topPx - sheet.trim.heightPx)) * 0.75
      expect(faultsOf(withoutLate(written, late), {pages, area: {top, bottom: top + area.heightPx * 0.75}, widthPt: (sheet.trim.widthPx + sheet.trim.leftPx) * 0.75})).toEqual([])
    }), {numRuns: runs, endOnFailure: process.env['PAGES_SHRINK'] === undefined, seed: Number(process.env['PAGES_SEED'] ?? 1917)})
  })
})

import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../scripts/adapters/browser.ts'
import {realDisk} from '../../../scripts/adapters/disk.ts'
import {layoutMessages} from '../../../scripts/checks/layout.ts'
import {read} from '../../../scripts/manuscript/read.ts'
import {compose} from '../../../scripts/text/compose.ts'
import type {Pages} from '../../../scripts/types.ts'
import {charactersIn} from '../../../scripts/typeset/characters.ts'
import {compositorScript} from '../../../scripts/typeset/compositor.ts'
import {limits} from '../../../scripts/typeset/copyfit/ladder.ts'
import {takeComposition} from '../../../scripts/typeset/in-page/composition.ts'
import type {Printer} from '../../../scripts/typeset/paginate.ts'
import {paginate} from '../../../scripts/typeset/paginate.ts'
import {loadTheme} from '../../../scripts/typeset/theme.ts'
import type {Here} from '../../adapters/browser-here.ts'
import {browserHere} from '../../adapters/browser-here.ts'
import {drafts, write} from '../in-page/pages/manuscripts.ts'
import {print} from '../in-page/pages/print-here.ts'

/** More or fewer with COPYFIT_RUNS. */
const runs = Number(process.env['COPYFIT_RUNS'] ?? 40)
const started = await browserHere()

describe.skipIf(!started)('copyfit in the browser', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  test('makes the number of pages within the limits, or says why not', {timeout: 60_000 + runs * 20_000}, async () => {
    const goals = fc.oneof(fc.constantFrom('4', '8', '16'), fc.integer({min: -2, max: 2}).map(difference => ({difference})))
    let reached = 0
    await fc.assert(fc.asyncProperty(drafts, goals, fc.constantFrom('classic', 'plain', 'broadsheet'), async (draft, goal, theme) => {
      const text = write(draft)
      const asItIs = typeof goal === 'string' ? 0 : (await composed(text.files, theme)).count
      const fit = typeof goal === 'string' ? goal : `{pages: ${Math.max(1, asItIs + goal.difference)}}`
      const pages = await composed(withFit(text.files, fit), theme)
      const done = pages.fit
      if (!done) throw new Error('Expected a record of the fit')
      const isMet = 'pages' in done.goal ? pages.count === done.goal.pages : pages.count % done.goal.multipleOf === 0
      expect(done.isReached).toBe(isMet)
      expect(done.passes).toBeLessThanOrEqual(8)
      expect(change(done.asDesigned.leadingPx, done.asFitted.leadingPx)).toBeLessThanOrEqual(limits.leading + 0.1)
      expect(change(done.asDesigned.measurePx, done.asFitted.measurePx)).toBeLessThanOrEqual(limits.measure + 0.3)
      expect(change(done.asDesigned.sizePx, done.asFitted.sizePx)).toBeLessThanOrEqual(limits.size + 0.1)
      const said = layoutMessages(pages.observations).filter(({ruleId}) => ruleId === 'copyfit')
      expect(said.map(({place}) => place.line)).toEqual(isMet ? [] : [2])
      for (const {reason} of said) expect(reason).toMatch(/\d+ lines?|no setting/)
      if (isMet && done.passes > 1) reached++
    }), {numRuns: runs, endOnFailure: true, seed: Number(process.env['COPYFIT_SEED'] ?? 1871)})
    if (runs >= 40) expect(reached).toBeGreaterThan(2)
  })

  test('prints a multiple of four', async () => {
    const files = {'a.md': `---\nfit: 4\ntitle: T\nlang: en\nfrontmatter: none\n---\n\n${'They read it aloud in taverns, those who could, to those who could not, and the next day there was another. '.repeat(40).concat('\n\n').repeat(7)}`}
    const before = await print(browser, join(here.folder, 'before'), {'a.md': files['a.md'].replace('fit: 4\n', '')})
    const {pages, messages} = await print(browser, join(here.folder, 'after'), files)
    expect(before.pages.length % 4).not.toBe(0)
    expect([pages.length % 4, messages.filter(({ruleId}) => ruleId === 'copyfit')]).toEqual([0, []])
  })

  test.each([9, 10])('names chapters that run on where the pamphlet has its number with them, and only there (%d paragraphs a chapter)', {timeout: 60_000}, async paragraphs => {
    const chapter = (name: string) => `# ${name}\n\n${'They read it aloud in taverns, those who could, to those who could not, and the next day there was another. '.repeat(5).concat('\n\n').repeat(paragraphs)}`
    const files = {'random.md': `---\ntitle: T\nlang: en\nfit: 8\n---\n\n${['One', 'Two', 'Three'].map(chapter).join('')}`}
    const {fit} = await composed(files, 'classic')
    const {fit: runOn} = await composed({'random.md': files['random.md'].replace('fit: 8', 'fit: 8\nopenings: run-on')}, 'classic')
    const names = fit?.waysOut?.some(({setting}) => setting === 'openings: run-on')
    expect([fit?.isReached, names, runOn?.isReached]).toEqual(paragraphs === 9 ? [false, true, true] : [false, false, false])
  })

  test('counts the hole beside a box in columns as room', {timeout: 60_000}, async () => {
    const words = (count: number) => 'They read it aloud in taverns to their friends, those who could, to those who could. '.repeat(count)
    const body = `${Array.from({length: 11}, () => words(6)).join('\n\n')}\n\n:::aside[Box]\n${words(14)}\n:::\n\n${words(1)}`
    const text = `---\ntitle: T\ntheme: broadsheet\nlang: en\npage: a5\nopenings: run-on\nfrontmatter: none\nfit: {pages: 4}\n---\n\n${body}\n`
    const {count, fit} = await composed({'random.md': text}, 'broadsheet')
    expect([count, fit?.missed.map(({direction}) => direction)]).toEqual([3, ['looser']])
    expect(fit?.missed[0]?.lines).toBeGreaterThan(20)
  })

  async function composed(files: Readonly<Record<string, string>>, theme: string): Promise<Pages> {
    const folder = join(here.folder, 'composed')
    rmSync(folder, {recursive: true, force: true})
    mkdirSync(folder, {recursive: true})
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    const manuscript = await read(join(folder, 'random.md'), realDisk)
    if (!('metadata' in manuscript)) throw new Error('Expected a manuscript')
    const pamphlet = compose(manuscript)
    return paginate(pamphlet, await loadTheme(theme, charactersIn(pamphlet)), unprinted)
  }

  /** Composes in the browser, and takes the composition's word for the print: the pages' own tests print. */
  const unprinted: Printer = async ({html, resources, sheet, textWidthPx, compositor}) => {
    const page = await browser.open({html, resources}, {widthPx: textWidthPx, heightPx: sheet.heightPx})
    await page.run(await compositorScript(compositor))
    const composition = await page.evaluate(takeComposition)
    const pages = new Map([...Object.entries(composition.pages), ...composition.anchors.map(({id, page: number}) => [id, number] as const)])
    return {composition, print: () => Promise.resolve({observations: [], pdf: new Uint8Array(), count: composition.count, pages}), close: page.close}
  }
})

function withFit(files: Readonly<Record<string, string>>, fit: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, name.endsWith('.md') ? text.replace('---\n', `---\nfit: ${fit}\n`) : text]))
}

/** In per cent. */
function change(from: number | undefined, to: number | undefined): number {
  return from === undefined || to === undefined ? 0 : Math.abs(to / from - 1) * 100
}

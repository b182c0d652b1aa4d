/** What one theme prints every theme prints: a word that got lost in its columns would be missed by nobody but its author. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {build} from '../../scripts/pipeline.ts'
import {themeNames} from '../../scripts/typeset/theme.ts'
import {browserHere} from '../adapters/browser-here.ts'
import {pdfText} from './extracted-words.ts'

const found = await browserHere()
const themes = await themeNames()
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-themes-'))
afterAll(async () => {
  await found?.here.end()
  rmSync(folder, {recursive: true, force: true})
})

/** What stands on the pages of a theme, as a program for PDFs finds it on paper. */
async function textIn(path: string, theme: string): Promise<string> {
  if (!found) throw new Error('Expected a browser')
  const {browser} = found
  const world = {disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined}
  const {artifacts} = await build({path, theme, out: folder, editions: ['read'], strict: false, json: false, date: '2024-01-21'}, world)
  const pages = await pdfText(artifacts.find(({name}) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array(), () => ({left: 0, top: 2000, right: 2000, bottom: 0}))
  return pages.join('\n').normalize('NFKC').toLowerCase().replaceAll(/[\u00AD\uFFFE\u0002]\s*/gu, '')
}

describe.skipIf(!found).each(['tests/fixtures/whole/every-construct.md', 'tests/fixtures/whole/stress'])('%s', path => {
  let words: readonly string[] = []
  beforeAll(async () => {
    words = [...new Set((await textIn(path, 'classic')).match(/\p{L}{4,}/gu))]
    expect(words.length).toBeGreaterThan(150)
  })

  test.each(themes.filter(name => name !== 'classic'))('has all its words in %s', async theme => {
    // PDFium parts a word here and there, where a letter stands close to the next.
    const letters = (await textIn(path, theme)).replaceAll(/[^\p{L}]/gu, '')
    expect(words.filter(word => !letters.includes(word))).toEqual([])
  })
})

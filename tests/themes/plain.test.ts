import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {viewPdf} from '../../scripts/adapters/press/view.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {shown} from '../../scripts/checks/preflight/finding.ts'
import {paintPages} from '../../scripts/checks/preflight/paint-page.ts'
import type {PaintedMark} from '../../scripts/checks/preflight/painting.ts'
import {build} from '../../scripts/pipeline.ts'

let browser: Browser
let marks: readonly PaintedMark[]
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-plain-'))

/** What preflight takes letters to reach above and below their line, in parts of the size. */
const reach = 0.94

/** What stands raised or lowered is small in any theme: the manuscript is printed without it. */
const source = readFileSync('templates/trial/every-construct.md', 'utf8')
  .replaceAll(/\[\^\d+\](?!:)/g, '').replaceAll(/^\[\^\d+\]:.*\n(?:\n? {2,}.*\n)*/gm, '').replaceAll(/<su[bp]>(.*?)<\/su[bp]>/g, '$1').replaceAll(/\$\$[\s\S]*?\$\$|\$[^$]*\$/g, '')
  .replaceAll(/!\[.*\]\(.*\)\n/g, '')

beforeAll(async () => {
  browser = await launch({})
  writeFileSync(join(folder, 'a.md'), source)
  const {artifacts, messages} = await build({path: join(folder, 'a.md'), out: join(folder, 'out'), editions: ['print'], strict: false, json: false, date: '2024-01-21', theme: 'plain'}, {
    disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
  })
  expect(messages).toEqual([])
  const view = await viewPdf(artifacts.find(({name}) => name.endsWith('-print.pdf'))?.bytes ?? new Uint8Array())
  if (typeof view === 'string') throw new Error(`Expected a PDF that can be read: ${view}`)
  marks = paintPages(view.pages).flatMap(shown)
}, 60_000)
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
})

test('what a photocopier gets has no rule thinner than half a point', () => {
  const lines = marks.flatMap(({linePt}) => linePt !== undefined && linePt > 0 ? [linePt] : [])
  expect(lines.length).toBeGreaterThan(8)
  expect(Math.min(...lines)).toBeGreaterThanOrEqual(0.5)
})

test('nor type smaller than 10 pt', () => {
  // A word's box is as high as its size, by what letters reach above and below their line.
  const heights = marks.flatMap(({kind, box}) => kind === 'text' ? [box.top - box.bottom] : [])
  expect(heights.length).toBeGreaterThan(100)
  expect(Math.min(...heights) / reach).toBeGreaterThanOrEqual(10)
})

test('nor a tint: what is painted is black or nothing', () => {
  const inks = marks.flatMap(({ink}) => ink ?? [])
  expect(inks.length).toBeGreaterThan(100)
  expect(inks.filter(ink => ink > 0.01 && ink < 0.99)).toEqual([])
})

/** Everything that a theme paints, measured in its press file, from the manuscript that holds every construct. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {viewPdf} from '../../scripts/adapters/press/view.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {shown} from '../../scripts/checks/preflight/finding.ts'
import {paintPages} from '../../scripts/checks/preflight/paint-page.ts'
import type {PaintedMark} from '../../scripts/checks/preflight/painting.ts'
import {build} from '../../scripts/pipeline.ts'

/** What preflight takes letters to reach above and below their line, in parts of the size. */
const reach = 0.94

/** A picture's own lettering is its author's: the manuscript is printed without it. */
const source = readFileSync('templates/trial/every-construct.md', 'utf8').replaceAll(/!\[.*\]\(.*\)\n/g, '')

/** Print the manuscript in a theme, without a message, and measure what stands on its pages. */
export async function paintedIn(theme: string): Promise<readonly PaintedMark[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-painted-'))
  const browser = await launch({})
  try {
    writeFileSync(join(folder, 'a.md'), source)
    const {artifacts, messages} = await build({path: join(folder, 'a.md'), out: join(folder, 'out'), editions: ['print'], strict: false, json: false, date: '2024-01-21', theme}, {
      disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
    })
    if (messages.length > 0) throw new Error(messages.map(({reason}) => reason).join('; '))
    const view = await viewPdf(artifacts.find(({name}) => name.endsWith('-print.pdf'))?.bytes ?? new Uint8Array())
    if (typeof view === 'string') throw new Error(`Expected a PDF that can be read: ${view}`)
    return paintPages(view.pages).flatMap(shown)
  } finally {
    await browser.close()
    rmSync(folder, {recursive: true, force: true})
  }
}

/** The sizes of all type, in pt: a word's box is as high as its size, by what letters reach above and below their line. */
export function sizesOf(marks: readonly PaintedMark[]): readonly number[] {
  return marks.flatMap(({kind, box}) => kind === 'text' ? [(box.top - box.bottom) / reach] : [])
}

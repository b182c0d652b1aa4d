import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {partsOf} from '../../scripts/bench/processes.ts'
import {openViewer} from '../../scripts/bench/viewer.ts'
import type {Preview} from '../../scripts/preview/preview.ts'
import {preview} from '../../scripts/preview/preview.ts'

const viewer = process.platform === 'linux' ? await openViewer() : undefined
const folder = mkdtempSync(join(tmpdir(), 'previewed-memory-'))
let shown: Preview
let page: Page

const heldMb = () => (partsOf(viewer?.processId).get('renderer') ?? Number.NaN) / 1_048_576

describe.skipIf(!viewer)('the memory of the preview in a browser', () => {
  beforeAll(async () => {
    if (!viewer) return
    writeFileSync(join(folder, 'text.md'), '---\ntitle: Wells\nlang: en\n---\n\nWater.\n')
    shown = await preview({path: join(folder, 'text.md'), port: 0, editor: 'vscode://file/{path}', say: () => undefined})
    page = await viewer.tab()
    await page.goto(shown.address)
    await page.waitForFunction('Number(document.documentElement.dataset.shown) > 0', {timeout: 30_000, polling: 50})
  })
  afterAll(async () => {
    await viewer?.close()
    await shown.close()
    rmSync(folder, {recursive: true, force: true})
  })

  test('what was drawn is let go, without waiting for anybody to sweep', async () => {
    const open = (times: number) => page.evaluate(`(async () => {
      const {painter} = await import('./stage.js')
      for (let time = 0; time < ${times}; time++) await painter.open('none', new Uint8Array(16 * 1024 * 1024).fill(1).buffer).catch(() => undefined)
    })()`)
    await open(2)
    const before = heldMb()
    await open(20)
    // Kept, these were 320 MB.
    expect(heldMb() - before).toBeLessThan(100)
  })
}, 60_000)

import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import type {Look} from '../../scripts/preview/build-pages.ts'
import {buildPages, Superseded} from '../../scripts/preview/build-pages.ts'
import {rememberParsing} from '../../scripts/preview/remember.ts'

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-pages-'))
const path = join(folder, 'text.md')
beforeAll(async () => {
  browser = await launch({})
  writeFileSync(path, `---\ntitle: Sheets\nlang: en-GB\nmath: true\n---\n\nFolded $n$ times: $2^{n+1}$.\n\n\`\`\`js\nconst fold = 1 // once\n\`\`\`\n\n${'A paragraph of some words. '.repeat(400)}\n`)
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
})

const looks: Look[] = []
const workshop = () => ({disk: realDisk, memory: rememberParsing(), browser: () => Promise.resolve(browser), visible: () => [2, 3], onLook: (look: Look) => looks.push(look)})
const quiet = {isDisturbed: () => false, isSuperseded: () => false}

test('sets formulas and code as a build does', async () => {
  const built = await buildPages({path}, quiet, workshop())
  const chapters = JSON.stringify(built.isWhole && built.pamphlet.chapters)
  expect(chapters).toContain('"tagName":"math"')
  expect(chapters).toContain('hl-keyword')
}, 30_000)

test('prints the pages that are looked at first', () => {
  expect(looks.map(({pages, count}) => [pages, count > 3])).toEqual([[[2, 3], true]])
})

test('a newer save takes the turn', async () => {
  await expect(buildPages({path}, {isDisturbed: () => false, isSuperseded: () => true}, workshop())).rejects.toThrow(Superseded)
})

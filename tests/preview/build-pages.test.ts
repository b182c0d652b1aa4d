import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import type {Look} from '../../scripts/preview/build-pages.ts'
import {buildPages, Superseded} from '../../scripts/preview/build-pages.ts'
import {rememberReading} from '../../scripts/preview/remember.ts'
import {keepStanding} from '../../scripts/preview/standing-page.ts'
import {composeFile} from '../../scripts/text/compose.ts'
import {loadTheme} from '../../scripts/typeset/theme.ts'

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
const workshop = () => ({disk: realDisk, memory: rememberReading(), composeFile, loadTheme, standing: keepStanding(), browser: () => Promise.resolve(browser), visible: () => [2, 3], onLook: (look: Look) => Promise.resolve(void looks.push(look)), last: {base: undefined}, needsWhole: () => false})
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

test('a text that a standing page takes in comes out as in a fresh one', async () => {
  const text = (words: string) => `---\ntitle: Sheets\nlang: en-GB\n---\n\n${words}\n\n![A square](square.svg)\n\n${'Some words of a paragraph, set line for line by the compositor.[^1] '.repeat(60)}\n\n[^1]: A note at the foot.\n`
  writeFileSync(join(folder, 'square.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><path d="M0 0h60v60H0z"/></svg>')
  const other = join(folder, 'other.md')
  const standing = workshop()
  const pagesOf = async (given: ReturnType<typeof workshop>) => {
    const built = await buildPages({path: other}, quiet, given)
    if (!built.isWhole) throw new Error(JSON.stringify(built.messages))
    const {pdf, ...pages} = built.pages
    return {...pages, pdf: Buffer.from(pdf).toString('latin1').replaceAll(/\/(?:Creation|Mod)Date \([^)]*\)/g, '')}
  }
  for (const words of ['One.', 'Two words.', `A long ${'and longer '.repeat(300)} beginning.`, 'One.']) {
    writeFileSync(other, text(words))
    const [renewed, fresh] = [await pagesOf(standing), await pagesOf(workshop())]
    expect(renewed).toEqual(fresh)
  }
}, 60_000)

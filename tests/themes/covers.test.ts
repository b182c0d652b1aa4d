import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {build} from '../../scripts/pipeline.ts'
import {themeNames} from '../../scripts/typeset/theme.ts'

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-covers-'))
beforeAll(async () => {
  browser = await launch({})
  cpSync('templates/trial/images/press.svg', join(folder, 'press.svg'))
  writeFileSync(join(folder, 'a.md'), '---\ntitle: T\nlang: en\ncover: {image: press.svg, alt: A press}\n---\n\n# A\n\nText.\n')
  writeFileSync(join(folder, 'long.md'), `---\ntitle: ${'The whole of the tale, as told. '.repeat(15)}\nsubtitle: ${'With more of it. '.repeat(12)}\nauthor: Ada Press\nlang: en\nfrontmatter: full\n---\n\n# A\n\nText.\n`)
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
})

test.each(await themeNames())('%s has room for a picture on a cover without an author or a date below it', async theme => {
  expect(await rulesOf('a.md', theme)).toEqual([])
})

// In large print no type is as small as that.
test.each((await themeNames()).filter(name => name !== 'large-print'))('%s sets a title of a hundred words in type that its cover can hold', async theme => {
  expect(await rulesOf('long.md', theme)).toEqual([])
})

async function rulesOf(file: string, theme: string): Promise<readonly string[]> {
  const {messages} = await build({path: join(folder, file), out: join(folder, 'out'), editions: ['read'], strict: false, json: false, date: '2024-01-21', theme}, {
    disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
  })
  return messages.map(({ruleId}) => ruleId)
}

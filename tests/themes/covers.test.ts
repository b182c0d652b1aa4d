import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import type {Outcome} from '../../scripts/pipeline.ts'
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

test.each([['a6', 'classic'], ['a7', 'classic'], ['a5', 'large-print']])('a half title and a title page of a long title are a page each, on %s in %s', async (page, theme) => {
  const title = 'A Modest Proposal for Preventing the Children of Poor People from Being a Burden to Their Parents or Country, and for Making Them Beneficial to the Publick; Together with an Account of the Sundry Remarks Made upon It by Divers Persons of Quality in the Cities of Dublin, London and Edinburgh'
  writeFileSync(join(folder, 'title.md'), `---\ntitle: "${title}"\nauthor: Ada Press\nlang: en\npage: ${page}\nfrontmatter: full\n---\n\n# A\n\nText.\n`)
  const {messages, artifacts} = await made('title.md', theme)
  expect([messages, artifacts.find(({name}) => name.endsWith('.pdf'))?.facts['pages']]).toEqual([[], 7])
})

test.each(['h1 {display: none}', 'h1 {position: absolute; left: -9999px}'])('a title that a style hides is told, and the PDF claims no tags that begin with it: %s', async css => {
  writeFileSync(join(folder, 'hide.css'), css)
  const {messages, artifacts} = await made('a.md', 'classic', join(folder, 'hide.css'))
  expect(messages.map(({ruleId}) => ruleId)).toEqual(['hidden-text'])
  expect(artifacts.find(({name}) => name.endsWith('.pdf'))?.facts).not.toHaveProperty('standard')
  expect((await made('a.md', 'classic')).artifacts.find(({name}) => name.endsWith('.pdf'))?.facts).toHaveProperty('standard')
})

async function rulesOf(file: string, theme: string): Promise<readonly string[]> {
  return (await made(file, theme)).messages.map(({ruleId}) => ruleId)
}

function made(file: string, theme: string, style?: string): Promise<Outcome> {
  return build({path: join(folder, file), out: join(folder, 'out'), editions: ['read'], strict: false, json: false, date: '2024-01-21', theme, ...(style !== undefined && {style})}, {
    disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
  })
}

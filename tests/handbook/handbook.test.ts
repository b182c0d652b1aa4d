import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {EpubCheck} from '@likecoin/epubcheck-ts'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import type {Outcome} from '../../scripts/pipeline.ts'
import {make} from '../../scripts/pipeline.ts'
import {directiveNames} from '../../scripts/text/remark-directives.ts'
import {themeNames} from '../../scripts/typeset/theme.ts'
import {openTags} from '../pdf/outline.ts'
import {violations} from '../pdf/violations.ts'
import {difference, drawExample, examplesIn} from './examples.ts'
import {drawTheme} from './theme-pictures.ts'

/** Other builds of Chromium draw edges a little differently. `PAMPHLETEER_PICTURES=new` draws anew: look at them then. */
const tolerance = 2
const isNew = process.env['PAMPHLETEER_PICTURES'] === 'new'

let browser: Browser
beforeAll(async () => {
  browser = await launch({})
})
afterAll(() => browser.close())

const dialect = readFileSync('docs/02-dialect.md', 'utf8')
const examples = examplesIn(dialect)

describe('the dialect, with source and picture side by side', () => {
  test('shows every picture that is kept, and every directive', () => {
    expect(examples.map(({picture}) => picture).toSorted()).toEqual(readdirSync('docs/pictures/dialect').map(name => `pictures/dialect/${name}`).toSorted())
    for (const name of directiveNames) expect(dialect).toMatch(new RegExp(`:::?${name}`))
  })

  test.each(examples)('$picture is what comes of the source beside it', async example => {
    const {messages, png} = await drawExample(example, browser)
    expect(messages).toEqual([])
    await holdAgainst(png, example.picture, 20)
  }, 30_000)
})

test.each(await themeNames())('the picture of the theme %s shows it as it is', async theme => {
  await holdAgainst(await drawTheme(theme, browser), `pictures/theme-${theme}.png`, 60)
}, 60_000)

/** Compare with the picture that is kept; where there is none yet, keep it. */
async function holdAgainst(png: Buffer, picture: string, mostKib: number): Promise<void> {
  const path = join('docs', picture)
  if (isNew || !existsSync(path)) {
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, png)
  }
  const kept = readFileSync(path)
  expect(kept.length).toBeLessThan(mostKib * 1024)
  expect(await difference(png, kept)).toBeLessThan(tolerance)
}

describe('the handbook is a manuscript', () => {
  let outcome: Outcome
  const bytesOf = (name: string) => outcome.artifacts.find(artifact => artifact.name === name)?.bytes ?? new Uint8Array()
  beforeAll(async () => {
    outcome = await make({path: 'docs', out: tmpdir(), editions: ['web', 'read', 'epub'], strict: true, json: false}, {
      disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
    })
  }, 60_000)

  test('that builds without a message', () => {
    expect(outcome.messages).toEqual([])
    expect(outcome.built).toBe(true)
  })

  test('whose PDF keeps the rules of PDF/UA-1 and says so', async () => {
    expect(violations(await openTags(bytesOf('handbook.pdf')))).toEqual([])
  })

  test('whose EPUB passes EPUBCheck', async () => {
    const {messages} = await EpubCheck.validate(bytesOf('handbook.epub'))
    expect(messages.filter(({severity}) => severity !== 'info' && severity !== 'usage')).toEqual([])
  }, 60_000)
})

test('every link of the README and of the architecture leads to a file', () => {
  for (const file of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']) {
    const named = [...readFileSync(file, 'utf8').matchAll(/(?:\]\(|`)(docs\/[\w./-]*\w)[)`]/g)].map(match => match[1] ?? '')
    for (const path of named) expect(existsSync(path), `${file}: ${path}`).toBe(true)
  }
})

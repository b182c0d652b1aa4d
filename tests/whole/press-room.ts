import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {make, type Outcome} from '../../scripts/pipeline.ts'
import type {EditionName} from '../../scripts/types.ts'

/** A manuscript of one file: the lines of its metadata beside its title and author, its text, and a style of its own. */
export type Draft = {readonly title?: string; readonly metadata: string; readonly text: string; readonly style?: string}

/** A folder of its own and a browser, for the tests of one file; both go with them. */
export function pressRoom(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `pamphleteer-${name}-`))
  let browser: Browser
  beforeAll(async () => {
    browser = await launch({})
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, {recursive: true, force: true})
  })
  const write = ({title = 'Press test', metadata, text, style = ''}: Draft, file = 'pamphlet') => {
    const [path, styleFile] = [join(folder, `${file}.md`), join(folder, `${file}.css`)]
    writeFileSync(path, `---\ntitle: ${title}\nauthor: A B\nlang: en-GB\n${metadata}\n---\n\n${text}\n`)
    writeFileSync(styleFile, style)
    return {path, style: styleFile}
  }
  const press = (draft: Draft, ...editions: readonly EditionName[]): Promise<Outcome> => make({...write(draft), out: folder, editions, strict: false, json: false, date: '2024-01-21'}, {
    disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
  })
  return {folder, write, press, browser: () => browser}
}

/** The bytes of the artifact whose name has this ending; empty where there is none. */
export function bytesOf({artifacts}: Outcome, ending: string): Uint8Array {
  return artifacts.find(({name}) => name.endsWith(ending))?.bytes ?? new Uint8Array()
}

import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import type {KeptDrawings} from '../../scripts/adapters/kept-drawings.ts'
import {coverSize} from '../../scripts/epub/cover.ts'
import {buildPages} from '../../scripts/preview/build-pages.ts'
import {rememberReading} from '../../scripts/preview/remember.ts'
import {createShow} from '../../scripts/preview/show.ts'
import {keepStanding} from '../../scripts/preview/standing-page.ts'
import {keepWarm} from '../../scripts/preview/warm-browser.ts'
import {composeFile} from '../../scripts/text/compose.ts'
import {loadTheme} from '../../scripts/typeset/theme.ts'

const folder = mkdtempSync(join(tmpdir(), 'previewed-book-'))
const path = join(folder, 'text.md')
let browser: Browser
beforeAll(async () => browser = await launch({}))
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
})

/** The browser, and how many covers it has drawn. */
function countingCovers() {
  let drawn = 0
  const counted: Browser = {...browser, open: (site, viewport) => {
    if (viewport.widthPx === coverSize.widthPx) drawn++
    return browser.open(site, viewport)
  }}
  return {counted, drawn: () => drawn}
}

function inMemory(): KeptDrawings {
  const kept = new Map<string, Uint8Array>()
  return {find: key => Promise.resolve(kept.get(key)), keep: (key, bytes) => Promise.resolve(void kept.set(key, bytes))}
}

/** Whoever looks on has the e-book in view. */
const readers = {join: () => true, move: () => true, tell: () => undefined, visible: () => [], isViewed: (view: string) => view === 'reader', close: () => undefined}

test('the e-book is bound anew with each save, and its cover drawn only when that is another', async () => {
  const {counted, drawn} = countingCovers()
  const show = createShow(readers, {folder, template: 'vscode://file/{path}'}, {browser: keepWarm(() => Promise.resolve(counted), () => undefined), drawings: inMemory()})
  const workshop = {disk: realDisk, memory: rememberReading(), composeFile, loadTheme, standing: keepStanding(), browser: () => Promise.resolve(counted), visible: () => [], onLook: () => Promise.resolve(), last: {base: undefined}, needsWhole: () => false}
  const saved = async (title: string, words: string) => {
    writeFileSync(path, `---\ntitle: ${title}\nlang: en-GB\n---\n\n${words}\n`)
    show.built(await buildPages({path}, {isDisturbed: () => false, isSuperseded: () => false}, workshop))
    await show.refresh()
    const state: unknown = JSON.parse(new TextDecoder().decode((await show.routes.get('GET state.json')?.(new URLSearchParams(), ''))?.bytes))
    return [state, drawn()]
  }
  expect(await saved('Salt', 'One word.')).toEqual([expect.objectContaining({book: {version: 1}}), 1])
  expect(await saved('Salt', 'Two words now.')).toEqual([expect.objectContaining({book: {version: 2}}), 1])
  expect(await saved('Pepper', 'Two words now.')).toEqual([expect.objectContaining({book: {version: 3}}), 2])
}, 60_000)

import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openViewer} from '../../scripts/bench/viewer.ts'
import type {Preview} from '../../scripts/preview/preview.ts'
import {preview} from '../../scripts/preview/preview.ts'

const viewer = await openViewer()
const folder = mkdtempSync(join(tmpdir(), 'previewed-long-'))
let shown: Preview
let page: Page

const chapter = (name: string, words = '') => `# ${name}\n\n${words}${`The miller of ${name} grinds at night, when the water is high and the tax collector asleep. `.repeat(90)}\n`
const save = (index: number, words: string) => writeFileSync(join(folder, `${index + 10}.md`), chapter(`Chapter ${index}`, words))
const until = (code: string) => page.waitForFunction(code, {timeout: 60_000, polling: 50})
const picture = () => page.evaluate('[...document.querySelectorAll("figure:not([hidden]) canvas")].map(canvas => canvas.toDataURL()).join()')
const state = () => page.evaluate('fetch("state.json").then(response => response.json())') as Promise<{pages: {version: number; base: number; pieces: readonly {first: number}[]}}>

describe.skipIf(!viewer)('the preview of a long pamphlet', () => {
  beforeAll(async () => {
    if (!viewer) return
    writeFileSync(join(folder, 'pamphlet.yaml'), 'title: Mills\nlang: en-GB\n')
    for (let index = 0; index < 16; index++) save(index, '')
    shown = await preview({path: folder, port: 0, editor: 'vscode://file/{path}', say: () => undefined})
    page = await viewer.tab()
    await page.goto(`${shown.address}#15.md:3`)
    await until('Number(document.documentElement.dataset.shown) > 0')
  })
  afterAll(async () => {
    await viewer?.close()
    await shown.close()
    rmSync(folder, {recursive: true, force: true})
  })

  test('a save of one chapter sets that chapter alone, and shows it at its place', async () => {
    const before = await picture()
    const where = await page.evaluate('document.getElementById("where-we-are").textContent')
    const {pages: {version}} = await state()
    save(5, 'Once upon a time. ')
    await until(`Number(document.documentElement.dataset.shown) > ${version}`)
    const {pages} = await state()
    expect([pages.base, pages.pieces.length]).toEqual([version, 1])
    expect(await picture()).not.toBe(before)
    expect(await page.evaluate('document.getElementById("where-we-are").textContent')).toBe(where)
  })

  test('the sheets are made of all pages anew, and those look as they did', async () => {
    const amended = await picture()
    await page.keyboard.press('2')
    await until('/^Sheet 1 of/.test(document.getElementById("where-we-are").textContent)')
    expect((await state()).pages.pieces).toEqual([])
    await page.keyboard.press('1')
    await until('document.getElementById("where-we-are").textContent.startsWith("Page")')
    await expect.poll(picture, {timeout: 10_000}).toBe(amended)
  })
}, 120_000)

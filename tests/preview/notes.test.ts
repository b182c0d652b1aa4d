/** Notes in the e-book's view: a box over the page, by mouse and by keys. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Frame, Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openViewer} from '../../scripts/bench/viewer.ts'
import type {Preview} from '../../scripts/preview/preview.ts'
import {preview} from '../../scripts/preview/preview.ts'

const viewer = await openViewer()
const folder = mkdtempSync(join(tmpdir(), 'previewed-notes-'))
const file = join(folder, 'text.md')
let shown: Preview
let page: Page
let reader: Frame

const ask = <Value>(code: string) => reader.evaluate(code) as Promise<Value>
const until = (code: string) => reader.waitForFunction(code, {timeout: 30_000, polling: 50})
const manuscript = (word: string) => `---\ntitle: Lamps\nlang: en-GB\n---\n\nA ${word} stands here[^a] and there[^b].\n\n[^a]: It was *lit* at dusk.\n\n[^b]: See [the other](https://example.org/).\n`
/** The section in view; the reader's shadows are closed, but its renderer tells. */
const section = 'document.querySelector("#book foliate-view:not(.coming)").renderer.getContents()[0].doc'
const references = `[...${section}.querySelectorAll('[role=doc-noteref]')]`
const noteWords = 'document.querySelector("#called foliate-view")?.renderer.getContents()[0]?.doc.body.textContent.replaceAll(/\\s+/g, " ").trim()'
const isOpen = () => ask<boolean>('document.getElementById("called").open')

describe.skipIf(!viewer)('a note in the e-book', () => {
  beforeAll(async () => {
    if (!viewer) return
    writeFileSync(file, manuscript('lamp'))
    shown = await preview({path: file, port: 0, editor: 'vscode://file/{path}', say: () => undefined})
    page = await viewer.tab()
    await page.setBypassCSP(true)
    await page.goto(shown.address)
    await page.waitForFunction('Number(document.documentElement.dataset.shown) > 0', {timeout: 30_000})
    await page.keyboard.press('3')
    await page.waitForFunction('document.getElementById("reader").contentDocument?.documentElement.dataset.shown', {timeout: 30_000})
    const found = page.frames().find(frame => frame.url().endsWith('/reader.html'))
    if (!found) throw new Error('Expected the reader')
    reader = found
    await ask(`(async () => { const view = document.querySelector('#book foliate-view'); await view.goTo(view.book.landmarks.find(({type}) => type.includes('bodymatter')).href) })()`)
    await until(`${references}.length === 2`)
  }, 60_000)
  afterAll(async () => {
    await shown.close()
    await viewer?.close()
    rmSync(folder, {recursive: true, force: true})
  })

  test('opens by a click, with its words and the keyboard in it', async () => {
    await ask(`${references}[0].click()`)
    await until('document.getElementById("called").open')
    expect(await ask<string>(noteWords)).toMatch(/It was lit at dusk\./)
    expect(await ask('document.activeElement.ariaLabel')).toBe('Close the note')
  }, 30_000)

  test('axe finds nothing in it, in light and dark', async () => {
    await reader.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value}])
      expect(await ask('axe.run(document, {iframes: false}).then(({violations}) => violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(", ")}`))')).toEqual([])
    }
  }, 30_000)

  test('closes by Escape, and the reference has the keyboard again', async () => {
    await page.keyboard.press('Escape')
    await until('!document.getElementById("called").open')
    await until(`${section}.activeElement === ${references}[0]`)
    expect(await ask('document.querySelector("#called foliate-view")')).toBeNull()
  }, 30_000)

  test('opens by Enter, turns no page by arrows, and closes by its button', async () => {
    await ask(`${references}[1].focus()`)
    await page.keyboard.press('Enter')
    await until('document.getElementById("called").open')
    expect(await ask<string>(noteWords)).toMatch(/See the other\./)
    const place = await ask('document.getElementById("place").textContent')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await until('!document.getElementById("called").open')
    expect(await ask('document.getElementById("place").textContent')).toBe(place)
    await until(`${section}.activeElement === ${references}[1]`)
  }, 30_000)

  test('closes by Escape from within, and by its way back', async () => {
    for (const leave of ['doc.body.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}))', 'doc.querySelector("[role=doc-backlink]").click()']) {
      await ask(`${references}[0].click()`)
      await until('document.getElementById("called").open')
      await ask(`(doc => ${leave})(document.querySelector('#called foliate-view').renderer.getContents()[0].doc)`)
      await until('!document.getElementById("called").open')
    }
    expect(await isOpen()).toBe(false)
  }, 30_000)

  test('goes with a book that is put away', async () => {
    await ask(`${references}[0].click()`)
    await until('document.getElementById("called").open')
    writeFileSync(file, manuscript('lantern'))
    await until('!document.getElementById("called").open')
    await until(`${section}.body.textContent.includes('lantern')`)
  }, 60_000)
})

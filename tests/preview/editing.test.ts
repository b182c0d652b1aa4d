import {mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openViewer} from '../../scripts/bench/viewer.ts'
import type {Preview} from '../../scripts/preview/preview.ts'
import {preview} from '../../scripts/preview/preview.ts'

const viewer = await openViewer()
const folder = mkdtempSync(join(tmpdir(), 'previewed-editing-'))
let shown: Preview
let page: Page

const chapter = (name: string) => `# ${name}\n\n${`The keeper of ${name} goes out with a smoker, a veil and too much haste, and learns from forty thousand teachers at once. `.repeat(40)}\n`
const file = (name: string) => join(folder, name)
const text = <Value>(code: string) => page.evaluate(code) as Promise<Value>
const until = (code: string) => page.waitForFunction(code, {timeout: 30_000, polling: 50})
const inView = (line: string) => `[...document.querySelectorAll("figure:not([hidden]) .lines a")].some(line => line.href.includes("${line}"))`
const bookIsNew = 'document.getElementById("reader").contentDocument?.documentElement.dataset.shown === document.documentElement.dataset.shown'

/** Do something to the manuscript and wait for pages that are newer. */
async function change(act: () => void): Promise<void> {
  const before = await text<number>('Number(document.documentElement.dataset.shown)')
  act()
  await until(`Number(document.documentElement.dataset.shown) > ${before}`)
}

describe.skipIf(!viewer)('whoever writes with the preview beside them', () => {
  beforeAll(async () => {
    if (!viewer) return
    writeFileSync(file('pamphlet.yaml'), 'title: Bees\nlang: en-GB\n')
    for (const [index, name] of ['Hive', 'Frame', 'Queen'].entries()) writeFileSync(file(`${index + 1}.md`), chapter(name))
    shown = await preview({path: folder, port: 0, editor: 'vscode://file/{path}:{line}:{column}', say: () => undefined})
    page = await viewer.tab()
    await page.goto(shown.address)
    await until('Number(document.documentElement.dataset.shown) > 0')
  })
  afterAll(async () => {
    await viewer?.close()
    await shown.close()
    rmSync(folder, {recursive: true, force: true})
  })

  test('sees the same text when it has gone to other pages', async () => {
    await text('location.hash = "#3.md:3"')
    await until(inView('3.md:3:'))
    await change(() => writeFileSync(file('0.md'), ['Smoke', 'Honey', 'Wax'].map(chapter).join('\n')))
    await until(inView('3.md:3:'))
    await change(() => renameSync(file('3.md'), file('00.md')))
    await until(inView('00.md:3:'))
  })

  test('sees a part of the page larger, where it was', async () => {
    const middle = () => text<number[]>('(([paper, stage]) => [(stage.left + stage.width / 2 - paper.left) / paper.width, (stage.top + stage.height / 2 - paper.top) / paper.height])([document.getElementById("spread"), document.getElementById("stage")].map(element => element.getBoundingClientRect()))')
    const before = await middle()
    for (let index = 0; index < 5; index++) await page.keyboard.press('+')
    for (const [index, part] of (await middle()).entries()) expect(part).toBeCloseTo(before[index] ?? Number.NaN, 1)
    await page.keyboard.press('0')
  })

  test('has a quiet frame around the pages that the keys turn', async () => {
    await page.keyboard.press('g')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    const [outline, error] = await text<[string, string]>('[getComputedStyle(document.getElementById("stage")).outlineColor, getComputedStyle(document.getElementById("trouble")).borderTopColor]')
    expect(await text('document.querySelector("#stage:focus-visible") !== null')).toBe(true)
    expect(outline).not.toBe(error)
  })

  test('never sees an empty e-book between the former one and the next', async () => {
    await page.keyboard.press('3')
    await until(bookIsNew)
    await text(`(() => {
      const {contentDocument, contentWindow} = document.getElementById("reader")
      const isSeen = view => contentWindow.getComputedStyle(view).visibility === "visible" && view.renderer?.getContents()[0]?.doc?.body?.childElementCount > 0
      globalThis.empty = 0
      globalThis.watching = setInterval(() => globalThis.empty += [...contentDocument.querySelectorAll("foliate-view")].some(isSeen) ? 0 : 1, 1)
    })()`)
    await change(() => writeFileSync(file('1.md'), chapter('Skep')))
    await until(bookIsNew)
    expect(await text('clearInterval(globalThis.watching), globalThis.empty')).toBe(0)
    expect(await text('document.getElementById("reader").contentDocument.querySelectorAll("foliate-view").length')).toBe(1)
  })

  test('is told that the preview has ended, in the e-book too', async () => {
    await shown.close()
    await until('document.getElementById("working").checkVisibility() && document.getElementById("working").innerText === "the preview has ended"')
    expect(await text('document.getElementById("news").textContent')).toBe('The preview has ended.')
  })
}, 60_000)

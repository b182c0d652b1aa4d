import {mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Viewer} from '../../scripts/bench/viewer.ts'
import {openViewer} from '../../scripts/bench/viewer.ts'
import type {Preview} from '../../scripts/preview/preview.ts'
import {preview} from '../../scripts/preview/preview.ts'

/** Chapters that each fill some pages, so that there are spreads to turn. */
const chapter = (name: string) => `# ${name}\n\n${`The lamplighter of ${name} walks down the hill before dawn and puts out what he lit at dusk, one lamp after the other. `.repeat(40)}\n\n## The oil of ${name}\n\nIt is pressed from seeds.\n`

const viewer = await openViewer()
let folder = ''
let shown: Preview
let page: Page
const said: string[] = []

const file = (name: string) => join(folder, name)
const text = <Value>(code: string, on = page) => on.evaluate(code) as Promise<Value>
const until = (code: string, on = page) => on.waitForFunction(code, {timeout: 30_000, polling: 50})
const version = (on = page) => text<number>('Number(document.documentElement.dataset.shown ?? 0)', on)
const trouble = () => text<string>('document.getElementById("trouble").hidden ? "" : document.getElementById("trouble").innerText')
const ink = (on = page) => text<number>('(() => { const c = document.querySelector("figure:not([hidden]) canvas"); const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 0; i < d.length; i += 4) if (d[i] < 128) n++; return n })()', on)

/** Do something to the manuscript and wait for pages that are newer. */
async function change(act: () => void, on = page): Promise<void> {
  const before = await version(on)
  act()
  await until(`Number(document.documentElement.dataset.shown) > ${before}`, on)
}

async function start(viewing: Viewer): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'previewed-'))
  writeFileSync(file('pamphlet.yaml'), 'title: Lamps\nlang: en-GB\n')
  for (const [index, name] of ['Ash', 'Birch', 'Cedar'].entries()) writeFileSync(file(`0${index + 1}-${name.toLowerCase()}.md`), chapter(name))
  shown = await preview({path: folder, port: 0, editor: 'vscode://file/{path}:{line}:{column}', say: line => said.push(line)})
  page = await viewing.tab()
  await page.goto(shown.address)
  await until('Number(document.documentElement.dataset.shown) > 0')
}

describe.skipIf(!viewer)('the preview in a browser', () => {
  beforeAll(async () => {
    if (viewer) await start(viewer)
  })
  afterAll(async () => {
    await shown.close()
    await viewer?.close()
    rmSync(folder, {recursive: true, force: true})
  })

  test('shows the cover first, drawn, at the right of its fold', async () => {
    expect(await text('document.getElementById("title").textContent')).toBe('Lamps')
    expect(await text('document.getElementById("where-we-are").textContent')).toMatch(/^Page 1 of \d+$/)
    expect(await text('document.querySelector(".verso").hidden')).toBe(true)
    expect(await ink()).toBeGreaterThan(1_000)
    const [stage, paper] = await text<[number, number]>('[document.getElementById("stage"), document.querySelector(".recto .paper")].map(e => e.getBoundingClientRect()).map((r, i) => i ? r.bottom : r.bottom)')
    expect(paper).toBeLessThanOrEqual(stage)
  })

  test('turns by keys alone, and a save keeps the place', async () => {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await until('document.getElementById("where-we-are").textContent.startsWith("Pages 4–5")')
    await change(() => writeFileSync(file('03-cedar.md'), chapter('Chestnut')))
    expect(await text('document.getElementById("where-we-are").textContent')).toMatch(/^Pages 4–5/)
    expect(await text('document.getElementById("outline").innerText')).toContain('Chestnut')
    await page.reload()
    await until('Number(document.documentElement.dataset.shown) > 0')
    expect(await text('document.getElementById("where-we-are").textContent')).toMatch(/^Pages 4–5/)
  })

  test('the pages in view come before all others', async () => {
    await text('globalThis.seen = []; addEventListener("painted", event => globalThis.seen.push(event.detail.kind))')
    await change(() => writeFileSync(file('03-cedar.md'), chapter('Chestnut wood')))
    // Where all of them are drawn as soon, the look at a few is passed over.
    expect([['looked', 'shown'], ['shown']]).toContainEqual(await text('globalThis.seen'))
  })

  test('an error stands over the last good pages, and goes with its end', async () => {
    const before = await version()
    const drawn = await ink()
    writeFileSync(file('04-bad.md'), '# Bad\n\nA note[^1], and ![a picture](none.png).\n')
    await until('!document.getElementById("trouble").hidden')
    expect(await trouble()).toContain('none.png')
    expect(await trouble()).toContain('04-bad.md, line 3')
    expect(await text('document.getElementById("news").textContent')).toContain('none.png')
    expect([await version(), await ink()]).toEqual([before, drawn])
    const isOpen = () => text('document.getElementById("trouble").open')
    await page.keyboard.press('e')
    expect(await isOpen()).toBe(false)
    writeFileSync(file('04-bad.md'), '# Bad\n\n#### Too deep\n\n![a picture](nothing.png)\n')
    await until('document.getElementById("news").textContent.includes("nothing.png")')
    expect(await isOpen()).toBe(false)
    expect(await text('[...document.querySelectorAll("#trouble .kind")].map(kind => kind.textContent)')).toEqual(['Error. ', 'Warning. '])
    await change(() => rmSync(file('04-bad.md')))
    writeFileSync(file('04-bad.md'), '# Bad\n\n![a picture](none.png)\n')
    await until('!document.getElementById("trouble").hidden')
    expect(await isOpen()).toBe(true)
    // Nothing new is shown where the text is as it was.
    rmSync(file('04-bad.md'))
    await until('document.getElementById("trouble").hidden')
    expect(await trouble()).toBe('')
  })

  test('a warning is listed, and marked at its place', async () => {
    await change(() => writeFileSync(file('02-birch.md'), `${chapter('Birch')}\n#### Too deep\n\nText.\n`))
    expect(await text('document.getElementById("messages").innerText')).toContain('02-birch.md, line 9')
    await page.keyboard.press('n')
    await until('document.querySelector(".marks .here")')
    const [mark, line] = await text<[string, string]>('[document.querySelector(".marks .here").style.cssText, [...document.querySelectorAll("figure:not([hidden]) .lines a")].find(a => a.href.includes("02-birch.md:9:")).style.cssText]')
    expect(mark).toBe(line)
    await change(() => writeFileSync(file('02-birch.md'), chapter('Birch')))
  })

  test('leads from a page to its line, and back from a line to its page', async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('g')
    await page.keyboard.type('03-cedar.md:1')
    await page.keyboard.press('Enter')
    await until('document.querySelector("figure:not([hidden]) .lines a[href*=\'03-cedar.md:1:\']")')
    await page.keyboard.press('l')
    const focused = await text<string>('document.activeElement.href')
    expect(focused).toMatch(new RegExp(`^vscode://file${folder}/0\\d-[a-z]+\\.md:\\d+:\\d+$`))
    await page.keyboard.press('ArrowDown')
    expect(await text<string>('document.activeElement.href')).not.toBe(focused)
    await page.keyboard.press('g')
    await page.keyboard.type('nowhere.md:5')
    await page.keyboard.press('Enter')
    expect(await text('document.getElementById("nowhere").textContent')).toBe('Not there.')
    // What was not found is written over, and the field left with Escape.
    await page.keyboard.type('3')
    expect(await text('document.getElementById("where").value')).toBe('3')
    await page.keyboard.press('Escape')
    expect(await text('document.activeElement.id')).toBe('stage')
  })

  test('zooms, and shows sheets and the e-book', async () => {
    const width = () => text<number>('document.querySelector("figure:not([hidden]) .paper").getBoundingClientRect().width')
    const before = await width()
    await page.keyboard.press('+')
    expect(await width()).toBeCloseTo(before * 1.25, 0)
    await page.keyboard.press('0')
    expect(await width()).toBeCloseTo(before, 0)
    await page.keyboard.press('2')
    await until('/^Sheet 1 of \\d+, front$/.test(document.getElementById("where-we-are").textContent)')
    expect(await ink()).toBeGreaterThan(1_000)
    await page.keyboard.press('3')
    await until('document.getElementById("reader").contentDocument?.documentElement.dataset.shown')
    await change(() => writeFileSync(file('01-ash.md'), chapter('Alder')))
    await until('document.getElementById("reader").contentDocument?.documentElement.dataset.shown === document.documentElement.dataset.shown')
    const read = () => text<string>('document.getElementById("reader").contentDocument.getElementById("place").textContent')
    const start = await read()
    await page.keyboard.press('End')
    await expect.poll(read).toBe('100 %')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(read).not.toBe('100 %')
    await page.keyboard.press('Home')
    await expect.poll(read).toBe(start)
    await page.keyboard.press('1')
    await until('document.getElementById("where-we-are").textContent.startsWith("Page")')
  })

  test('what is read from right to left turns to the left', async () => {
    const sides = () => text<number[]>('[".verso", ".recto"].map(name => document.querySelector(name).getBoundingClientRect().left)')
    await change(() => writeFileSync(file('pamphlet.yaml'), 'title: Lamps\nlang: he\n'))
    for (const key of ['Home', 'ArrowLeft'] as const) await page.keyboard.press(key)
    await until('document.getElementById("where-we-are").textContent.startsWith("Pages 2–3")')
    const [second = 0, third = 0] = await sides()
    expect(second).toBeGreaterThan(third)
    await page.keyboard.press('ArrowRight')
    await until('document.getElementById("where-we-are").textContent.startsWith("Page 1 ")')
    await change(() => writeFileSync(file('pamphlet.yaml'), 'title: Lamps\nlang: en-GB\n'))
    await page.keyboard.press('ArrowRight')
    await until('document.getElementById("where-we-are").textContent.startsWith("Pages 2–3")')
    const [verso = 0, recto = 0] = await sides()
    expect(verso).toBeLessThan(recto)
  })

  test('beside an editor the pages have the whole width, and the lists stand below', async () => {
    await page.setViewport({width: 760, height: 800})
    const [stage = 0, pages = 0, lists = 0] = await text<number[]>('[document.getElementById("stage").clientWidth, document.querySelector("main").getBoundingClientRect().bottom, document.querySelector("aside").getBoundingClientRect().top]')
    expect([stage, lists]).toEqual([760, pages])
    expect(await text('document.documentElement.scrollWidth')).toBe(760)
    await page.setViewport({width: 1440, height: 900})
  })

  test('two tabs each keep their place', async () => {
    if (!viewer) return
    const other = await viewer.tab()
    await other.goto(shown.address)
    await until('Number(document.documentElement.dataset.shown) > 0', other)
    await other.keyboard.press('End')
    const [mine, theirs] = await Promise.all([page, other].map(tab => text<string>('document.getElementById("where-we-are").textContent', tab)))
    expect(theirs).not.toBe(mine)
    await Promise.all([change(() => writeFileSync(file('01-ash.md'), chapter('Aspen'))), until('document.getElementById("outline").innerText.includes("Aspen")', other)])
    expect(await Promise.all([page, other].map(tab => text('document.getElementById("where-we-are").textContent', tab)))).toEqual([mine, theirs])
    await other.close()
  })

  test('of a hundred quick saves the last is shown, and no half of any', async () => {
    await text('globalThis.heads = []; new MutationObserver(() => globalThis.heads.push(document.getElementById("outline").innerText)).observe(document.getElementById("outline"), {childList: true})')
    for (let index = 1; index <= 100; index++) {
      writeFileSync(file('01-ash.md'), chapter(`Save${index}`))
      if (index % 10 === 0) await new Promise(resolve => setTimeout(resolve, 30))
    }
    await until('document.getElementById("outline").innerText.includes("Save100")')
    for (const heads of await text<string[]>('globalThis.heads')) {
      const numbers = [...heads.matchAll(/Save(\d+)/g)].map(match => match[1])
      expect(new Set(numbers).size).toBe(1)
      expect(numbers).toHaveLength(2)
    }
    expect(await trouble()).toBe('')
  })

  test('a file that is renamed changes the order of the chapters', async () => {
    renameSync(file('01-ash.md'), file('09-ash.md'))
    // A build that an earlier save began may be shown first.
    await until('/^Birch[^]*Save100/.test(document.getElementById("outline").innerText)')
  })

  test('a browser that is killed is followed by another', async () => {
    const killed = await shown.browserProcess()
    process.kill(killed ?? 0, 'SIGKILL')
    writeFileSync(file('09-ash.md'), chapter('Phoenix'))
    await until('document.getElementById("outline").innerText.includes("Phoenix")')
    expect(said).toContain('The browser ended; another one is started.')
    expect(await shown.browserProcess()).not.toBe(killed)
  })

  test('an image of 50 MB that is none is an error, not an end', async () => {
    writeFileSync(file('big.png'), Buffer.alloc(50 * 1_048_576, 7))
    writeFileSync(file('04-big.md'), '# Big\n\n![A big one](big.png)\n')
    await until('!document.getElementById("trouble").hidden')
    expect(await trouble()).toContain('big.png')
    rmSync(file('04-big.md'))
    rmSync(file('big.png'))
    await until('document.getElementById("trouble").hidden')
  })

  test('the folder goes away and comes again', async () => {
    renameSync(folder, `${folder}-away`)
    await until('!document.getElementById("trouble").hidden')
    expect(await trouble()).toMatch(/expected a (?:Markdown file|folder)/)
    renameSync(`${folder}-away`, folder)
    await until('document.getElementById("trouble").hidden')
  })

  test('a second preview of the manuscript takes the next port, and says so', async () => {
    const {port} = new URL(shown.address)
    const lines: string[] = []
    const second = await preview({path: folder, port: Number(port), editor: 'vscode://file/{path}', say: line => lines.push(line)})
    expect(lines).toContain(`Port ${port} is in use; the next one is tried.`)
    expect(new URL(second.address).pathname).not.toBe(new URL(shown.address).pathname)
    await second.close()
    await expect(fetch(second.address)).rejects.toThrow()
  })

  test('axe finds nothing, in light and dark, with an error and without', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    await page.setBypassCSP(true)
    await page.reload()
    await until('Number(document.documentElement.dataset.shown) > 0')
    await page.evaluate(axe)
    const violations = () => text<string[]>('axe.run(document, {iframes: false}).then(({violations}) => violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(", ")}`))')
    for (const shade of ['light', 'dark']) {
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: shade}])
      for (const key of ['1', '2'] as const) {
        await page.keyboard.press(key)
        expect(await violations()).toEqual([])
      }
    }
    await page.keyboard.press('3')
    await until('document.getElementById("reader").contentDocument?.documentElement.dataset.shown')
    const reader = page.frames().find(frame => frame.url().endsWith('/reader.html'))
    await reader?.evaluate(axe)
    expect(await reader?.evaluate('axe.run(document, {iframes: false}).then(({violations}) => violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(", ")}`))')).toEqual([])
    await page.keyboard.press('1')
    writeFileSync(file('04-bad.md'), '# Bad\n\n![a picture](none.png)\n')
    await until('!document.getElementById("trouble").hidden')
    await page.keyboard.press('?')
    expect(await violations()).toEqual([])
    await page.keyboard.press('Escape')
    await change(() => rmSync(file('04-bad.md')))
  })
})

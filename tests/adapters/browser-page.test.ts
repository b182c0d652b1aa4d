import {execFileSync} from 'node:child_process'
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Site} from '../../scripts/adapters/browser-serving.ts'
import {answer, origin} from '../../scripts/adapters/browser-serving.ts'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {EnvironmentError} from '../../scripts/types.ts'
import type {Here} from './browser-here.ts'
import {browserHere} from './browser-here.ts'

const size = {widthPx: 480, heightPx: 640}
const paper = {...size, tagged: true, outline: true}
const css = '@page {size: 480px 640px; margin: 40px} h2 {break-before: page}'
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20H0z" fill="red"/></svg>'

function site(body: string, resources: Readonly<Record<string, {mediaType: string; text: string}>> = {}): Site {
  const files = Object.entries(resources).map(([path, {mediaType, text}]) => [path, {mediaType, bytes: Buffer.from(text)}] as const)
  return {html: `<!doctype html><html lang="en"><title>T</title><style>${css}</style>${body}`, resources: new Map(files)}
}

describe('answer', () => {
  const served = site('<p>', {'images/a b.svg': {mediaType: 'image/svg+xml', text: svg}})
  const file = (url: string) => answer({url, isDocument: false}, served, false)?.mediaType
  const page = (url: string, isFirst: boolean) => answer({url, isDocument: true}, served, isFirst)?.mediaType

  it('gives the page once and files by their path', () => {
    expect(page(origin, true)).toBe('text/html; charset=utf-8')
    expect(file(`${origin}images/a%20b.svg`)).toBe('image/svg+xml')
    expect(file(`${origin}images/a%20b.svg?x#y`)).toBe('image/svg+xml')
  })

  it.each([
    `${origin}images/c.svg`, `${origin}%E0%A4%A`, origin, 'https://pamphlet.invalid.example/images/a%20b.svg',
    'http://pamphlet.invalid/images/a%20b.svg', 'file:///etc/passwd', 'chrome://version'
  ])('gives nothing for %s', url => {
    expect(file(url)).toBeUndefined()
  })

  it('gives nothing, and no error, for any other address', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), text => {
      expect(file(text)).toBeUndefined()
      expect(file(`${origin}%${text}`)).toBeUndefined()
    }))
  })

  it('gives no page a second time, and no file as a page', () => {
    expect([page(origin, false), page(`${origin}images/a%20b.svg`, true), page('https://example.org/', true)]).toEqual([undefined, undefined, undefined])
  })
})

const started = await browserHere()

describe.skipIf(started === undefined)('a page', () => {
  let browser: Browser
  let here: Here

  beforeAll(() => {
    if (started !== undefined) ({browser, here} = started)
  })

  afterAll(() => started?.here.end())

  it('prints its sheet, with fonts, images and pages as its styles say', async () => {
    const page = await browser.open(site('<h1>One</h1><img src="images/a%20b.svg" alt="A"><h2>Two</h2>', {'images/a b.svg': {mediaType: 'image/svg+xml', text: svg}}), size)
    const pdf = Buffer.from(await page.print(paper)).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf.match(/\/MediaBox \[0 0 360 480\]/gu)).toHaveLength(2)
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toContain('/Outlines')
    expect(page.broken).toEqual([])
    expect(page.blocked()).toEqual([])
    await page.close()
  })

  it('gives what a function finds, and the error that it throws', async () => {
    const page = await browser.open(site('<p>a<p>b'), size)
    const found = await page.evaluate((selector: string, extra: number) => ({
      count: document.querySelectorAll(selector).length + extra,
      width: window.innerWidth,
      print: window.matchMedia('print').matches,
      language: navigator.language,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone
    }), 'p', 1)
    expect(found).toEqual({count: 3, width: 480, print: true, language: 'en-US', zone: 'UTC'})
    expect(await page.evaluate(() => document.fonts.ready.then(() => 'ready'))).toBe('ready')
    await expect(page.evaluate(() => document.querySelectorAll('(').length)).rejects.toThrow('not a valid selector')
    await page.close()
  })

  it('opens with a picture of pixels', async () => {
    const bytes = await sharp({create: {width: 2, height: 1, channels: 3, background: '#888'}}).png().toBuffer()
    const page = await browser.open({...site('<img src="a.png">'), resources: new Map([['a.png', {mediaType: 'image/png', bytes}]])}, size)
    expect([page.broken, await page.evaluate(() => document.images[0]?.naturalWidth)]).toEqual([[], 2])
    await page.close()
  })

  it('draws a picture of a part', async () => {
    const page = await browser.open(site('<p>a'), {...size, media: 'screen'})
    const png = Buffer.from(await page.screenshot({leftPx: 0, topPx: 0, widthPx: 30, heightPx: 20}, 2))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([60, 40])
    await page.close()
  })

  it('shows its own files, not another page\'s of the same name', async () => {
    const wide = (width: number) => ({'a.svg': {mediaType: 'image/svg+xml', text: svg.replace('width="40"', `width="${width}"`)}})
    for (const width of [40, 60, 80]) {
      const page = await browser.open(site('<img src="a.svg">', wide(width)), size)
      expect(await page.evaluate(() => document.images[0]?.naturalWidth)).toBe(width)
      await page.close()
    }
    const both = await Promise.all([30, 50].map(width => browser.open(site('<img src="a.svg">', wide(width)), size)))
    expect(await Promise.all(both.map(page => page.evaluate(() => document.images[0]?.naturalWidth)))).toEqual([30, 50])
    await Promise.all(both.map(page => page.close()))
    // A page closed twice gives its tab back once.
    await both[0]?.close()
    const after = await Promise.all(['A', 'B', 'C'].map(text => browser.open(site(text), size)))
    expect(await Promise.all(after.map(page => page.evaluate(() => document.body.textContent)))).toEqual(['A', 'B', 'C'])
    await both[0]?.close()
    const last = await browser.open(site('D'), size)
    expect(await after[0]?.evaluate(() => document.body.textContent)).toBe('A')
    await Promise.all([...after, last].map(page => page.close()))
  })

  it('takes another body in, as if it had been opened, and nothing else', async () => {
    const headed = (body: string) => ({html: `<!doctype html><html lang="en"><head><title>T</title><style>${css}</style></head>${body}</html>`, resources: new Map()})
    const [first, second] = [headed('<body><p>One</p></body>'), headed('<body class="b"><h2>Two</h2><p>Three</p></body>')]
    const page = await browser.open(first, size)
    await page.evaluate(() => {
      document.documentElement.className = 'composed'
      document.body.textContent = 'gone'
      document.head.append(document.createElement('style'))
      const style = document.querySelector('style')
      if (style) style.textContent = 'p {display: none}'
    })
    const renewed = await page.renew(second)
    const opened = await browser.open(second, size)
    const whole = () => document.documentElement.outerHTML
    expect(await renewed?.evaluate(whole)).toBe(await opened.evaluate(whole))
    expect(await renewed?.renew({...second, html: second.html.replace('T</title>', 'U</title>')})).toBeUndefined()
    expect(await renewed?.renew(site('<p>', {'a.svg': {mediaType: 'image/svg+xml', text: svg}}))).toBeUndefined()
    expect(await page.renew(second)).toBeUndefined()
    await Promise.all([renewed?.close(), opened.close()])
  })

  it('tells which fonts and images could not be shown', async () => {
    const page = await browser.open(site('<style>@font-face {font-family: F; src: url(f.woff2)}</style><img src="gone.png"><img src="bad.png">', {
      'f.woff2': {mediaType: 'font/woff2', text: 'no font'},
      'bad.png': {mediaType: 'image/png', text: 'no image'}
    }), size)
    expect(page.broken).toEqual(['font F normal normal', 'image gone.png', 'image bad.png'])
    expect(page.blocked()).toEqual([`${origin}gone.png`])
    await page.close()
  })

  it('runs no timers and hears no events', async () => {
    const page = await browser.open(site('<p>'), size)
    await page.evaluate(() => {
      const tell = () => {
        document.title = 'told'
      }
      setTimeout(tell, 1)
      requestAnimationFrame(tell)
      document.addEventListener('call', tell)
      document.dispatchEvent(new Event('call'))
    })
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(await page.evaluate(() => document.title)).toBe('T')
    await page.close()
  })

  it('kills a browser that goes over its limit', async () => {
    const short = await here.launch({limitMs: 2000})
    const page = await short.open(site('<p>'), size)
    const error = await page.evaluate(() => {
      for (;;) document.title = 'busy'
    }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(EnvironmentError)
    expect(String(error)).toContain('laying out a page for more than `2` seconds')
    await expect(page.print(paper)).rejects.toThrow(EnvironmentError)
    await expect(short.open(site('<p>'), size)).rejects.toThrow(EnvironmentError)
    await short.close()
    expect(isRunning(short.processId)).toBe(false)
  })

  it('tells when the browser dies while it prints', async () => {
    const doomed = await here.launch()
    const page = await doomed.open(site('<p>Lorem ipsum dolor sit amet.</p>'.repeat(20_000)), size)
    const printing = page.print(paper).catch((thrown: unknown) => thrown)
    setTimeout(() => process.kill(doomed.processId ?? NaN, 'SIGKILL'), 100)
    const error = await printing
    expect(error).toBeInstanceOf(EnvironmentError)
    expect(String(error)).toContain('Unexpected end of the browser while printing (signal `SIGKILL`)')
    await page.close()
    await doomed.close()
    expect(leftovers()).toEqual([])
  })

  it.runIf(process.platform === 'linux')('tells when the page alone crashes', async () => {
    const doomed = await here.launch()
    const page = await doomed.open(site('<p>Lorem ipsum dolor sit amet.</p>'.repeat(20_000)), size)
    const printing = page.print(paper).catch((thrown: unknown) => thrown)
    setTimeout(() => killRenderers(doomed.processId ?? NaN), 100)
    expect(String(await printing)).toContain('Unexpected crash of the page while printing')
    await page.close()
    const next = await doomed.open(site('<p>'), size)
    expect(await next.evaluate(() => document.title)).toBe('T')
    await doomed.close()
  })

  it('goes at once when it is aborted, with all it has made', async () => {
    const controller = new AbortController()
    const doomed = await here.launch({signal: controller.signal})
    const page = await doomed.open(site('<p>Lorem ipsum dolor sit amet.</p>'.repeat(20_000)), size)
    const printing = page.print(paper).catch((thrown: unknown) => thrown)
    controller.abort()
    expect(leftovers()).toEqual([])
    expect(await printing).toBeInstanceOf(EnvironmentError)
    await doomed.close()
    expect(isRunning(doomed.processId)).toBe(false)
  })

  it.runIf(started?.browser.origin === 'embedded')('comes from an installed browser where the embedded one does not start', async () => {
    const [cache = ''] = readdirSync(join(here.folder, 'cache', 'pamphleteer'))
    const bin = join(here.folder, 'bin')
    mkdirSync(join(bin, 'bin'), {recursive: true})
    writeFileSync(join(bin, 'bin', 'chromium.br'), brotliCompressSync('#!/bin/sh\nexit 1\n'))
    writeFileSync(join(bin, 'chromium'), `#!/bin/sh\nexec '${join(here.folder, 'cache', 'pamphleteer', cache, 'chromium')}' "$@"\n`, {mode: 0o700})
    const another = await here.launch({
      machine: {...here.machine, environment: {...here.machine.environment, PATH: bin}},
      sources: {embedded: () => Promise.resolve({folder: bin, version: 'broken'}), cached: () => Promise.resolve([])}
    })
    expect(another.origin).toBe('installed')
    expect(another.notes).toEqual([expect.stringMatching(/^Unexpected exit code `1` from `.*`, expected a browser that starts\.$/u)])
    const page = await another.open(site('<p>'), size)
    expect(await page.evaluate(() => document.title)).toBe('T')
    await another.close()
  })

  it('leaves no process and no folder when its browser is closed, twice if need be', async () => {
    const another = await here.launch()
    await another.open(site('<p>'), size)
    await Promise.all([another.close(), another.close()])
    expect(isRunning(another.processId)).toBe(false)
    expect(leftovers()).toEqual([])
  })

  /** The first browser's folder is there all the time. */
  function leftovers(): readonly string[] {
    return readdirSync(here.folder).filter(name => name.startsWith('pamphleteer-')).toSorted().slice(1)
  }
})

function isRunning(id: number | undefined): boolean {
  try {
    process.kill(id ?? NaN, 0)
    return true
  } catch {
    return false
  }
}

/** Kill the processes of a browser's pages; they are in its process group. */
function killRenderers(browser: number): void {
  const table = execFileSync('ps', ['-e', '-o', 'pid=,pgid=,args='], {encoding: 'utf8', timeout: 10_000})
  for (const line of table.split('\n').filter(line => line.includes('--type=renderer'))) {
    const [id, group] = line.trim().split(/\s+/u).map(Number)
    if (group === browser && id !== undefined) process.kill(id, 'SIGKILL')
  }
}

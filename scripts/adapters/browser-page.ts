/** One page in a browser: opened from memory, asked, printed. */
import type {CDPSession, EvaluateFunc, Page as PuppeteerPage} from 'puppeteer-core/lib/puppeteer/puppeteer-core-browser.js'
import type {RectanglePx} from '../types.ts'
import {differInBody, renewBody} from './browser-renewal.ts'
import type {Site} from './browser-serving.ts'
import {origin, serve} from './browser-serving.ts'
import type {Watch} from './browser-watch.ts'
import {watched} from './browser-watch.ts'

/** `scale`: device px a CSS px, 1 by default. `media`: whose styles hold before printing; `print` by default. */
export type Viewport = {
  readonly widthPx: number
  readonly heightPx: number
  readonly scale?: number
  readonly media?: 'print' | 'screen'
}

/** The size holds where the page's own CSS gives none; `outline` makes bookmarks from the heads. */
export type PrintOptions = {
  readonly widthPx: number
  readonly heightPx: number
  readonly tagged: boolean
  readonly outline: boolean
  /** The pages to be printed, such as `4-5`; all by default. */
  readonly pages?: string
}

/** Runs a function in the page; what it is given and what it gives back cross over as JSON. */
export type Evaluate = <Input extends unknown[], Run extends EvaluateFunc<Input>>(
  run: Run, ...input: Input) => Promise<Awaited<ReturnType<Run>>>

export type Page = {
  /** What the page tried to load and did not get: addresses, or the policy's directive; sorted, each once. */
  readonly blocked: () => readonly string[]
  /** Fonts and images that could not be shown when the page was opened, in the order of the page. */
  readonly broken: readonly string[]
  /**
   * Run a self-contained function in the page; arguments and result are JSON values. Timers, animation frames and
   * events never come in this page: the function may await nothing but what the document itself promises.
   */
  readonly evaluate: Evaluate
  /** Run a script of ours in the page and give what its last expression comes to, a JSON value. */
  readonly run: (script: string) => Promise<unknown>
  /** Print to PDF, backgrounds included, without margins of the browser's own. */
  readonly print: (options: PrintOptions) => Promise<Uint8Array>
  /** Draw a part of the page, within the viewport, as PNG, `scale` device px a CSS px. */
  readonly screenshot: (rectangle: RectanglePx, scale?: number) => Promise<Uint8Array>
  /**
   * Put another site in the place of this one, where nothing but the body of its page differs; undefined, and nothing done,
   * where more does. The page that comes back is as if it had been opened; nothing may be asked of this one then.
   */
  readonly renew: (site: Site) => Promise<Page | undefined>
  /** Let go of what the page's scripts left behind, which a page that stands for hours would gather. */
  readonly sweep: () => Promise<void>
  /** Let the page go; nothing may be asked of it then. The browser keeps its tab for the next one. */
  readonly close: () => Promise<void>
}

/** A browser's tab, with its line for the protocol. */
export type Tab = {readonly page: PuppeteerPage; readonly client: CDPSession}

const pxPerInch = 96
const chunkBytes = 1 << 20

/**
 * Open a site in a tab and wait until its fonts and images are ready. `release` gets the tab back.
 * Throws an EnvironmentError, as every function of the page does, where the browser dies or a limit passes.
 */
export async function openPage(tab: Tab, site: Site, viewport: Viewport, watch: Watch, release: () => void): Promise<Page> {
  const blocked = new Set<string>()
  const {stop, loaded} = await watched(watch, 'opening a page', show(tab, site, viewport, what => blocked.add(what)))
  return standingPage({tab, site, watch, blocked, loaded, end: () => {
    stop()
    release()
  }})
}

/** `loaded`: settles when the browser has what the page shows at first. */
type Standing = {readonly tab: Tab; readonly site: Site; readonly watch: Watch; readonly blocked: Set<string>; readonly loaded: Promise<unknown>; readonly end: () => void}

/** Wait until all is there that a page shows, and give the page. */
async function standingPage(standing: Standing): Promise<Page> {
  const {tab: {page, client}, site, watch, blocked, loaded, end} = standing
  const [broken] = await watched(watch, 'loading fonts and images', Promise.all([page.evaluate(settle), loaded]))
  let isOpen = true
  return {
    blocked: () => [...blocked].toSorted(),
    broken,
    renew: async next => {
      if (!isOpen || !differInBody(site, next)) return undefined
      isOpen = false
      blocked.clear()
      try {
        // Both are on their way at once: the page takes them in their order.
        const renewed = watched(watch, 'renewing a page', page.evaluate(renewBody, next.html))
        return (await Promise.all([standingPage({...standing, site: next}), renewed]))[0]
      } catch (error) {
        end()
        throw error
      }
    },
    evaluate: (run, ...input) => watched(watch, 'laying out a page', page.evaluate(run, ...input)),
    run: script => watched(watch, 'laying out a page', page.evaluate(script)),
    print: options => watched(watch, 'printing', print(client, options)),
    screenshot: (rectangle, scale = 1) => watched(watch, 'drawing a page', draw(client, rectangle, scale)),
    sweep: () => watched(watch, 'sweeping a page', client.send('HeapProfiler.collectGarbage')),
    close: () => {
      // Only once: the tab may be another page's by then.
      if (isOpen) {
        isOpen = false
        end()
      }
      return Promise.resolve()
    }
  }
}

/** Give what the tab shows as soon as it is read: what it needs can be asked for before it is laid out. */
async function show({page, client}: Tab, site: Site, viewport: Viewport, refuse: (what: string) => void): Promise<{readonly stop: () => void; readonly loaded: Promise<unknown>}> {
  const {widthPx, heightPx, scale = 1, media = 'print'} = viewport
  const [stop] = await Promise.all([
    serve(client, site, refuse),
    client.send('Emulation.setEmulatedMedia', {media}),
    client.send('Emulation.setDeviceMetricsOverride', {width: widthPx, height: heightPx, deviceScaleFactor: scale, mobile: false})
  ])
  const isRead = Promise.withResolvers<undefined>()
  page.once('domcontentloaded', () => isRead.resolve(undefined))
  const loaded = page.goto(origin, {waitUntil: 'load', timeout: 0})
  await Promise.race([isRead.promise, loaded])
  return {stop, loaded}
}

/**
 * Load every font and decode every image, also what only a later page or a margin shows; list what fails.
 * Runs in the page.
 */
async function settle(): Promise<string[]> {
  for (const image of document.images) image.loading = 'eager'
  const fonts = [...document.fonts].map(font => font.load().then(() => '', () => `font ${font.family} ${font.weight} ${font.style}`))
  const images = [...document.images].map(image => image.decode().then(() => '', () => `image ${image.getAttribute('src') ?? ''}`))
  const failures = await Promise.all([...fonts, ...images])
  await document.fonts.ready
  return failures.filter(failure => failure !== '')
}

/** A few pages come at once; all of them, which may be many, as a stream. */
async function print(client: CDPSession, {widthPx, heightPx, tagged, outline, pages}: PrintOptions): Promise<Uint8Array> {
  const {stream, data} = await client.send('Page.printToPDF', {
    transferMode: pages === undefined ? 'ReturnAsStream' : 'ReturnAsBase64',
    paperWidth: widthPx / pxPerInch,
    paperHeight: heightPx / pxPerInch,
    marginTop: 0,
    marginRight: 0,
    marginBottom: 0,
    marginLeft: 0,
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    generateTaggedPDF: tagged,
    generateDocumentOutline: outline,
    ...(pages !== undefined && {pageRanges: pages})
  })
  return stream === undefined ? Buffer.from(data, 'base64') : readStream(client, stream)
}

/** Read a stream of the browser's in pieces, so that no message gets too long, however long the PDF is. */
async function readStream(client: CDPSession, handle: string): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for (;;) {
    const {data, eof, base64Encoded} = await client.send('IO.read', {handle, size: chunkBytes})
    chunks.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'utf8'))
    if (eof) break
  }
  await client.send('IO.close', {handle})
  return Buffer.concat(chunks)
}

async function draw(client: CDPSession, {leftPx, topPx, widthPx, heightPx}: RectanglePx, scale: number): Promise<Uint8Array> {
  const {data} = await client.send('Page.captureScreenshot', {
    format: 'png',
    clip: {x: leftPx, y: topPx, width: widthPx, height: heightPx, scale},
    // Beyond it, Chromium draws nothing of a page from right to left.
    captureBeyondViewport: false,
    // Hardly packed: who keeps a drawing packs it better than Chromium does at its best.
    optimizeForSpeed: true
  })
  return Buffer.from(data, 'base64')
}

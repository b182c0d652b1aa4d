/** Gives a browser that prints: the first candidate that starts, with its pages. */
import type {Browser as PuppeteerBrowser, Page as PuppeteerPage} from 'puppeteer-core/lib/puppeteer/puppeteer-core-browser.js'
import {EnvironmentError} from '../types.ts'
import type {Origin} from './browser-candidates.ts'
import {candidates} from './browser-candidates.ts'
import {noBrowserRemedy} from './browser-failure.ts'
import type {Page, Tab, Viewport} from './browser-page.ts'
import {openPage} from './browser-page.ts'
import type {Site} from './browser-serving.ts'
import type {Failure, Found, Sources} from './browser-sources.ts'
import {realSources, startCandidate} from './browser-sources.ts'
import type {Watch} from './browser-watch.ts'
import {watched} from './browser-watch.ts'
import {type Machine, thisMachine} from './machine.ts'

export type {Page, PrintOptions, Viewport} from './browser-page.ts'

export type Browser = {
  /** Product and version as the browser says it, for the record: `HeadlessChrome/153.0.8010.0`. */
  readonly version: string
  readonly origin: Origin
  /** What the user should know: candidates that did not start, and why; one sentence each. */
  readonly notes: readonly string[]
  /** The process id of the browser. */
  readonly processId: number | undefined
  /**
   * Open a page from memory, without network and without scripts of its own. Pages may be open side by side.
   * Throws an EnvironmentError where the browser dies or a limit passes.
   */
  readonly open: (site: Site, viewport: Viewport) => Promise<Page>
  /** End the browser at once and remove its folders: it holds nothing that anybody wants. Never throws. */
  readonly close: () => Promise<void>
}

export type LaunchOptions = {
  /** The path that `--browser` gave: then no other browser is tried. */
  readonly executable?: string
  /** The least time limit of one operation; 60 000 by default. It grows with the length of the page's HTML. */
  readonly limitMs?: number
  /** The time limit for one candidate to come up; 30 000 by default. */
  readonly startLimitMs?: number
  /** When it aborts, the browser is killed and its folders are removed before the abort returns. */
  readonly signal?: AbortSignal
  /** Hears of what takes seconds. */
  readonly say?: (line: string) => void
  /** Hears of every candidate whose process is under way. */
  readonly onSpawn?: () => void
  readonly machine?: Machine
  readonly sources?: Sources
}

const defaultLimitMs = 60_000
const limitMsPerCharacter = 0.02
const patienceMs = 2000

/**
 * Start the first browser that can be started. Throws an EnvironmentError where there is none, or where the one that
 * the user named does not start.
 */
export async function launch(options: LaunchOptions = {}): Promise<Browser> {
  const {machine = thisMachine(), sources = realSources, signal} = options
  const failures: Failure[] = []
  for (const candidate of candidates(machine, options.executable)) {
    signal?.throwIfAborted()
    const attempt = await startCandidate(candidate, {...options, machine, sources})
    failures.push(...attempt.failures)
    if (attempt.found !== undefined) return browserOf(attempt.found, candidate.origin, failures, options)
  }
  signal?.throwIfAborted()
  throw noBrowser(failures, machine)
}

/**
 * Start a browser that nobody has to wait for: where it fails, whoever asks for it hears of it, and nobody else. Settles
 * once its process is under way, which takes a moment: to load modules before that would only keep the browser waiting.
 */
export async function launchAhead(options: LaunchOptions): Promise<{readonly browser: Promise<Browser>}> {
  const underWay = Promise.withResolvers<undefined>()
  const browser = launch({...options, onSpawn: () => underWay.resolve(undefined)})
  await Promise.race([underWay.promise, browser.catch(() => undefined)])
  return {browser}
}

function noBrowser(failures: readonly Failure[], {platform, architecture}: Machine): EnvironmentError {
  const [first] = failures
  if (first === undefined) {
    return new EnvironmentError('Unexpected machine without a browser, expected Chromium, Chrome or Edge', noBrowserRemedy(platform, architecture))
  }
  return new EnvironmentError(failures.map(({reason}) => reason).join('; '), first.remedy)
}

function browserOf({running, notes, discard}: Found, origin: Origin, failures: readonly Failure[], options: LaunchOptions): Browser {
  const {process, puppeteer, version} = running
  const tabs = tabsOf(puppeteer)
  const base = {
    ended: process.ended,
    isConnected: () => puppeteer.connected,
    kill: process.kill
  }
  return {
    version,
    origin,
    notes: [...failures.map(({reason}) => `${reason}.`), ...notes],
    processId: process.id,
    open: async (site, viewport) => {
      const watch = {...base, limitMs: limitFor(site, options.limitMs)}
      const tab = await watched({...watch, crashed: never}, 'opening a page', tabs.take())
      return openPage(tab, site, viewport, {...watch, crashed: tab.crashed}, () => tabs.giveBack(tab))
    },
    close: async () => {
      // To ask it to end, and to wait until it has, takes a fifth of a second.
      await process.finish(patienceMs)
      discard()
    }
  }
}

const never = new Promise<unknown>(() => undefined)

/** A long page may take longer: 20 ms for 1,000 characters, four times what a tagged print of 1,300 pages took. */
function limitFor({html}: Site, leastMs = defaultLimitMs): number {
  return leastMs + Math.round(html.length * limitMsPerCharacter)
}

type WatchedTab = Tab & Pick<Watch, 'crashed'> & {readonly hasCrashed: () => boolean}

/** Keep the tabs: one that is free and whole is used again, which takes half the time of a new one. */
function tabsOf(puppeteer: PuppeteerBrowser): {take: () => Promise<WatchedTab>; giveBack: (tab: WatchedTab) => void} {
  const free = new Set<WatchedTab>()
  // A browser comes up with an empty tab, which is got ready before it is wanted.
  let empty: Promise<WatchedTab | undefined> | undefined = puppeteer.pages().then(([page]) => page && ready(page))
  empty.catch(() => undefined)
  const ready = async (page: PuppeteerPage): Promise<WatchedTab> => {
    const client = await page.createCDPSession()
    const crash = Promise.withResolvers<undefined>()
    let hasCrashed = false
    client.once('Inspector.targetCrashed', () => {
      hasCrashed = true
      crash.resolve(undefined)
    })
    await client.send('Inspector.enable')
    const tab = {page, client, crashed: crash.promise, hasCrashed: () => hasCrashed}
    // A page that crashes takes its tab with it.
    void crash.promise.then(() => free.delete(tab))
    return tab
  }
  return {
    take: async () => {
      const [used] = free
      if (used !== undefined) {
        free.delete(used)
        return used
      }
      const first = empty
      empty = undefined
      return await first ?? ready(await puppeteer.newPage())
    },
    giveBack: tab => {
      if (!tab.hasCrashed()) free.add(tab)
    }
  }
}

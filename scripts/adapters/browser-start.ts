/** Starts one browser and connects Puppeteer to it. */
import type {Browser as PuppeteerBrowser} from 'puppeteer-core/lib/puppeteer/puppeteer-core-browser.js'
import type {BrowserProcess, Ending} from './browser-process.ts'
import {settlesWithin, startProcess} from './browser-process.ts'
import type {Machine} from './machine.ts'

export type Running = {readonly process: BrowserProcess; readonly puppeteer: PuppeteerBrowser; readonly version: string}

export type StartOptions = {
  readonly machine: Machine
  readonly libraryFolder?: string
  readonly limitMs: number
  /** Hears that the process is under way. */
  readonly onSpawn?: () => void
  /** Kills the process at once when it aborts, also after the start. */
  readonly signal?: AbortSignal
}

/**
 * Start an executable; give the running browser, or how it ended where it did not come up within the limit.
 * The browser comes up while Puppeteer is being loaded: the two take about the same time.
 */
export async function start(executable: string, options: StartOptions): Promise<Running | Ending> {
  const process = tryProcess(executable, options)
  if ('how' in process) return process
  options.onSpawn?.()
  killOnAbort(process, options.signal)
  const connection = connect(process)
  if (await settlesWithin(Promise.race([connection, process.ended]), options.limitMs)) {
    const running = await Promise.race([connection.catch(() => process.ended), process.ended])
    if ('how' in running) await process.finish(0)
    return running
  }
  process.kill()
  return {...await process.ended, how: `silence for more than \`${options.limitMs / 1000}\` seconds`}
}

/** What `spawn` throws at once is a way of not starting like any other. */
function tryProcess(executable: string, {machine, libraryFolder}: StartOptions): BrowserProcess | Ending {
  try {
    return startProcess(executable, machine, libraryFolder)
  } catch (error) {
    return {how: error instanceof Error ? error.message : String(error), said: ''}
  }
}

/**
 * Connect Puppeteer. Its build without Node's parts loads in half the time; what it leaves out (finding, starting and
 * downloading browsers) is done elsewhere. Its own time limit is off: ours knows how long the work may take.
 */
async function connect(process: BrowserProcess): Promise<Running> {
  const {connect} = await loadPuppeteer()
  const puppeteer = await connect({
    transport: process.transport,
    defaultViewport: null,
    downloadBehavior: {policy: 'deny'},
    networkEnabled: false,
    issuesEnabled: false,
    protocolTimeout: 0
  })
  return {process, puppeteer, version: await puppeteer.version()}
}

function killOnAbort(process: BrowserProcess, signal?: AbortSignal): void {
  signal?.addEventListener('abort', process.kill, {once: true})
  void process.ended.then(() => signal?.removeEventListener('abort', process.kill))
}

/** Load what speaks to the browser. */
export function loadPuppeteer() {
  return import('puppeteer-core/lib/puppeteer/puppeteer-core-browser.js')
}

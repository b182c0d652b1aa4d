/** A browser that looks at a preview. Ours has no network, on purpose; so this one is started plainly. */
import {existsSync} from 'node:fs'
import type {Browser, Page} from 'puppeteer'
import {candidates} from '../adapters/browser-candidates.ts'
import {isRoot} from '../adapters/browser-flags.ts'
import {realSources} from '../adapters/browser-sources.ts'
import {unpackEmbedded} from '../adapters/embedded-browser.ts'
import {thisMachine} from '../adapters/machine.ts'

export type Viewer = {
  /** Open another tab, as large as a laptop's window. */
  readonly tab: () => Promise<Page>
  /** The process of the browser. */
  readonly processId: number | undefined
  readonly close: () => Promise<void>
}

/** Start the first browser that there is; undefined where this machine has none. */
export async function openViewer(): Promise<Viewer | undefined> {
  const found = await findExecutable()
  if (!found) return undefined
  const {launch} = await import('puppeteer')
  // To hear of the network would keep every PDF that the page has ever fetched, as no reader's browser does.
  const browser = await launch({executablePath: found.executable, headless: 'shell', networkEnabled: false, args: [...plainFlags()], timeout: 60_000})
  return viewerOf(browser, found.discard)
}

/** The flags of a browser that is started plainly. */
export function plainFlags(): readonly string[] {
  return ['--disable-gpu', '--disable-dev-shm-usage', ...isRoot(thisMachine()) ? ['--no-sandbox'] : []]
}

/** Find the first browser that there is; `discard` lets it go. */
export async function findExecutable(): Promise<{readonly executable: string; readonly discard: () => void} | undefined> {
  for (const candidate of candidates(thisMachine())) {
    const found = await executableOf(candidate)
    if (found) return found
  }
  return undefined
}

function viewerOf(browser: Browser, discard: () => void): Viewer {
  return {
    tab: async () => {
      const page = await browser.newPage()
      await page.setViewport({width: 1440, height: 900})
      return page
    },
    processId: browser.process()?.pid,
    close: async () => {
      await browser.close()
      discard()
    }
  }
}

async function executableOf(candidate: ReturnType<typeof candidates>[number]) {
  const discard = () => undefined
  if (candidate.origin === 'embedded') {
    const from = await realSources.embedded()
    return from && unpackEmbedded(from, {machine: thisMachine()})
  }
  const paths = 'executable' in candidate ? [candidate.executable] : await realSources.cached()
  const executable = paths.find(path => existsSync(path))
  return executable === undefined ? undefined : {executable, discard}
}

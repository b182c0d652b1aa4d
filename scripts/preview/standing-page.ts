/** The page that was composed last stands until the next: where nothing but its text differs, it takes the new text in. */
import type {Browser, Page, Viewport} from '../adapters/browser.ts'

type Standing = {readonly browser: Browser; readonly viewport: Viewport; readonly page: Page}

/** Gives, for a browser, what opens pages in it; one that is closed stands for the one after it. */
export type KeepStanding = (browser: Browser) => Pick<Browser, 'open'>

/** To sweep takes as long as to set two pages. */
const usesPerSweep = 16

/** Keep one page standing. */
export function keepStanding(): KeepStanding {
  let free: Standing | undefined
  let uses = 0
  const leave = (page: Standing) => {
    void free?.page.close()
    free = page
    // A browser sweeps late where it has room, and takes the room for good.
    if (++uses % usesPerSweep === 0) page.page.sweep().catch(() => undefined)
  }
  return browser => ({
    open: async (site, viewport) => {
      const standing = free
      free = undefined
      const renewed = standing && fits(standing, browser, viewport) ? await standing.page.renew(site) : undefined
      if (!renewed) void standing?.page.close()
      const page = renewed ?? await browser.open(site, viewport)
      const close = () => {
        leave({browser, viewport, page})
        return Promise.resolve()
      }
      return {...page, close}
    }
  })
}

function fits(standing: Standing, browser: Browser, {widthPx, heightPx, scale, media}: Viewport): boolean {
  const {viewport} = standing
  return standing.browser === browser && viewport.widthPx === widthPx && viewport.heightPx === heightPx && viewport.scale === scale && viewport.media === media
}

/** A browser for all tests of a file, and pages in it that are set in Alegreya. */
import {afterAll, beforeAll} from 'vitest'
import type {Browser, Page} from '../../../../scripts/adapters/browser.ts'
import {alegreya, load, openPage, startBrowser} from './browser.ts'

const faces = alegreya()
const style = (measurePx: number) => `${faces}
@page {size: ${measurePx + 80}px 800px; margin: 40px 35px}
html {font: 14.4px/18px Alegreya, serif; text-rendering: geometricPrecision}
body {margin: 0; padding: 0 5px; width: ${measurePx}px}
p {margin: 0; text-align: justify; text-wrap: pretty}
p + p {text-indent: 1em}`

type WithPage = <Value>(html: string, use: (page: Page) => Promise<Value>, look?: {readonly measurePx?: number; readonly css?: string}) => Promise<Value>

/** Start a browser before the tests and close it behind them; what is given back opens a page for one of them. */
export function pagesHere(): WithPage {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await startBrowser().catch(() => undefined)
  })
  afterAll(async () => {
    await browser?.close()
  })
  return async (html, use, {measurePx = 393, css = ''} = {}) => {
    if (!browser) throw new Error('No browser')
    const page = await openPage(browser, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><style>${style(measurePx)}${css}</style>${html}`)
    try {
      await load(page, ['en', 'de'])
      return await use(page)
    } finally {
      await page.close()
    }
  }
}

/** How many paragraphs have a line that wrapped. */
export const wrapped = async (page: Page) => page.run('record.paragraphs.filter(({element, hyphens, ends}) => paragraphs.wrappedLine(element, hyphens.length, ends) !== undefined).length')
/** The text of an element without its line ends. */
export const textOf = async (page: Page, selector = 'p') => page.run(`document.querySelector(${JSON.stringify(selector)}).innerText.replaceAll('\\u00ad\\n', '').replaceAll('\\n', ' ')`)

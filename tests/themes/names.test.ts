import {afterAll, describe, expect, test} from 'vitest'
import {browserHere} from '../adapters/browser-here.ts'
import {editionSheets} from './style-sheets.ts'

const started = await browserHere()
const papers = editionSheets.filter(([, edition]) => edition === 'paper')

/** The widths of the name's lines, from the first. */
const widths = `(() => {
  const words = document.createRange()
  words.selectNodeContents(document.querySelector('.back-publisher'))
  return [...words.getClientRects()].map(({width}) => width)
})()`

/** So narrow that the last words would stand alone. */
const narrow = (css: string): string => `<!doctype html><html lang="en"><style>${css}</style><section class="back-cover" style="width: max-content"><div class="back-foot" style="width: 23em; font-size: 10px"><div class="back-lines"><p class="back-publisher" style="font: 400 10px/12px serif; letter-spacing: 0">The Amalgamated Building and Transport Workers’ Union</p></div></div></section></html>`

describe.skipIf(!started)('the name of a publisher', () => {
  afterAll(() => started?.here.end())

  test.each(papers)('in %s leaves no short line on %s', async (_theme, _edition, css) => {
    const page = await started?.browser.open({html: narrow(css), resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const lines = await page?.run(widths) as readonly number[]
    await page?.close()
    expect(lines.length).toBeGreaterThan(1)
    expect((lines.at(-1) ?? 0) / Math.max(...lines)).toBeGreaterThan(0.6)
  })
})

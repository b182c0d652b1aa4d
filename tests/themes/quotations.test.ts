import {afterAll, describe, expect, test} from 'vitest'
import {browserHere} from '../adapters/browser-here.ts'
import {editionSheets} from './style-sheets.ts'

const started = await browserHere()
const papers = editionSheets.filter(([, edition]) => edition === 'paper')

/** What tells a quotation from the item of a list above it: where its lines begin, its type, its edge. */
const looks = `['li', 'blockquote > p'].map(selector => {
  const words = document.createRange()
  words.selectNodeContents(document.querySelector(selector))
  const {fontSize, fontStyle, borderInlineStartWidth} = getComputedStyle(document.querySelector(selector === 'li' ? selector : 'blockquote'))
  return [Math.round(words.getBoundingClientRect().left), fontSize, fontStyle, borderInlineStartWidth].join(' ')
})`

describe.skipIf(!started)('a quotation', () => {
  afterAll(() => started?.here.end())

  test.each(papers)('in %s looks on %s unlike the item of a list above it', async (_theme, _edition, css) => {
    const html = `<!doctype html><html lang="en"><style>${css}</style><main class="text"><ul><li>An item</li></ul><blockquote><p>A quotation</p></blockquote></main></html>`
    const page = await started?.browser.open({html, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const [item, quotation] = await page?.run(looks) as readonly string[]
    await page?.close()
    expect(quotation).not.toBe(item)
  })
})

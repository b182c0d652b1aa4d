import {afterAll, describe, expect, test} from 'vitest'
import {browserHere} from '../adapters/browser-here.ts'
import {editionSheets} from './style-sheets.ts'

const started = await browserHere()

const text = '<section class="chapter"><h2>一</h2><p class="opening">一</p><p>二</p></section>'

/** The indents of the paragraphs in their own type size, and the height of figures. */
const looks = `[...document.querySelectorAll('p')].map(p => {
  const {textIndent, fontSize, fontVariantNumeric} = getComputedStyle(p)
  return [Math.round(parseFloat(textIndent) / parseFloat(fontSize) * 100) / 100, fontVariantNumeric.split(' ')[0]]
})`

describe.skipIf(!started)('paragraphs of wide characters', () => {
  afterAll(() => started?.here.end())

  test.each(editionSheets.filter(([, edition]) => edition !== 'e-readers'))('are set in and have figures of one height, in %s in %s', async (theme, _edition, css) => {
    const indents: unknown[] = []
    for (const lang of ['zh', 'ja', 'de']) {
      const page = await started?.browser.open({html: `<!doctype html><html lang="${lang}"><style>${css}</style><main class="text">${text}</main></html>`, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
      indents.push(await page?.run(looks))
      await page?.close()
    }
    const [chinese, japanese, german] = indents
    const isApart = theme === 'large-print'
    expect(chinese).toEqual([2, 2].map(em => [isApart ? 0 : em, 'lining-nums']))
    expect(japanese).toEqual([1, 1].map(em => [isApart ? 0 : em, 'lining-nums']))
    expect(german).toEqual([[0, expect.anything()], [isApart ? 0 : expect.any(Number), expect.anything()]])
  })
})

import {afterAll, describe, expect, test} from 'vitest'
import {browserHere} from '../adapters/browser-here.ts'
import {editionSheets} from './style-sheets.ts'

const started = await browserHere()

const text = '<pre dir="ltr"><code>print("שלום")  # הפסקה\n</code></pre><pre dir="rtl">שלום</pre>'

/** In which direction each block runs, whether it begins at the left, and where the sign `#` stands between the words around it. */
const runs = `(() => {
  const [code, own] = document.querySelectorAll('pre')
  const {data} = code.querySelector('code').firstChild
  const edges = (node, from) => {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, from + 1)
    return range.getBoundingClientRect().left
  }
  const lefts = ['p', '"', '#', 'ה'].map(sign => edges(code.querySelector('code').firstChild, sign === 'ה' ? data.indexOf('#') + 2 : data.indexOf(sign)))
  const isRising = lefts.every((left, index) => index === 0 || left > lefts[index - 1])
  return [isRising, lefts[0] - code.getBoundingClientRect().left < 60, getComputedStyle(own).direction]
})()`

describe.skipIf(!started)('a block of code in a text from right to left', () => {
  afterAll(() => started?.here.end())

  test.each(editionSheets)('runs from left to right and begins at the left, in %s on %s', async (_theme, _edition, css) => {
    const page = await started?.browser.open({html: `<!doctype html><html lang="he" dir="rtl"><style>${css}</style><main class="text" style="width: 500px">${text}</main></html>`, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const found = await page?.run(runs)
    await page?.close()
    expect(found).toEqual([true, true, 'rtl'])
  })
})

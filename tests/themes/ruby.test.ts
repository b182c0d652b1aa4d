import {afterAll, describe, expect, test} from 'vitest'
import {browserHere} from '../adapters/browser-here.ts'
import {editionSheets} from './style-sheets.ts'

const started = await browserHere()

/** The browser shares an annotation out over the lines of its base, and so gives each as little room as the base leaves. */
const text = '<p>On the <ruby>roof of the <b>mill</b>, on a hot day of that year, they all sat<rt>republicanism independence revolutionaries</rt></ruby> and sang.</p>'

/** In how many pieces each word of the annotation stands. */
const pieces = `[...document.querySelectorAll('rt')].flatMap(({firstChild}) => [...firstChild.data.matchAll(/\\S+/g)].map(({index, 0: word}) => {
  const range = document.createRange()
  range.setStart(firstChild, index)
  range.setEnd(firstChild, index + word.length)
  return [word, range.getClientRects().length]
}))`

describe.skipIf(!started)('what stands above a word', () => {
  afterAll(() => started?.here.end())

  test.each(editionSheets.filter(([theme]) => theme === 'classic'))('is broken between its words alone, in %s on %s', async (_theme, _edition, css) => {
    const page = await started?.browser.open({html: `<!doctype html><style>${css}</style><main class="text" style="width: 90px">${text}</main>`, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const words = await page?.run(pieces)
    await page?.close()
    expect(words).toEqual(['republicanism', 'independence', 'revolutionaries'].map(word => [word, 1]))
  })

  test.each(editionSheets.filter(([theme]) => theme === 'large-print'))('stands above a whole word, wherever its line ends, in %s on %s', async (_theme, _edition, css) => {
    const page = await started?.browser.open({html: `<!doctype html><style>${css}</style><main class="text"><p>In the 19th century, an element, <b>a mark, <ruby>press<rt>prelum</rt></ruby></b>, and notes.</p></main>`, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const broken = await page?.run(`(() => {
      const word = document.createRange()
      word.selectNodeContents(document.querySelector('ruby').firstChild)
      return Array.from({length: 150}, (_, index) => 200 + 2 * index).filter(width => {
        document.querySelector('p').style.width = width + 'px'
        return word.getClientRects().length > 1
      })
    })()`)
    await page?.close()
    expect(broken).toEqual([])
  })
})

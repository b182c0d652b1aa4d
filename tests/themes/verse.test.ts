import {afterAll, describe, expect, test} from 'vitest'
import {browserHere} from '../adapters/browser-here.ts'
import {editionSheets} from './style-sheets.ts'

const started = await browserHere()

/** What a line of verse may stand in. */
const containers = ['em', 'code', 'kbd', 'samp', 'small', 'sub', 'sup', 'strong', 'cite', 'u']
const words = 'The ship went down at dawn and nobody on the shore knew of it until the evening'
const poem = (name: string) => `<div class="verse"><p><${name}><span class="line">${words}</span></${name}></p></div>`

/** The heights at which the lines of each element stand, next to the room that one has: less than half of its type's size is text upon text. */
const turns = `[...document.querySelectorAll('.verse .line')].map(line => {
  const range = document.createRange()
  range.selectNodeContents(line)
  const tops = [...new Set([...range.getClientRects()].map(({top}) => Math.round(top)))]
  const size = parseFloat(getComputedStyle(line).fontSize)
  return [tops.length, ...tops.slice(1).map((top, index) => (top - tops[index]) / size)]
})`

describe.skipIf(!started)('a line of verse that turns', () => {
  afterAll(() => started?.here.end())

  test.each(editionSheets)('stands below itself, in %s on %s', async (_theme, _edition, css) => {
    const page = await started?.browser.open({html: `<!doctype html><style>${css}</style><main class="text" style="width: 180px">${containers.map(poem).join('')}</main>`, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const lines = await page?.run(turns) as readonly (readonly [number, ...number[]])[]
    await page?.close()
    expect(lines.map(([count]) => count > 1)).toEqual(containers.map(() => true))
    expect(lines.map(([, ...steps], index) => steps.every(step => step > 0.9) ? 'apart' : containers[index])).toEqual(containers.map(() => 'apart'))
  })
})

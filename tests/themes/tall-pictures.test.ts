import {readFileSync} from 'node:fs'
import {afterAll, describe, expect, test} from 'vitest'
import {browserHere} from '../adapters/browser-here.ts'

const started = await browserHere()
const sheet = (...files: readonly string[]): string => files.map(file => readFileSync(`templates/${file}`, 'utf8')).join('\n')

const sizes = [[400, 2000], [900, 1200], [2000, 400], [30, 1000], [120, 90]] as const
const picture = ([width, height]: readonly [number, number]) => `<figure><img width="${width}" height="${height}" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'/%3E"></figure>`

/** The sides of each picture as they are shown. */
const sides = `[...document.querySelectorAll('img')].map(picture => [picture.getBoundingClientRect().width, picture.getBoundingClientRect().height])`

describe.skipIf(!started)('a picture', () => {
  afterAll(() => started?.here.end())

  test.each(['classic', 'broadsheet', 'large-print', 'plain'].flatMap(theme => [
    [theme, 'paper', sheet('common.css', 'common/print.css', `${theme}/print.css`), 300], [theme, 'the web', sheet('common.css', 'common/web.css', `${theme}/web.css`), 0.85 * 800]
  ] as const))('of %s keeps its proportions on %s, and is no higher than can be seen', async (_theme, _edition, css, tallest) => {
    const page = await started?.browser.open({html: `<!doctype html><style>${css}</style><style>:root {--height-text: 360px; --leading: 20px}</style><main class="text" style="width: 500px">${sizes.map(picture).join('')}</main>`, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const shown = await page?.run(sides) as readonly (readonly [number, number])[]
    await page?.close()
    expect(shown).toHaveLength(sizes.length)
    for (const [index, [width, height]] of shown.entries()) {
      const [ownWidth, ownHeight] = sizes[index] ?? [1, 1]
      expect(width / height / (ownWidth / ownHeight)).toBeCloseTo(1, 1)
      expect(height).toBeLessThanOrEqual(tallest + 0.1)
    }
  })
})

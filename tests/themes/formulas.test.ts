import {afterAll, describe, expect, test} from 'vitest'
import {browserHere} from '../adapters/browser-here.ts'
import {editionSheets} from './style-sheets.ts'

const started = await browserHere()

const formula = '<span class="formula"><math><mi>n</mi></math></span>'
const text = `<p>First.</p><p>A weaver with ${formula} looms.</p><ul class="contains-task-list"><li class="task-list-item"><input type="checkbox"> with ${formula} looms</li></ul><section class="index"><ul><li><p>with ${formula} looms</p></li></ul></section>`

/** How far each letter of a formula stands from the text before it, beyond the space. */
const gaps = `[...document.querySelectorAll('.formula')].map(formula => {
  const range = document.createRange()
  range.selectNodeContents(formula.previousSibling)
  const before = [...range.getClientRects()].at(-1)
  return Math.round(formula.querySelector('mi').getBoundingClientRect().left - before.right)
})`

describe.skipIf(!started)('a formula in a line', () => {
  afterAll(() => started?.here.end())

  test.each(editionSheets)('stands right behind its text, however its paragraph begins, in %s on %s', async (_theme, _edition, css) => {
    const page = await started?.browser.open({html: `<!doctype html><style>${css}</style><main class="text" style="width: 500px">${text}</main>`, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const found = await page?.run(gaps)
    await page?.close()
    expect(found).toEqual([0, 0, 0])
  })
})

/** Needs a browser. */
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import {alegreya, compose, load, openPage, startBrowser} from './browser.ts'

let browser: Browser | undefined
beforeAll(async () => {
  browser = await startBrowser().catch(() => undefined)
})
afterAll(async () => {
  await browser?.close()
})

const style = `${alegreya()} body {width: 190px; font: 14.4px/18px Alegreya; text-align: justify} ul {margin: 0; padding: 0}`
const address = '1234567890123456789012'
const entries = ['A', 'B', 'C'].map(name => `<li>${name} and so on ${address} in ${address} and so on.</li>`).join('')
const even = 'To read a list of plain and short words at an even pace is no art at all, and so it is set as the rest is. '.repeat(3)

test('a list of entries that cannot be justified is set ragged, and no other', async context => {
  if (!browser) return context.skip()
  const page = await openPage(browser, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><style>${style}</style><ul>${entries}</ul><ul><li>${even}</li></ul>`)
  await load(page, ['en'])
  await compose(page, {hyphenFamilies: ['Alegreya']})
  expect(await page.run('[...document.querySelectorAll("li")].map(item => getComputedStyle(item).textAlign)')).toEqual(['start', 'start', 'start', 'justify'])
  await page.close()
})

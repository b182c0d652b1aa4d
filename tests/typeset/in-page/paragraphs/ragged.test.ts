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

test('in ragged text no line begins with a dash between words, and what goes on behind a dash takes no hyphen', async context => {
  if (!browser) return context.skip()
  const words = 'in the early twentieth century—encouraged by all—they read on to the very end—and another—day'
  const page = await openPage(browser, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><style>${style} p {text-align: start; margin: 0}</style>${Array.from({length: 40}, (_, index) => `<p style="width: ${120 + index * 2}px">${words}</p>`).join('')}`)
  await load(page, ['en'])
  await compose(page, {hyphenFamilies: ['Alegreya']})
  const beginnings = await page.run(`[...document.querySelectorAll('p')].flatMap(paragraph => {
    const begun = []
    let last
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const box = range.getBoundingClientRect()
      if (box.width > 0 && node.data[at] !== ' ' && (last === undefined || box.top > last + 9)) begun.push(node.data[at])
      if (box.width > 0) last = box.top
    }
    return begun
  })`) as readonly string[]
  expect(beginnings.length).toBeGreaterThan(100)
  expect(beginnings).not.toContain('—')
  expect(await page.run('document.querySelectorAll("br").length')).toBe(0)
  await page.close()
})

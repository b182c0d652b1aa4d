/** Words wider than their line, in a page: needs a browser. */
import {describe, expect, test} from 'vitest'
import {compose} from './browser.ts'
import {pagesHere, textOf, wrapped} from './pages-here.ts'
import {paragraph} from './text.ts'

const withPage = pagesHere()
const options = {hyphenFamilies: ['Alegreya']}

describe('in the page', () => {
  const wide = [
    ['a long word', 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'], ['one in capitals', 'RINDFLEISCHETIKETTIERUNGSÜBERWACHUNG'],
    ['a compound with hyphens', 'Arbeiterunfallversicherungsgesetz-Kommissionssitzungsprotokoll'],
    ['an address', 'https://example.org/an-uncommonly-long-path/that-goes-on/without-an-end/123456789012345678901234567890'],
    ['code', '<code style="hyphens: none; font-size: 0.8em">veryLongIdentifierThatNobodyShouldHaveWritten.methodThatIsTooLong(argument)</code>'],
    ['a word of two styles', '<em>Wissenschafts</em>betriebsorganisationskommission'], ['a number', '3'.repeat(90)]
  ] as const
  const measures = [['60 mm', 227], ['45 mm', 170], ['30 mm', 113]] as const

  test.each(wide.flatMap(word => measures.map(measure => [...word, ...measure] as const)))('%s that is wider than its line is broken, and the rest is set as always (%s, at %s)', async (_, word, __, measurePx) => {
    await withPage(`<p lang="de">${paragraph(30, 2)} ${word} ${paragraph(30, 3)}</p>`, async page => {
      const before = await textOf(page)
      const {paragraphs: set, untouched, lines} = await compose(page, options)
      expect({set, untouched}).toEqual({set: 1, untouched: {}})
      expect(await wrapped(page)).toBe(0)
      expect((await textOf(page) as string).replaceAll(' ', '')).toBe((before as string).replaceAll(' ', ''))
      const over = await page.run('(() => {const range = document.createRange(); range.selectNodeContents(document.querySelector("p")); return Math.max(...[...range.getClientRects()].map(({right}) => right))})()')
      expect(over).toBeLessThan(measurePx + 5 + 4)
      expect(lines).toBeGreaterThan(5)
    }, {measurePx, css: 'p {overflow-wrap: break-word}'})
  })

  // A word that is no wider than its line, and one that is.
  const names = ['arbeiterunfallversicherung', 'rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz']
  test.each(['code', 'kbd', 'samp', 'em'])('only what is no code has hyphens: %s', async tag => {
    await withPage(`<p lang="de">${[0, 1, 2, 3].map(seed => `${paragraph(7 + seed, seed)} ${names.map(name => `<${tag}>${name}</${tag}>`).join(' ')}`).join(' ')}</p>`, async page => {
      const {paragraphs: set} = await compose(page, options)
      expect(set).toBe(1)
      const hyphens = await page.run(`[...document.querySelectorAll("p ${tag}")].filter(({textContent}) => textContent.includes("\u00ad")).length`)
      expect(hyphens === 0).toBe(tag !== 'em')
    }, {measurePx: 227, css: 'p {overflow-wrap: break-word} code, kbd, samp {font: inherit}'})
  })

  test.each([120, 130, 140, 150, 160, 170, 180, 190])('in text that is not justified a word wider than its line is broken between syllables, at %i px', async measurePx => {
    const html = `<p lang="de">so Arbeiterunfallversicherungsgesetz-Kommissionssitzungsprotokolle liegen</p><p lang="de">unter https://example.org/${'1'.repeat(90)}</p>`
    await withPage(html, async page => {
      await compose(page, options)
      const ends = await page.run('[...document.querySelectorAll("p:first-of-type br")].map(end => [end.previousSibling.textContent, end.previousSibling.previousSibling.textContent.slice(-3), end.nextSibling.textContent.slice(0, 3)])') as string[][]
      expect(ends.length).toBeGreaterThan(0)
      for (const [hyphen] of ends) expect(hyphen).toBe('\u00ad')
      const tops = await page.run('[...document.querySelectorAll("p:first-of-type span")].map(hyphen => {const range = document.createRange(); range.selectNode(hyphen.previousSibling); return hyphen.getBoundingClientRect().top - [...range.getClientRects()].at(-1).top})')
      expect(tops).toEqual(ends.map(() => 0))
      expect(await textOf(page)).toBe('so Arbeiterunfallversicherungsgesetz-Kommissionssitzungsprotokolle liegen')
      expect(await page.run('document.querySelectorAll("p:last-of-type br, [style]").length')).toBe(0)
    }, {measurePx, css: 'p {text-align: start; overflow-wrap: break-word; hyphens: none}'})
  })
})

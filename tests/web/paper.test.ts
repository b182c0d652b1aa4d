/** The web page, printed. */
import {readFileSync} from 'node:fs'
import {afterAll, expect, test} from 'vitest'
import {wordBoxes} from '../../scripts/bench/word-boxes.ts'
import {openViewer} from '../../scripts/bench/viewer.ts'
import {web} from '../../scripts/web/web.ts'
import {theme} from '../stock.ts'
import {composeMarkdown} from '../text/compose-markdown.ts'

const read = (name: string) => readFileSync(`templates/${name}`, 'utf8')
const files = new Map([['web.html', read('common/web.html')], ['common.css', read('common/web.css')], ['web.css', read('classic/web.css')]])
const viewer = await openViewer()
afterAll(async () => viewer?.close())

const columns = Array.from({length: 14}, (_, index) => `column${index}`)
const row = (name: string) => `|${columns.map(column => ` ${name}${column} |`).join('')}`

test.skipIf(!viewer)('what scrolls on a screen is whole on paper: long lines of code, and tables wider than the sheet', async () => {
  const page = await viewer?.tab()
  if (!page) throw new Error('Expected a tab')
  const pamphlet = composeMarkdown({'a.md': `# A\n\n~~~\n${'a long line of code '.repeat(8)}LASTWORD\n~~~\n\n${row('h')}\n|${'---|'.repeat(14)}\n${row('c')}\n`})
  await page.setContent(new TextDecoder().decode(web(pamphlet, {...theme, files}).bytes))
  const words = (await wordBoxes(await page.pdf({format: 'A4', printBackground: true}))).flat()
  const text = words.map(({text: word}) => word).join('')
  expect(text).toContain('LASTWORD')
  expect(text).toContain('ccolumn13')
  expect(Math.max(...words.map(({right}) => right))).toBeLessThan(210 / 25.4 * 72)
})

test.skipIf(!viewer)('an address that is printed as such is not printed a second time', async () => {
  const page = await viewer?.tab()
  if (!page) throw new Error('Expected a tab')
  const pamphlet = composeMarkdown({'a.md': '# A\n\nSee <https://example.org/paper> and [the other](https://example.org/other).\n'})
  await page.setContent(new TextDecoder().decode(web(pamphlet, {...theme, files}).bytes))
  const text = (await wordBoxes(await page.pdf({format: 'A4'}))).flat().map(({text: word}) => word).join('')
  expect([text.split('example.org/paper').length, text.split('example.org/other').length]).toEqual([2, 2])
})

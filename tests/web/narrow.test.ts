/** The page on a telephone, in a browser. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {afterAll, expect, test} from 'vitest'
import {openViewer} from '../../scripts/bench/viewer.ts'
import {web} from '../../scripts/web/web.ts'
import {theme} from '../stock.ts'
import {composeMarkdown} from '../text/compose-markdown.ts'

const read = (name: string) => readFileSync(`templates/${name}`, 'utf8')
const files = new Map([['web.html', read('common/web.html')], ['common.css', read('common/web.css')], ['web.css', read('classic/web.css')]])
const cells = (name: string) => `|${Array.from({length: 9}, (_, index) => ` ${name}extraordinary${index} |`).join('')}`
const viewer = await openViewer()
afterAll(async () => viewer?.close())

test.skipIf(!viewer)('a wide table is moved by itself, with the keyboard too, and is named by its heads', async () => {
  const page = await viewer?.tab()
  if (!page) throw new Error('Expected a tab')
  await page.setViewport({width: 320, height: 568})
  await page.setContent(new TextDecoder().decode(web(composeMarkdown({'a.md': `# Table\n\nText.\n\n${cells('Head')}\n|${'---|'.repeat(9)}\n${cells('cell')}\n`}), {...theme, files}).bytes))
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  expect(await page.evaluate('(() => { const box = document.querySelector(".scroll"); box.focus(); return [box === document.activeElement, box.scrollWidth > box.clientWidth, box.ariaLabel.split(", ").length] })()')).toEqual([true, true, 6])
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  expect(await page.evaluate('axe.run().then(({violations}) => violations.map(({id}) => id))')).toEqual([])
})

import {readFileSync} from 'node:fs'
import {afterAll, expect, test} from 'vitest'
import {openViewer} from '../../scripts/bench/viewer.ts'
import {pamphlet} from '../stock.ts'
import {bound, problemsOf} from './book.ts'

const viewer = await openViewer()
afterAll(async () => viewer?.close())

test('a book in Hebrew turns its pages from right to left, and its text runs so', async () => {
  const book = await bound({...pamphlet, metadata: {...pamphlet.metadata, lang: 'he'}})
  expect(book.text('OEBPS/content.opf')).toContain('page-progression-direction="rtl"')
  for (const path of ['OEBPS/chapter-1.xhtml', 'OEBPS/toc.xhtml']) expect(book.text(path)).toContain('xml:lang="he" dir="rtl"')
  expect(problemsOf(book)).toEqual([])
})

test.skipIf(!viewer)('a paragraph behind what is set apart has no indent, as on paper and on the web', async () => {
  const page = await viewer?.tab()
  if (!page) throw new Error('Expected a tab')
  const blocks = ['<blockquote>a</blockquote>', '<ul><li>a</li></ul>', '<ol><li>a</li></ol>', '<dl><dt>a</dt></dl>', '<pre>a</pre>', '<div class="verse">a</div>', '<table><tr><td>a</td></tr></table>', '<figure>a</figure>']
  await page.setContent(`<style>${readFileSync('templates/epub/base.css', 'utf8')}</style>${blocks.map(block => `${block}<p class="first">b</p><p class="next">c</p>`).join('')}`)
  const indents = (name: string) => page.evaluate(`[...new Set([...document.querySelectorAll('p.${name}')].map(p => parseFloat(getComputedStyle(p).textIndent) > 0))]`)
  expect(await indents('first')).toEqual([false])
  expect(await indents('next')).toEqual([true])
})

test.skipIf(!viewer)('lines of verse, cells and the index are indented and set from the right', async () => {
  const page = await viewer?.tab()
  if (!page) throw new Error('Expected a tab')
  const cell = (name: string) => `<th class="${name}">א</th><td class="${name}">א</td>`
  await page.setContent(`<html dir="rtl"><style>${readFileSync('templates/epub/base.css', 'utf8')}</style><div style="font-size: 10px"><div class="verse"><p>${[0, 1, 6].map(by => `<span class="line indent-${by}">א</span>`).join('')}</p></div>
    <table>${['center', 'right', 'left'].map(name => `<tr>${cell(name)}</tr>`).join('')}</table><section class="index"><ul><li><p>א</p></li></ul></section><div class="epigraph">א</div></div></html>`)
  const styles = (selector: string, ...names: readonly string[]) => page.evaluate(`[...document.querySelectorAll('${selector}')].map(element => ${JSON.stringify(names)}.map(name => getComputedStyle(element)[name]).join(' '))`)
  expect(await styles('.line', 'paddingRight', 'paddingLeft')).toEqual(['20px 0px', '30px 0px', '80px 0px'])
  expect(await styles('th, td', 'textAlign')).toEqual(['center', 'center', 'left', 'left', 'right', 'right'])
  expect(await styles('.index p', 'paddingRight', 'paddingLeft', 'textAlign')).toEqual(['12px 0px right'])
  expect(await styles('.epigraph', 'marginLeft')).toEqual(['0px'])
})

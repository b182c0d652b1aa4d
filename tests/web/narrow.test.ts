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
const cells = (name: string, count = 9) => `|${Array.from({length: count}, (_, index) => ` ${name}extraordinary${index} |`).join('')}`
const viewer = await openViewer()
afterAll(async () => viewer?.close())

async function shown(text: string, {width = 320, ...own}: {readonly width?: number; readonly title?: string; readonly lang?: string; readonly math?: boolean} = {}) {
  const pamphlet = composeMarkdown({'a.md': text}, own)
  const page = await viewer?.tab()
  if (!page) throw new Error('Expected a tab')
  await page.setViewport({width, height: 568})
  await page.setContent(new TextDecoder().decode(web({...pamphlet, metadata: {...pamphlet.metadata, ...own}}, {...theme, files}).bytes))
  return page
}

test.skipIf(!viewer)('a wide table is moved by itself, with the keyboard too, and is named by its heads', async () => {
  const page = await shown(`# Table\n\nText.\n\n${cells('Head')}\n|${'---|'.repeat(9)}\n${cells('cell')}\n`)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  expect(await page.evaluate('(() => { const box = document.querySelector(".scroll"); box.focus(); return [box === document.activeElement, box.scrollWidth > box.clientWidth, box.ariaLabel.split(", ").length] })()')).toEqual([true, true, 6])
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  expect(await page.evaluate('axe.run().then(({violations}) => violations.map(({id}) => id))')).toEqual([])
})

test.skipIf(!viewer).each(['en', 'he'])('a table wider than the column takes the room at its sides in %s, and the page goes nowhere', async lang => {
  // So many that they are wider than the column, and narrower than the window, in whatever face the machine has.
  const table = `${cells('H', 7)}\n|${'---|'.repeat(7)}\n${cells('c', 7)}\n`
  const page = await shown(`# Table\n\n${table}\n| a | b |\n|---|---|\n| c | d |\n`, {lang, width: 1600})
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1600)
  const boxes = await page.evaluate('[...document.querySelectorAll(".scroll")].map(box => { const {left, right} = box.getBoundingClientRect(); const column = document.querySelector(".chapter").getBoundingClientRect(); return [box.scrollWidth <= box.clientWidth, Math.round(column.left - left) === Math.round(right - column.right), left < column.left - 50] })')
  expect(boxes).toEqual([[true, true, true], [true, true, false]])
})

test.skipIf(!viewer)('a title breaks by sense, and where its words are wider than the window, between them', async () => {
  const page = await shown('# A\n\nText.\n', {title: 'The Opening Salvos: War and the Collapse of Internationalism'})
  expect(await page.evaluate('[document.documentElement.scrollWidth, document.querySelectorAll("h1 .phrase").length]')).toEqual([320, 2])
})

test.skipIf(!viewer)('a list in a note is a list, as wide as the note, with numbers of its own', async () => {
  const page = await shown('# A\n\nText.[^a]\n\n[^a]: A note.\n\n    1. one thing that is said in words\n    2. another\n')
  expect(await page.evaluate('(() => { const item = document.querySelector(".notes li li"); const note = document.querySelector(".notes li > div"); return [getComputedStyle(item).display, getComputedStyle(item.parentElement).listStyleType, item.offsetWidth > note.offsetWidth * 0.8] })()')).toEqual(['list-item', 'decimal', true])
})

test.skipIf(!viewer)('an edge of a table that goes on is shaded, and the second line of a task stands below its first', async () => {
  const page = await shown(`# Tasks\n\n- [x] ${'word '.repeat(30)}\n- plain\n\n${cells('Head')}\n|${'---|'.repeat(9)}\n${cells('cell')}\n`)
  expect(await page.evaluate('getComputedStyle(document.querySelector(".scroll")).backgroundAttachment')).toBe('local, local, scroll, scroll')
  const lefts = await page.evaluate('(() => { const item = document.querySelector(".task-list-item"); const range = document.createRange(); range.selectNodeContents(item.lastChild); const box = item.querySelector("input").getBoundingClientRect(); return [Math.min(...[...range.getClientRects()].map(({left}) => left)) > box.right, new Set([...range.getClientRects()].map(({left}) => Math.round(left))).size] })()')
  expect(lefts).toEqual([true, 1])
  expect(await page.evaluate('[...document.querySelectorAll(".contains-task-list > li")].map(item => getComputedStyle(item).listStyleType)')).toEqual(['none', 'disc'])
})

test.skipIf(!viewer)('words have hyphens, code has none: whoever copies it would copy them', async () => {
  const page = await shown('# A\n\nText with `incomprehensibilities` in it.\n')
  expect(await page.evaluate('["p", "code"].map(name => getComputedStyle(document.querySelector(`.chapter ${name}`)).hyphens)')).toEqual(['auto', 'none'])
})

test.skipIf(!viewer)('code is moved with the keyboard, a way back is told from the words before it, and a box by its name', async () => {
  const page = await shown(`# Code\n\nText.[^a]\n\n\`\`\`\n${'code '.repeat(40)}\n\`\`\`\n\n:::aside[A box[^b]]\nBeside the text.\n:::\n\n[^a]: A note with some words.\n[^b]: Another.\n`)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  expect(await page.evaluate('(() => { const code = document.querySelector("pre"); code.focus(); return [code === document.activeElement, code.scrollWidth > code.clientWidth] })()')).toEqual([true, true])
  expect(await page.evaluate('document.querySelector("aside").ariaLabel')).toBe('A box')
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  expect(await page.evaluate('axe.run().then(({violations}) => violations.map(({id}) => id))')).toEqual([])
})

test('two heads of a short text make no list of contents; of a long one, or three of them, they do', () => {
  const hasContents = (text: string) => new TextDecoder().decode(web(composeMarkdown({'a.md': text}), {...theme, files}).bytes).includes('class="contents"')
  const heads = ['# One\n\nText.\n\n', '# Two\n\nText.\n\n', '# Three\n\nText.\n\n']
  expect([hasContents(heads.slice(0, 2).join('')), hasContents(heads.join('')), hasContents(heads.slice(0, 2).join('') + 'word '.repeat(600))]).toEqual([false, true, true])
})

test.skipIf(!viewer)('Tab stops at code that is wider than the smallest window, in a list too, and at no other', async () => {
  const fence = (code: string, indent = '') => ['```', code, '```'].map(line => `${indent}${line}`).join('\n')
  const page = await shown(`# Code\n\n${fence('print 24 columns of text')}\n\n${fence('x'.repeat(60))}\n\n- An item:\n\n${fence('also twenty-four columns', '  ')}\n\n> A quotation:\n>\n${fence('and these are twenty-four'.slice(0, 24), '> ')}\n\n${fence('印'.repeat(20))}\n`)
  expect(await page.evaluate('[...document.querySelectorAll("pre")].map(code => [code.scrollWidth > code.clientWidth, code.tabIndex])')).toEqual([[false, -1], [true, 0], [false, -1], [false, -1], [expect.any(Boolean), 0]])
})

test.skipIf(!viewer)('Tab stops at every formula that is wider than the smallest window, and at none that is short', async () => {
  const formulas = ['a = b', 'E = mc^2', ...[4, 6, 8, 10, 14].map(count => Array.from({length: count}, (_, index) => `x_{${index}}`).join(' + ')), '\\frac{a + b + c}{d}', 'a \\quad b \\qquad c \\qquad d \\qquad e', '\\begin{pmatrix} 1 & 2 & 3 & 4 & 5 & 6 & 7 \\\\ 1 & 2 & 3 & 4 & 5 & 6 & 7 \\end{pmatrix}', 'MMMM\\,WWWW\\,MMMM\\,WWWW\\,MM']
  const page = await shown(`# Formulas\n\n${formulas.map(formula => `$$\n${formula}\n$$`).join('\n\n')}\n\n- An item:\n\n  $$\n  ${formulas[3] ?? ''}\n  $$\n`, {math: true})
  const found = await page.evaluate('[...document.querySelectorAll(".display")].map(formula => [formula.scrollWidth > formula.clientWidth, formula.tabIndex === 0])') as readonly (readonly [boolean, boolean])[]
  expect(found).toHaveLength(formulas.length + 1)
  expect(found.filter(([isWide]) => isWide).length).toBeGreaterThan(2)
  expect(found.map(([isWide, stops], index) => isWide && !stops ? formulas[index] : undefined).filter(formula => formula !== undefined)).toEqual([])
  expect(found.slice(0, 2)).toEqual([[false, false], [false, false]])
})

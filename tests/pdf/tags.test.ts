import {globSync, readFileSync} from 'node:fs'
import {basename} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {giveHints} from '../../scripts/pdf/in-page/hints.ts'
import {finishReading} from '../../scripts/pdf/reading.ts'
import type {Message, Pages} from '../../scripts/types.ts'
import {browserHere} from '../adapters/browser-here.ts'
import {metadata} from '../stock.ts'
import {markedText} from './marked-text.ts'
import {openTags, outline} from './outline.ts'
import {violations} from './violations.ts'

/** Each sample is a page; beside it lies the outline of its tags. Refresh with `npx vitest run tests/pdf -u`, and read it. */
const samples = globSync('tests/pdf/tags/*.html').toSorted()
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const sheet = {widthPx: 560, heightPx: 800, trim: {leftPx: 0, topPx: 0, widthPx: 560, heightPx: 800}}
const date = new Date('2024-01-15T00:00:00Z')

const found = await browserHere()
afterAll(() => found?.here.end())

/** Print a sample twice in one page: as it is, and with hints. */
async function print(html: string): Promise<{plain: Pages; hinted: Pages; moved: boolean}> {
  if (!found) throw new Error('Expected a browser')
  const page = await found.browser.open({html, resources: new Map([['dot.png', {mediaType: 'image/png', bytes: png}]])}, {widthPx: 480, heightPx: 720})
  const options = {widthPx: 560, heightPx: 800, tagged: true, outline: true}
  const pagesOf = (pdf: Uint8Array): Pages => ({pdf, count: 2, folios: ['1', '2'], form: 'short', pageMap: [], parts: [], blocks: [], starts: [], sheet, heads: [], paragraphs: {lines: 0, hyphens: 0, untouched: {}}, observations: []})
  const plain = pagesOf(await page.print(options))
  const before = await page.evaluate(lines)
  await giveHints(page)
  const once = await page.evaluate(() => document.body.outerHTML)
  await giveHints(page)
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(once)
  const moved = before !== await page.evaluate(lines)
  const hinted = pagesOf(await page.print(options))
  await page.close()
  return {plain, hinted, moved}
}

/** Where every word stands. Runs in the page. */
function lines(): string {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const boxes: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange()
    range.selectNodeContents(node)
    if (node.textContent?.trim() !== '') boxes.push(...[...range.getClientRects()].filter(({width}) => width > 0).map(({x, y, width}) => `${x} ${y} ${width}`))
  }
  return boxes.join('\n')
}

const finish = async (pages: Pages, messages: readonly Message[] = []) => (await finishReading(pages, {metadata: {...metadata, lang: 'en'}, messages, chapters: [], notes: [], imprint: []}, date)).artifact.bytes
const wordsOf = async (pdf: Uint8Array) => (await markedText(pdf)).map(page => [...page.values()].join('').replaceAll(/\[\w+\]|\s/g, '').split('').toSorted().join(''))

describe.skipIf(!found).each(samples)('%s', sample => {
  let printed: {plain: Pages; hinted: Pages; moved: boolean}
  beforeAll(async () => {
    printed = await print(readFileSync(sample, 'utf8'))
  }, 60_000)

  test('has the tags that a reader should hear', async () => {
    const opened = await openTags(await finish(printed.hinted))
    await expect(outline(opened)).toMatchFileSnapshot(`tags/${basename(sample, '.html')}.txt`)
    expect(violations(opened)).toEqual([])
  })

  test('is nothing like it as Chromium prints it', async () => {
    expect(violations(await openTags(printed.plain.pdf))).toEqual(expect.arrayContaining(['no claim', 'unmarked']))
  })

  test('is as well formed where the page gave no hints', async () => {
    expect(violations(await openTags(await finish(printed.plain))).filter(violation => violation !== 'no Note')).toEqual([])
  })

  test('keeps every word and every line', async () => {
    expect(printed.moved).toBe(false)
    expect(await wordsOf(await finish(printed.hinted))).toEqual(await wordsOf(printed.hinted.pdf))
  })

  test('gives the same bytes again', async () => {
    expect(Buffer.compare(await finish(printed.hinted), await finish(printed.hinted))).toBe(0)
  })
})

test.skipIf(!found)('no claim is made for a manuscript that lacks what only its author can give', async () => {
  const {hinted} = await print(readFileSync('tests/pdf/tags/tables.html', 'utf8'))
  const messages = (['missing-alt', 'skipped-heading', 'unreadable-table'] as const).map((ruleId): Message => ({ruleId, severity: 'warning', reason: '', place: {file: 'a.md'}}))
  for (const message of messages) expect(violations(await openTags(await finish(hinted, [message])))).toEqual(['no claim'])
  expect(violations(await openTags(await finish(hinted, [{ruleId: 'mixed-quotes', severity: 'warning', reason: '', place: {file: 'a.md'}}])))).toEqual([])
  // What is hidden has no tag, what stands under other text has.
  const unseen = (more: {readonly isUnder?: true}): Pages => ({...hinted, observations: [{kind: 'hidden', at: 'a.md:1:1', count: 1, ...more}]})
  expect(violations(await openTags(await finish(unseen({}))))).toEqual(['no claim'])
  expect(violations(await openTags(await finish(unseen({isUnder: true}))))).toEqual([])
})

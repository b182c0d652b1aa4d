/** What is heard of a paragraph by its tags: the words of its lines, with the spaces that no printer draws. */
import {readFileSync} from 'node:fs'
import {fromHtml} from 'hast-util-from-html'
import {afterAll, expect, test} from 'vitest'
import {readTable} from '../../scripts/adapters/pdf-characters.ts'
import {giveHints} from '../../scripts/pdf/in-page/hints.ts'
import {finishReading} from '../../scripts/pdf/reading.ts'
import type {Pages} from '../../scripts/types.ts'
import {browserHere} from '../adapters/browser-here.ts'
import {metadata} from '../stock.ts'
import {spoken} from './spoken.ts'

const found = await browserHere()
afterAll(() => found?.here.end())

const face = (name: string, subset: string, weight = 400) => ({mediaType: 'font/woff2', bytes: new Uint8Array(readFileSync(`node_modules/@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`))})
/** Faces of our own: what a machine has may join letters, or break lines elsewhere. */
const faces = new Map([['hebrew.woff2', face('noto-serif-hebrew', 'hebrew')], ['sans.woff2', face('source-sans-3', 'latin')], ['bold.woff2', face('source-sans-3', 'latin', 700)]])
const page = (body: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lines</title><style>
@font-face {font-family: Hebrew; src: url(hebrew.woff2)} @font-face {font-family: Sans; src: url(sans.woff2)} @font-face {font-family: Sans; font-weight: 700; src: url(bold.woff2)} @page {size: 560px 800px; margin: 40px}
p {width: 9em; font: 16px/20px Sans; font-variant-ligatures: none} [lang=he] {font-family: Hebrew} .initial::first-letter {initial-letter: 2}
</style><body>${body}</body></html>`

/** Print, and tell what the first paragraph's marks hold: as printed, and as finished. */
async function heard(body: string): Promise<{readonly printed: string; readonly finished: string}> {
  if (!found) throw new Error('Expected a browser')
  const open = await found.browser.open({html: page(body), resources: faces}, {widthPx: 480, heightPx: 720})
  await giveHints(open)
  const pdf = await open.print({widthPx: 560, heightPx: 800, tagged: true, outline: true})
  await open.close()
  const sheet = {widthPx: 560, heightPx: 800, trim: {leftPx: 0, topPx: 0, widthPx: 560, heightPx: 800}}
  const pages: Pages = {pdf, count: 1, folios: ['1'], form: 'short', pageMap: [], parts: [], blocks: [], starts: [], sheet, heads: [], paragraphs: {lines: 0, hyphens: 0, untouched: {}}, observations: []}
  const {artifact: {bytes}} = await finishReading(pages, {metadata: {...metadata, lang: 'en'}, messages: [], chapters: [{id: 'c', title: '', children: fromHtml(body, {fragment: true}).children.filter(node => node.type !== 'doctype')}], notes: [], imprint: []}, new Date('2024-01-15T00:00:00Z'))
  const [printed = ''] = await spoken(pdf, 'P')
  const [finished = ''] = await spoken(bytes, 'P')
  return {printed, finished}
}

test.skipIf(!found).each([
  ['lines', '<p>The freedom of the press is guaranteed only.</p>', 'The freedom of the press is guaranteed only.'],
  ['lines that elements end and begin', '<p>The freedom <em>of the press</em> <strong>is guaranteed</strong> only.</p>', 'The freedom of the press is guaranteed only.'],
  ['lines that an author ends', '<p>One,<br>and two.</p>', 'One, and two.'],
  ['a face that has no space to draw', '<p>One <b>and</b><br>two.</p>', 'One and two.'],
  ['a hyphen of the word’s own, and a dash without spaces', '<p>The first sheet well-<wbr>regarded by the reader—<wbr>or nobody.</p>', 'The first sheet well-regarded by the reader—or nobody.'],
  ['a hyphen that hangs before a space', '<p>A sheet for pre- and <em>post-</em> war times.</p>', 'A sheet for pre- and post- war times.'],
  ['a hyphen that hangs here and joins there', '<p>A sheet pre- and<br>also this pre-<wbr>and that.</p>', /also this pre-and that\.$/],
  ['a dash with spaces', '<p>The first sheets there – all were read.</p>', 'The first sheets there – all were read.'],
  ['a soft hyphen', '<p>The first sheets in regard&shy;ed columns.</p>', /^The first sheets in regard.ed columns\.$/u],
  ['a reference that stands high', '<p>The press<sup>1</sup> of<sub>2</sub> London.</p>', 'The press1 of2 London.'],
  ['an initial that begins a word', '<p class="initial">The press of London and its readers.</p>', 'The press of London and its readers.'],
  ['an initial that is a word', '<p class="initial">A press of London and its readers.</p>', 'A press of London and its readers.'],
  ['pages', `<p>The press<span style="display: block; break-after: page"></span>of London.</p>`, 'The press of London.'],
  ['columns', '<div style="columns: 2; height: 40px; width: 20em; orphans: 1; widows: 1"><p>The freedom of the press is guaranteed</p></div>', 'The freedom of the press is guaranteed']
])('%s', async (_name, body, expected) => {
  const {printed, finished} = await heard(body)
  if (typeof expected === 'string') expect(finished).toBe(expected)
  else expect(finished).toMatch(expected)
  expect(finished.replaceAll(' ', '')).toBe(printed.replaceAll(' ', ''))
})

test.skipIf(!found)('as printed, the lines run into each other', async () => {
  expect((await heard('<p>The freedom of the press is guaranteed only.</p>')).printed).not.toBe('The freedom of the press is guaranteed only.')
})

test.skipIf(!found)('a line from right to left is heard in its order, with a space at its end', async () => {
  const {finished, printed} = await heard('<p lang="he" dir="rtl">דפוס זול הוא הזול שבכל דברי הדפוס</p>')
  expect(finished.trim()).toBe('דפוס זול הוא הזול שבכל דברי הדפוס')
  expect(printed).not.toContain('דפוס')
})

test('a character map is read: codes, ranges, pairs of UTF-16, the space', () => {
  const {byCode, space} = readTable('2 beginbfchar\n<0001> <0041>\n<0005> <D83DDDDE>\nendbfchar\n1 beginbfrange\n<0010> <0012> <0061>\n<0103> <0103> <0020>\nendbfrange')
  expect([...byCode]).toEqual([['0001', 'A'], ['0005', '\u{1F5DE}'], ['0010', 'a'], ['0011', 'b'], ['0012', 'c'], ['0103', ' ']])
  expect(space).toBe('0103')
})

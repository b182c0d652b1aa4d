import {createHash} from 'node:crypto'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Browser} from '../../../scripts/adapters/browser.ts'
import {launch} from '../../../scripts/adapters/browser.ts'
import {realDisk} from '../../../scripts/adapters/disk.ts'
import {drawPages} from '../../../scripts/adapters/page-pictures.ts'
import type {Amendment} from '../../../scripts/preview/amending/amend.ts'
import type {Look, PagesBuilt, Workshop} from '../../../scripts/preview/build-pages.ts'
import {buildPages} from '../../../scripts/preview/build-pages.ts'
import {rememberComposing} from '../../../scripts/preview/remember-composing.ts'
import {rememberTheme} from '../../../scripts/preview/remember-theme.ts'
import {rememberReading} from '../../../scripts/preview/remember.ts'
import {keepStanding} from '../../../scripts/preview/standing-page.ts'

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-amended-'))
beforeAll(async () => {
  browser = await launch({})
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
})

const names = Array.from({length: 14}, (_, index) => `${String(index + 10)}.md`)
const sentence = 'The ferryman of the lower town counts his coins twice, for the light is poor and the river, as he says, keeps no accounts. '

/** A chapter of some three pages, which are neither all odd nor all even. */
function chapter(index: number, words = ''): string {
  const paragraphs = Array.from({length: 5 + index % 4}, (_, paragraph) => `${paragraph === 2 ? words : ''}${sentence.repeat(5 + (index * 7 + paragraph * 3) % 5)}${paragraph === 1 ? `[^${index}]` : ''}`)
  return `# Chapter ${index}\n\n${paragraphs.slice(0, 3).join('\n\n')}\n\n## Below ${index}\n\n${paragraphs.slice(3).join('\n\n')}\n\n[^${index}]: A note of chapter ${index}, ${sentence.repeat(1 + index % 3)}\n`
}

const save = (index: number, text: string) => writeFileSync(join(folder, names[index] ?? ''), text)

function saveAll(metadata = ''): void {
  writeFileSync(join(folder, 'pamphlet.yaml'), `title: The Ferry\nlang: en-GB\n${metadata}`)
  for (const index of names.keys()) save(index, chapter(index))
}

const looks: Look[] = []
const workshop = (): Workshop => ({
  disk: realDisk, memory: rememberReading(), composeFile: rememberComposing(), loadTheme: rememberTheme(), standing: keepStanding(),
  browser: () => Promise.resolve(browser), visible: () => [], onLook: look => Promise.resolve(void looks.push(look)), last: {base: undefined}, needsWhole: () => false
})

type Whole = Extract<PagesBuilt, {readonly isWhole: true}>

async function build(shop: Workshop): Promise<Whole> {
  const built = await buildPages({path: folder}, {isDisturbed: () => false, isSuperseded: () => false}, shop)
  if (!built.isWhole) throw new Error(JSON.stringify(built.messages))
  return built
}

const bases = new Map<string, Promise<Workshop>>()

/** A workshop that has made all pages of the manuscript as it is at first, once for each metadata. */
function begun(metadata = ''): Promise<Workshop> {
  saveAll(metadata)
  const known = bases.get(metadata) ?? (async () => {
    const shop = workshop()
    await build(shop)
    return shop
  })()
  bases.set(metadata, known)
  return known
}

/** The same workshop with nothing to hold a save against: it makes all pages. */
const forgetful = (shop: Workshop): Workshop => ({...shop, last: {base: undefined}})

const drawings = new WeakMap<Uint8Array, Promise<readonly string[]>>()

/** What each page shows, as it is drawn; a PDF is drawn once. */
function drawn(pdf: Uint8Array): Promise<readonly string[]> {
  const known = drawings.get(pdf) ?? (async () => {
    const pages: string[] = []
    await drawPages(pdf, 60, ({rgb}) => void pages.push(createHash('sha256').update(rgb).digest('hex')))
    return pages
  })()
  drawings.set(pdf, known)
  return known
}

async function shownPages({pages, amendment}: Whole): Promise<readonly string[]> {
  const [base, own] = [await drawn(pages.pdf), amendment ? await drawn(amendment.pdf) : []]
  const taken = (number: number, {pieces}: Amendment) => pieces.flatMap(({at, first, count}) => number >= first && number < first + count ? [own[number - first + at - 1] ?? ''] : [])
  return base.map((page, index) => (amendment && taken(index + 1, amendment)[0]) ?? page)
}

const told = ({pages: {pdf: _, paragraphs: __, ...pages}, messages}: Whole) => ({...pages, messages})

test.each([
  ['a chapter', '', [5]], ['the first', '', [0]], ['the last', '', [13]], ['two side by side', '', [6, 7]], ['three far apart', '', [1, 4, 11]],
  ['one that opens on a recto', 'openings: recto\n', [6]], ['one with its notes at its end', 'notes: chapter\n', [3]], ['one with notes at the end of all', 'notes: end\n', [13]]
] as const)('%s that changed is put in as a whole build would have it', async (_, metadata, changed) => {
  const shop = await begun(metadata)
  for (const index of changed) save(index, chapter(index, 'Some words. '))
  // A line more before the text: what has not changed stands on other lines of its file.
  save(9, `\n\n${chapter(9)}`)
  const [amended, whole] = [await build(shop), await build(forgetful(shop))]
  expect(amended.amendment?.pieces).toHaveLength(changed.length)
  expect(told(amended)).toEqual(told(whole))
  expect(await shownPages(amended)).toEqual(await shownPages(whole))
}, 120_000)

test('the pages that are looked at come first, under their own numbers', async () => {
  const shop = await begun()
  const page = shop.last.base?.pages.pageMap.find(({id}) => id === 'chapter-5')?.page ?? 0
  looks.length = 0
  save(5, chapter(5, 'Some words. '))
  await build({...shop, visible: () => [page, page + 1]})
  expect(looks.map(look => look.pages)).toEqual([[page, page + 1]])
}, 120_000)

test.each([
  ['a chapter that has more pages', () => save(5, chapter(5, sentence.repeat(60)))],
  ['a head that changed', () => save(5, chapter(5).replace('# Chapter 5', '# Another'))],
  ['a note more', () => save(5, chapter(5).replace('\n\n[^5]:', '[^x]\n\n[^x]: Another.\n\n[^5]:'))],
  ['a chapter more', () => save(5, `${chapter(5)}\n# One more\n\nText.\n`)],
  ['other metadata', () => writeFileSync(join(folder, 'pamphlet.yaml'), 'title: The Bridge\nlang: en-GB\n')],
  ['a note that refers to a page', () => save(5, chapter(5).replace('[^5]: A', '[^5]: See :page[chapter-3]. A'))],
  ['a chapter that refers to a page', () => save(5, chapter(5, 'See :page[chapter-3]. '))]
])('%s makes all pages anew', async (_, change) => {
  const {last: {base}, ...shop} = await begun()
  expect(base).toBeDefined()
  change()
  expect((await build({...shop, last: {base}})).amendment === undefined).toBe(true)
}, 120_000)

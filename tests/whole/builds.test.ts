import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {editions} from '../../scripts/editions.ts'
import {parse} from '../../scripts/manuscript/parse.ts'
import type {Outcome} from '../../scripts/pipeline.ts'
import {build} from '../../scripts/pipeline.ts'
import type {Artifact, Json} from '../../scripts/types.ts'
import {geometryOf} from '../../scripts/typeset/geometry.ts'
import {readPageRules} from '../../scripts/typeset/page-rules.ts'
import {drawing, expectedLetters, letters, settleDrawings, tableHeads} from './expected-words.ts'
import {epubPages, htmlLetters, pdfText, xhtmlLetters} from './extracted-words.ts'

/** What is built for real: the project's own pamphlet, a fixture of every construct, and real input where it is at hand. */
const article = '../shared/manuscripts/the-spark/article.md'
const subjects = [
  {name: 'the project’s pamphlet', path: 'manuscript', title: 'A Hundred Years After'},
  {name: 'every construct', path: 'tests/fixtures/whole/every-construct.md', title: 'Cheap Print and Its Readers'},
  {name: 'the article', path: article, title: '100 Years Ago, Death of Lenin'}
]

const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-whole-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Each build has a browser of its own, as for a user. */
const buildInto = async (path: string, out: string): Promise<Outcome> => {
  const browser: Browser = await launch({})
  try {
    return await build({path, out, editions: editions.map(({name}) => name), strict: false, json: false, date: '2024-01-21'}, {
      disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: process.version, stage: () => () => undefined
    })
  } finally {
    await browser.close()
  }
}

for (const {name, path, title} of subjects) {
  describe.skipIf(!existsSync(path))(name, () => {
    let outcome: Outcome
    const isFolder = !path.endsWith('.md')
    const root = isFolder ? path : dirname(path)
    const files = () => (isFolder ? readdirSync(path).filter(file => file.endsWith('.md')).toSorted() : [basename(path)])
      .map(file => ({name: file, tree: parse(readFileSync(join(root, file), 'utf8'))}))
    const lettering = (url: string) => url.endsWith('.svg') ? drawing.start + svgLettering(readFileSync(join(root, url), 'utf8')) + drawing.end : ''
    const artifact = (ending: string): Artifact => {
      const found = outcome.artifacts.find(item => item.name.endsWith(ending))
      if (!found) throw new Error(`Expected an artifact *${ending}`)
      return found
    }
    const text = (ending: string) => new TextDecoder().decode(artifact(ending).bytes)
    const recordPages = (): {count: number; folios: string[]; map: {id: string; page: number; folio: string}[]} => (JSON.parse(text('.json')) as {pages: {count: number; folios: string[]; map: {id: string; page: number; folio: string}[]}}).pages

    beforeAll(async () => {
      outcome = await buildInto(path, join(folder, basename(path)))
    }, 120_000)

    test('builds without an error', () => {
      expect(outcome.messages.filter(({severity}) => severity === 'error')).toEqual([])
      expect(outcome.artifacts.map(item => item.name.replace(/^.*(?=\.)/, ''))).toEqual(['.html', '.pdf', '.pdf', '.pdf', '.pdf', '.epub', '.json', 'SHA256SUMS'])
    })

    test('what goes in comes out of the web page', () => {
      const expected = expectedLetters(files(), title, {listNumbers: false, lettering: () => ''})
      expect(htmlLetters(text('.html'), 'pamphlet-text')).toBe(expected.text)
      expect(htmlLetters(text('.html'), 'notes').replace(/^(?:Notes|Anmerkungen)/, '')).toBe(expected.notes)
    })

    test('what goes in comes out of the PDF, on paper and in its order', async () => {
      const expected = expectedLetters(files(), title, {listNumbers: true, lettering})
      const {map, count} = recordPages()
      const areas = typeAreas(outcome)
      const pages = await pdfText(artifact('.pdf').bytes, areas)
      expect(pages).toHaveLength(count)
      const first = Math.min(...map.map(({page}) => page), 3)
      const {texts, notes} = takeFeet(pages.slice(first - 1).map(letters), expected.notes)
      const {expected: text, actual: body} = settleDrawings(expected.text, joinPages(texts, expected.text, tableHeads(files())))
      expect(body.startsWith(text), firstDifference(body, text)).toBe(true)
      expect(notes === expected.notes, firstDifference(notes, expected.notes)).toBe(true)
      expect(letters(pages.slice(0, first - 1).join('') + body)).toContain(expected.imprint)
    })

    test('a hyphen at the end of a line is a soft one, unless the manuscript has it', async () => {
      const source = files().map(({tree}) => JSON.stringify(tree)).join('')
      const pages = await pdfText(artifact('.pdf').bytes, typeAreas(outcome))
      // Where a line ends in a hyphen, soft or hard, PDFium gives U+0002 for it and joins the word.
      const broken = pages.join('\n').replaceAll(/\u00AD\s*\n/g, '\u0002').match(/\p{L}+[\u00AD\uFFFE\u0002]\p{L}*/gu) ?? []
      expect(broken.filter(word => !source.includes(word.replace('\u0002', '-')) && !source.includes(word.replace('\u0002', '')))).toEqual([])
    })

    test('what goes in comes out of the EPUB', async () => {
      const expected = expectedLetters(files(), title, {listNumbers: false, lettering: () => ''})
      const isNotes = (element: {properties: {className?: unknown}}) => Array.isArray(element.properties.className) && element.properties.className.includes('notes')
      const pages = (await epubPages(artifact('.epub').bytes)).filter(({xhtml}) => /<body[^>]*epub:type="bodymatter/.test(xhtml))
      expect(pages.length).toBeGreaterThan(0)
      const body = pages.map(({xhtml}) => xhtmlLetters(xhtml, isNotes)).join('')
      expect(body.replace(letters(title), '') === expected.text || body === expected.text, firstDifference(body, expected.text)).toBe(true)
    })

    test('the record says what the PDF is', () => {
      const {count, folios, map} = recordPages()
      expect(folios).toHaveLength(count)
      for (const {page, folio} of map) expect(folios[page - 1]).toBe(folio)
      const record = JSON.parse(text('.json')) as {artifacts: {name: string; bytes: number; sha256: string; facts: Record<string, Json>}[]}
      expect(record.artifacts.map(item => [item.name, item.bytes])).toEqual(outcome.artifacts.slice(0, -2).map(item => [item.name, item.bytes.length]).toSorted())
      expect(readFileSync(join(folder, basename(path), artifact('.pdf').name)).equals(artifact('.pdf').bytes)).toBe(true)
    })

    test('another build gives the same bytes', {timeout: 120_000}, async () => {
      const other = await buildInto(path, join(folder, `${basename(path)}-again`))
      expect(other.artifacts.map(({name}) => name)).toEqual(outcome.artifacts.map(({name}) => name))
      expect(other.artifacts.filter(({bytes}, at) => Buffer.compare(bytes, outcome.artifacts[at]?.bytes ?? new Uint8Array()) !== 0).map(({name}) => name)).toEqual([])
    })
  })
}

if (!existsSync(article)) console.warn(`skipped: the article: ${article} is not on this machine`)

/** Join pages; a table that goes on repeats its head, which stands once in the manuscript. */
function joinPages(pages: readonly string[], expected: string, heads: readonly string[]): string {
  const plain = expected.replaceAll(/[\uE000\uE001]/g, '')
  return pages.reduce((body, page) => {
    const head = heads.find(text => page.startsWith(text) && !plain.startsWith(text, body.length))
    return body + page.slice(head?.length ?? 0)
  }, '')
}

/** Part the notes at the foot of each page from its text: what stands last on it and goes on with the notes. */
function takeFeet(pages: readonly string[], expected: string): {texts: readonly string[]; notes: string} {
  let notes = ''
  const texts = pages.map(page => {
    const longest = Math.min(page.length, expected.length - notes.length)
    const length = Array.from({length: longest}, (_, index) => longest - index).find(count => count > 2 && page.endsWith(expected.slice(notes.length, notes.length + count))) ?? 0
    notes += page.slice(page.length - length)
    return page.slice(0, page.length - length)
  })
  return {texts, notes}
}

/** What a drawing says, in the order in which it is painted; a group that is used before it stands is painted twice. */
function svgLettering(svg: string): string {
  const body = svg.replaceAll(/<(title|desc)[^>]*>[\s\S]*?<\/\1>/g, '')
  const used = /<use [^>]*href="#([^"]+)"[^>]*\/>/.exec(body)
  const group = used ? new RegExp(`<g id="${used[1] ?? ''}">[\\s\\S]*?</g>`).exec(body)?.[0] ?? '' : ''
  const painted = used ? body.replace(used[0], group) : body
  return [...painted.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, text]) => (text ?? '').replaceAll(/<[^>]*>|&[a-z]+;|&#\d+;/g, '')).join('')
}

/** The type area of each page in pt; covers and front matter are read in the same rectangle. */
function typeAreas(outcome: Outcome) {
  const facts = outcome.artifacts.find(({name}) => name.endsWith('.pdf'))?.facts
  const [width = 0, height = 0] = Array.isArray(facts?.['trimPt']) ? facts['trimPt'].map(Number) : []
  const {sheet, areas} = geometryOf(readPageRules([{text: readFileSync('templates/classic/print.css', 'utf8'), origin: 'theme'}]), {page: {name: 'x', widthMm: width / 72 * 25.4, heightMm: height / 72 * 25.4}})
  return (page: number) => {
    const area = areas.find(item => item.name === '' && item.side === (page % 2 === 1 ? 'right' : 'left'))?.area ?? {leftPx: 0, topPx: 0, widthPx: 0, heightPx: 0}
    const [left, top] = [area.leftPx - sheet.trim.leftPx - 4, area.topPx - sheet.trim.topPx - 11]
    return {left: left * 0.75, right: (left + area.widthPx + 24) * 0.75, top: height - top * 0.75, bottom: height - (top + area.heightPx + 1) * 0.75}
  }
}

function firstDifference(actual: string, expected: string): string {
  let index = 0
  while (index < expected.length && actual[index] === expected[index]) index++
  return `differs at ${index}: …${actual.slice(Math.max(0, index - 40), index + 40)}… expected …${expected.slice(Math.max(0, index - 40), index + 40)}…`
}

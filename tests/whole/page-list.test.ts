/** The page list of the EPUB against the page labels of the reading PDF: a reader of each is sent to the same words. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber} from '@cantoo/pdf-lib'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {launch, type Browser} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {make} from '../../scripts/pipeline.ts'
import type {Artifact} from '../../scripts/types.ts'
import {roman} from '../../scripts/typeset/knowledge.ts'
import {openBook, spineOf, type OpenBook} from '../epub/book.ts'
import {byName, elementsOf, textOf, type XmlElement} from '../epub/xml.ts'
import {pdfText} from './extracted-words.ts'

const out = mkdtempSync(join(tmpdir(), 'pamphleteer-page-list-'))
let browser: Browser
beforeAll(async () => {
  browser = await launch({})
})
afterAll(async () => {
  await browser.close()
  rmSync(out, {recursive: true, force: true})
})

const made = async (path: string, editions: readonly ('read' | 'epub')[]): Promise<readonly Artifact[]> => (await make({path, out, editions, strict: false, json: false, date: '2024-01-21'}, {
  disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
})).artifacts
const ending = (artifacts: readonly Artifact[], name: string) => artifacts.find(artifact => artifact.name.endsWith(name))?.bytes ?? new Uint8Array()

/** The label of every page, as ISO 32000-1, 12.4.2 has them. */
async function labelsOf(pdf: Uint8Array): Promise<readonly string[]> {
  const file = await PDFDocument.load(pdf, {updateMetadata: false})
  const entries = file.catalog.lookup(PDFName.of('PageLabels'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
  const runs = Array.from({length: entries.size() / 2}, (_, index) => {
    const run = entries.lookup(2 * index + 1, PDFDict)
    return {from: entries.lookup(2 * index, PDFNumber).asNumber(), start: run.lookup(PDFName.of('St'), PDFNumber).asNumber(), isRoman: run.get(PDFName.of('S')) === PDFName.of('r')}
  })
  return file.getPages().map((_, index) => {
    const run = runs.findLast(({from}) => from <= index)
    const number = (run?.start ?? 1) + index - (run?.from ?? 0)
    return run?.isRoman === true ? roman(number) : String(number)
  })
}

/** Letters alone: the numbers of lists and notes are drawn on paper, and no text. */
const letters = (text: string) => text.normalize('NFKC').replaceAll(/\P{L}+/gu, '').toLowerCase()

/** The page list: label, address, and the letters behind the marker that it leads to; a reference to a note is no letter. */
function pageList(book: OpenBook): readonly {readonly label: string; readonly behind: string}[] {
  const list = byName(book.xml('OEBPS/toc.xhtml'), 'nav').find(({attributes}) => attributes.get('epub:type') === 'page-list')
  return (list ? byName(list, 'a') : []).map(link => {
    const [file = '', id = ''] = (link.attributes.get('href') ?? '').split('#')
    return {label: textOf(link), behind: lettersBehind(book.xml(`OEBPS/${file}`), id)}
  })
}

function lettersBehind(root: XmlElement, id: string): string {
  const parts: string[] = []
  let isBehind = false
  const visit = (node: XmlElement | string): void => {
    if (typeof node === 'string') {
      if (isBehind) parts.push(node)
      return
    }
    if (node.attributes.get('id') === id) isBehind = true
    if (node.attributes.get('role') !== 'doc-noteref') for (const child of node.children) visit(child)
  }
  visit(root)
  return letters(parts.join(''))
}

describe.each([['the project’s pamphlet', 'manuscript'], ['a book of six languages', 'tests/fixtures/whole/stress'], ['a short pamphlet', 'tests/fixtures/whole/every-construct.md']])('%s', (_name, path) => {
  let both: readonly Artifact[]
  let alone: readonly Artifact[]
  beforeAll(async () => {
    both = await made(path, ['read', 'epub'])
    alone = await made(path, ['epub'])
  }, 120_000)

  test('every entry leads to the words that begin the page of that label', async () => {
    const pdf = ending(both, '.pdf')
    const [labels, texts] = [await labelsOf(pdf), (await pdfText(pdf, () => ({left: 0, top: 2000, right: 2000, bottom: 0}))).map(letters)]
    const list = pageList(openBook(ending(both, '.epub')))
    expect(list.length).toBeGreaterThan(3)
    // A running head, figures that float to the head of a page and their lettering stand before or between these words.
    const wrong = (shift: number) => list.filter(({label, behind}) => !texts[labels.indexOf(label) + shift]?.includes(behind.slice(0, 8))).map(({label, behind}) => `${label}: ${behind.slice(0, 40)}`)
    expect(wrong(0)).toEqual([])
    expect(wrong(1).length).toBeGreaterThan(list.length * 0.7)
    expect(wrong(-1).length).toBeGreaterThan(list.length * 0.7)
  }, 60_000)

  test('every page of the paper that holds words is listed: covers, contents and index, too', async () => {
    const pdf = ending(both, '.pdf')
    const [labels, texts] = [await labelsOf(pdf), (await pdfText(pdf, () => ({left: 0, top: 2000, right: 2000, bottom: 0}))).map(letters)]
    expect(pageList(openBook(ending(both, '.epub'))).map(({label}) => label)).toEqual(labels.filter((_, index) => texts[index] !== ''))
  }, 60_000)

  test('the list is the same where only the EPUB is asked for', () => {
    expect(pageList(openBook(ending(alone, '.epub')))).toEqual(pageList(openBook(ending(both, '.epub'))))
  })
})

test('a page that begins with a break is listed at the text behind it', async () => {
  const path = join(out, 'break.md')
  writeFileSync(path, '---\ntitle: Breaks\nlang: en\nfrontmatter: none\n---\n\nBefore.\n\n:::pagebreak\n:::\n\n---\n\nBehind the break.\n')
  const list = pageList(openBook(ending(await made(path, ['epub']), '.epub')))
  expect(list.map(({label, behind}) => [label, behind.slice(0, 6)])).toContainEqual(['2', 'behind'])
}, 60_000)

test('the index names the page of the page list on which each of its places stands', async () => {
  const path = join(out, 'indexed.md')
  const chapter = (number: number) => `## Chapter ${number}\n\n${`Words:index[words] of chapter ${number}:index[chapters!chapter ${number}] and more of them. `.repeat(2)}\n\n${'Nothing to be listed here, for a page or so. '.repeat(60)}`
  writeFileSync(path, `---\ntitle: Indexed\nlang: en\nfrontmatter: full\n---\n\n${Array.from({length: 8}, (_, index) => chapter(index + 1)).join('\n\n')}\n`)
  const book = openBook(ending(await made(path, ['epub']), '.epub'))
  const locators = byName(book.xml('OEBPS/index.xhtml'), 'a').map(link => ({text: textOf(link).split('–')[0], page: pageOf(book, link.attributes.get('href') ?? '')}))
  expect(locators.length).toBeGreaterThan(8)
  expect(new Set(locators.map(({page}) => page)).size).toBeGreaterThan(4)
  expect(locators.map(({text}) => text)).toEqual(locators.map(({page}) => page))
}, 60_000)

/** The label of the last page break at or before an address, in the order of the book. */
function pageOf(book: OpenBook, address: string): string | undefined {
  const [file, id] = address.split('#')
  let label: string | undefined
  for (const path of spineOf(book)) {
    for (const {attributes} of elementsOf(book.xml(path))) {
      if (attributes.get('role') === 'doc-pagebreak') label = attributes.get('title')
      if (path === `OEBPS/${file ?? ''}` && attributes.get('id') === id) return label
    }
  }
  return undefined
}

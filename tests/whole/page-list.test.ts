/** The page list of the EPUB against the page labels of the reading PDF: a reader of each is sent to the same words. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {launch, type Browser} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {make} from '../../scripts/pipeline.ts'
import type {Artifact} from '../../scripts/types.ts'
import {openBook, spineOf, type OpenBook} from '../epub/book.ts'
import {labelsOf, misled, pageLetters, pageList} from '../epub/page-list.ts'
import {byName, elementsOf, textOf} from '../epub/xml.ts'

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

describe.each([['the project’s pamphlet', 'manuscript'], ['a book of six languages', 'tests/fixtures/whole/stress'], ['a short pamphlet', 'tests/fixtures/whole/every-construct.md']])('%s', (_name, path) => {
  let both: readonly Artifact[]
  let alone: readonly Artifact[]
  beforeAll(async () => {
    both = await made(path, ['read', 'epub'])
    alone = await made(path, ['epub'])
  }, 120_000)

  test('every entry leads to the words that begin the page of that label', async () => {
    const pdf = ending(both, '.pdf')
    const [labels, texts] = [await labelsOf(pdf), await pageLetters(pdf)]
    const list = pageList(openBook(ending(both, '.epub')))
    expect(list.length).toBeGreaterThan(3)
    const wrong = (shift: number) => misled(list, {labels, texts}, shift)
    expect(wrong(0)).toEqual([])
    expect(wrong(1).length).toBeGreaterThan(list.length * 0.7)
    expect(wrong(-1).length).toBeGreaterThan(list.length * 0.7)
  }, 60_000)

  test('every page of the paper that holds words is listed: covers, contents and index, too', async () => {
    const pdf = ending(both, '.pdf')
    const [labels, texts] = [await labelsOf(pdf), await pageLetters(pdf)]
    expect(pageList(openBook(ending(both, '.epub'))).map(({label}) => label)).toEqual(labels.filter((_, index) => texts[index] !== ''))
  }, 60_000)

  test('the list is the same where only the EPUB is asked for', () => {
    expect(pageList(openBook(ending(alone, '.epub')))).toEqual(pageList(openBook(ending(both, '.epub'))))
  })
})

test('a page of notes is listed at its first note, wherever that stands', async () => {
  const path = join(out, 'notes.md')
  const part = (name: string) => `# ${name}\n\n${'They read it aloud in taverns. '.repeat(90)}\n\nCalled here[^${name}].\n\n[^${name}]: Note of ${name}.`
  writeFileSync(path, `---\ntitle: Notes\nlang: en\nnotes: end\nopenings: page\nfrontmatter: none\n---\n\n${['One', 'Two'].map(part).join('\n\n')}\n`)
  const both = await made(path, ['read', 'epub'])
  const [pdf, list] = [ending(both, '.pdf'), pageList(openBook(ending(both, '.epub')))]
  const [labels, texts] = [await labelsOf(pdf), await pageLetters(pdf)]
  const page = labels[texts.findIndex(text => text.includes('noteofone'))]
  expect(list.find(({label}) => label === page)?.behind).toMatch(/^noteofone/)
  expect(list.map(({label}) => label).toSorted()).toEqual(labels.filter((_, index) => texts[index] !== '').toSorted())
}, 60_000)

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

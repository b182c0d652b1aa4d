/** The program's own EPUB comes back as the manuscript that it was made of, as far as an EPUB holds it. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import JSZip from 'jszip'
import {afterAll, describe, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {bind} from '../../scripts/epub/bind.ts'
import {importFile} from '../../scripts/import/import.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'
import {readMetadata} from '../../scripts/manuscript/metadata.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {compose} from '../../scripts/text/compose.ts'
import {enginesFor} from '../../scripts/text/engines.ts'
import {modified} from '../epub/book.ts'
import {charactersInText} from '../../scripts/typeset/characters.ts'
import {loadTheme} from '../../scripts/typeset/theme.ts'
import {web} from '../../scripts/web/web.ts'
import {theme} from '../stock.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-own-book-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const manuscript = `---
title: Own
subtitle: A book of ours
publisher: The Wick
author:
  - Ada Press
  - name: Bo Type
    sort: Type, Bo
    role: translator
  - name: Cy Pher
    role: herausgegeben von
date: 2024-05-01
lang: en
identifier: "9783161484100"
subject:
  - Printing
  - Bread
series:
  name: Leaflets
  number: "7"
dedication: |-
  To those who set it
  and those who swept
epigraph:
  text: Read, and pass it on.
  by: a printer
back:
  text: |-
    A book of ours,

    for all.
  address: 418 Harbor St., Oakland
  price: Free
  link: https://example.org/
---

## One

:::epigraph

The press is free.

— A reader

:::

Text.[^1]

> They gave us a poster.
>
> — Thuy Nguyen, packer

| What | Price |
| - | -: |
| Oil | 3 |

- [x] set
- [ ] printed

:::timeline

| Year | What |
| - | - |
| 1901 | Lit |

:::

:::verse

Come all you printers,\\
set the type.

A second stanza.

:::

:::aside[A word *about* money]

A penny.

:::

:::pullquote

Nothing lasts.

:::

[^1]: See the end.
`

const lostOfOwn = ['what the manuscript says of paper and looks, such as `page`, `theme`, `fit` and `booklet`: an e-book has none of it', 'the names of the notes, which are numbers now', 'a colophon'].map(text => ({kind: 'lost', text}))

/** What comes back of a text. */
async function thereAndBack(text: string, name = 'own.epub') {
  const path = join(folder, 'own.md')
  writeFileSync(path, text)
  const source = await read(path, realDisk)
  if (!('metadata' in source)) throw new Error('Expected a manuscript')
  const {bytes} = await bind(compose(source, await enginesFor(source)), theme, {modified})
  return importFile({name, bytes, readNear: () => Promise.resolve(undefined)})
}

test('directives, tasks and metadata come back', async () => {
  const imported = await thereAndBack(manuscript)
  expect(markdownOf(imported)).toBe(manuscript)
  expect(imported.remarks).toEqual(lostOfOwn)
})

test('the name of its files comes back where the title gives another', async () => {
  const imported = await thereAndBack('---\ntitle: Own\nlang: en\n---\n\nWords.\n', 'leaflet-7.epub')
  expect(markdownOf(imported)).toBe('---\ntitle: Own\nslug: leaflet-7\nlang: en\n---\n\nWords.\n')
  expect(imported.remarks).toEqual([{kind: 'guessed', text: 'slug: leaflet-7, the name of the file'}, lostOfOwn[0], lostOfOwn[2]])
})

test('a link to a head leads there again, from a note, too', async () => {
  const imported = await thereAndBack(manuscript.replace('See the end.', 'See [the head](#one).'))
  expect(markdownOf(imported)).toContain('## One {#one}\n')
  expect(markdownOf(imported)).toContain('[^1]: See [the head](#one).')
  expect(imported.remarks).toEqual(lostOfOwn)
})

describe('the program\'s own web page', () => {
  const whole = manuscript.replace(/ {2}- name: Bo[^]*?(?=date)/, '').replace('  - Ada Press\n', ' Ada Press\n').replace('author:\n', 'author:').replace(/identifier[^]*?(?=dedication)/, '')
  const pageOf = async (text: string) => {
    const path = join(folder, 'page.md')
    writeFileSync(path, text)
    const source = await read(path, realDisk)
    if (!('metadata' in source)) throw new Error('Expected a manuscript')
    return importFile({name: 'page.html', bytes: web(compose(source, await enginesFor(source)), await loadTheme('classic', charactersInText('a', 'en'))).bytes, readNear: () => Promise.resolve(undefined)})
  }

  test('comes back with its cover and its back', async () => {
    const imported = await pageOf(whole)
    expect(markdownOf(imported)).toBe(whole)
    expect(imported.remarks.map(({text}) => text)).toEqual([expect.stringMatching(/^what the manuscript says of paper and looks/), 'the names of the notes, which are numbers now'])
  })

  test('tells what it says in words only', async () => {
    const {metadata, remarks} = await pageOf('---\ntitle: Own\nlang: en\nauthor: [Ada Press, {name: Bo Type, role: translator}]\npublisher: The Wick\nrights: Copy it.\n---\n\nA :index[lamp].\n')
    expect(metadata).toEqual({title: 'Own', lang: 'en', author: ['Ada Press'], publisher: 'The Wick'})
    expect(remarks.slice(1).map(({text}) => text)).toEqual([...['Translated by Bo Type', 'Copy it.'].map(words => `what the page says as “${words}”: write it into the metadata`), 'an index: mark its words in the text, as `:index[word]`'])
  })
})

describe('a book from elsewhere', () => {
  const book = async (metadata: string, pages: Readonly<Record<string, string>> = {'a.xhtml': '<h1>One</h1><p>Words.</p>'}) => {
    const archive = new JSZip()
    archive.file('META-INF/container.xml', '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>')
    const names = Object.keys(pages)
    archive.file('b.opf', `<package xmlns:dc="d" xmlns:opf="o"><metadata>${metadata}</metadata><manifest>${names.map((name, index) => `<item id="i${index}" href="${name}"/>`).join('')}</manifest><spine>${names.map((_, index) => `<itemref idref="i${index}"/>`).join('')}</spine></package>`)
    for (const [name, body] of Object.entries(pages)) archive.file(name, `<html><body>${body}</body></html>`)
    return importFile({name: 'a.epub', bytes: await archive.generateAsync({type: 'uint8array'}), readNear: () => Promise.resolve(undefined)})
  }

  test('names its people, their parts and its series as EPUB 2 and Calibre do', async () => {
    const {metadata, remarks} = await book(`<dc:title>T</dc:title><dc:creator opf:role="aut" opf:file-as="Press, Ada">Ada Press</dc:creator><dc:creator opf:role="ill">Di Gest</dc:creator><dc:contributor opf:role="trl">Bo Type</dc:contributor>
      <dc:contributor>Eli Sion</dc:contributor><dc:contributor opf:role="bkp">calibre (7.1)</dc:contributor><dc:identifier>urn:isbn:9783161484100</dc:identifier><meta name="calibre:series" content="Leaflets"/><meta name="calibre:series_index" content="2.0"/>`)
    expect(metadata).toEqual({
      title: 'T', identifier: '9783161484100', series: {name: 'Leaflets', number: '2'},
      author: [{name: 'Ada Press', sort: 'Press, Ada'}, {name: 'Di Gest', role: 'illustrator'}, {name: 'Bo Type', role: 'translator'}, {name: 'Eli Sion', role: 'contributor'}]
    })
    expect(remarks).toContainEqual({kind: 'lost', text: 'who or what made the book file: calibre (7.1)'})
  })

  test('has its metadata read by this program as it was written', async () => {
    const text = markdownOf(await book('<dc:creator opf:role="trl">Bo Type</dc:creator><dc:subject>Bread</dc:subject>'))
    const front = /^---\n([^]*?)\n---\n/.exec(text)?.[1] ?? ''
    const {values, messages} = readMetadata({file: 'a.md', text: front, firstLine: 2})
    expect(messages).toEqual([])
    expect(values).toMatchObject({author: [{name: 'Bo Type', role: 'translator'}], subject: ['Bread']})
  })

  test('has links from chapter to chapter, to a head, a place before it, and to what is none', async () => {
    const imported = await book('<dc:title>T</dc:title>', {
      'a.xhtml': '<h1 id="x">One</h1><p>See <a href="b.xhtml#Two_1">there</a>, <a href="b.xhtml#in">inside</a>, <a href="b.xhtml#p">a place</a> and <a href="#x">here</a>.</p>',
      'b.xhtml': '<section id="Two_1"><h1>Two</h1><p id="p">Words.</p></section><h2><span id="in">Three</span></h2><p>More.</p>'
    })
    expect(markdownOf(imported)).toContain('## One {#x}\n\nSee [there](#two-1), [inside](#in), a place and [here](#x).\n\n## Two {#two-1}\n\nWords.\n\n### Three {#in}\n')
    expect(imported.remarks.filter(({kind}) => kind === 'lost')).toEqual([{kind: 'lost', text: 'a link inside the text: write `[words](#id)`, and `{#id}` behind a head'}])
  })
})

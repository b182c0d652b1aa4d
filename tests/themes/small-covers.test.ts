import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {viewPdf} from '../../scripts/adapters/press/view.ts'
import {shown} from '../../scripts/checks/preflight/finding.ts'
import {paintPages} from '../../scripts/checks/preflight/paint-page.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {compose} from '../../scripts/text/compose.ts'
import {charactersIn} from '../../scripts/typeset/characters.ts'
import {hyphenFonts} from '../../scripts/typeset/hyphen-fonts.ts'
import {inspectCovers} from '../../scripts/typeset/in-page/inspect-covers.ts'
import {paginate} from '../../scripts/typeset/paginate.ts'
import {printerIn} from '../../scripts/typeset/printer.ts'
import {loadTheme} from '../../scripts/typeset/theme.ts'
import {typeset} from '../../scripts/typeset/typeset.ts'
import {browserHere} from '../adapters/browser-here.ts'
import {sizesOf} from './painted.ts'

const started = await browserHere()
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-small-covers-'))

async function composedIn(theme: string, name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  const source = await read(path, realDisk)
  if (!('metadata' in source)) throw new Error('Expected a manuscript')
  const pamphlet = compose(source)
  return {pamphlet, loaded: await loadTheme(theme, charactersIn(pamphlet))}
}

const manuscript = (page: string) => `---
title: A Hundred Years of Cheap Print
subtitle: What the hawkers sold in the streets
author: The Society of Printers, Binders and Hawkers
publisher: The Press
date: 2024-01-15
lang: en
page: ${page}
frontmatter: short
epigraph: {text: "Read it, and when you have read it, pass it on.", by: a printer}
back:
  text: The Press prints what others will not. Read it, talk about it, and hand it to whoever works beside you.
  address: "The Press\\n1 Type Lane, London"
  price: 50 p
  link: https://example.org/pamphlets/cheap-print
---

It was printed in a night and sold in a day.
`

const book = (page: string) => `---
title: Hello
author: Ada Press
publisher: The Press
date: 2024
lang: en
page: ${page}
frontmatter: full
---

It was printed in a night and sold in a day.
`

/** Chapters that open pages, of which the first stands below the title. */
const titled = `---
title: The Mills of Marbeck
subtitle: Water, steam and the ten per cent
author: Edith Holroyd
publisher: Marbeck Local History Society
series: {name: Papers of the Society, number: 12}
date: 2025-05
lang: en-GB
page: a6
frontmatter: none
openings: page
---

# The water {#water}

:::epigraph
A river is a neighbour that never moves house.

-- saying of the valley
:::

${'The quarrel is older than any of us and shows every sign of outliving us all. '.repeat(12)}

# The steam {#steam}

Text.
`

/** On how many lines a text of a cover stands, and how long the last is in parts of the longest. */
const linesOf = (selector: string) => `(() => {
  const range = document.createRange()
  range.selectNodeContents(document.querySelector('${selector}'))
  const lines = Map.groupBy(range.getClientRects(), ({bottom}) => Math.round(bottom))
  const widths = [...lines.values()].map(parts => Math.max(...parts.map(({right}) => right)) - Math.min(...parts.map(({left}) => left)))
  return {count: widths.length, last: widths.at(-1) / Math.max(...widths)}
})()`

/** What stands on a cover and reaches over the side of its page. */
const tooWide = `[...document.querySelectorAll('.cover, .back-cover')].flatMap(page => {
  const {right} = page.getBoundingClientRect()
  return [...page.querySelectorAll('p, h1, svg')].filter(each => each.getBoundingClientRect().right > right + 1).map(each => each.className + ': ' + each.textContent)
})`

/** 18 pt are too large for a page of 74 mm: that theme is for others. */
const themes = ['classic', 'broadsheet', 'plain'] as const

describe.skipIf(!started)('covers hold what is to be said', () => {
  afterAll(async () => {
    rmSync(folder, {recursive: true, force: true})
    await started?.here.end()
  })

  test.each(themes.flatMap(theme => ['a7', 'a6', 'dl', '148mm x 148mm'].map(page => [theme, page] as const)))('in %s on %s', async (theme, page) => {
    const {pamphlet, loaded} = await composedIn(theme, `${theme}-${page.replaceAll(' ', '')}.md`, manuscript(page))
    const {html, resources, textWidthPx, sheet} = typeset(pamphlet, {theme: loaded, hyphens: await hyphenFonts(loaded.fonts), plan: {form: 'short'}})
    const standing = await started?.browser.open({html, resources}, {widthPx: textWidthPx, heightPx: sheet.heightPx})
    expect((await standing?.evaluate(inspectCovers))?.filter(({kind}) => kind === 'cover')).toEqual([])
    expect(await standing?.run(tooWide)).toEqual([])
    await standing?.close()
  })

  test.each([...themes, 'large-print'].flatMap(theme => ['a5', 'a4', 'letter'].map(page => [theme, page] as const)))('and so do title pages, of %s on %s', async (theme, page) => {
    const {pamphlet, loaded} = await composedIn(theme, `book-${theme}-${page}.md`, book(page))
    if (!started) return
    const pages = await paginate(pamphlet, loaded, printerIn(started.browser, {isTagged: true}))
    expect(pages.observations.filter(({kind}) => kind === 'cover')).toEqual([])
    const view = await viewPdf(pages.pdf)
    if (typeof view === 'string') throw new Error(view)
    const titlePage = paintPages(view.pages)[4]
    expect(Math.max(...sizesOf(titlePage ? shown(titlePage) : []))).toBeGreaterThan(20)
  })

  test.each(['classic', 'plain'])('in %s the number of a series keeps its name, and no word of a long publisher is left alone', async theme => {
    const text = manuscript('a6').replace('publisher: The Press', 'publisher: Amalgamated Warehouse and Transport Workers’ Union\nseries: {name: Branch Papers, number: 6}')
    const {pamphlet, loaded} = await composedIn(theme, `series-${theme}.md`, text)
    const {html, resources, textWidthPx, sheet} = typeset(pamphlet, {theme: loaded, hyphens: await hyphenFonts(loaded.fonts), plan: {form: 'short'}})
    const standing = await started?.browser.open({html, resources}, {widthPx: textWidthPx, heightPx: sheet.heightPx})
    expect(await standing?.run(linesOf('.cover-series'))).toMatchObject({count: 1})
    for (const selector of ['.cover-publisher', '.back-publisher']) expect((await standing?.run(linesOf(selector)) as {readonly last: number}).last).toBeGreaterThan(0.5)
    await standing?.close()
  })

  test.each(['classic', 'plain'])('above the text, the title of %s leaves room for the first chapter on its page', async theme => {
    const {pamphlet, loaded} = await composedIn(theme, `titled-${theme}.md`, titled)
    if (!started) return
    const pages = await paginate(pamphlet, loaded, printerIn(started.browser, {isTagged: true}))
    const text = pages.starts.find(({page}) => page === 2)
    expect([pages.pageMap.find(({id}) => id === 'water')?.page, text && text.offset > 0, pages.pageMap.find(({id}) => id === 'steam')?.page]).toEqual([1, true, 3])
  })
})

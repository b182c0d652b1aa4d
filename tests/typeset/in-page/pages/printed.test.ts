import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Word} from '../../../../scripts/bench/word-boxes.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {range} from './made.ts'
import type {Print} from './print-here.ts'
import {classicArea, inkOf, print} from './print-here.ts'

const started = await browserHere()

const vocabulary = 'the of union and press a paper in hand workers printed to night it was cooperative which neighbourhood street they extraordinarily read folded sheet organisation by lamp committee'.split(' ')

/** So many words, others for each seed. */
const prose = (count: number, seed: number): string => `${range(0, count).map(index => vocabulary[(index * 7 + seed * 5 + (index >> 3)) % vocabulary.length]).join(' ')}.`

const front = (over: Readonly<Record<string, string>> = {}): string => {
  const keys = {title: 'Stock', lang: 'en', page: 'a5', openings: 'run-on', frontmatter: 'none', ...over}
  return `---\n${Object.entries(keys).map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n\n`
}

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="160" viewBox="0 0 300 160"><rect width="300" height="160" fill="#ccc"/></svg>'

/** Chapters of heads and paragraphs; every third paragraph has a note, `Note1` and so on, where notes are wanted. */
const chapters = (count: number, hasNotes: boolean): string => range(0, count).map(chapter => {
  const paragraphs = range(0, 9).map(index => {
    const number = chapter * 3 + index / 3 + 1
    const note = hasNotes && index % 3 === 0 ? {reference: ` Ref${number}[^${number}]`, text: `\n\n[^${number}]: Note${number} ${prose(8 + 9 * index, number)}` } : {reference: '', text: ''}
    return `${index === 4 ? `### Head${chapter} of a part\n\n` : ''}${prose(50 + (index * 37 + chapter * 11) % 90, chapter * 9 + index)}${note.reference}${note.text}`
  })
  return `## Chapter${chapter}\n\n${paragraphs.join('\n\n')}`
}).join('\n\n')

const figure = '\n\n:::figure{src=box.svg alt="A box"}\nCaption of a box\n:::\n\n'

/** Pages (from 1) on which a word stands, in the type area. */
const pagesWith = ({pages}: Print, text: string): readonly number[] => pages.flatMap((words, index) => words.some(word => inArea(word) && word.text.startsWith(text)) ? [index + 1] : [])

const area = classicArea('a5')
const middle = ({top, bottom}: Word): number => (top + bottom) / 2
const inArea = (word: Word): boolean => middle(word) > area.top && middle(word) < area.bottom

/** Words as high as most are: those of body text; and those of notes, which are lower. */
const heightOf = ({top, bottom}: Word): number => Math.round((bottom - top) * 10) / 10
const bodyHeight = ({pages}: Print): number => {
  const found = Map.groupBy(pages.flat().filter(inArea), heightOf)
  return [...found].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 0
}
const bodyOf = (made: Print, page: number): readonly Word[] => (made.pages[page - 1] ?? []).filter(word => inArea(word) && heightOf(word) === bodyHeight(made))
const lowest = (words: readonly Word[]): number => Math.max(...words.map(middle))

/** The word that a column ends with. */
const lastOf = (words: readonly Word[]): string | undefined => {
  const foot = lowest(words)
  return words.filter(word => middle(word) > foot - 3).toSorted((a, b) => b.right - a.right)[0]?.text
}

describe.skipIf(!started)('pages, printed', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  const printed = (text: string, keys: Readonly<Record<string, string>> = {}): Promise<Print> => print(browser, join(here.folder, 'one'), {'text.md': front(keys) + text, 'box.svg': picture})

  describe('of paragraphs, heads, notes and a figure', () => {
    let made: Print
    let noteless: Print
    beforeAll(async () => {
      made = await printed(chapters(2, true) + figure + chapters(1, false).replaceAll('Chapter0', 'Chapter9'))
      noteless = await printed(chapters(3, false) + figure + prose(300, 4))
    }, 120_000)

    test('have every line of body text on the grid', () => {
      for (const each of [made, noteless]) {
        for (const word of each.pages.flatMap((_, index) => bodyOf(each, index + 1))) {
          // The font's box is centred in its line: half a leading below a line of the grid.
          const lines = (middle(word) - area.top) / area.leading - 0.5
          expect({text: word.text, off: Math.abs(lines - Math.round(lines)) < 0.05}).toEqual({text: word.text, off: true})
        }
      }
    })

    test('end on the same line where they face each other', () => {
      const pairs = range(1, Math.floor(noteless.pages.length / 2)).map(pair => [pair * 2, pair * 2 + 1].map(page => lowest(bodyOf(noteless, page))))
        .filter(pair => pair.every(end => end > area.bottom - 4 * area.leading))
      expect(pairs.length).toBeGreaterThan(0)
      for (const [verso = 0, recto = 0] of pairs) expect(recto).toBeCloseTo(verso, 0)
    })

    test('have the last line of their notes at the very foot', () => {
      const withNotes = made.pages.filter(words => words.some(({text}) => text.startsWith('Note')))
      expect(withNotes.length).toBeGreaterThan(2)
      // Less than a fifth of a note's line lies below its letters' boxes.
      const below = withNotes.map(words => area.bottom - Math.max(...words.filter(inArea).map(({bottom}) => bottom)))
      for (const px of below) expect(px).toSatisfy((value: number) => value >= 0 && value < 2)
    })

    test('have every note on the page of its reference', () => {
      for (const number of range(1, 7)) expect(pagesWith(made, `Note${number}`)).toEqual(pagesWith(made, `Ref${number}`))
    })
  })

  test('are blank before a recto that a verso would precede, without a folio', {timeout: 60_000}, async () => {
    const made = await printed(chapters(4, false), {openings: 'recto'})
    const openings = range(0, 4).map(chapter => pagesWith(made, `Chapter${chapter}`)[0] ?? 0)
    expect(openings.map(page => page % 2)).toEqual([1, 1, 1, 1])
    const blanks = made.pages.flatMap((words, index) => words.length === 0 ? [index + 1] : []).filter(page => page < (openings.at(-1) ?? 0))
    expect(blanks.length).toBeGreaterThan(0)
    for (const page of blanks) expect(openings).toContain(page + 1)
  })

  test.each([['has the text where there are no contents', chapters(5, false).replaceAll(/^## Chapter[1-4]$/gm, ''), 2], ['has the contents', chapters(5, false), 3]])('of a cover %s on its back', {timeout: 60_000}, async (_, text, opening) => {
    const made = await printed(text, {frontmatter: 'auto', title: 'Cover'})
    expect(pagesWith(made, 'Chapter0').at(-1)).toBe(opening)
  })

  test('have notes at the end behind all text', {timeout: 60_000}, async () => {
    const made = await printed(chapters(2, true), {notes: 'end'})
    const last = pagesWith(made, 'Ref6')[0] ?? 0
    for (const number of range(1, 7)) expect(pagesWith(made, `Note${number}`)[0]).toBeGreaterThanOrEqual(last)
  })

  test('have notes of a chapter between it and the next', {timeout: 60_000}, async () => {
    const made = await printed(chapters(2, true), {notes: 'chapter', openings: 'page'})
    const second = made.pages.findIndex((words, index) => index > 0 && words.some(word => inArea(word) && word.text.startsWith('Chapter1'))) + 1
    const last = pagesWith(made, 'Ref3')[0] ?? 0
    for (const number of range(1, 4)) {
      expect(pagesWith(made, `Note${number}`)[0]).toBeGreaterThanOrEqual(last)
      expect(pagesWith(made, `Note${number}`)[0]).toBeLessThan(second)
    }
  })

  test('come to an end behind a page break', {timeout: 60_000}, async () => {
    const made = await printed(`${prose(40, 1)} Last.\n\n:::pagebreak\n:::\n`)
    expect(pagesWith(made, 'Last')).toHaveLength(1)
  })

  test.each(['classic', 'broadsheet'])('begin where the author breaks them, before a head too: %s', {timeout: 60_000}, async theme => {
    const made = await printed('# One\n\n> Aaa.\n>\n> ::pagebreak\n\nBbb.\n\n::pagebreak\n\n::pagebreak\n\n# Two\n\nCcc.\n\n# Three\n\nDdd.\n\n::pagebreak\n', {theme})
    const wordsOn = (page: readonly Word[]) => page.map(({text}) => text).filter(text => /^(?:Aaa|Bbb|Two|Ccc|Three|Ddd)\b/.test(text)).join(' ')
    expect(made.pages.map(wordsOn)).toEqual(['Aaa.', 'Bbb.', 'Two Ccc. Three Ddd.'])
  })

  test('repeat the head of a table', {timeout: 60_000}, async () => {
    const made = await printed(`${prose(90, 1)}\n\n| Kopf | two |\n|---|---|\n${range(0, 80).map(row => `| Row${row} | ${prose(3, row)} |`).join('\n')}\n\n${prose(30, 2)}`)
    const rows = [...new Set(range(0, 80).flatMap(row => pagesWith(made, `Row${row}`)))]
    expect(rows.length).toBeGreaterThan(2)
    expect(pagesWith(made, 'Kopf')).toEqual(rows.toSorted((a, b) => a - b))
  })

  test('break a long head of a table rather than the rows beside it', {timeout: 60_000}, async () => {
    const row = 'A break of thirty minutes, if you have called'
    const {pages} = await print(browser, join(here.folder, 'heads'), {'a.md': `${front()}| No | What it gives | Where most people lose what they have |\n|---|---|--:|\n${range(0, 6).map(number => `| ${number} | ${row} | 4${number} |`).join('\n')}`})
    const words = pages.flat()
    for (const first of words.filter(({text}) => text === 'break')) expect(words.some(word => word.text.startsWith('called') && Math.abs(middle(word) - middle(first)) < 1)).toBe(true)
    expect(words.filter(({text}) => text === 'break')).toHaveLength(6)
  })

  test('turn a table that is too wide', {timeout: 60_000}, async () => {
    const cells = (name: string): string => `| ${range(0, 4).map(index => `${name}extraordinarily${index}`).join(' | ')} |`
    const made = await printed(`${prose(90, 1)}\n\n${cells('a')}\n|${'---|'.repeat(4)}\n${cells('b')}\n\n${prose(90, 2)}`)
    const pages = made.pages.map(words => words.filter(inArea).map(({text}) => text).join(''))
    const turned = pages.filter(text => text.includes('bextraordinarily0'))
    // Turned, no letter stands right of the one before it, so that none of the words is read as one; the page is the table's own.
    expect(pagesWith(made, 'bextraordinarily')).toEqual([])
    expect(turned).toHaveLength(1)
    expect(turned[0]).not.toContain('committee')
    expect(made.messages).toEqual([])
  })

  test.each(['classic', 'plain'])('have nothing of a turned table on the page before it, in %s', {timeout: 60_000}, async theme => {
    const cells = (name: string): string => `| ${range(0, 4).map(index => `${name}extraordinarily${index}`).join(' | ')} |`
    const made = await printed(`Before.\n\n${cells('a')}\n|${'---|'.repeat(4)}\n${cells('b')}\n${cells('c')}\n`, {theme})
    expect(made.pages).toHaveLength(2)
    const [words = []] = made.pages
    // But for the page's number.
    const isBare = (pt: number): boolean => pt > 200 && !words.some(({top, bottom}) => pt > top - 3 && pt < bottom + 3)
    expect((await inkOf(made, 0)).filter(isBare)).toEqual([])
    expect((await inkOf(made, 1)).filter(pt => pt > 200).length).toBeGreaterThan(100)
  })

  test('fill the page before a turned table with the text behind it, whatever the table is called', {timeout: 60_000}, async () => {
    const cells = (name: string): string => `| ${range(0, 4).map(index => `${name}extraordinarily${index}`).join(' | ')} |`
    for (const id of ['', '{#wages}']) {
      const made = await printed(`Before.\n\n:::table[Caption]${id}\n${cells('a')}\n|${'---|'.repeat(4)}\n${cells('b')}\n:::\n\nBehind.\n`)
      expect([id, made.pages.length, pagesWith(made, 'Behind')]).toEqual([id, 2, [1]])
    }
  })

  test('print a note once that is referred to twice', {timeout: 60_000}, async () => {
    const made = await printed(`${prose(60, 1)} First[^a].\n\n${range(0, 8).map(index => prose(80, index)).join('\n\n')}\n\nSecond[^a] ${prose(40, 3)}\n\n[^a]: Alone ${prose(6, 5)}`)
    expect(pagesWith(made, 'Second')).not.toEqual(pagesWith(made, 'First'))
    expect(pagesWith(made, 'Alone')).toEqual(pagesWith(made, 'First'))
  })

  test('say at a later reference on which page its note stands, and not on that page', {timeout: 60_000}, async () => {
    const made = await printed(`${prose(60, 1)} First[^a]. Near[^a].\n\n${range(0, 8).map(index => prose(80, index)).join('\n\n')}\n\nSecond[^a] ${prose(40, 3)}[^b]\n\n[^a]: Alone ${prose(6, 5)}\n[^b]: As said.[^a]`, {lang: 'de'})
    const said = made.pages.flatMap((words, index) => words.filter(({text}) => text === 'S.').map(() => index + 1))
    const [second = 0] = pagesWith(made, 'Second')
    expect(made.pages.flat().filter(({text}) => text.startsWith('Near')).map(({text}) => text)).toEqual(['Near1.'])
    expect(said).toEqual([second, second])
  })

  test('have the same space above all heads of a rank, whatever stands before them', {timeout: 60_000}, async () => {
    const before = ['', '- one\n- two', '> Quoted. A quotation.', '', '1. first\n2. second', '']
    const made = await printed('## Chapter\n\n' + range(0, 24).map(index => `Begin${index} ${prose(30 + index % 5 * 7, index)}\n\n${before[index % 6] ?? ''}\n\n### Head${index}\n\n`).join('') + prose(20, 2))
    const gaps = range(0, 24).flatMap(index => {
      const page = made.pages.find(words => words.some(({text}) => text === `Head${index}`)) ?? []
      const head = page.find(({text}) => text === `Head${index}`)
      const above = page.filter(word => head && inArea(word) && middle(word) < middle(head) - 4)
      return head && above.length > 0 ? [{isAfterText: index % 6 % 5 % 3 === 0, lines: (middle(head) - lowest(above)) / area.leading}] : []
    })
    expect(gaps.length).toBeGreaterThan(15)
    expect([...new Set(gaps.filter(({isAfterText}) => isAfterText).map(({lines}) => lines.toFixed(1)))]).toEqual(['2.0'])
    // Behind a list the grid asks for less than another line.
    for (const {lines} of gaps) expect(lines).toSatisfy((value: number) => value > 1.9 && value < 3)
  })

  test('have notes from tables, captions, lists, heads and quotes at their foot', {timeout: 60_000}, async () => {
    const places = ['table', 'caption', 'list', 'head', 'quote']
    const made = await printed([
      prose(120, 1), `| one | two |\n|---|---|\n| a | Intable[^table] |\n| b | c |`, prose(120, 2), `:::figure{src=box.svg alt="A box"}\nIncaption[^caption]\n:::`, prose(120, 3),
      `- one\n- Inlist[^list]`, prose(120, 4), `### Inhead[^head]`, prose(120, 5), `> Inquote[^quote] ${prose(20, 6)}`, prose(60, 7),
      ...places.map(place => `[^${place}]: Of${place} ${prose(6, 8)}`)
    ].join('\n\n'))
    for (const place of places) expect([place, pagesWith(made, `Of${place}`)]).toEqual([place, pagesWith(made, `In${place}`)])
    expect(pagesWith(made, 'Oftable')).toHaveLength(1)
  })

  test('have no figure behind the imprint', {timeout: 60_000}, async () => {
    const made = await printed(`${prose(190, 1)}\n\n${figure}`, {rights: 'Imprinted'})
    const [of, at] = [pagesWith(made, 'Caption'), pagesWith(made, 'Imprinted')]
    expect(of).toEqual([2])
    expect(at.at(-1)).toBe(2)
  })

  test('do not part a head and who wrote below it from the text', {timeout: 120_000}, async () => {
    for (const lines of [26, 27, 28, 29]) {
      const made = await printed(`${range(0, lines).map(() => 'One line').join('\\\n')}\n\n## Head\n\n**Byline by *Bea***\n\nArticle ${prose(80, 1)}`)
      expect(pagesWith(made, 'Byline')).toEqual(pagesWith(made, 'Article'))
      expect(pagesWith(made, 'Head')).toEqual(pagesWith(made, 'Article'))
    }
  })

  test('leave no line alone of a list item with a list in it', {timeout: 60_000}, async () => {
    const items = range(0, 40).map(item => `- ${range(0, 12 + item % 5).map(index => `item${item}x${index}`).join(' ')}\n  - Nested`)
    const made = await printed(items.join('\n'), {theme: 'large-print'})
    const linesOf = (words: readonly Word[], item: number): number => new Set(words.filter(({text}) => text.startsWith(`item${item}x`)).map(word => Math.round(middle(word)))).size
    const split = range(0, 40).map(item => made.pages.map(words => linesOf(words, item)).filter(count => count > 0)).filter(counts => counts.length > 1)
    expect(split.length).toBeGreaterThan(0)
    expect(split.flat()).not.toContain(1)
  })

  test('keep the paragraphs of a note in order', {timeout: 60_000}, async () => {
    const made = await printed(`${prose(150, 1)} Here[^a].\n\n${prose(300, 2)}\n\n[^a]: Firstly ${prose(20, 3)}\n\n    Secondly ${prose(20, 4)}\n\n    Thirdly ${prose(20, 5)}\n`)
    const words = made.pages.flat().map(({text}) => text).filter(text => /^(?:Here|Firstly|Secondly|Thirdly)/.test(text)).map(text => text.replace(/\W.*|\d/g, ''))
    expect(words.toSorted()).toEqual(['Firstly', 'Here', 'Secondly', 'Thirdly'])
    expect(words.filter(text => text !== 'Here')).toEqual(['Firstly', 'Secondly', 'Thirdly'])
    expect(pagesWith(made, 'Firstly')).toEqual(pagesWith(made, 'Here'))
  })

  test('in columns a long note at the end goes on in the next column, which is filled before it', {timeout: 60_000}, async () => {
    const notes = range(0, 12).map(index => `[^${index}]: Note${index} ${prose(220, index)}`)
    const made = await print(browser, join(here.folder, 'columns'), {'text.md': `${front({theme: 'broadsheet'})}${prose(40, 1)} ${range(0, 12).map(index => `Ref[^${index}]`).join(' ')}\n\n${notes.join('\n\n')}`})
    const full = made.pages.slice(1, -1)
    expect(full.length).toBeGreaterThan(0)
    const depths = full.flatMap(words => {
      const centre = (Math.min(...words.map(({left}) => left)) + Math.max(...words.map(({right}) => right))) / 2
      return [words.filter(({right}) => right < centre + 2), words.filter(({left}) => left > centre - 2)].map(lowest)
    })
    expect(Math.max(...depths) - Math.min(...depths)).toBeLessThan(2 * area.leading)
  })

  test('have the lines of the contents equally far apart', {timeout: 60_000}, async () => {
    const made = await printed(range(0, 28).map(index => `# Chapter${index}\n\nText.`).join('\n\n'), {frontmatter: 'short'})
    const entries = (made.pages[1] ?? []).filter(({text}) => text.startsWith('Chapter')).map(middle)
    const gaps = entries.slice(1).map((px, index) => Math.round(px - (entries[index] ?? 0)))
    expect(gaps.length).toBeGreaterThan(15)
    expect(new Set(gaps).size).toBe(1)
  })

  test.each([
    ['wide figure', '![A box](box.svg "Caption"){.wide}', 5],
    ['table', `:::table[Caption]\n| One | Two |\n|---|---|\n${'| a | b |\n'.repeat(9)}:::`, 5],
    ['box', `:::aside[Caption]\n${prose(90, 3)}\n:::`, 9]
  ])('in columns the text behind a %s fills the page that has no room for it', {timeout: 60_000}, async (_, block, before) => {
    const text = (count: number) => range(0, count).map(index => prose(55, index)).join('\n\n')
    const files = {'text.md': `${front({theme: 'broadsheet'})}${text(before)}\n\n${block}\n\n${text(16)}`, 'box.svg': picture}
    const made = await print(browser, join(here.folder, 'wide'), files)
    expect(pagesWith(made, 'Caption')).toEqual([2])
    const [first = 0, second = 0] = made.pages.map(words => lowest(words.filter(({bottom}) => bottom < area.bottom)))
    expect(second - first).toBeLessThan(2 * area.leading)
  })

  test('in columns no page ends in a hyphen, and few columns do', {timeout: 60_000}, async () => {
    const made = await print(browser, join(here.folder, 'columns'), {'text.md': `${front({theme: 'broadsheet'})}${range(0, 90).map(index => prose(50 + (index * 37) % 90, index)).join('\n\n')}`})
    // The last page is balanced.
    const columns = made.pages.slice(0, -1).map(words => {
      const [lefts, rights] = [words.map(({left}) => left), words.map(({right}) => right)]
      const centre = (Math.min(...lefts) + Math.max(...rights)) / 2
      return [words.filter(({right}) => right < centre + 2), words.filter(({left}) => left > centre - 2)].map(lastOf)
    })
    const isHyphened = (text: string | undefined) => /[-\u00ad]$/.test(text ?? '')
    expect(columns.length).toBeGreaterThan(10)
    expect(columns.filter(([, last]) => isHyphened(last))).toEqual([])
    expect(columns.filter(([first]) => isHyphened(first)).length).toBeLessThanOrEqual(columns.length / 5)
  })
})

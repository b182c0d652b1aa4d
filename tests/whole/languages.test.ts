import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {charactersOfFonts, fontsIn} from '../../scripts/adapters/pdf-characters.ts'
import {openPdf} from '../../scripts/adapters/pdf-file.ts'
import {scanStreams} from '../../scripts/adapters/pdf-streams.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import type {Outcome} from '../../scripts/pipeline.ts'
import {build} from '../../scripts/pipeline.ts'
import {wordsFor} from '../../scripts/words.ts'
import {letters} from './expected-words.ts'
import {epubPages, htmlLetters, pdfText} from './extracted-words.ts'

/** A short manuscript in each language: what an editor who grew up with it would look at first. */
const table = [
  {lang: 'en', patterns: 'en-us', quotes: ['“the most democratic”', '“calls it ‘literature’ before']},
  {lang: 'es', patterns: 'es', quotes: ['«la más democrática»', '«Nadie lo llama “literatura” antes de que triunfe».']},
  {lang: 'fr', patterns: 'fr', quotes: ['« la plus démocratique »', 'n’ont besoin', '“littérature”', 'réussi ! »']},
  {lang: 'de', patterns: 'de-1996', quotes: ['„die demokratischste“', '„nennt es ‚Literatur‘,']},
  {lang: 'it', patterns: 'it', quotes: ['«la più democratica»', 'L’opuscolo', '“letteratura”']},
  {lang: 'pt', patterns: 'pt', quotes: ['“a mais democrática”', '‘literatura’']},
  {lang: 'ru', patterns: 'ru', quotes: ['«самое демократическое»', '„литературой“']},
  {lang: 'uk', patterns: 'uk', quotes: ['«найдемократичніше»', '„літературою“']},
  {lang: 'pl', patterns: 'pl', quotes: ['„najbardziej demokratyczną”', '«literaturą»']},
  {lang: 'el', patterns: 'el-monoton', quotes: ['«η δημοκρατικότερη»', '“λογοτεχνία”']},
  {lang: 'tr', patterns: 'tr', quotes: ['“en demokratik”', '‘edebiyat’']},
  {lang: 'nl', patterns: 'nl', quotes: ['“de democratischste”', '‘literatuur’']},
  {lang: 'he', quotes: ['“הדמוקרטית ביותר”', 'מזכ״ל']},
  {lang: 'ar', quotes: ['«أكثرها ديمقراطية»']},
  {lang: 'fa', quotes: ['«مردمی‌ترین»']},
  {lang: 'ja', quotes: ['「もっとも民主的」'], font: 'noto-serif-jp'},
  {lang: 'zh', quotes: ['“最民主的”'], font: 'noto-serif-sc'},
  {lang: 'ko', quotes: ['“가장 민주적인”', '‘문학’'], font: 'noto-serif-kr'}
] as const

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-languages-'))
beforeAll(async () => {
  browser = await launch({})
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
})

const world = () => ({disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined})
const require = createRequire(import.meta.url)
const title = (lang: string) => /^title: (.*)$/m.exec(source(lang))?.[1] ?? ''
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
const source = (lang: string) => readFileSync(`tests/fixtures/languages/${lang}.md`, 'utf8')

for (const row of table) {
  const {lang} = row
  const missing = 'font' in row && !existsSync(`node_modules/@fontsource/${row.font}`)
  describe.skipIf(missing)(`${lang}${missing ? ' (its font is not installed)' : ''}`, () => {
    let outcome: Outcome
    const isRightToLeft = ['he', 'ar', 'fa'].includes(lang)
    const bytes = (ending: string) => outcome.artifacts.find(({name}) => name.endsWith(ending))?.bytes ?? new Uint8Array()
    const html = () => new TextDecoder().decode(bytes('.html'))
    beforeAll(async () => {
      outcome = await build({path: `tests/fixtures/languages/${lang}.md`, out: join(folder, lang), editions: ['web', 'read', 'epub'], strict: true, json: false, date: '2024-01-21'}, world())
    })

    test('builds without a message', () => {
      expect(outcome.messages).toEqual([])
    })

    test('has the quotation marks of its language', () => {
      const text = plain(html())
      for (const quoted of row.quotes) expect(text).toContain(quoted)
    })

    test('and its words', () => {
      expect(html()).toContain(`>${wordsFor(lang).notes}</h2>`)
      expect(html()).toContain(`aria-label="${wordsFor(lang).backToText} 1"`)
    })

    test('sets every letter on its pages, in order', async () => {
      const pages = await pdfText(bytes('.pdf'), () => ({left: 0, top: 420, right: 300, bottom: 0}))
      const expected = htmlLetters(html(), 'main')
      // PDFium gives a mark before its letter and joins it to what stands there, as the hamza of جزوهٔ: so letters count without marks.
      if (isRightToLeft) expect(sorted(unmarked(pages.join('')))).toBe(sorted(unmarked(folios(pages.length) + letters(title(lang)) + expected + htmlLetters(html(), 'notes').replace(letters(wordsFor(lang).notes), ''))))
      else expect(letters(pages.join('\n'))).toContain(expected)
    })

    test.skipIf(!isRightToLeft)('lets every word be found in its PDF', async () => {
      const text = withoutVowels((await pdfText(bytes('.pdf'), () => ({left: 0, top: 420, right: 300, bottom: 0}))).join(''))
      const words = plain(html().replaceAll(/<a class="noteref"[^]*?<\/a>|<\/main>[^]*$/g, ' ')).split(/[^\p{L}\p{M}\u200C]+/u).map(withoutVowels).filter(word => word !== '')
      expect(words.length).toBeGreaterThan(40)
      // A letter that the next one is drawn behind without a place of its own has to stay as it was printed: dots first.
      expect(words.filter(word => !text.includes(word)).length).toBeLessThan(words.length / 50)
    })

    test.skipIf(!isRightToLeft || !hasPoppler)('has its words whole and in the order of reading for Poppler', () => {
      const file = join(folder, `${lang}.pdf`)
      writeFileSync(file, bytes('.pdf'))
      const found = wordsIn(spawnSync('pdftotext', ['-enc', 'UTF-8', file, '-'], {encoding: 'utf8'}).stdout)
      const words = wordsIn(plain(html().replaceAll(/^[^]*?<main[^>]*>|<a class="noteref"[^]*?<\/a>|<\/main>[^]*$/g, ' ')))
      expect(words.length).toBeGreaterThan(40)
      // Where a face kerns two letters apart Poppler sees two words. Behind a hamza over the last letter (گفتهٔ) Poppler parts the line, and takes what follows for lines of their own.
      expect(longestInOrder(words, found)).toBeGreaterThan(words.length * (lang === 'he' ? 0.97 : 0.92))
    })

    test('has its title in the metadata of the PDF, in UTF-8', () => {
      expect(Buffer.from(bytes('.pdf')).toString('utf8')).toContain(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title(lang)}</rdf:li>`)
    })

    test('every glyph of its PDF stands for something', async () => {
      const file = await openPdf(bytes('.pdf'))
      const charactersOf = charactersOfFonts()
      const characters = [...(await scanStreams(file)).values()].flatMap(({resources}) => fontsIn(resources).flatMap(font => [...charactersOf(resources, font)?.byCode.values() ?? []]))
      expect(characters.length).toBeGreaterThan(20)
      expect(characters.filter(character => /[\0\uFEFF\uFFFE]/.test(character))).toEqual([])
    })

    test('its lines are whole for who reads by the tags: no span but of a hyphen at a line’s end', async () => {
      const streams = [...(await scanStreams(await openPdf(bytes('.pdf')))).values()].map(({bytes}) => bytes.toString('latin1'))
      const spans = streams.flatMap(text => [...text.matchAll(/\/ActualText (<[^>]*>|\([^)]*\)\)?)/g)].map(([, said = '']) => said))
      // Letters that are drawn in several parts keep theirs: no part is the letter.
      expect(spans.filter(said => !/^<FEFF(?:00AD|0[67].*)>$/i.test(said))).toEqual([])
    })

    test.skipIf(isRightToLeft || !hasPoppler)('has all its words in Poppler’s structure text', () => {
      const file = join(folder, `${lang}.pdf`)
      writeFileSync(file, bytes('.pdf'))
      const read = spawnSync('pdfinfo', ['-struct-text', '-enc', 'UTF-8', file], {encoding: 'utf8'}).stdout
      expect(htmlLetters(html(), 'main')).not.toBe('')
      expect(letters([...read.matchAll(/^ *"([^]*?)"$/gm)].map(([, text = '']) => text).join(''))).toContain(htmlLetters(html(), 'main'))
    })

    test('says which way it runs', async () => {
      expect(html()).toContain(`<html lang="${lang}" dir="${isRightToLeft ? 'rtl' : 'ltr'}">`)
      const pages = await epubPages(bytes('.epub'))
      expect(pages.every(({xhtml}) => xhtml.includes(' dir="rtl"') === isRightToLeft)).toBe(true)
    })

    test.skipIf(!('patterns' in row))('ends lines in hyphens only where its patterns allow', async () => {
      const pages = await pdfText(bytes('.pdf'), () => ({left: 0, top: 400, right: 300, bottom: 36}))
      const broken = [...pages.join('\n').matchAll(/([\p{L}’]+)[\u00AD\u0002\uFFFE]\s*([\p{L}]+)/gu)].map(([, before = '', after = '']) => [before, after] as const)
      expect(broken.length).toBeGreaterThan(0)
      for (const [before, after] of broken) expect(hyphenated(`${before}${after}`, 'patterns' in row ? row.patterns : ''), `${before}-${after}`).toContain(before.length)
    })
  })
}

/** Where the library itself would cut a word: its own reading of its patterns, not ours. */
function hyphenated(word: string, patterns: string): readonly number[] {
  const createHyphenator = require('hyphen') as (patterns: unknown, options: {hyphenChar: string}) => (text: string) => string
  const cut = createHyphenator(require(`hyphen/patterns/${patterns}.js`), {hyphenChar: '|'})(word)
  return [...cut.matchAll(/\|/g)].map((match, index) => match.index - index)
}

/** A PDF program finds the order of letters that run from right to left by guessing: they count, whatever their order. */
function folios(count: number): string {
  return Array.from({length: count - 1}, (_, index) => index + 2).join('')
}

/** The words of a text without their vowels, and without signs that say which way it runs. */
function wordsIn(text: string): readonly string[] {
  return text.replaceAll(/[\u200E\u200F\u202A-\u202E]/g, '').split(/[^\p{L}\p{M}\u200C]+/u).map(withoutVowels).filter(word => word !== '')
}

/** How many of the words are found whole, each behind the one before. */
function longestInOrder(words: readonly string[], found: readonly string[]): number {
  let lengths = found.map(() => 0)
  for (const word of words) {
    let before = 0
    lengths = lengths.map((length, at) => {
      const best = Math.max(length, found[at] === word ? before + 1 : 0)
      before = Math.max(before, length)
      return best
    })
  }
  return Math.max(0, ...lengths)
}

/** Letters and figures, those with a mark as those without. */
function unmarked(text: string): string {
  return letters(text.normalize('NFKD').replaceAll(/\p{M}/gu, ''))
}

function sorted(text: string): string {
  return Array.from(text).toSorted().join('')
}

/** What stands over and under letters comes from a PDF before or behind them. */
function withoutVowels(text: string): string {
  return text.normalize('NFKD').replaceAll(/[^\p{L}]/gu, '')
}

function plain(html: string): string {
  return html.replaceAll(/^[^]*<main[^>]*>|<[^>]*>/g, '').replaceAll(/[\u00A0\u202F]/g, ' ')
}

test('every manuscript has its row', () => {
  expect(table.map(({lang}) => source(lang).includes(`lang: ${lang}\n`))).not.toContain(false)
})

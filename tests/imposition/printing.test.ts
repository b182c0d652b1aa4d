import type {Element} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser, Page} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {planImposition, type Plan} from '../../scripts/imposition/plan.ts'
import {foldDrawing} from '../../scripts/imposition/printing/drawings.ts'
import {printRun} from '../../scripts/imposition/printing/print-run.ts'
import {measuresIn} from '../../scripts/imposition/printing/measures.ts'
import {printingPage, printingText, wordsOn} from '../../scripts/imposition/printing/printing-page.ts'
import {settingsOf} from '../../scripts/imposition/printing/settings.ts'
import {printingLanguages, printingWordsFor} from '../../scripts/imposition/printing/words/index.ts'
import type {LayoutName, Metadata} from '../../scripts/types.ts'
import {layoutNames} from '../../scripts/types.ts'
import {charactersInText} from '../../scripts/typeset/characters.ts'
import {loadTheme} from '../../scripts/typeset/theme.ts'
import {a5, a6, a7, booklet, dl, halfLetter, job, metadataWith} from './jobs.ts'

function planned(request: Parameters<typeof planImposition>[0]): Plan {
  const {plan} = planImposition(request)
  if (!plan) throw new Error('Expected a plan')
  return plan
}

const english = printingWordsFor('en').words
const settings = (pages: number, page: typeof a5, given: Parameters<typeof booklet>[0]) => settingsOf(planned(job(pages, page, given)), metadataWith(given), english, measuresIn(printingWordsFor('en'), given?.family === 'us' ? 'us' : 'metric')).map(({lines}) => lines.join(' '))

describe('the settings', () => {
  test('of a booklet', () => {
    expect(settings(16, a5, {})).toEqual([
      'cheap-print-its-readers-booklet.pdf', 'A4, 210 × 297\u00A0mm 80\u00A0g/m²', 'Actual size, 100%; not “Fit to page”', 'Print on both sides, flip on short edge', '16', '4'
    ])
    expect(settings(16, halfLetter, {family: 'us', flip: 'long'}).slice(1, 4)).toEqual(['Letter, 8½ × 11\u00A0in 20\u00A0lb, 80\u00A0g/m²', 'Actual size, 100%; not “Fit to page”', 'Print on both sides, flip on long edge'])
  })

  test('of what has one side, or is printed one side at a time', () => {
    expect(settings(8, a7, {layout: 'zine'})[3]).toBe('Print on one side only')
    expect(settings(8, a5, {duplex: 'manual'}).filter((_, index) => [0, 3].includes(index))).toEqual(['cheap-print-its-readers-fronts.pdf cheap-print-its-readers-backs.pdf', 'Print on one side only'])
  })

  test('of a leaf are those of any sheet, whose backs follow its long edge', () => {
    expect(settings(2, a5, {}).slice(1)).toEqual(['A5, 148 × 210\u00A0mm 80\u00A0g/m²', 'Actual size, 100%; not “Fit to page”', 'Print on both sides, flip on long edge', '2', '1'])
    expect(settings(1, a5, {})[3]).toBe('Print on one side only')
    expect(settings(2, halfLetter, {family: 'us'})[1]).toBe('Half Letter, 5½ × 8½\u00A0in 20\u00A0lb, 80\u00A0g/m²')
    expect([settings(2, a6, {})[1], settings(2, dl, {})[1]]).toEqual(['A6, 105 × 148\u00A0mm 80\u00A0g/m²', 'DL, 99 × 210\u00A0mm 80\u00A0g/m²'])
  })

  test('name the scale of pages that were made smaller, which the printer must not know', () => {
    expect(settings(8, a5, {layout: 'zine', sheet: 'a4', scale: 'fit'})[2]).toBe('Actual size, 100%; not “Fit to page” The pages themselves are set at 50% of their size.')
  })
})

test.each([
  ['saddle', a5, 16, [1, 4, 0.4, 0.8], [500, 2000, 200, 400]],
  ['zine', a7, 8, [1, 1, 0.1, 0.8], [500, 500, 50, 400]],
  ['trifold', dl, 6, [1, 1, 0.1, 0.3], [500, 500, 50, 150]],
  ['cut-and-stack', a6, 16, [1, 4, 0.4, 0.8], [500, 2000, 200, 400]]
] as const)('sheets and stacks of a %s', (layout, page, pages, first, last) => {
  const runs = printRun(planned(job(pages, page, {layout})), 0.1).map(({copies, sheets, paperMm, finishedMm}) => [copies, sheets, paperMm, finishedMm].map(number => Math.round(number * 1000) / 1000))
  expect([runs[0], runs.at(-1)]).toEqual([first, last])
})

describe('the words', () => {
  test('are there in fifteen languages, one of them in two ways, and English where there are none', () => {
    expect(Object.keys(printingLanguages).toSorted()).toEqual(['ar', 'de', 'el', 'en', 'es', 'fa', 'fr', 'he', 'it', 'nl', 'pl', 'pt', 'pt-pt', 'ru', 'tr', 'uk'])
    expect(printingWordsFor('pt-BR').words).toBe(printingLanguages['pt'])
    expect(printingWordsFor('pt-PT').words).toBe(printingLanguages['pt-pt'])
    expect(printingWordsFor('eo')).toEqual({lang: 'en', direction: 'ltr', words: english})
    expect(printingWordsFor('ar-EG')).toEqual({lang: 'ar-EG', direction: 'rtl', words: printingLanguages['ar']})
  })

  test('of a language that is written from the other side than usual are English ones: folds lie the other way round', () => {
    expect(['he-Latn', 'tr-Arab', 'constructor'].map(lang => printingWordsFor(lang).lang)).toEqual(['en', 'en', 'en'])
  })

  test.each(Object.entries(printingLanguages))('%s names the files, the percentage and the signatures where they belong', (_, words) => {
    for (const pass of Object.values(words.twoPasses)) expect([...pass.matchAll(/\{\w+\}/g)].map(([name]) => name)).toEqual(['{fronts}', '{backs}'])
    expect(words.scaled).toContain('{percent}')
    expect(layoutNames.filter(name => words.steps[name].join('').includes('{sizes}'))).toEqual(['signatures'])
    for (const name of layoutNames) expect(words.steps[name].length).toBe(english.steps[name].length)
  })

  test.each(Object.entries(printingLanguages))('%s has others for a sheet alone: nothing lies in it, and nothing is stapled', (_, words) => {
    const on = (pages: number, given: Parameters<typeof booklet>[0]) => wordsOn(planned(job(pages, a5, given)), words)
    expect([on(8, {}), on(16, {layout: 'n-up', up: 2})].map(({layouts, steps}) => [layouts.saddle, layouts['n-up'], steps.saddle, steps['n-up']])).toEqual(Array.from({length: 2}, () => [words.layouts.saddle, words.layouts['n-up'], words.steps.saddle, words.steps['n-up']]))
    const [folded, flat] = [on(4, {}), on(1, {})]
    expect(folded.layouts.saddle).not.toBe(words.layouts.saddle)
    expect(flat.layouts['n-up']).not.toBe(words.layouts['n-up'])
    expect([folded.steps.saddle.length, flat.steps['n-up'].length]).toEqual([2, 1])
    expect(folded.steps.zine).toBe(words.steps.zine)
  })
})

describe.each(Object.entries(printingLanguages))('the words of signatures in %s', (_, words) => {
  const on = (pages: number, signature: number) => wordsOn(planned(job(pages, a5, {layout: 'signatures', signature})), words)

  test('are others for a signature alone, which lies on no other and has no spine to be glued', () => {
    const {layouts, steps} = on(16, 4)
    expect(layouts.signatures).toBe(words.oneSignature.layout)
    expect(layouts.signatures).not.toBe(words.layouts.signatures)
    expect(steps.signatures).toEqual([words.steps.saddle[0], words.oneSignature.sew, words.steps.saddle[2]])
  })

  test('are those of a folded sheet where there is but one', () => {
    const {layouts, steps} = on(4, 4)
    expect([layouts.signatures, steps.signatures]).toEqual([words.oneSheet.layouts.saddle, words.oneSheet.steps.saddle])
  })

  test('count no sheets where each has one', () => {
    const {steps} = on(16, 1)
    expect(steps.signatures).toEqual([words.singleSheets, ...words.steps.signatures.slice(1)])
    expect(words.singleSheets).not.toContain('{')
  })

  test('are the usual where there are several', () => {
    expect(on(32, 4)).toEqual(words)
  })
})

const html = (drawing: Element) => unified().use(rehypeStringify).stringify({type: 'root', children: [drawing]})

test('a signature alone is drawn as sheets in one another, sewn through their fold; one sheet without a thread', () => {
  const threads = (pages: number, signature: number) => {
    const drawn = html(foldDrawing(planned(job(pages, a5, {layout: 'signatures', signature})), ''))
    return ['edge', 'thread', 'arrow'].map(part => drawn.split(`class="${part}"`).length - 1)
  }
  expect([threads(32, 4), threads(16, 4), threads(4, 4)]).toEqual([[9, 1, 0], [3, 1, 0], [1, 0, 1]])
})

describe('measures', () => {
  const measures = (lang: string) => measuresIn(printingWordsFor(lang))
  const plain = (text: string) => text.replaceAll('\u00A0', ' ')

  test.each([
    ['en', '0.4 mm', '12.5 cm', '80 g/m²'], ['de', '0,4 mm', '12,5 cm', '80 g/m²'], ['ru', '0,4 мм', '12,5 см', '80 г/м²'], ['he', '0.4 מ״מ', '12.5 ס״מ', '80 גרם למ״ר'], ['ar', '0.4 مم', '12.5 سم', '80 غ/م²'], ['fa', '0.4 میلی‌متر', '12.5 سانتی‌متر', '80 گرم بر متر مربع']
  ])('in %s', (lang, thin, thick, paper) => {
    const {length, paper: paperIn} = measures(lang)
    expect([length(0.4), length(125), paperIn('80 g/m²')].map(plain)).toEqual([thin, thick, paper])
  })

  test('in inches and pounds, for who has American paper', () => {
    const {length, size, paper} = measuresIn(printingWordsFor('en-US'), 'us')
    expect([0.1, 0.4, 12, 125, 900, 1_000].map(length).map(plain)).toEqual(['0.004 in', '0.016 in', '0.47 in', '4.9 in', '35.4 in', '3.3 ft'])
    expect([size(215.9, 279.4), size(279.4, 431.8), size(93.13, 215.9), size(69.85, 107.95)].map(plain)).toEqual(['8½ × 11 in', '11 × 17 in', '3.67 × 8½ in', '2¾ × 4¼ in'])
    expect(['60 g/m²', '75 g/m²', '80 g/m²', '90 g/m²', '120 g/m²', '250 g/m²', '0.1 mm'].map(paper).map(plain)).toEqual(['16 lb, 60 g/m²', '20 lb, 75 g/m²', '20 lb, 80 g/m²', '24 lb, 90 g/m²', '32 lb, 120 g/m²', '250 g/m²', '0.004 in'])
  })

  test('a stack of a metre and more is told in metres', () => {
    expect(['en', 'ru', 'de'].map(lang => plain(measures(lang).length(8_200)))).toEqual(['8.2 m', '8,2 м', '8,2 m'])
    expect(plain(measures('en').length(999))).toBe('99.9 cm')
  })

  test('a paper named by its thickness is a length; a unit never leaves its number', () => {
    expect(measures('en').paper('0.12 mm')).toBe('0.12\u00A0mm')
    expect(measures('ru').length(0.4)).not.toContain(' ')
  })

  test('signatures of several sizes are a list', () => {
    expect(['en', 'de', 'ru', 'he'].map(lang => measures(lang).list(['4', '3']))).toEqual(['4 and 3', '4 und 3', '4 и 3', '4 ו-3'])
    expect(measures('en').list(['4'])).toBe('4')
  })

  test('file names are read from the left in any line', () => {
    expect([measures('en').file('1-a.pdf'), measures('he').file('1-a.pdf')]).toEqual(['1-a.pdf', '\u20661-a.pdf\u2069'])
  })
})

test.each([
  ['en-US', 'us', {}, true], ['en', 'us', {sheet: 'legal'}, true], ['en-US', 'iso', {sheet: 'letter'}, true], ['en-US', 'us', {sheet: 'a3'}, false],
  ['en-GB', 'iso', {}, false], ['de', 'us', {}, false], ['es-MX', 'us', {}, false]
] as const)('in %s, on paper of the family %s with %j, the page measures in inches: %s', (lang, family, given, isInInches) => {
  const metadata: Metadata = {...metadataWith({family, ...given}), lang}
  const {html: page} = printingPage(planned({...job(8, family === 'us' ? halfLetter : a6), booklet: metadata.booklet}), metadata, [])
  expect(page.includes('<body class="inches">')).toBe(isInInches)
  expect(page.includes('4 inches long')).toBe(isInInches)
  expect(page.includes('.inches .ruler {width: 4in}')).toBe(true)
  expect(/\d\u00A0mm\b/.test(page.slice(page.indexOf('<body')))).toBe(!isInInches)
})

describe('the page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch({})
  })
  afterAll(() => browser.close())

  const pageOf: Readonly<Record<LayoutName, readonly [typeof a5, number]>> = {
    saddle: [a5, 40], signatures: [a5, 200], zine: [a7, 8], trifold: [dl, 6], zfold: [dl, 6], gatefold: [{widthMm: 74, heightMm: 210}, 8], 'cut-and-stack': [a6, 40], 'n-up': [a6, 40]
  }

  async function layOut(layout: LayoutName, lang: string, family: 'iso' | 'us') {
    const [page, pages] = pageOf[layout]
    const metadata: Metadata = {...metadataWith({layout, duplex: 'manual', family, sheet: layout === 'zine' || layout === 'gatefold' ? 'a4' : 'a3'}), lang, title: 'The Power of the Printing Press in the Hands of Those Who Could Not Afford to Keep Silent'}
    const {fonts} = await loadTheme('classic', charactersInText(printingText(metadata), metadata.lang))
    const {html, resources, sheet} = printingPage(planned({...job(pages, page), booklet: metadata.booklet}), metadata, fonts)
    return {site: {html, resources}, sheet}
  }

  test.each(Object.keys(printingLanguages))('holds everything in %s, on A4 and on Letter, in every layout', async lang => {
    for (const family of ['iso', 'us'] as const) {
      let page: Page | undefined
      for (const layout of layoutNames) {
        const {site, sheet} = await layOut(layout, lang, family)
        const renewed = await page?.renew(site)
        if (!renewed) await page?.close()
        page = renewed ?? await browser.open(site, sheet)
        const found = await page.evaluate(() => {
          const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
          const wide = [...document.querySelectorAll('dt, dd, li, td, th, p')].filter(element => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0).map(element => element.textContent)
          return {gapPx: box('.copies').top - box('.how').bottom, footPx: box('body').bottom - box('footer').bottom, wide}
        })
        expect(found, `${layout} ${family}`).toMatchObject({wide: []})
        expect(Math.min(found.gapPx, found.footPx), `${layout} ${family} ${JSON.stringify(found)}`).toBeGreaterThan(12)
        expect(page.broken).toEqual([])
      }
      await page?.close()
    }
  })

  test('is set in faces of the theme alone: no character is missing from them', async () => {
    for (const lang of Object.keys(printingLanguages)) {
      const {messages} = await loadTheme('classic', charactersInText(printingText({...metadataWith({}), lang}), lang))
      expect(messages.map(({reason}) => reason)).toEqual([])
    }
  })
})

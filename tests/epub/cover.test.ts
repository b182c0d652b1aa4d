import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {readEpubTemplates} from '../../scripts/adapters/epub-templates.ts'
import type {Browser} from '../../scripts/adapters/browser.ts'
import type {KeptDrawings} from '../../scripts/adapters/kept-drawings.ts'
import {fitTitle} from '../../scripts/epub/cover-fit.ts'
import {coverDrawing, coverSize, makeCover} from '../../scripts/epub/cover.ts'
import {coverOf} from '../../scripts/epub/materials.ts'
import type {Asset, Metadata, Pamphlet, Theme} from '../../scripts/types.ts'
import {charactersIn} from '../../scripts/typeset/characters.ts'
import {loadTheme} from '../../scripts/typeset/theme.ts'
import {browserHere} from '../adapters/browser-here.ts'
import {metadata, pamphlet} from '../stock.ts'

const titled = (title: string, others: Partial<Metadata> = {}): Pamphlet => ({...pamphlet, metadata: {...metadata, title, ...others}})
const found = await browserHere()

describe.skipIf(!found)('a made cover', () => {
  let browser: Browser
  let theme: Theme
  const never = () => Promise.reject(new Error('no browser was to be asked for'))
  beforeAll(async () => {
    if (!found) throw new Error('Expected a browser')
    browser = found.browser
    theme = await loadTheme('classic', charactersIn(pamphlet))
  })
  afterAll(() => found?.here.end())

  test('has the size that shops ask for, few colours, and says what stands on it', async () => {
    const {mediaType, bytes, alt} = await coverOf(makeCover(pamphlet, theme, {browser: () => Promise.resolve(browser)}))
    const {width, height, isPalette} = await sharp(bytes).metadata()
    expect([mediaType, width, height, isPalette]).toEqual(['image/png', coverSize.widthPx, coverSize.heightPx, true])
    expect(bytes.length).toBeLessThan(80_000)
    expect(alt).toBe('Cover: Cheap Print & Its Readers. A “short” history. Ada Press. Illustrated by Bo Type')
  })

  test('is the same, byte for byte, each time', async () => {
    const [one, two] = [await makeCover(pamphlet, theme, {browser: () => Promise.resolve(browser)}), await makeCover(pamphlet, theme, {browser: () => Promise.resolve(browser)})]
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
  })

  test('is drawn once, as long as nothing that it is made of changes', async () => {
    const kept = new Map<string, Uint8Array>()
    let drawn = 0
    const counted: Browser = {...browser, open: (...site) => {
      drawn++
      return browser.open(...site)
    }}
    const drawings: KeptDrawings = {find: key => Promise.resolve(kept.get(key)), keep: (key, bytes) => Promise.resolve(void kept.set(key, bytes))}
    const make = (title: string, from = theme, version = browser.version) => makeCover(titled(title), from, {browser: () => Promise.resolve({...counted, version}), drawings})
    const first = await make('One')
    expect([(await make('One')).bytes, drawn]).toEqual([first.bytes, 1])
    await make('Two')
    await make('One', {...theme, fonts: theme.fonts.slice(1)})
    await make('One', theme, 'another browser')
    expect(drawn).toBe(4)
  })

  test.each([
    ['one letter', 'A', 400, 400],
    ['a few words', '100 Years Ago, Death of Lenin', 180, 240],
    ['a long title', 'Areopagitica: A Speech for the Liberty of Unlicensed Printing to the Parliament of England', 150, 240],
    ['a word longer than the line', 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz', 150, 210],
    ['a title as long as a page', 'A very long title indeed, '.repeat(20), 60, 150]
  ])('sets %s as large as it fits, and nothing runs over', async (_name, title, least, most) => {
    const page = await browser.open(coverDrawing(titled(title), theme, readEpubTemplates()), {...coverSize, media: 'screen'})
    try {
      const size = await page.evaluate(fitTitle)
      expect(size).toBeGreaterThanOrEqual(least)
      expect(size).toBeLessThanOrEqual(most)
      const over = await page.evaluate(() => [...document.querySelectorAll('.cover p, .cover h1')].filter(element => {
        const {right, bottom} = element.getBoundingClientRect()
        return right > 1461 || bottom > 2421 || element.scrollWidth > element.clientWidth
      }).map(element => element.className || element.localName))
      expect(over).toEqual([])
      expect([page.blocked(), page.broken]).toEqual([[], []])
    } finally {
      await page.close()
    }
  })

  test('shows the picture of the printed cover below the title', async () => {
    const pictured = titled('T', {cover: {image: 'images/press.svg', alt: 'A press'}})
    expect((await makeCover(pictured, theme, {browser: () => Promise.resolve(browser)})).alt).toBe('Cover: T. A “short” history. Ada Press. Illustrated by Bo Type. A press')
    const drawing = coverDrawing(titled('With a picture', {cover: {image: 'images/press.svg', alt: 'A press'}}), theme, readEpubTemplates())
    const page = await browser.open(drawing, {...coverSize, media: 'screen'})
    try {
      await page.evaluate(fitTitle)
      const [title, picture] = await page.evaluate(() => ['h1', '.picture img'].map(selector => document.querySelector(selector)?.getBoundingClientRect().toJSON() as {top: number; bottom: number; height: number}))
      expect(picture?.top).toBeGreaterThan(title?.bottom ?? Infinity)
      expect(picture?.height).toBeGreaterThan(2270 * 0.3)
    } finally {
      await page.close()
    }
  })

  test.each(['en', 'ar', 'he'])('in %s it is drawn: a band, paper, and ink on it', async lang => {
    const {bytes} = await makeCover(titled('\u05d0 T', {lang}), theme, {browser: () => Promise.resolve(browser)})
    const data = await sharp(bytes).removeAlpha().raw().toBuffer()
    const red = (x: number, y: number) => data[3 * (y * coverSize.widthPx + x)] ?? 255
    expect([red(20, 1500), red(800, 20)]).toEqual([expect.closeTo(0xfb, -1), expect.closeTo(0x9b, -1)])
    expect((await sharp(bytes).stats()).channels[0]?.min).toBeLessThan(0x40)
  })

  test('gives way to the author\u2019s own, which stays as it is', async () => {
    const bytes = new Uint8Array(await sharp({create: {width: 30, height: 48, channels: 3, background: '#833'}}).jpeg().toBuffer())
    const own: Asset = {name: 'own.jpg', mediaType: 'image/jpeg', bytes, widthPx: 30, heightPx: 48}
    const from = {...titled('T', {epub: {fonts: true, cover: {image: 'own.jpg', alt: 'Red'}}}), assets: new Map([['own.jpg', own]])}
    expect(await makeCover(from, theme, {browser: never})).toEqual({mediaType: 'image/jpeg', bytes, alt: 'Red'})
  })

  test('an author\u2019s drawing becomes a picture, because shelves show no drawings', async () => {
    const {mediaType, bytes, alt} = await makeCover(titled('T', {epub: {fonts: true, cover: {image: 'images/press.svg'}}}), theme, {browser: () => Promise.resolve(browser)})
    const {data, info} = await sharp(bytes).resize(5, 8).removeAlpha().raw().toBuffer({resolveWithObject: true})
    expect([mediaType, info.width, alt]).toEqual(['image/png', 5, 'Cover: T. A “short” history. Ada Press. Illustrated by Bo Type'])
    const middle = 3 * (4 * 5 + 2)
    expect(Math.abs((data[middle] ?? 0) - 0x99)).toBeLessThan(4)
  })
})

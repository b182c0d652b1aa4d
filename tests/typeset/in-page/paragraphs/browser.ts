/** A browser for tests and comparisons of what runs in the page, and the page set in it. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Browser, Page} from 'puppeteer'
import puppeteer from 'puppeteer'
import {inPageBundle, patternScript} from '../../../../scripts/typeset/in-page/bundle.ts'
import {hyphenFace} from '../../../../scripts/typeset/in-page/paragraphs/hyphen-face.ts'

const require = createRequire(import.meta.url)

/** Start a browser: the one that `PAMPHLETEER_TEST_BROWSER` names, or Puppeteer's own. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['PAMPHLETEER_TEST_BROWSER']
  return puppeteer.launch({headless: 'shell', ...(executablePath !== undefined && {executablePath}), args: ['--no-sandbox', '--font-render-hinting=none']})
}

/** Open a page as wide as the text and wait for its fonts. */
export async function openPage(browser: Browser, html: string, widthPx = 800): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({width: widthPx, height: 900})
  await page.setContent(html)
  await page.evaluate(() => Promise.all([...document.fonts].map(font => font.load())).then(() => 0))
  return page
}

/** Load the compositor and the patterns into a page. */
export async function load(page: Page, languages: readonly string[]): Promise<void> {
  await page.evaluate(patternScript(languages, 'patterns'))
  await page.evaluate(`${await inPageBundle({entries: ['./paragraphs/compose.ts', './paragraphs/check.ts'], name: 'paragraphs'})}; globalThis.paragraphs = paragraphs`)
}

export type Summary = {readonly paragraphs: number; readonly lines: number; readonly hyphens: number; readonly untouched: Readonly<Record<string, number>>; readonly ms: number}

/** Compose the body of a page. */
export async function compose(page: Page, options: {readonly hyphenFamilies?: readonly string[]; readonly settings?: object} = {}): Promise<Summary> {
  const text = `(() => {
    document.body.getBoundingClientRect()
    const start = performance.now()
    globalThis.record = paragraphs.composeParagraphs(document.body, {patterns, ...${JSON.stringify(options)}})
    document.body.getBoundingClientRect()
    const {lines, hyphens, untouched} = record
    return {paragraphs: record.paragraphs.length, lines, hyphens, untouched, ms: Math.round(performance.now() - start)}
  })()`
  return await page.evaluate(text) as Summary
}

/** Rules for a face and for the hyphen's face of it. */
export function faces(family: string, path: string, type: 'woff2' | 'truetype', descriptors = ''): string {
  const bytes = readFileSync(path)
  const rule = (name: string, data: Uint8Array) => `@font-face {font-family: "${name}"; ${descriptors} src: url(data:font/${type};base64,${Buffer.from(data).toString('base64')}) format("${type}")}\n`
  return rule(family, bytes) + rule(`${family} hyphen`, hyphenFace(bytes) ?? bytes)
}

/** The faces of Alegreya that the tests use. */
export function alegreya(): string {
  const file = (face: string) => require.resolve(`@fontsource/alegreya/files/alegreya-latin-${face}.woff2`)
  return faces('Alegreya', file('400-normal'), 'woff2') + faces('Alegreya', file('400-italic'), 'woff2', 'font-style: italic;')
}

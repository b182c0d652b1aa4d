/** A browser for tests and comparisons of what runs in the page, and the page set in it. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Browser, Page} from '../../../../scripts/adapters/browser.ts'
import {launch} from '../../../../scripts/adapters/browser.ts'
import {inPageBundle, patternScript} from '../../../../scripts/typeset/in-page/bundle.ts'
import {hyphenFace} from '../../../../scripts/typeset/in-page/paragraphs/hyphen-face.ts'

const require = createRequire(import.meta.url)

/** Start the browser that a build would print with. */
export async function startBrowser(): Promise<Browser> {
  return launch({})
}

/** Open a page as wide as the text and wait for its fonts. */
export async function openPage(browser: Browser, html: string, widthPx = 800): Promise<Page> {
  return browser.open({html, resources: new Map()}, {widthPx, heightPx: 900, media: 'screen'})
}

/** Load the compositor and the patterns into a page. */
export async function load(page: Page, languages: readonly string[]): Promise<void> {
  await page.run(patternScript(languages, 'patterns'))
  await page.run(`${await inPageBundle({entries: ['./paragraphs/compose.ts', './paragraphs/check.ts'], name: 'paragraphs'})}; globalThis.paragraphs = paragraphs; 0`)
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
  return await page.run(text) as Summary
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

/** The handbook's examples: Markdown on the left, on the right a picture that the program makes of it. */
import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import type {PagePicture} from '../../scripts/adapters/page-pictures.ts'
import {drawPages} from '../../scripts/adapters/page-pictures.ts'
import {make} from '../../scripts/pipeline.ts'
import type {Message} from '../../scripts/types.ts'

export type Example = {readonly source: string; readonly picture: string; readonly alt: string}

/** A slip of paper as wide as the column that its picture stands in, with nothing on it but the text. */
const slip = '@page {margin: 4mm} @page :left {margin: 4mm} @page :right {margin: 4mm} @page {@top-center {content: none} @bottom-center {content: none}} .title-block {display: none} .chapter h2:first-child {margin-top: 0; padding-top: 0}'
const metadata = 'title: Example\nlang: en-GB\npage: 78mm x 62mm\nfrontmatter: none\nopenings: run-on\n'
/** The picture is drawn at twice the size that it has in the handbook, where type comes out at four fifths. */
const widthPx = 400
const marginMm = 4
const pageMm = 78

/** Find the examples of a chapter: a fenced source in one cell, its picture in the next. */
export function examplesIn(chapter: string): readonly Example[] {
  return [...chapter.matchAll(/````markdown\n([^]*?)````\n\n<\/td><td><img src="([\w/.-]+)" width="\d+" alt="([^"]*)">/g)].map(([, source = '', picture = '', alt = '']) => ({source, picture, alt}))
}

/** Build an example as any manuscript and draw its pages, one below the other. */
export async function drawExample({source}: Example, browser: Browser): Promise<{readonly messages: readonly Message[]; readonly png: Buffer}> {
  const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-handbook-'))
  try {
    cpSync('templates/trial/images/press.svg', join(folder, 'press.svg'))
    writeFileSync(join(folder, 'slip.css'), slip)
    writeFileSync(join(folder, 'example.md'), source.startsWith('---\n') ? source.replace('---\n', `---\n${metadata}`) : `---\n${metadata}---\n\n${source}`)
    const {artifacts, messages} = await make({path: join(folder, 'example.md'), out: folder, editions: ['read'], strict: false, json: false, date: '2024-01-21', style: join(folder, 'slip.css')}, {
      disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
    })
    const pdf = artifacts.find(({name}) => name.endsWith('.pdf'))?.bytes
    // A slip has no title, and the program says so.
    return {messages: messages.filter(({ruleId}) => ruleId !== 'hidden-text'), png: pdf ? await stacked(pdf) : Buffer.alloc(0)}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** What is printed on the pages, without the paper around it. */
async function stacked(pdf: Uint8Array): Promise<Buffer> {
  const strips: {readonly input: Buffer; readonly height: number}[] = []
  const ppi = widthPx / (pageMm - 2 * marginMm) * 25.4
  await drawPages(pdf, ppi, async picture => {
    const strip = await printedPart(picture)
    if (strip) strips.push(strip)
  })
  const gapPx = 24
  const height = strips.reduce((sum, strip) => sum + strip.height + gapPx, gapPx)
  const placed = strips.map(({input}, index) => ({input, left: 0, top: gapPx + strips.slice(0, index).reduce((sum, strip) => sum + strip.height + gapPx, 0)}))
  return sharp({create: {width: widthPx, height, channels: 3, background: '#fff'}}).composite(placed).png({palette: true, colours: 16, dither: 0, effort: 10}).toBuffer()
}

/** Cut a page to its type area's width, and to the height of what stands on it; nothing where the page is empty. */
async function printedPart({widthPx: width, heightPx: height, rgb}: PagePicture) {
  const left = Math.round(width * marginMm / pageMm)
  const page = sharp(rgb, {raw: {width, height, channels: 3}})
  const rows = Array.from({length: height}, (_, y) => rgb.subarray(y * width * 3, (y + 1) * width * 3).some(value => value < 250))
  const [top, bottom] = [rows.indexOf(true), rows.lastIndexOf(true)]
  if (top === -1) return undefined
  return {input: await page.extract({left, top, width: Math.min(widthPx, width - left), height: bottom - top + 1}).png().toBuffer(), height: bottom - top + 1}
}

/** The mean difference of two gray pictures, 0 to 255, after a slight blur that forgives edges. */
export async function difference(a: Buffer, b: Buffer): Promise<number> {
  const [one, two] = await Promise.all([a, b].map(picture => sharp(picture).grayscale().blur(1.2).raw().toBuffer()))
  if (!one || one.length !== two?.length) return 255
  return one.reduce((sum, value, index) => sum + Math.abs(value - (two[index] ?? 0)), 0) / one.length
}

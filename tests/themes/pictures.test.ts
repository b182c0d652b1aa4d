import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import type {Outcome} from '../../scripts/pipeline.ts'
import {build} from '../../scripts/pipeline.ts'
import {themeNames} from '../../scripts/typeset/theme.ts'
import {pdfPictures} from '../whole/extracted-words.ts'

/**
 * Each theme sets one manuscript that holds every construct; its pages are kept small and gray, and compared with a
 * tolerance. `PAMPHLETEER_PICTURES=new` writes them anew: look at them then.
 */
const widthPx = 150
const tolerance = 2

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-themes-'))
beforeAll(async () => {
  browser = await launch({})
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
})

describe.each(await themeNames())('%s', theme => {
  const kept = `tests/themes/pictures/${theme}`
  let outcome: Outcome
  beforeAll(async () => {
    outcome = await build({path: 'templates/trial/every-construct.md', out: join(folder, theme), editions: ['read', 'web', 'epub'], strict: true, json: false, date: '2024-01-21', theme}, {
      disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
    })
  }, 60_000)

  test('sets every construct without a message', () => {
    expect(outcome.messages).toEqual([])
    expect(outcome.artifacts.map(({name}) => name)).toContain('cheap-print-and-its-readers.pdf')
  })

  test('looks as it did', async () => {
    const pictures = await picturesOf(outcome.artifacts.find(({name}) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array())
    if (process.env['PAMPHLETEER_PICTURES'] === 'new' || !existsSync(kept)) keep(kept, pictures)
    expect(readdirSync(kept).toSorted()).toEqual(pictures.map((_, index) => nameOf(index)))
    for (const [index, picture] of pictures.entries()) {
      const before = readFileSync(join(kept, nameOf(index)))
      expect(before.length).toBeLessThan(20 * 1024)
      expect(await difference(picture, before), `page ${index + 1}`).toBeLessThan(tolerance)
    }
  }, 60_000)

  test('begins with a cover and ends with a back cover, on a verso', async () => {
    const pictures = await picturesOf(outcome.artifacts.find(({name}) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array())
    expect(pictures.length % 2).toBe(0)
    for (const picture of [pictures[0], pictures.at(-1)]) expect((await sharp(picture).stats()).channels[0]?.mean).toBeLessThan(254)
  })
})

async function picturesOf(pdf: Uint8Array): Promise<readonly Buffer[]> {
  const pages = await pdfPictures(pdf, widthPx)
  return Promise.all(pages.map(({rgba, width, height}) => sharp(rgba, {raw: {width, height, channels: 4}}).flatten({background: '#fff'}).grayscale().png({palette: true, colours: 16}).toBuffer()))
}

function keep(kept: string, pictures: readonly Buffer[]): void {
  rmSync(kept, {recursive: true, force: true})
  mkdirSync(kept, {recursive: true})
  for (const [index, picture] of pictures.entries()) writeFileSync(join(kept, nameOf(index)), picture)
}

function nameOf(index: number): string {
  return `page-${String(index + 1).padStart(2, '0')}.png`
}

/** The mean difference of two gray pictures, 0 to 255, after a slight blur that forgives edges. */
async function difference(a: Buffer, b: Buffer): Promise<number> {
  const [one, two] = await Promise.all([a, b].map(picture => sharp(picture).grayscale().blur(1.2).raw().toBuffer()))
  if (!one || one.length !== two?.length) return 255
  return one.reduce((sum, value, index) => sum + Math.abs(value - (two[index] ?? 0)), 0) / one.length
}

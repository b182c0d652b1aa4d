import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {build} from '../../scripts/pipeline.ts'
import {pdfPictures} from './extracted-words.ts'

/**
 * Pages of one manuscript that holds every construct, small and gray. They are compared with a tolerance, because other
 * builds of Chromium draw edges a little differently; `PAMPHLETEER_PICTURES=new` writes them anew: look at them then.
 */
const kept = 'tests/whole/pictures'
const widthPx = 210
const tolerance = 1.5

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-pictures-'))
beforeAll(async () => {
  browser = await launch({})
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
})

test('the pages look as they did', async () => {
  const {artifacts} = await build({path: 'tests/fixtures/whole/every-construct.md', out: folder, editions: ['read'], strict: true, json: false, date: '2024-01-21'}, {
    disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
  })
  const pdf = artifacts.find(({name}) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array()
  const pictures = await Promise.all((await pdfPictures(pdf, widthPx)).map(({rgba, width, height}) => sharp(rgba, {raw: {width, height, channels: 4}}).flatten({background: '#fff'}).grayscale().png({palette: true, colours: 16}).toBuffer()))
  if (process.env['PAMPHLETEER_PICTURES'] === 'new' || !existsSync(kept)) {
    mkdirSync(kept, {recursive: true})
    for (const [index, picture] of pictures.entries()) writeFileSync(join(kept, `page-${String(index + 1).padStart(2, '0')}.png`), picture)
  }
  for (const [index, picture] of pictures.entries()) {
    const before = readFileSync(join(kept, `page-${String(index + 1).padStart(2, '0')}.png`))
    expect(before.length).toBeLessThan(20 * 1024)
    expect(await difference(picture, before), `page ${index + 1}`).toBeLessThan(tolerance)
  }
  expect(existsSync(join(kept, `page-${String(pictures.length + 1).padStart(2, '0')}.png`))).toBe(false)
}, 120_000)

/** The mean difference of two gray pictures, 0 to 255, after a slight blur that forgives edges. */
async function difference(a: Buffer, b: Buffer): Promise<number> {
  const [one, two] = await Promise.all([a, b].map(picture => sharp(picture).grayscale().blur(1.2).raw().toBuffer()))
  if (!one || one.length !== two?.length) return 255
  return one.reduce((sum, value, index) => sum + Math.abs(value - (two[index] ?? 0)), 0) / one.length
}

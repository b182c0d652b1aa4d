/** The handbook's pictures of the themes: the cover and the first pages of one manuscript that holds every construct. */
import {tmpdir} from 'node:os'
import sharp from 'sharp'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {drawPages} from '../../scripts/adapters/page-pictures.ts'
import {make} from '../../scripts/pipeline.ts'

const shown = [1, 3, 4]
const pageHeightPx = 400
const edgePx = 1
const gapPx = 8

/** Build the manuscript in a theme and draw its pages side by side. */
export async function drawTheme(theme: string, browser: Browser): Promise<Buffer> {
  const {artifacts} = await make({path: 'templates/trial/every-construct.md', out: tmpdir(), editions: ['read'], strict: true, json: false, date: '2024-01-21', theme}, {
    disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
  })
  const pages: {readonly data: Buffer; readonly info: {readonly width: number}}[] = []
  await drawPages(artifacts.find(({name}) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array(), 144, async ({page, widthPx, heightPx, rgb}) => {
    if (!shown.includes(page)) return
    pages.push(await sharp(rgb, {raw: {width: widthPx, height: heightPx, channels: 3}}).resize({height: pageHeightPx}).extend({top: edgePx, bottom: edgePx, left: edgePx, right: edgePx, background: '#999'}).png().toBuffer({resolveWithObject: true}))
  })
  const lefts = pages.map((_, index) => pages.slice(0, index).reduce((sum, {info}) => sum + info.width + gapPx, 0))
  const width = pages.reduce((sum, {info}) => sum + info.width + gapPx, -gapPx)
  return sharp({create: {width, height: pageHeightPx + 2 * edgePx, channels: 3, background: '#fff'}})
    .composite(pages.map(({data}, index) => ({input: data, left: lefts[index] ?? 0, top: 0})))
    .png({palette: true, colours: 32, dither: 0, effort: 10}).toBuffer()
}

/**
 * Draws the README's pair of pages, one as Chromium sets it and the same one composed: `node
 * tests/handbook/compositor-picture.ts FOLDER`. What they show is the first page of the project's own pamphlet.
 */
import {writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Region, Sharp} from 'sharp'
import sharp from 'sharp'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {drawTogether} from '../../scripts/adapters/page-pictures.ts'
import {make} from '../../scripts/pipeline.ts'
import type {RectanglePx} from '../../scripts/types.ts'
import {uncomposedPages} from './uncomposed.ts'

const folder = process.argv[2] ?? 'docs/pictures'
/** The text's first page, which begins with the same words either way. */
const page = 3
const pxAtInch = 96
const ppi = 144
const heightPx = 824
const gapPx = 8

const browser = await launch({})
try {
  const {artifacts} = await make({path: 'manuscript', out: tmpdir(), editions: ['read'], strict: true, json: false, date: '2024-01-21'}, {
    disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
  })
  const composed = artifacts.find(({name}) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array()
  const {pdf, sheet: {trim}} = await uncomposedPages('manuscript', browser)
  const pages: Sharp[] = []
  await drawTogether([pdf, composed], ppi, pictures => {
    for (const {rgb, widthPx: width, heightPx: height} of pictures) pages.push(sharp(rgb, {raw: {width, height, channels: 3}}))
  }, new Set([page]))
  const [before, after] = pages
  if (!before || !after) throw new Error(`Expected a page ${page}`)
  writeFileSync(join(folder, 'compositor.png'), await sideBySide([await framed(before.extract(drawn(trim))), await framed(after)]))
} finally {
  await browser.close()
}

/** The trim on a page that is drawn with its whole sheet. */
function drawn({leftPx, topPx, widthPx, heightPx: trimHeightPx}: RectanglePx): Region {
  const [left = 0, top = 0, width = 0, height = 0] = [leftPx, topPx, widthPx, trimHeightPx].map(px => Math.round(px * ppi / pxAtInch))
  return {left, top, width, height}
}

function framed(picture: Sharp): Promise<Buffer> {
  return picture.resize({height: heightPx}).extend({top: 1, bottom: 1, left: 1, right: 1, background: '#999'}).png().toBuffer()
}

function sideBySide(pages: readonly Buffer[]): Promise<Buffer> {
  return sharp([...pages], {join: {across: pages.length, shim: gapPx, background: '#fff'}}).grayscale().png({palette: true, colours: 16, dither: 0, effort: 10}).toBuffer()
}

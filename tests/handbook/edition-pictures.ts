/**
 * Takes the README's pictures of the editions: `node tests/handbook/edition-pictures.ts FOLDER`. What they show is the
 * project's own pamphlet; the EPUB's are those of `tests/epub/pictures.ts`.
 */
import {writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {drawPages} from '../../scripts/adapters/page-pictures.ts'
import {make} from '../../scripts/pipeline.ts'

const folder = process.argv[2] ?? 'docs/pictures'
const heightPx = 420
const page = 7

const browser = await launch({})
try {
  const {artifacts} = await make({path: 'manuscript', out: tmpdir(), editions: ['web', 'read', 'print', 'booklet'], strict: true, json: false, date: '2024-01-21'}, {
    disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
  })
  const bytesOf = (end: string) => artifacts.find(({name}) => name.endsWith(end))?.bytes ?? new Uint8Array()
  const slug = artifacts.find(({name}) => name.endsWith('.html'))?.name.replace(/\.html$/, '') ?? ''
  await keep('edition-read', await pageOf(bytesOf(`${slug}.pdf`), page))
  await keep('edition-print', await pageOf(bytesOf('-print.pdf'), page))
  await keep('edition-booklet', await pageOf(bytesOf('-booklet.pdf'), 7))
  await keep('edition-web', await screen(new TextDecoder().decode(bytesOf('.html'))))
} finally {
  await browser.close()
}

/** The web page as it first comes up on a narrow screen. */
async function screen(html: string): Promise<Buffer> {
  const shown = await browser.open({html, resources: new Map()}, {widthPx: 560, heightPx: 800, media: 'screen'})
  return Buffer.from(await shown.screenshot({leftPx: 0, topPx: 0, widthPx: 560, heightPx: 800}))
}

async function pageOf(pdf: Uint8Array, wanted: number): Promise<Buffer> {
  let picture = Buffer.alloc(0)
  await drawPages(pdf, 144, async ({page: number, widthPx, heightPx: height, rgb}) => {
    if (number === wanted) picture = await sharp(rgb, {raw: {width: widthPx, height, channels: 3}}).png().toBuffer()
  })
  return picture
}

async function keep(name: string, picture: Buffer): Promise<void> {
  const framed = sharp(picture).resize({height: heightPx}).flatten({background: '#fff'}).extend({top: 1, bottom: 1, left: 1, right: 1, background: '#999'})
  writeFileSync(join(folder, `${name}.png`), await framed.png({palette: true, colours: 32, dither: 0, effort: 10}).toBuffer())
}

import {PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream} from '@cantoo/pdf-lib'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {beforeAll, describe, expect, test} from 'vitest'
import {forEachOperation} from '../../scripts/content/operations.ts'
import {pdfText} from './extracted-words.ts'
import {bytesOf, pressRoom} from './press-room.ts'
import {qpdfCheck} from './qpdf-check.ts'

const {folder, press} = pressRoom('press')

const has = (program: string) => spawnSync(program, ['--version'], {timeout: 5_000}).error === undefined
if (!has('gs')) console.warn('skipped: plates and marks on them, ink coverage: Ghostscript is not on this machine')

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" width="400" height="100"><defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#333"/></linearGradient><radialGradient id="c"><stop offset="0" stop-color="#fc0"/><stop offset="1" stop-color="#fc0" stop-opacity="0"/></radialGradient></defs><rect width="190" height="90" fill="url(#a)"/><rect x="200" width="90" height="90" fill="url(#c)"/><rect x="300" width="90" height="90" fill="#9b1b1e" opacity=".5"/></svg>'

async function pressed(colour: string) {
  writeFileSync(join(folder, 'drawing.svg'), drawing)
  const text = '## First\n\nThe office flies affluent; a [link](https://example.org).\n\n![A drawing](drawing.svg)'
  const outcome = await press({metadata: `page: a5\nprint: {colour: ${colour}}`, text}, 'read', 'print')
  const print = bytesOf(outcome, '-print.pdf')
  return {outcome, read: bytesOf(outcome, 'test.pdf'), print, pages: (await PDFDocument.load(print, {updateMetadata: false})).getPageCount()}
}

/** A form, or a stream that says of itself neither what it is nor how long a font or a profile it holds. */
function isContent(dict: PDFDict): boolean {
  const plain = ['Subtype', 'N', 'Length1', 'Type'].every(key => !dict.has(PDFName.of(key)))
  return plain || dict.get(PDFName.of('Subtype')) === PDFName.of('Form') || dict.has(PDFName.of('PatternType'))
}

/** Every screen colour in any object or content stream. */
async function screenColours(bytes: Uint8Array): Promise<readonly string[]> {
  const file = await PDFDocument.load(bytes, {updateMetadata: false})
  return file.context.enumerateIndirectObjects().flatMap(([ref, value]) => {
    const dict = value instanceof PDFRawStream ? value.dict : value
    const named = (dict instanceof PDFDict || dict instanceof PDFArray) && dict.toString().includes('/DeviceRGB') ? [`${ref.toString()} DeviceRGB`] : []
    const found: string[] = []
    if (value instanceof PDFRawStream && isContent(value.dict)) forEachOperation(Buffer.from(decodePDFRawStream(value).decode()).toString('latin1'), ({operator}) => {
      if (operator === 'rg' || operator === 'RG') found.push(`${ref.toString()} ${operator}`)
    })
    return [...named, ...found]
  })
}

describe.each(['black', 'process', '{spot: Deep Red}'])('%s', colour => {
  let made: Awaited<ReturnType<typeof pressed>>
  beforeAll(async () => {
    made = await pressed(colour)
  })

  test('is built with nothing to mend, and no screen colour is left anywhere', async () => {
    expect(made.outcome.messages).toEqual([])
    expect(await screenColours(made.read)).not.toEqual([])
    expect(await screenColours(made.print)).toEqual([])
  })

  test('its boxes are exact and lie in each other; no page has annotations', async () => {
    const file = await PDFDocument.load(made.print, {updateMetadata: false})
    for (const {node} of file.getPages()) {
      const box = (key: string) => node.lookup(PDFName.of(key), PDFArray).asArray().map(value => Number(value.toString()))
      const [[left = 0, bottom = 0, right = 0, top = 0], bleed, media] = [box('TrimBox'), box('BleedBox'), box('MediaBox')]
      expect(Math.abs(right - left - 148 / 25.4 * 72)).toBeLessThan(0.01)
      expect(Math.abs(top - bottom - 210 / 25.4 * 72)).toBeLessThan(0.01)
      expect(left - (bleed[0] ?? 0)).toBeCloseTo(3 / 25.4 * 72, 2)
      expect(media[0]).toBeLessThan(bleed[0] ?? 0)
      expect(node.has(PDFName.of('Annots'))).toBe(false)
    }
    expect(new TextDecoder('latin1').decode(made.print.subarray(0, 8))).toBe('%PDF-1.6')
    expect(file.catalog.has(PDFName.of('OutputIntents'))).toBe(true)
  })

  test('its words are the reading edition’s, ligatures included', async () => {
    const area = () => ({left: -100, top: 2_000, right: 2_000, bottom: -100})
    const [read, print] = [await pdfText(made.read, area), await pdfText(made.print, area)]
    expect(print).toEqual(read)
    expect(print.join(' ')).toContain('office flies affluent')
  })

  test('two builds have the same bytes', async () => {
    expect(Buffer.from((await pressed(colour)).print).equals(Buffer.from(made.print))).toBe(true)
  })

  test('qpdf finds nothing wrong', async () => {
    expect(await qpdfCheck(made.print)).toMatchObject({status: 0})
    expect((await qpdfCheck(made.print.subarray(0, made.print.length / 2))).status).toBeGreaterThan(0)
  })

  test.skipIf(!has('gs'))('one ink is one ink within the trim', () => {
    const path = join(folder, 'inks.pdf')
    writeFileSync(path, made.print)
    const coverage = (options: readonly string[]) => spawnSync('gs', ['-q', '-o', '-', '-sDEVICE=inkcov', ...options, path], {encoding: 'utf8', timeout: 60_000}).stdout.trim().split('\n').map(line => line.trim().split(/\s+/).slice(0, 4).map(Number))
    const [sheets, trims] = [coverage([]), coverage(['-dUseTrimBox'])]
    expect([sheets.length, trims.length]).toEqual([made.pages, made.pages])
    for (const inks of sheets) for (const ink of inks) expect(ink).toBeGreaterThan(0)
    if (colour === 'black') for (const inks of trims) expect(inks.slice(0, 3)).toEqual([0, 0, 0])
  })

  test.skipIf(!has('gs'))('crop, bleed and registration marks stand in one place on every plate', async () => {
    const strips = await marginsOfPlates(made.print)
    const inks = ['Black', 'Cyan', 'Magenta', 'Yellow', ...colour.startsWith('{') ? ['Deep Red'] : []].toSorted()
    expect([...strips.keys()]).toEqual(Array.from({length: made.pages}, (_, index) => index + 1))
    for (const plates of strips.values()) {
      expect(plates.map(({ink}) => ink).toSorted()).toEqual(inks)
      for (const {pixels} of plates) expect(pixels.equals(plates[0]?.pixels ?? Buffer.alloc(0))).toBe(true)
      // Full ink, and white paper between the marks.
      expect([Math.min(...plates[0]?.pixels ?? []), Math.max(...plates[0]?.pixels ?? [])]).toEqual([0, 255])
    }
  })
})

/** The left margin of every plate, by page: no colour bar and no slug line reaches there. */
async function marginsOfPlates(bytes: Uint8Array): Promise<ReadonlyMap<number, readonly {readonly ink: string; readonly pixels: Buffer}[]>> {
  const plates = mkdtempSync(join(folder, 'plates-'))
  writeFileSync(join(plates, 'all.pdf'), bytes)
  spawnSync('gs', ['-q', '-o', join(plates, '%d.tif'), '-r144', '-sDEVICE=tiffsep', join(plates, 'all.pdf')], {timeout: 60_000})
  const files = readdirSync(plates).flatMap(file => {
    const [, page, ink] = /^(\d+)\((.+)\)\.tif$/.exec(file) ?? []
    return page === undefined || ink === undefined ? [] : [{page: Number(page), ink, file}]
  })
  const read = await Promise.all(files.map(async ({page, ink, file}) => {
    const plate = sharp(join(plates, file))
    const {height} = await plate.metadata()
    return {page, ink, pixels: await plate.extractChannel(0).extract({left: 0, top: 0, width: Math.floor(11 / 25.4 * 144), height}).raw().toBuffer()}
  }))
  return new Map([...Map.groupBy(read, ({page}) => page)].toSorted(([a], [b]) => a - b))
}

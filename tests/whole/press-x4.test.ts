import {PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, decodePDFRawStream} from '@cantoo/pdf-lib'
import {spawnSync} from 'node:child_process'
import {readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {beforeAll, describe, expect, test} from 'vitest'
import {bytesOf, pressRoom} from './press-room.ts'

const {folder, press} = pressRoom('x4')

const hasGhostscript = spawnSync('gs', ['--version'], {timeout: 5_000}).error === undefined
if (!hasGhostscript) console.warn('skipped: overprinted text: Ghostscript is not on this machine')

async function pressed(print: string, style = ''): Promise<Uint8Array> {
  const text = '## First\n\nThe office flies; a [link](https://example.org) and a note.[^1]\n\n[^1]: Said.'
  return bytesOf(await press({metadata: `page: a6\nfrontmatter: none\nprint: {${print}}`, text, style}, 'print'), '-print.pdf')
}

/** What ISO 15930-7 asks of a file, point by point, read off its objects. */
describe.each(['colour: black', 'colour: process', 'colour: {spot: Deep Red}'])('PDF/X-4, %s', print => {
  let file: PDFDocument
  let dicts: readonly PDFDict[]
  beforeAll(async () => {
    file = await PDFDocument.load(await pressed(print), {updateMetadata: false})
    dicts = file.context.enumerateIndirectObjects().flatMap(([, value]) => value instanceof PDFRawStream ? [value.dict] : value instanceof PDFDict ? [value] : [])
  })
  const name = (dict: PDFDict, key: string) => dict.lookup(PDFName.of(key))?.toString()

  test('one output intent, with its condition and a CMYK profile', () => {
    const intents = file.catalog.lookup(PDFName.of('OutputIntents'), PDFArray)
    const intent = intents.lookup(0, PDFDict)
    const profile = intent.lookup(PDFName.of('DestOutputProfile'))
    if (!(profile instanceof PDFRawStream)) throw new Error('expected a profile')
    const bytes = Buffer.from(decodePDFRawStream(profile).decode())
    const condition = intent.lookup(PDFName.of('OutputConditionIdentifier'))
    expect([intents.size(), name(intent, 'S'), name(profile.dict, 'N')]).toEqual([1, '/GTS_PDFX', '4'])
    expect([bytes.toString('latin1', 16, 20), bytes.toString('latin1', 36, 40), bytes.readUInt32BE(0)]).toEqual(['CMYK', 'acsp', bytes.length])
    expect(condition instanceof PDFString || condition instanceof PDFHexString ? condition.decodeText() : '').not.toBe('')
    const others = dicts.filter(dict => name(dict, 'N') === '4' && dict !== profile.dict)
    expect(others).toEqual([])
  })

  test('no annotation, action, script or form, and no tag that refers to one', () => {
    for (const {node} of file.getPages()) expect(node.has(PDFName.of('Annots')) || node.has(PDFName.of('AA'))).toBe(false)
    for (const key of ['OpenAction', 'AA', 'AcroForm']) expect(file.catalog.has(PDFName.of(key))).toBe(false)
    expect(dicts.filter(dict => ['JS', 'JavaScript', 'URI'].some(key => dict.has(PDFName.of(key))))).toEqual([])
    expect(dicts.filter(dict => name(dict, 'Type') === '/OBJR' || name(dict, 'Type') === '/Annot' || dict.toString().includes('/OBJR'))).toEqual([])
  })

  test('every page has its boxes, each within the next', () => {
    for (const {node} of file.getPages()) {
      const [trim, bleed, media] = (['TrimBox', 'BleedBox', 'MediaBox'] as const).map(key => node.lookup(PDFName.of(key), PDFArray).asArray().map(value => Number(value.toString())))
      for (const [inner, outer] of [[trim, bleed], [bleed, media]]) expect(inner?.map((value, index) => index < 2 ? value >= (outer?.[index] ?? Infinity) : value <= (outer?.[index] ?? 0))).toEqual([true, true, true, true])
    }
  })

  test('its XMP claims it, with dates, names, title and trapping', () => {
    const stream = file.catalog.lookup(PDFName.of('Metadata'))
    if (!(stream instanceof PDFRawStream)) throw new Error('expected XMP')
    const xmp = Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8')
    expect(xmp).toMatch(/GTS_PDFXVersion(?:>|=")PDF\/X-4/)
    expect(xmp).toMatch(/pdf:Trapped(?:>|=")(?:True|False)/)
    for (const key of ['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate', 'xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass']) expect(xmp).toMatch(new RegExp(`${key}(?:>|=")[^<"]`))
    expect(xmp).toMatch(/<dc:title>[^]*Press test[^]*<\/dc:title>/)
    const info = file.context.lookup(file.context.trailerInfo.Info, PDFDict)
    expect(['/True', '/False']).toContain(name(info, 'Trapped'))
  })

  test('its trailer has an ID, and it is not encrypted', () => {
    const {ID, Encrypt} = file.context.trailerInfo
    expect(ID instanceof PDFArray && ID.size()).toBe(2)
    expect(Encrypt).toBeUndefined()
  })

  test('every font is embedded, and none is of Type 3', () => {
    const fonts = dicts.filter(dict => name(dict, 'Type') === '/Font')
    const descriptors = dicts.filter(dict => name(dict, 'Type') === '/FontDescriptor')
    expect(fonts.filter(dict => name(dict, 'Subtype') === '/Type3')).toEqual([])
    expect(fonts.filter(dict => name(dict, 'Subtype') !== '/Type0' && !dict.has(PDFName.of('FontDescriptor')))).toEqual([])
    expect(descriptors.length).toBeGreaterThan(0)
    for (const dict of descriptors) expect(['FontFile', 'FontFile2', 'FontFile3'].filter(key => dict.has(PDFName.of(key)))).toHaveLength(1)
  })
})

test.skipIf(!hasGhostscript)('black text leaves no white in the plate of the tint behind it', async () => {
  const path = join(folder, 'tint.pdf')
  writeFileSync(path, await pressed('colour: process', '@page {background: #ffdc78}'))
  /** The lightest point of the yellow plate within the trim, and the darkest of the black one. */
  const plates = async (overprint: '/enable' | '/disable') => {
    const to = `plate${overprint.slice(1)}`
    spawnSync('gs', ['-q', '-o', join(folder, `${to}-%d.tif`), '-r150', '-sDEVICE=tiffsep', '-dUseTrimBox', '-dFirstPage=1', '-dLastPage=1', `-dOverprint=${overprint}`, path], {timeout: 60_000})
    const stats = async (ink: string) => (await sharp(join(folder, readdirSync(folder).find(file => file.startsWith(to) && file.includes(`(${ink})`)) ?? '')).extractChannel(0).extract({left: 3, top: 3, width: 600, height: 850}).stats()).channels[0]
    return {lightestYellow: (await stats('Yellow'))?.max ?? 0, darkestBlack: (await stats('Black'))?.min ?? 255}
  }
  const {lightestYellow, darkestBlack} = await plates('/enable')
  expect(darkestBlack).toBeLessThan(20)
  expect(lightestYellow).toBeLessThan(200)
  // The same file on a device that knows no overprinting shows what the test would see.
  expect((await plates('/disable')).lightestYellow).toBe(255)
})

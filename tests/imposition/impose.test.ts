import {PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFStream, decodePDFRawStream} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {impose, planPages, prepareImposition} from '../../scripts/imposition/impose.ts'
import {placeSheets} from '../../scripts/imposition/place.ts'
import type {Plan} from '../../scripts/imposition/plan.ts'
import type {Artifact} from '../../scripts/types.ts'
import {pdfPictures, pdfText} from '../whole/extracted-words.ts'
import {a5, a6, a7, dl, metadataWith} from './jobs.ts'
import {numberedPages} from './numbered.ts'
import {areaOn, nowhere} from './slots.ts'

const date = new Date('2024-01-21T00:00:00Z')
const ptPerMm = 72 / 25.4

type Made = {readonly plan: Plan; readonly artifacts: readonly Artifact[]}

async function imposed(pdf: Uint8Array, given: Parameters<typeof metadataWith>[0]): Promise<Made> {
  const metadata = metadataWith(given)
  const {plan, source, messages} = await prepareImposition(pdf, {metadata, bleedMm: 3})
  if (!plan) throw new Error(messages.map(({reason}) => reason).join())
  return {plan, artifacts: await impose(plan, source, metadata, date)}
}

function bytesOf({artifacts}: Made): Uint8Array {
  return artifacts[0]?.bytes ?? new Uint8Array()
}

describe('what stands on a sheet', () => {
  const requests = [
    ['saddle', 7, a5, {layout: 'saddle'}], ['saddle, long edge, manual', 8, a5, {layout: 'saddle', flip: 'long', sheet: 'a3'}], ['signatures', 21, a6, {layout: 'signatures', signature: 2}],
    ['zine', 8, a7, {layout: 'zine'}], ['zine, scaled', 6, a5, {layout: 'zine', sheet: 'a4', scale: 'fit'}], ['trifold', 6, dl, {layout: 'trifold'}], ['zfold', 5, dl, {layout: 'zfold'}],
    ['gatefold', 8, {widthMm: 74, heightMm: 210}, {layout: 'gatefold'}], ['cut and stack', 15, a6, {layout: 'cut-and-stack', sheet: 'a4'}], ['n-up', 9, a6, {layout: 'n-up', sheet: 'a4'}]
  ] as const

  test.each(requests)('%s: the text of every place is that of its page', async (_, count, page, given) => {
    const made = await imposed(await numberedPages(count, page), given)
    const {plan} = made
    const sides = placeSheets(plan).flatMap(({front, back}) => back ? [front, back] : [front])
    const areaOf = ({pages, isTurned}: typeof sides[number], at: number) => areaOn(plan, pages[at], isTurned)
    const most = Math.max(...sides.map(({pages}) => pages.length))
    for (let at = 0; at < most; at++) {
      const texts = await pdfText(bytesOf(made), number => {
        const side = sides[number - 1]
        return side ? areaOf(side, at) : nowhere
      })
      // An n-up may end with a side that nothing stands on.
      expect(texts.slice(0, sides.length).map(text => text.trim())).toEqual(sides.map(({pages}) => pages.slice(at, at + 1).map(({page: number}) => `page ${number}.`).join('')))
    }
  })
})

describe('creep and bleed, by the pixel', () => {
  /** Ten px a mm; the pages' border is gray for 10 pt (3.53 mm) within the trim and 3 mm beyond it. */
  const perMm = 10
  const borderMm = 10 / ptPerMm

  async function row(given: Parameters<typeof metadataWith>[0], sideIndex: number, pages = 8) {
    const made = await imposed(await numberedPages(pages, a5), given)
    const {widthMm} = made.plan.arrangement.sheet
    const picture = (await pdfPictures(bytesOf(made), widthMm * perMm))[sideIndex]
    if (!picture) throw new Error('Expected a picture of the side')
    const y = Math.round(picture.height / 2)
    const isGray = (mm: number) => (picture.rgba[(y * picture.width + Math.round(mm * perMm)) * 4] ?? 255) < 220
    return {isGray, fold: widthMm / 2}
  }

  test('the outermost sheet keeps its whole border, and its bleed ends at the fold', async () => {
    const {isGray, fold} = await row({sheet: 'a3', creep: 2, marks: false}, 0)
    for (const side of [-1, 1]) {
      expect(isGray(fold + side * (borderMm - 0.3))).toBe(true)
      expect(isGray(fold + side * (borderMm + 0.3))).toBe(false)
      // Outside: 3 mm of bleed beyond the trim, then paper.
      expect(isGray(fold + side * (148 + 2.7))).toBe(true)
      expect(isGray(fold + side * (148 + 3.3))).toBe(false)
    }
  })

  test('the sheet inside it moves by the creep, and what reaches over the fold is clipped', async () => {
    const {isGray, fold} = await row({sheet: 'a3', creep: 1, marks: false}, 2)
    for (const side of [-1, 1]) {
      expect(isGray(fold + side * (borderMm - 1.3))).toBe(true)
      expect(isGray(fold + side * (borderMm - 0.7))).toBe(false)
      expect(isGray(fold + side * (148 - 1 + 2.7))).toBe(true)
      expect(isGray(fold + side * (148 - 1 + 3.3))).toBe(false)
    }
  })

  test('a blank beside a page stays blank up to the fold', async () => {
    const {isGray, fold} = await row({sheet: 'a4', creep: 1}, 2, 7)
    expect([isGray(fold + 1), isGray(fold - 1)]).toEqual([true, true])
    const blank = await row({sheet: 'a4', creep: 1}, 1, 7)
    expect([blank.isGray(blank.fold - 0.3), blank.isGray(blank.fold + 0.3)]).toEqual([true, false])
  })
})

describe('blanks', () => {
  const grayAt = async (given: Parameters<typeof metadataWith>[0], isTinted: boolean) => {
    const made = await imposed(await numberedPages(5, a5, {isTinted}), given)
    const {widthMm, heightMm} = made.plan.arrangement.sheet
    const pictures = await pdfPictures(bytesOf(made), widthMm * 2)
    // In the lower half of each panel nothing is printed; beyond the trim there is the bleed, and then the sheet.
    return pictures.map(({rgba, width}) => [[widthMm / 4, heightMm * 0.6], [widthMm * 3 / 4, heightMm * 0.6], [widthMm / 2 - 148 - 1.5, heightMm / 2], [widthMm / 2 - 148 - 4.5, heightMm / 2]].map(([x = 0, y = 0]) => rgba[(Math.round(y * 2) * width + Math.round(x * 2)) * 4]))
  }

  test('have the paper of the pages, up to the bleed', async () => {
    expect(await grayAt({sheet: 'a3', marks: false}, true)).toEqual(Array.from({length: 4}, () => [204, 204, 204, 255]))
  })

  test('are white where the pages are', async () => {
    // Page 5 is the back cover; so the left of the second sheet's front is blank.
    const [outside, , inside] = await grayAt({sheet: 'a3', marks: false}, false)
    expect([outside?.[2], inside?.[2]]).toEqual([179, 255])
  })

  test('of flat sheets are no pages', async () => {
    const pictures = await grayAt({layout: 'n-up', sheet: 'a3'}, true)
    // The back stands on its head: page 5 is at the lower right.
    expect(pictures.at(-1)?.slice(0, 2)).toEqual([255, 204])
  })
})

describe('manual duplex', () => {
  const numbersOn = async (bytes: Uint8Array) => (await pdfText(bytes, () => ({left: 0, right: 2000, bottom: 0, top: 2000}))).map(text => [...text.matchAll(/\d+/g)].map(Number).toSorted((a, b) => a - b))

  test.each([['last', [[4, 5], [2, 7]]], ['first', [[2, 7], [4, 5]]]] as const)('gives fronts, and backs with the %s sheet first', async (feed, backs) => {
    const {artifacts} = await imposed(await numberedPages(8, a5), {duplex: 'manual', feed})
    expect(artifacts.map(({name}) => name)).toEqual(['cheap-print-its-readers-fronts.pdf', 'cheap-print-its-readers-backs.pdf'])
    expect(await Promise.all(artifacts.map(({bytes}) => numbersOn(bytes)))).toEqual([[[1, 8], [3, 6]], backs])
  })

  test('a zine has no backs, and stays one file', async () => {
    const {artifacts} = await imposed(await numberedPages(8, a7), {layout: 'zine', duplex: 'manual'})
    expect(artifacts.map(({name, facts}) => [name, facts['sides'], facts['flip']])).toEqual([['cheap-print-its-readers-booklet.pdf', 1, null]])
  })

  test('a last sheet without a back has an empty one, so that fronts stay fronts', async () => {
    const {artifacts} = await imposed(await numberedPages(9, a6), {layout: 'n-up', sheet: 'a4'})
    const [artifact] = artifacts
    expect((await numbersOn(artifact?.bytes ?? new Uint8Array())).map(({length}) => length)).toEqual([4, 4, 1, 0])
  })
})

describe('the file', () => {
  test('is the same twice, says what it is, and asks to be printed unscaled', async () => {
    const pdf = await numberedPages(8, a5)
    const [first, second] = [bytesOf(await imposed(pdf, {})), bytesOf(await imposed(pdf, {}))]
    expect(Buffer.compare(first, second)).toBe(0)
    const file = await PDFDocument.load(first, {updateMetadata: false})
    expect([file.getTitle(), file.getAuthor(), file.getCreationDate()]).toEqual(['Cheap Print & Its Readers', 'Ada Press', date])
    expect(file.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).get(PDFName.of('PrintScaling'))?.toString()).toBe('/None')
    expect(file.getPages().map(page => page.getSize())).toEqual(Array.from({length: 4}, () => ({width: 841.8898, height: 595.2756})))
  })

  test('has the colours of the pages: inks stay inks, and one file has one meaning of them', async () => {
    const source = await PDFDocument.load(await numberedPages(4, a5, {isInk: true}), {updateMetadata: false})
    addPicture(source)
    source.catalog.set(PDFName.of('OutputIntents'), source.context.obj([{Type: 'OutputIntent', S: 'GTS_PDFX', OutputConditionIdentifier: 'FOGRA29'}]))
    const file = await PDFDocument.load(bytesOf(await imposed(await source.save(), {sheet: 'a3'})), {updateMetadata: false})
    const streams = file.context.enumerateIndirectObjects().flatMap(([, object]) => object instanceof PDFRawStream ? [object] : [])
    const subtype = (stream: PDFStream) => stream.dict.get(PDFName.of('Subtype'))?.toString()
    const contents = streams.filter(stream => subtype(stream) === '/Form' || !stream.dict.has(PDFName.of('Type'))).filter(stream => subtype(stream) !== '/Image').map(stream => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
    expect(contents.join('\n')).toContain('0 0 0 1 k')
    // Our own marks are black alone; no operator of a screen's colours is there.
    expect(contents.join('\n')).not.toMatch(/\b(?:rg|RG)\b/)
    const [picture, ...others] = streams.filter(stream => subtype(stream) === '/Image')
    expect(others).toEqual([])
    expect(['Width', 'Height'].map(key => picture?.dict.lookup(PDFName.of(key), PDFNumber).asNumber())).toEqual([300, 200])
    expect(picture?.dict.lookup(PDFName.of('ColorSpace'), PDFArray).toString()).toContain('/Separation')
    expect(file.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict).get(PDFName.of('OutputConditionIdentifier'))?.toString()).toContain('FOGRA29')
  })

  test('carries no page, no link and no tag of the pages it was made from', async () => {
    const bytes = bytesOf(await imposed(await numberedPages(8, a5), {}))
    const file = await PDFDocument.load(bytes, {updateMetadata: false})
    expect(['StructTreeRoot', 'Outlines', 'Dests', 'MarkInfo'].filter(key => file.catalog.has(PDFName.of(key)))).toEqual([])
    expect(file.getPages().map(page => page.node.Annots()?.size() ?? 0)).toEqual([0, 0, 0, 0])
    const forms = file.context.enumerateIndirectObjects().filter(([, object]) => object instanceof PDFStream && object.dict.get(PDFName.of('Subtype'))?.toString() === '/Form')
    expect(forms).toHaveLength(8)
  })
})

/** Put a picture of one spot ink on the first page. */
function addPicture(file: PDFDocument): void {
  const tint = file.context.register(file.context.stream('{dup 0 mul exch dup 0 mul exch dup 0 mul exch}', {FunctionType: 4, Domain: [0, 1], Range: [0, 1, 0, 1, 0, 1, 0, 1]}))
  const picture = file.context.register(file.context.flateStream(new Uint8Array(300 * 200), {
    Type: 'XObject', Subtype: 'Image', Width: 300, Height: 200, BitsPerComponent: 8, ColorSpace: ['Separation', 'PANTONE#20185#20U', 'DeviceCMYK', tint]
  }))
  const [page] = file.getPages()
  page?.node.newXObject('Picture', picture)
}

test('a plan needs no PDF: the number of pages and their trim make the same', async () => {
  const metadata = metadataWith({layout: 'signatures', signature: 2})
  const {plan, source} = await prepareImposition(await numberedPages(21, a5), {metadata, bleedMm: metadata.print.bleedMm})
  const trim = source.trims[0] ?? {left: 0, bottom: 0, right: 0, top: 0}
  expect(planPages({count: 21, trim, metadata})).toEqual({plan, messages: []})
  expect(plan?.pages.filter(page => page !== undefined)).toHaveLength(21)
})

describe('pages of several sizes', () => {
  test('are told with the page and its size', async () => {
    const {plan, messages} = await prepareImposition(await numberedPages(4, a5, {odd: 3}), {metadata: metadataWith({}), bleedMm: 3})
    expect(plan).toBeUndefined()
    expect(messages).toEqual([expect.objectContaining({ruleId: 'cannot-impose', reason: 'Unexpected page 3 of 158 × 210 mm, expected 148 × 210 mm as page 1 has'})])
  })
})

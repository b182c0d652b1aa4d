import {PDFDocument, PDFName, PDFRawStream, type PDFRef} from '@cantoo/pdf-lib'
import {deflateSync} from 'node:zlib'

/** A PDF of empty pages, changed before it is written. */
export async function emptyPdf(pages: number, change: (file: PDFDocument) => unknown = () => undefined): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  for (let page = 0; page < pages; page++) file.addPage([100, 100])
  await change(file)
  return file.save()
}

/** PDFs that are broken, locked or meant to wear a reader out, with what is said of each. */
export const hostilePdfs: Readonly<Record<string, {readonly make: () => Promise<Uint8Array>; readonly reason: string}>> = {
  truncated: {make: async () => (await emptyPdf(3)).subarray(0, 40), reason: 'Unexpected damaged file, expected a whole PDF'},
  'no PDF': {make: () => Promise.resolve(new TextEncoder().encode('no PDF at all')), reason: 'Unexpected file that is no PDF, expected a PDF'},
  'an empty file': {make: () => Promise.resolve(new Uint8Array()), reason: 'Unexpected file that is no PDF, expected a PDF'},
  'no pages': {make: async () => (await PDFDocument.create()).save({addDefaultPage: false}), reason: 'Unexpected PDF without pages, expected at least one'},
  'a page of nothing': {make: () => emptyPdf(2, file => file.getPage(1).setMediaBox(0, 0, 0, 0)), reason: 'Unexpected size of page 2, 0 × 0 pt, expected 3 to 14400 pt a side'},
  'a page of three kilometres': {make: () => emptyPdf(1, file => file.getPage(0).setMediaBox(0, 0, 1e7, 1e7)), reason: 'Unexpected size of page 1, 10000000 × 10000000 pt, expected 3 to 14400 pt a side'},
  encrypted: {make: () => emptyPdf(1, file => file.encrypt({userPassword: 'secret', ownerPassword: 'owner'})), reason: 'Unexpected encrypted PDF, expected one without protection'},
  'encrypted in an old way': {make: () => emptyPdf(1, ({context}) => context.trailerInfo.Encrypt = context.register(context.obj({Filter: 'Standard', V: 1, R: 2, P: -4}))), reason: 'Unexpected encrypted PDF, expected one without protection'},
  'ten thousand empty pages': {make: () => emptyPdf(10_000), reason: 'Unexpected number of 10000 pages, expected at most 5000'},
  'a bomb of nested forms': {make: () => emptyPdf(1, plantBomb), reason: 'Unexpected too much on the pages, expected pages that can be drawn'},
  'a pattern of ten thousand million cells': {make: () => emptyPdf(1, plantPattern), reason: 'Unexpected too much on the pages, expected pages that can be drawn'}
}

/** A page that is filled with a pattern whose cells are a thousandth of a pt. */
function plantPattern(file: PDFDocument): void {
  const {context} = file
  const cell = context.flateStream('0 0 1 1 re f', {Type: 'Pattern', PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 1, 1], XStep: 0.001, YStep: 0.001, Resources: {}})
  const page = file.getPage(0)
  page.node.set(PDFName.of('Resources'), context.obj({Pattern: {P: context.register(cell)}}))
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream('/Pattern cs /P scn 0 0 100 100 re f')))
}

/** Twenty forms, each of which draws the next ten times. */
function plantBomb(file: PDFDocument): void {
  const {context} = file
  const form = (content: string, inner?: PDFRef) => {
    const packed = deflateSync(content)
    return context.register(PDFRawStream.of(context.obj({Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Filter: 'FlateDecode', Length: packed.length, Resources: context.obj(inner ? {XObject: {A: inner}} : {})}), packed))
  }
  let outermost = form('0 0 1 1 re f')
  for (let level = 0; level < 20; level++) outermost = form('/A Do '.repeat(10), outermost)
  const page = file.getPage(0)
  page.node.set(PDFName.of('Resources'), context.obj({XObject: {A: outermost}}))
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream('/A Do')))
}

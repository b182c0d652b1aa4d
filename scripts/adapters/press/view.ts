/** Shows the pages of any PDF to the checks: plain values, read as far as a check looks. */
import {EncryptedPDFError, PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRawStream} from '@cantoo/pdf-lib'
import {identity, matrixFrom, type Matrix} from '../../content/matrix.ts'
import type {BoxPt} from '../pdf.ts'
import {openPdf} from '../pdf-file.ts'
import {factsOfFile, type FileFacts} from './file-facts.ts'
import {contentOf, dictAt, entriesAt, isTrue, nameAt, numberAt, numbersAt, unpack} from './objects.ts'

/** A page as a shop sees it. Boxes that it lacks are undefined. */
export type PageView = StreamView & {readonly page: number; readonly media: BoxPt; readonly bleed: BoxPt | undefined; readonly trim: BoxPt | undefined; readonly crop?: BoxPt | undefined}

/** Content with what it draws by name; unpacked when it is asked for. Throws where it is broken. */
export type StreamView = {readonly content: () => string; readonly resources: ResourceView}

export type ResourceView = {
  readonly fonts: ReadonlyMap<string, FontView>
  readonly drawn: ReadonlyMap<string, PictureView | FormView>
  readonly lineWidths: ReadonlyMap<string, number>
  /** The family of each colour space and pattern by name: `DeviceCMYK`, `ICCBased 3`, `Separation`. */
  readonly spaces: ReadonlyMap<string, string>
  /** The number of the object that each pattern and gradient is, by name. */
  readonly gradients: ReadonlyMap<string, number>
  /** How much of the page, in square pt, one cell of each pattern takes that is drawn in cells. */
  readonly cells: ReadonlyMap<string, number>
}

/** `widthOf`: a code's advance in thousandths of the size. */
export type FontView = {readonly name: string; readonly isEmbedded: boolean; readonly isType3: boolean; readonly codeBytes: 1 | 2; readonly widthOf: (code: number) => number}
export type PictureView = {readonly kind: 'picture'; readonly object: number; readonly widthPx: number; readonly heightPx: number; readonly space: string}
export type FormView = StreamView & {readonly kind: 'form'; readonly matrix: Matrix; readonly box?: BoxPt}

/** Why a file cannot be checked. */
export type Unreadable = 'encrypted' | 'damaged'

/** A file with its pages, and what it says of itself. */
export type FileView = {readonly pages: readonly PageView[]; readonly facts: FileFacts}

/** Open a PDF that may be anything. */
export async function viewPdf(bytes: Uint8Array): Promise<FileView | Unreadable> {
  try {
    const file = await openPdf(bytes)
    return {pages: viewPages(file), facts: factsOfFile(file)}
  } catch (error) {
    // Of newer kinds of encryption the library finds no more than that it understands nothing.
    return error instanceof EncryptedPDFError || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Encrypt') ? 'encrypted' : 'damaged'
  }
}

/** View the pages of a file that is open. */
export function viewPages(file: PDFDocument): readonly PageView[] {
  const resourcesOf = viewing()
  return file.getPages().map(({node}, index) => ({
    page: index + 1,
    media: boxAt(node, 'MediaBox') ?? boxFrom(numbersOf(node.MediaBox())) ?? {left: 0, bottom: 0, right: 0, top: 0},
    bleed: boxAt(node, 'BleedBox'),
    trim: boxAt(node, 'TrimBox'),
    crop: boxFrom(numbersOf(node.CropBox() ?? node.MediaBox())),
    content: () => contentOf(node),
    resources: resourcesOf(node.Resources())
  }))
}

function numbersOf(array: PDFArray): readonly number[] {
  return array.asArray().map(item => item instanceof PDFNumber ? item.asNumber() : 0)
}

function boxAt(dict: PDFDict, key: string): BoxPt | undefined {
  return boxFrom(numbersAt(dict, key))
}

function boxFrom([x1, y1, x2, y2]: readonly number[]): BoxPt | undefined {
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined
  return {left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2)}
}

/** Views of resources, each made once and piece by piece: many pages share them, and forms may lead to themselves. */
function viewing(): (resources: PDFDict | undefined) => ResourceView {
  const viewed = new Map<PDFDict, FontView>()
  const fontOf = (font: PDFDict) => {
    const view = viewed.get(font) ?? fontView(font)
    viewed.set(font, view)
    return view
  }
  const known = new Map<PDFDict, ResourceView>()
  const view = (resources: PDFDict | undefined): ResourceView => {
    const found = resources && known.get(resources)
    if (found) return found
    const made = resourceView(resources, {view, fontOf})
    if (resources) known.set(resources, made)
    return made
  }
  return view
}

type Views = {readonly view: (resources: PDFDict | undefined) => ResourceView; readonly fontOf: (font: PDFDict) => FontView}

function resourceView(resources: PDFDict | undefined, {view, fontOf}: Views): ResourceView {
  const [fonts, drawn, lineWidths] = [new Map<string, FontView>(), new Map<string, PictureView | FormView>(), new Map<string, number>()]
  const spaces = new Map<string, string>()
  for (const {key, value} of entriesAt(resources, 'Font')) if (value instanceof PDFDict) fonts.set(key, fontOf(value))
  for (const {key, value, ref} of entriesAt(resources, 'XObject')) if (value instanceof PDFRawStream) drawn.set(key, drawnView(value, ref?.objectNumber ?? 0, view))
  for (const {key, value} of entriesAt(resources, 'ExtGState')) {
    const width = value instanceof PDFDict ? numberAt(value, 'LW') : undefined
    if (width !== undefined) lineWidths.set(key, width)
  }
  for (const {key, value} of entriesAt(resources, 'ColorSpace')) spaces.set(key, familyOf(value))
  const gradients = [...entriesAt(resources, 'Pattern'), ...entriesAt(resources, 'Shading')]
  for (const {key, value} of gradients) spaces.set(key, gradientFamily(value))
  const cells = gradients.flatMap(({key, value}) => value instanceof PDFRawStream && numberAt(value.dict, 'PatternType') === 1 ? [[key, cellOf(value.dict)] as const] : [])
  return {fonts, drawn, lineWidths, spaces, gradients: new Map(gradients.map(({key, ref}) => [key, ref?.objectNumber ?? 0])), cells: new Map(cells)}
}

/** The steps from cell to cell (ISO 32000-1, 8.7.3.1), as large as they come to the page. */
function cellOf(pattern: PDFDict): number {
  const [a, b, c, d] = matrixFrom(numbersAt(pattern, 'Matrix')) ?? identity
  return Math.abs((numberAt(pattern, 'XStep') ?? 1) * (numberAt(pattern, 'YStep') ?? 1) * (a * d - b * c))
}

function drawnView(stream: PDFRawStream, object: number, view: (resources: PDFDict | undefined) => ResourceView): PictureView | FormView {
  const {dict} = stream
  if (nameAt(dict, 'Subtype') !== 'Form') {
    const space = dict.lookup(PDFName.of('ColorSpace'))
    const family = isTrue(dict, 'ImageMask') ? 'none' : space ? familyOf(space) : 'unknown'
    return {kind: 'picture', object, widthPx: numberAt(dict, 'Width') ?? 0, heightPx: numberAt(dict, 'Height') ?? 0, space: family}
  }
  const box = boxAt(dict, 'BBox')
  return {
    kind: 'form',
    ...(box && {box}),
    matrix: matrixFrom(numbersAt(dict, 'Matrix')) ?? identity,
    content: () => Buffer.from(unpack(stream)).toString('latin1'),
    get resources() { return view(dictAt(dict, 'Resources')) }
  }
}

/** Colours in a table are of another space. */
function familyOf(value: PDFObject, depth = 0): string {
  if (value instanceof PDFName) return value.decodeText()
  if (!(value instanceof PDFArray)) return 'unknown'
  const family = value.lookup(0)
  const profile = value.size() > 1 ? value.lookup(1) : undefined
  if (!(family instanceof PDFName)) return 'unknown'
  if (family === PDFName.of('Indexed')) return profile && depth < 4 ? familyOf(profile, depth + 1) : 'unknown'
  return family.decodeText() === 'ICCBased' && profile instanceof PDFRawStream ? `ICCBased ${numberAt(profile.dict, 'N') ?? 0}` : family.decodeText()
}

/** The colour space of a gradient; of a pattern whose cell is drawn, that of the gradient in it, as Chromium wraps what fades. */
function gradientFamily(value: PDFObject, depth = 0): string {
  const dict = value instanceof PDFRawStream ? value.dict : value
  if (!(dict instanceof PDFDict)) return 'unknown'
  const [inner] = numberAt(dict, 'PatternType') === 1 && depth < 4 ? entriesAt(dictAt(dict, 'Resources'), 'Pattern') : []
  if (inner) return gradientFamily(inner.value, depth + 1)
  const shading = dictAt(dict, 'Shading') ?? dict
  const space = shading.lookup(PDFName.of('ColorSpace'))
  return space ? familyOf(space) : 'Pattern'
}

function fontView(font: PDFDict): FontView {
  const composite = font.lookup(PDFName.of('DescendantFonts'))
  const inner = composite instanceof PDFArray ? composite.lookup(0) : font
  const dict = inner instanceof PDFDict ? inner : font
  const descriptor = dictAt(dict, 'FontDescriptor')
  const isComposite = dict !== font
  const widths = isComposite ? compositeWidths(dict) : simpleWidths(dict)
  const fallback = isComposite ? numberAt(dict, 'DW') ?? 1000 : 500
  return {
    name: (nameAt(font, 'BaseFont') ?? 'a font without a name').replace(/^[A-Z]{6}\+/, ''),
    isEmbedded: ['FontFile', 'FontFile2', 'FontFile3'].some(key => descriptor?.has(PDFName.of(key))),
    isType3: nameAt(font, 'Subtype') === 'Type3',
    codeBytes: isComposite ? 2 : 1,
    widthOf: code => widths.get(code) ?? fallback
  }
}

function simpleWidths(font: PDFDict): ReadonlyMap<number, number> {
  const first = numberAt(font, 'FirstChar') ?? 0
  return new Map(numbersAt(font, 'Widths').map((width, index) => [first + index, width]))
}

/** `W` holds `first [width …]` and `first last width` (ISO 32000-1, 9.7.4.3). */
function compositeWidths(font: PDFDict): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  const list = font.lookup(PDFName.of('W'))
  if (!(list instanceof PDFArray)) return widths
  const items = Array.from({length: list.size()}, (_, index) => list.lookup(index))
  for (let at = 0; at + 1 < items.length;) {
    const [first, second, third] = [items[at], items[at + 1], items[at + 2]]
    if (!(first instanceof PDFNumber)) break
    if (second instanceof PDFArray) {
      for (const [index, width] of numbersOf(second).entries()) widths.set(first.asNumber() + index, width)
      at += 2
    } else if (second instanceof PDFNumber && third instanceof PDFNumber) {
      const last = Math.min(second.asNumber(), first.asNumber() + 65_535)
      for (let code = first.asNumber(); code <= last; code++) widths.set(code, third.asNumber())
      at += 3
    } else break
  }
  return widths
}

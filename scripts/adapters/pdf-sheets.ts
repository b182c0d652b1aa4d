/** Draws the pages of a PDF on sheets of another, each as it is: its colours, fonts and pictures are taken over untouched. */
import {PDFArray, PDFDict, PDFDocument, PDFHexString, PDFObjectCopier, type PDFPage, PDFRawStream, type PDFRef, PDFStream, PDFString} from '@cantoo/pdf-lib'
import {name} from './pdf-names.ts'
import type {BoxPt} from './pdf.ts'
import {openPdf, savePdf} from './pdf-file.ts'
import {paperIn} from '../content/paper.ts'
import {contentOf as textOf, pack, register, unpack} from './press/objects.ts'

/** A PDF matrix, `[a b c d e f]`: from the page's own space to the sheet's. */
export type Matrix = readonly [number, number, number, number, number, number]

/** A page by its index from 0, what may show of it in the sheet's space, and how it gets there. */
export type SheetPage = {readonly index: number; readonly matrix: Matrix; readonly clip: BoxPt}

export type SheetLine = {readonly from: readonly [number, number]; readonly to: readonly [number, number]; readonly isDashed: boolean}

/** One side of a sheet, in pt from its lower left; `isTurned` turns all that stands on it by 180°. */
export type SheetSide = {
  readonly widthPt: number
  readonly heightPt: number
  readonly isTurned: boolean
  readonly pages: readonly SheetPage[]
  /** Places where no page stands: they have the paper of the page that is named, and nothing that is printed on it. */
  readonly blanks: readonly SheetPage[]
  readonly lines: readonly SheetLine[]
}

/** What the new file says of itself; `identity` is 16 bytes or more in hexadecimal. */
export type SheetsInformation = {readonly title: string; readonly author: string; readonly lang: string; readonly date: Date; readonly identity: string}

const hairlinePt = 0.25
/** A PDF whose pages can be drawn on sheets. */
export type SheetSource = {
  /** The trim of every page in its own space; its crop or medium where it has none. */
  readonly trims: readonly BoxPt[]
  /** Draw sheets; of each page shows what lies within `bleedPt` of its trim. The same pages make the same bytes. */
  readonly draw: (sides: readonly SheetSide[], bleedPt: number, information: SheetsInformation) => Promise<Uint8Array>
}

/** Open a PDF to draw its pages. */
export async function openSheetSource(pdf: Uint8Array): Promise<SheetSource> {
  const source = await openPdf(pdf)
  const trims = source.getPages().map(trimOf)
  return {trims, draw: (sides, bleedPt, information) => drawSheets(source, trims, {sides, bleedPt, information})}
}

function trimOf(page: PDFPage): BoxPt {
  const {x, y, width, height} = page.getTrimBox()
  return {left: x, bottom: y, right: x + width, top: y + height}
}

type Drawing = {readonly sides: readonly SheetSide[]; readonly bleedPt: number; readonly information: SheetsInformation}

async function drawSheets(source: PDFDocument, trims: readonly BoxPt[], {sides, bleedPt, information}: Drawing): Promise<Uint8Array> {
  const sheets = await PDFDocument.create({updateMetadata: false})
  const copier = PDFObjectCopier.for(source.context, sheets.context)
  const boxOf = (index: number) => grow(trims[index], bleedPt)
  const formOf = once(index => registerForm(source.getPage(index), boxOf(index), contentOf(source.getPage(index).node.Contents(), copier, sheets), copier))
  const paperOf = once(index => {
    const paper = paperIn(textOf(source.getPage(index).node), boxOf(index))
    return paper === undefined ? undefined : registerForm(source.getPage(index), boxOf(index), pack(PDFDict.withContext(sheets.context), Buffer.from(paper, 'latin1')), copier)
  })
  for (const side of sides) drawSide(sheets, side, {formOf, paperOf, group: groupOf(source, side, copier)})
  takeOutputIntents(source, sheets, copier)
  setInformation(sheets, information)
  return savePdf(sheets)
}

/** Make what a page needs when it is needed first. */
function once<Value>(make: (index: number) => Value): (index: number) => Value {
  const made = new Map<number, {readonly value: Value}>()
  return index => {
    const found = made.get(index) ?? {value: make(index)}
    made.set(index, found)
    return found.value
  }
}

function grow(box: BoxPt | undefined, by: number): BoxPt {
  const {left, bottom, right, top} = box ?? {left: 0, bottom: 0, right: 0, top: 0}
  return {left: left - by, bottom: bottom - by, right: right + by, top: top + by}
}

/**
 * Make a page a form XObject. Its content stays as it is, packed as it was; the marks of its tags mean nothing in a form
 * that names no parent in a structure tree (ISO 32000-1, 14.7.4.4), and its links stay behind with the page.
 */
function registerForm(page: PDFPage, box: BoxPt, form: PDFStream, copier: PDFObjectCopier): PDFRef {
  const {context} = form.dict
  const resources = page.node.Resources()
  const group = page.node.lookup(name('Group'))
  form.dict.set(name('Type'), name('XObject'))
  form.dict.set(name('Subtype'), name('Form'))
  form.dict.set(name('BBox'), context.obj([box.left, box.bottom, box.right, box.top].map(rounded)))
  form.dict.set(name('Resources'), resources ? copier.copy(resources) : context.obj({}))
  if (group instanceof PDFDict) form.dict.set(name('Group'), copier.copy(group))
  return context.register(form)
}

function contentOf(contents: PDFStream | PDFArray | undefined, copier: PDFObjectCopier, sheets: PDFDocument): PDFStream {
  if (contents instanceof PDFRawStream) return copier.copy(contents).clone(sheets.context)
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index, PDFStream)) : []
  const decoded = streams.flatMap(stream => stream instanceof PDFRawStream ? [unpack(stream), Uint8Array.of(0x0a)] : [])
  return pack(PDFDict.withContext(sheets.context), Buffer.concat(decoded))
}

type Forms = {readonly formOf: (index: number) => PDFRef; readonly paperOf: (index: number) => PDFRef | undefined; readonly group: PDFDict | undefined}

function drawSide(sheets: PDFDocument, {widthPt, heightPt, isTurned, pages, blanks, lines}: SheetSide, {formOf, paperOf, group}: Forms): void {
  const sheet = sheets.addPage([rounded(widthPt), rounded(heightPt)])
  const drawn = [...blanks.map(page => ({page, form: paperOf(page.index)})), ...pages.map(page => ({page, form: formOf(page.index)}))]
  const forms = drawn.flatMap(({page, form}) => form ? [{page, name: sheet.node.newXObject('Page', form)}] : [])
  const content = [
    ...(isTurned ? [`-1 0 0 -1 ${text(widthPt)} ${text(heightPt)} cm`] : []),
    ...forms.map(({page, name: form}) => `q ${rectangle(page.clip)} re W n ${page.matrix.map(text).join(' ')} cm ${form.asString()} Do Q`),
    ...lines.map(({from, to, isDashed}) => `q 0 G ${hairlinePt} w ${isDashed ? '[3 2] 0 d ' : ''}${from.map(text).join(' ')} m ${to.map(text).join(' ')} l S Q`)
  ]
  sheet.node.set(name('Contents'), register(sheets.context, content.join('\n')))
  if (group) sheet.node.set(name('Group'), group)
}

/** Transparency is mixed in the colours that the pages say; so the sheet says the same. */
function groupOf(source: PDFDocument, {pages}: SheetSide, copier: PDFObjectCopier): PDFDict | undefined {
  const groups = pages.map(({index}) => source.getPage(index).node.lookup(name('Group'))).filter(group => group instanceof PDFDict)
  return groups[0] && copier.copy(groups[0])
}

/** What the colours mean is said once in a file: it goes along. */
function takeOutputIntents(source: PDFDocument, sheets: PDFDocument, copier: PDFObjectCopier): void {
  const intents = source.catalog.lookup(name('OutputIntents'))
  if (intents instanceof PDFArray) sheets.catalog.set(name('OutputIntents'), copier.copy(intents))
}

function setInformation(sheets: PDFDocument, {title, author, lang, date, identity}: SheetsInformation): void {
  const info = sheets.context.obj({})
  const texts = {Title: title, ...(author !== '' && {Author: author}), Creator: 'Pamphleteer', Producer: 'Pamphleteer'}
  for (const [key, value] of Object.entries(texts)) info.set(name(key), PDFHexString.fromText(value))
  for (const key of ['CreationDate', 'ModDate']) info.set(name(key), PDFString.fromDate(date))
  sheets.context.trailerInfo.Info = sheets.context.register(info)
  const id = PDFHexString.of(identity.slice(0, 32))
  sheets.context.trailerInfo.ID = sheets.context.obj([id, id])
  sheets.catalog.set(name('Lang'), PDFString.of(lang))
  // Whoever prints from the viewer's dialogue must not get pages that were shrunk to fit.
  sheets.catalog.set(name('ViewerPreferences'), sheets.context.obj({DisplayDocTitle: true, PrintScaling: 'None'}))
}

function rectangle({left, bottom, right, top}: BoxPt): string {
  return [left, bottom, right - left, top - bottom].map(text).join(' ')
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** A number as PDF reads it: never with an exponent. */
function text(value: number): string {
  return String(rounded(value) + 0)
}

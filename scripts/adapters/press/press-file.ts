/** Makes a press file out of a printed PDF, in place: colours, boxes, marks, output intent, metadata. */
import {PDFDict, type PDFDocument, PDFHeader, PDFHexString, PDFNumber, type PDFPage, type PDFRef, PDFString} from '@cantoo/pdf-lib'
import type {Cmyk} from '../../content/ink.ts'
import {isInked} from '../../content/inked.ts'
import type {Matrix} from '../../content/matrix.ts'
import {numeral} from '../../content/operations.ts'
import {darknessOf, paperIn} from '../../content/paper.ts'
import type {BoxPt} from '../pdf.ts'
import {openPdf, savePdf} from '../pdf-file.ts'
import {clean} from './clean.ts'
import {convertColours, type ColourPlan, type Conversion} from './convert.ts'
import {name} from '../pdf-names.ts'
import {contentOf, madeAt, pack, packLater, register, sweep} from './objects.ts'
import {pagesAlone} from './pages-alone.ts'
import {type PageView, viewPages} from './view.ts'

/** The condition that the file is made for (ISO 32000-1, 14.11.5). */
export type OutputIntent = {readonly identifier: string; readonly condition: string; readonly registry: string | undefined; readonly profile: Uint8Array}

/** A page of the file: which printed page it is (from 1), its boxes in the printed page's own pt, and its marks. */
export type PressPage = {readonly from: number; readonly boxes: PressBoxes; readonly marks: PageMarks}

/** What is drawn outside the bleed: pieces of content, each in the file once however many pages have it. */
export type PageMarks = readonly MarkPiece[]
/** `box`: what the content stays in; without one it may be anywhere on the sheet. */
export type MarkPiece = {readonly content: string; readonly x: number; readonly y: number; readonly box?: BoxPt}

/** Boxes from the outside in; what is painted outside `bleed` is cut off. */
export type PressBoxes = {readonly media: BoxPt; readonly bleed: BoxPt; readonly trim: BoxPt}

/** A sheet of the cover: printed pages side by side, each moved and cut to what is its own. */
/** `title`: what stands on its spine. */
export type CoverSheet = {readonly parts: readonly CoverPart[]; readonly boxes: PressBoxes; readonly marks: PageMarks; readonly title?: SpineTitle}
/** Words as outlines, and how they come to their place. */
export type SpineTitle = {readonly path: string; readonly matrix: Matrix}
/**
 * A printed page on a cover's sheet; `cut`: what shows of it there. With `paper`, nothing but the colour of its paper,
 * where that covers so much of the page.
 */
export type CoverPart = {readonly from: number; readonly moveX: number; readonly moveY: number; readonly cut: BoxPt; readonly paper?: BoxPt}

export type PressPlan = {
  readonly colours: ColourPlan
  readonly spot: {readonly name: string; readonly inks: Cmyk} | undefined
  /** Either pages as they are, or the sheets of a cover. */
  readonly pages: readonly PressPage[] | undefined
  readonly sheets: readonly CoverSheet[] | undefined
  readonly intent: OutputIntent | undefined
  readonly information: Readonly<Record<string, string>>
  readonly xmp: string
  readonly lang: string
  readonly date: Date
  /** 16 bytes or more in hexadecimal, the same for the same content. */
  readonly identity: string
}

/** `views`: the finished pages, for the checks. */
export type PressFile = {readonly bytes: Uint8Array; readonly conversions: readonly Conversion[]; readonly views: readonly PageView[]}

/** Make the file. Throws where the printed PDF is not what the browser makes. */
export async function makePressFile(printed: Uint8Array, plan: PressPlan): Promise<PressFile> {
  const file = await openPdf(pagesAlone(printed))
  clean(file)
  keepPages(file, plan)
  const spaces = coloursOf(file, plan)
  const conversions = await convertColours(file, plan.colours, spaces.spot)
  const drawn = plan.sheets ? imposeCover(file, plan.sheets, plan.colours) : plan.pages ?? []
  const forms = new Map<string, PDFRef>()
  const packing = file.getPages().flatMap((page, index) => {
    const sheet = drawn[index]
    return sheet ? [finishPage(page, sheet, spaces, forms)] : []
  })
  await Promise.all([...packing, setIntent(file, plan.intent)])
  setMetadata(file, plan)
  sweep(file.context)
  const bytes = await savePdf(file)
  return {bytes, conversions, views: viewPages(file)}
}

/** Take out the pages that are not asked for. */
function keepPages(file: PDFDocument, {pages, sheets}: PressPlan): void {
  const kept = new Set(sheets ? sheets.flatMap(({parts}) => parts.map(({from}) => from)) : pages?.map(({from}) => from))
  for (let page = file.getPageCount(); page >= 1; page--) if (!kept.has(page)) file.removePage(page - 1)
}

type Spaces = {readonly all: PDFRef; readonly allName: string; readonly spot: PDFRef | undefined; readonly spotName: string}

function coloursOf(file: PDFDocument, {spot, colours}: PressPlan): Spaces {
  const all = separation(file, 'All', [1, 1, 1, 1])
  return {all, allName: colours.names.all, spot: spot && separation(file, spot.name, spot.inks), spotName: colours.names.spot}
}

/** A single ink; a viewer that has no such plate mixes `inks` in its place. */
function separation(file: PDFDocument, ink: string, inks: Cmyk): PDFRef {
  const {context} = file
  const tint = context.obj({FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [...inks], N: 1})
  return context.register(context.obj([name('Separation'), name(ink), name('DeviceCMYK'), tint]))
}

/** Cut the page to its bleed, paint the marks outside it, set the boxes. Its content is packed beside other work. */
function finishPage(page: PDFPage, {boxes, marks}: Pick<PressPage, 'boxes' | 'marks'>, spaces: Spaces, forms: Map<string, PDFRef>): Promise<void> {
  const {context} = page.node
  const {bleed} = boxes
  const cut = `q ${numeral(bleed.left)} ${numeral(bleed.bottom)} ${numeral(bleed.right - bleed.left)} ${numeral(bleed.top - bleed.bottom)} re W n\n`
  // In one stream: who imposes the page takes it over as it is.
  const content = `${cut}${contentOf(page.node)}\nQ\n${drawPieces(page, marks, boxes.media, spaces, forms)}`
  const ref = context.nextRef()
  page.node.set(name('Contents'), ref)
  for (const [key, box] of [['MediaBox', boxes.media], ['CropBox', boxes.media], ['BleedBox', bleed], ['TrimBox', boxes.trim]] as const) page.node.set(name(key), rectangle(box, page.node))
  for (const key of ['ArtBox', 'Rotate', 'UserUnit']) page.node.delete(name(key))
  return packLater(PDFDict.withContext(context), Buffer.from(content, 'latin1')).then(stream => context.assign(ref, stream))
}

/** Draw each piece as a form, which pages share. Artifacts: who reads aloud or extracts text is to pass them over. */
function drawPieces({node}: PDFPage, marks: PageMarks, media: BoxPt, spaces: Spaces, forms: Map<string, PDFRef>): string {
  if (marks.length === 0) return ''
  const drawn = marks.map(({content, x, y, box = media}) => {
    const form = forms.get(content) ?? pieceForm(node, content, box, spaces)
    forms.set(content, form)
    const label = `PressMark${form.objectNumber}`
    madeAt(madeAt(node, 'Resources'), 'XObject').set(name(label), form)
    return `q 1 0 0 1 ${numeral(x)} ${numeral(y)} cm /${label} Do Q`
  })
  return `/Artifact BMC ${drawn.join('\n')} EMC`
}

function pieceForm({context}: PDFDict, content: string, box: BoxPt, {all, allName, spot, spotName}: Spaces): PDFRef {
  const spaces = context.obj({})
  spaces.set(name(allName), all)
  if (spot) spaces.set(name(spotName), spot)
  const resources = context.obj({})
  resources.set(name('ColorSpace'), spaces)
  return register(context, content, {Type: name('XObject'), Subtype: name('Form'), BBox: rectangle(box, resources), Resources: resources})
}

function rectangle({left, bottom, right, top}: BoxPt, {context}: PDFDict) {
  return context.obj([left, bottom, right, top].map(value => PDFNumber.of(Math.round(value * 1e4) / 1e4)))
}

/**
 * Put printed pages side by side: each becomes a form on its sheet. Gives the sheets that there are: behind the first
 * none is made that no ink comes on, since a shop charges for a side by its being there.
 */
function imposeCover(file: PDFDocument, sheets: readonly CoverSheet[], colours: ColourPlan): readonly CoverSheet[] {
  const {context} = file
  const numbers = [...new Set(sheets.flatMap(({parts}) => parts.map(({from}) => from)))].toSorted((a, b) => a - b)
  const pages = new Map(file.getPages().map((page, index) => [numbers[index], page]))
  const forms = new Map([...pages].map(([number, page]) => [number, formOf(page, contentOf(page.node))]))
  const inked = new Set([...pages].flatMap(([number, page]) => isInked(contentOf(page.node)) ? [number] : []))
  const made = sheets.filter(({parts}, index) => index === 0 || parts.some(({from}) => inked.has(from)))
  while (file.getPageCount() > 0) file.removePage(0)
  for (const {parts, boxes: {media}, title} of made) {
    const page = file.addPage([media.right - media.left, media.top - media.bottom])
    const drawn = parts.flatMap(({from, paper, ...part}) => {
      const form = paper ? paperFormOf(pages.get(from), paper) : forms.get(from)
      return form ? [{...part, form, label: `${paper ? 'Paper' : 'Part'}${from}`}] : []
    })
    const xobjects = madeAt(madeAt(page.node, 'Resources'), 'XObject')
    for (const {label, form} of drawn) xobjects.set(name(label), form)
    const content = drawn.map(({label, cut, moveX, moveY}) => `q ${numeral(cut.left)} ${numeral(cut.bottom)} ${numeral(cut.right - cut.left)} ${numeral(cut.top - cut.bottom)} re W n 1 0 0 1 ${numeral(moveX)} ${numeral(moveY)} cm /${label} Do Q`)
    const papers = parts.flatMap(({from, paper}) => paper ? [paperOf(pages.get(from), paper) ?? ''] : [])
    const words = title ? [spineWords(page, title, papers.findLast(paper => paper !== '') ?? '', colours)] : []
    page.node.set(name('Contents'), register(context, [...content, ...words].join('\n')))
  }
  return made
}

/** A spine's words in black, which overprints as all black text does, or on dark paper in white. */
function spineWords({node}: PDFPage, {path, matrix}: SpineTitle, paper: string, {groups, names}: ColourPlan): string {
  const isDark = darknessOf(paper) > 0.5
  const ink = groups === 'DeviceGray' ? `${isDark ? 1 : 0} g` : `0 0 0 ${isDark ? 0 : 1} k`
  if (!isDark) madeAt(madeAt(node, 'Resources'), 'ExtGState').set(name(names.overprint), node.context.obj({Type: 'ExtGState', OP: true, op: true, OPM: 1}))
  return `q ${matrix.map(numeral).join(' ')} cm ${isDark ? '' : `/${names.overprint} gs `}${ink} ${path} Q`
}

function paperOf(page: PDFPage | undefined, area: BoxPt): string | undefined {
  return page && paperIn(contentOf(page.node), area)
}

function paperFormOf(page: PDFPage | undefined, area: BoxPt): PDFRef | undefined {
  const paper = paperOf(page, area)
  return page && paper !== undefined ? formOf(page, paper) : undefined
}

function formOf(page: PDFPage, content: string): PDFRef {
  const {context} = page.node
  const dict = context.obj({Type: 'XObject', Subtype: 'Form', FormType: 1})
  const {x, y, width, height} = page.getMediaBox()
  dict.set(name('BBox'), context.obj([x, y, x + width, y + height]))
  dict.set(name('Resources'), madeAt(page.node, 'Resources'))
  const group = page.node.get(name('Group'))
  if (group) dict.set(name('Group'), group)
  return context.register(pack(dict, Buffer.from(content, 'latin1')))
}

/** The output intent of PDF/X-4 (ISO 15930-7, 6.2.3): the profile itself is in the file. */
async function setIntent(file: PDFDocument, intent: OutputIntent | undefined): Promise<void> {
  if (!intent) return
  const {context} = file
  const profile = context.nextRef()
  const dict = context.obj({Type: 'OutputIntent', S: 'GTS_PDFX', DestOutputProfile: profile})
  const texts = {OutputConditionIdentifier: intent.identifier, OutputCondition: intent.condition, Info: intent.condition, ...(intent.registry !== undefined && {RegistryName: intent.registry})}
  for (const [key, text] of Object.entries(texts)) dict.set(name(key), PDFHexString.fromText(text))
  file.catalog.set(name('OutputIntents'), context.obj([dict]))
  context.assign(profile, await packLater(context.obj({N: 4}), intent.profile))
}

function setMetadata(file: PDFDocument, {information, xmp, lang, date, identity}: PressPlan): void {
  const {context, catalog} = file
  const info = context.obj({Trapped: 'False'})
  for (const [key, value] of Object.entries(information)) info.set(name(key), PDFHexString.fromText(value))
  for (const key of ['CreationDate', 'ModDate']) info.set(name(key), PDFString.fromDate(date))
  context.trailerInfo.Info = context.register(info)
  catalog.set(name('Metadata'), context.register(context.stream(new TextEncoder().encode(xmp), {Type: 'Metadata', Subtype: 'XML'})))
  catalog.set(name('Lang'), PDFString.of(lang))
  catalog.set(name('ViewerPreferences'), context.obj({DisplayDocTitle: true}))
  catalog.delete(name('Version'))
  context.header = PDFHeader.forVersion(1, 6)
  const id = PDFHexString.of(identity.slice(0, 32))
  context.trailerInfo.ID = context.obj([id, id])
}

/**
 * The plates of a PDF from anywhere: the file with every colour as the gray that one of its inks has of it. Drawn by any
 * program, a page then shows what that plate prints. Streams call the spaces that stand in (`plate-spaces.ts`) by name;
 * pictures and gradients keep their data.
 */
import {type PDFContext, PDFDict, type PDFDocument, PDFRawStream, type PDFObject, type PDFRef} from '@cantoo/pdf-lib'
import {forEachOperation, type Operation} from '../../content/operations.ts'
import {openPdf, savePdf} from '../pdf-file.ts'
import {name} from '../pdf-names.ts'
import {contentOf, dictAt, entriesAt, isTrue, madeAt, nameAt, numberAt, pack, streamAt, unpack} from './objects.ts'
import {plateSpaces, type PlateSpaces} from './plate-spaces.ts'

/** `inks`: the plates, process inks first. `plate`: the file as one of them prints it; one after the other. */
export type Plates = {readonly inks: readonly string[]; readonly plate: (ink: string) => Promise<Uint8Array>}

/** Make a file ready to show its plates. Rejects where it is damaged, or has more content than is looked at. */
export async function platesOf(bytes: Uint8Array): Promise<Plates> {
  const file = await openPdf(bytes)
  const job: Job = {context: file.context, spaces: plateSpaces(file.context), masks: masksIn(file), rewritten: new Set(), left: mostContent}
  for (const [ref, value] of file.context.enumerateIndirectObjects()) if (!job.masks.has(value)) replaceIn(job, ref, value)
  for (const {node} of file.getPages()) node.set(name('Contents'), file.context.register(pack(PDFDict.withContext(file.context), inSpaces(job, `${initial}${contentOf(node)}`))))
  return {
    inks: job.spaces.inks(),
    plate: ink => {
      job.spaces.show(ink)
      return savePdf(file)
    }
  }
}

/** Characters of content in all: some hundred thousand dense pages have as many. */
const mostContent = 400_000_000

type Job = {readonly context: PDFContext; readonly spaces: PlateSpaces; readonly masks: ReadonlySet<PDFObject>; readonly rewritten: Set<PDFRef>; left: number}

/** Names in the file for the spaces that stand in for DeviceGray and DeviceCMYK. */
const [gray, cmyk] = ['PlateGray', 'PlateCMYK'] as const
/** Black is what a page begins with (ISO 32000-1, 8.4.1). */
const initial = `/${gray} cs 0 scn /${gray} CS 0 SCN\n`

function replaceIn(job: Job, ref: PDFRef, value: PDFObject): void {
  const dict = value instanceof PDFRawStream ? value.dict : value
  if (!(dict instanceof PDFDict)) return
  replaceSpace(dict, job)
  replaceResources(dictAt(dict, 'Resources'), job)
  replaceSpace(dictAt(dict, 'Shading'), job)
  blendOverprint(dict)
  const isCell = numberAt(dict, 'PatternType') === 1
  if (value instanceof PDFRawStream && (isCell || nameAt(dict, 'Subtype') === 'Form')) rewriteStream(job, ref, value, isCell && numberAt(dict, 'PaintType') !== 2 ? initial : '')
  if (nameAt(dict, 'Subtype') === 'Type3') for (const glyph of entriesAt(dict, 'CharProcs')) if (glyph.ref && glyph.value instanceof PDFRawStream) rewriteStream(job, glyph.ref, glyph.value, '')
}

/** Pictures and gradients say their space themselves. */
function replaceSpace(dict: PDFDict | undefined, {spaces}: Job): void {
  const isColoured = dict && (nameAt(dict, 'Subtype') === 'Image' && !isTrue(dict, 'ImageMask') || dict.has(name('ShadingType')))
  const space = isColoured ? dict.lookup(name('ColorSpace')) : undefined
  if (space) dict?.set(name('ColorSpace'), spaces.standIn(space))
}

/** What stands in a resource dictionary itself, and not as an object of its own. */
function replaceResources(resources: PDFDict | undefined, job: Job): void {
  if (!resources) return
  const named = madeAt(resources, 'ColorSpace')
  for (const {key, value} of entriesAt(resources, 'ColorSpace')) named.set(name(key), job.spaces.standIn(value))
  named.set(name(gray), job.spaces.gray)
  named.set(name(cmyk), job.spaces.cmyk)
  for (const {value} of entriesAt(resources, 'Shading')) if (value instanceof PDFDict) replaceSpace(value, job)
  for (const {value} of entriesAt(resources, 'Pattern')) if (value instanceof PDFDict) replaceSpace(dictAt(value, 'Shading'), job)
  for (const {value} of entriesAt(resources, 'ExtGState')) if (value instanceof PDFDict) blendOverprint(value)
}

/** What overprints takes nothing off a plate on which it has no ink: so it darkens, and never covers. */
function blendOverprint(state: PDFDict): void {
  const keys = ['OP', 'op'].filter(key => state.has(name(key)))
  if (keys.length > 0 && !state.has(name('BM'))) state.set(name('BM'), name(keys.some(key => isTrue(state, key)) ? 'Multiply' : 'Normal'))
}

function rewriteStream(job: Job, ref: PDFRef, stream: PDFRawStream, before: string): void {
  if (job.rewritten.has(ref)) return
  job.rewritten.add(ref)
  job.context.assign(ref, pack(stream.dict, inSpaces(job, `${before}${Buffer.from(unpack(stream)).toString('latin1')}`)))
}

/** Content whose colours are chosen in spaces by name. */
function inSpaces(job: Job, content: string): Buffer {
  job.left -= content.length
  if (job.left < 0) throw new Error('Expected less content')
  const parts: string[] = []
  let done = 0
  forEachOperation(content, operation => {
    const instead = insteadOf(operation, job)
    if (instead === undefined) return
    parts.push(content.slice(done, operation.start), instead)
    done = operation.end
  })
  return Buffer.from(`${parts.join('')}${content.slice(done)}`, 'latin1')
}

/** The spaces of the press as content names them, by short names in the head of a picture inside it (8.9.7). */
const devices: Readonly<Record<string, typeof gray | typeof cmyk>> = {g: gray, G: gray, '/DeviceGray': gray, '/G': gray, k: cmyk, K: cmyk, '/DeviceCMYK': cmyk, '/CMYK': cmyk}

function insteadOf(operation: Operation, job: Job): string | undefined {
  const {operator} = operation
  switch (operator) {
    case 'g': case 'k': return `${standIn(operator, job)} cs ${operation.operands.join(' ')} scn`
    case 'G': case 'K': return `${standIn(operator, job)} CS ${operation.operands.join(' ')} SCN`
    case 'cs': case 'CS': return `${standIn(operation.operand(0), job)} ${operator}`
    case 'BI': return operation.text.replace(/(?<=^[^]*?\/(?:CS|ColorSpace)\s*)\/\w+(?=[^]*?\sID\s)/, space => standIn(space, job))
    default: return undefined
  }
}

/** The name to call in place of an operator or a name; any other name leads to a space that is replaced itself. */
function standIn(called: string, {spaces}: Job): string {
  const found = devices[called]
  if (!found) return called
  spaces.standIn(name(found === gray ? 'DeviceGray' : 'DeviceCMYK'))
  return `/${found}`
}

/** Drawings and pictures that are read as opacity, with what they draw: those are no colours. */
function masksIn({context}: PDFDocument): ReadonlySet<PDFObject> {
  const masks = new Set<PDFObject>()
  const waiting = context.enumerateIndirectObjects().flatMap(([, value]) => {
    const dict = value instanceof PDFRawStream ? value.dict : value
    return dict instanceof PDFDict ? [...statesIn(dict), dict].flatMap(maskOf) : []
  })
  for (let mask = waiting.pop(); mask; mask = waiting.pop()) {
    if (masks.has(mask)) continue
    masks.add(mask)
    for (const {value} of entriesAt(dictAt(mask.dict, 'Resources'), 'XObject')) if (value instanceof PDFRawStream) waiting.push(value)
  }
  return masks
}

function statesIn(dict: PDFDict): readonly PDFDict[] {
  return entriesAt(dictAt(dict, 'Resources'), 'ExtGState').flatMap(({value}) => value instanceof PDFDict ? [value] : [])
}

function maskOf(dict: PDFDict): readonly PDFRawStream[] {
  const mask = dict.lookup(name('SMask'))
  const drawing = mask instanceof PDFDict ? streamAt(mask, 'G') : mask
  return drawing instanceof PDFRawStream ? [drawing] : []
}

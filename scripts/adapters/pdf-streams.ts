/** The content streams of a PDF that hold marks: its pages, and the forms that say themselves what their content is. */
import {PDFDict, type PDFDocument, PDFNumber, type PDFObject, PDFRawStream, PDFRef} from '@cantoo/pdf-lib'
import {charactersOfFonts} from './pdf-characters.ts'
import type {Draws, Insertion, Picture, Scan} from './pdf-content.ts'
import {markArtifacts, scanContent} from './pdf-content.ts'
import {deflatedLater, inflatedLater} from './pdf-inflate.ts'
import {lettersFirst} from './pdf-letters-first.ts'
import {name} from './pdf-names.ts'
import {plainSpans} from './pdf-plain-spans.ts'
import {logicalOrder} from './pdf-right-to-left.ts'
import {twinFonts} from './pdf-twin-fonts.ts'
import type {KeptMarks} from './pdf-tags-write.ts'

export type MarkedStream = {readonly ref: PDFRef; readonly dict: PDFDict; readonly bytes: Buffer; readonly scan: Scan; readonly resources: PDFObject | undefined}

/** Scan every page and every marked form, by its key in the parent tree; a page without marks has a key below zero. */
export async function scanStreams(file: PDFDocument): Promise<ReadonlyMap<number, MarkedStream>> {
  const forms = file.context.enumerateIndirectObjects().flatMap(([ref, value]) =>
    value instanceof PDFRawStream && isMarkedForm(value) ? [{ref, stream: value, holder: value.dict, resources: value.dict.lookup(name('Resources'))}] : [])
  const pages = file.getPages().flatMap(({node}) => {
    const ref = node.get(name('Contents'))
    const stream = node.lookup(name('Contents'))
    return ref instanceof PDFRef && stream instanceof PDFRawStream ? [{ref, stream, holder: node, resources: node.Resources()}] : []
  })
  return new Map(await Promise.all([...pages, ...forms].map(async ({ref, stream, holder, resources}, index): Promise<[number, MarkedStream]> => {
    const bytes = await inflatedLater(stream)
    return [keyOf(holder) ?? -1 - index, {ref, dict: stream.dict, bytes, resources, scan: scanContent(bytes, picturesIn(resources))}]
  })))
}

/** Tell what a mark draws, from the streams scanned. */
export function drawsIn(streams: ReadonlyMap<number, MarkedStream>): (stream: number, number: number) => Draws {
  const marks = new Map([...streams].map(([key, {scan}]) => [key, new Map(scan.marks.map(mark => [mark.number, mark.draws]))]))
  return (stream, number) => marks.get(stream)?.get(number) ?? 'nothing'
}

/** What is done to the streams: what goes in between and, where any text runs to the left, the marks around which it does. */
export type StreamEdits = {readonly insertions: ReadonlyMap<number, readonly Insertion[]>; readonly runsToLeft?: KeptMarks}

/** Make an artifact of all that no tag holds, put in what is to be put in, draw letters before their dots and what runs from right to left in its order, and let fonts say what spans say of a glyph. A stream in which nothing changes stays as it is. Gives the marks of each stream whose order is not sure. */
export async function writeStreams(file: PDFDocument, streams: ReadonlyMap<number, MarkedStream>, kept: KeptMarks, {insertions, runsToLeft}: StreamEdits): Promise<KeptMarks> {
  const charactersOf = charactersOfFonts()
  const twins = twinFonts(file)
  const packed: Promise<void>[] = []
  const unsure = new Map<number, ReadonlySet<number>>()
  for (const [key, {ref, dict, bytes, scan, resources}] of streams) {
    const numbers = kept.get(key)
    const marked = lettersFirst(markArtifacts(bytes, scan, number => numbers?.has(number) ?? false, insertions.get(key)))
    const says = (font: string, code: string) => charactersOf(resources, font)?.byCode.get(code)
    const plain = plainSpans(marked, says, twins(resources))
    const ordered = runsToLeft ? logicalOrder(plain, says, number => runsToLeft.get(key)?.has(number) ?? false) : {bytes: plain, unsure: new Set<number>()}
    if (ordered.unsure.size > 0) unsure.set(key, ordered.unsure)
    if (ordered.bytes !== bytes) packed.push(replaceContent(file, ref, dict, ordered.bytes))
  }
  await Promise.all(packed)
  return unsure
}

async function replaceContent({context}: PDFDocument, ref: PDFRef, dict: PDFDict, bytes: Buffer): Promise<void> {
  dict.set(name('Filter'), name('FlateDecode'))
  dict.delete(name('DecodeParms'))
  context.assign(ref, PDFRawStream.of(dict, await deflatedLater(bytes)))
}

function isMarkedForm({dict}: PDFRawStream): boolean {
  return dict.get(name('Subtype')) === name('Form') && keyOf(dict) !== undefined
}

function keyOf(holder: PDFDict): number | undefined {
  const key = holder.lookup(name('StructParents'))
  return key instanceof PDFNumber ? key.asNumber() : undefined
}

function picturesIn(resources: PDFObject | undefined): (picture: string) => Picture {
  const pictures = resources instanceof PDFDict ? resources.lookup(name('XObject')) : undefined
  return text => {
    const picture = pictures instanceof PDFDict ? pictures.lookup(name(text)) : undefined
    if (!(picture instanceof PDFRawStream)) return 'form'
    return isMarkedForm(picture) ? 'marked-form' : picture.dict.get(name('Subtype')) === name('Image') ? 'image' : 'form'
  }
}

/** Checks a PDF from anywhere. It may be anything, so it is read and drawn in a thread that can be stopped. */
import {answerWithin, type Bounds} from '../adapters/answer-within.ts'
import {drawPages, packPicture} from '../adapters/page-pictures.ts'
import {purposeWords, type Purpose} from '../checks/preflight/purpose.ts'
import type {FileReport, PageReport} from '../checks/preflight/report.ts'
import {checkForeign, unreadable} from '../preflight.ts'

/** A file from elsewhere, by its name without folders; `purpose`: what it is held to, where that is not to be guessed. */
export type ForeignPdf = {readonly name: string; readonly bytes: Uint8Array; readonly purpose?: Purpose}

/** A book of a thousand pages takes a minute or two. */
const bounds: Bounds = {limitMs: 600_000, memoryMb: 4_096}

/** Check a PDF and draw its pages; one that takes too long is a finding. */
export async function reportWithin(file: ForeignPdf, {limitMs, memoryMb} = bounds): Promise<FileReport> {
  const module = import.meta.url.endsWith('.ts') ? './foreign-thread.ts' : './foreign-thread.js'
  const report = await answerWithin<FileReport>(new URL(module, import.meta.url), file, {limitMs, memoryMb})
  const {findings} = unreadable('file that takes too long to read or to draw', `pages that are drawn within ${limitMs / 1000} s`, 'Export it again, with drawings in drawings flattened, or split it.')
  return report ?? {name: file.name, pages: [], findings}
}

/** The same in this thread, however long it takes. */
export async function reportHere({name, bytes, purpose: asked}: ForeignPdf): Promise<FileReport> {
  const {findings, views, inks, purpose} = await checkForeign(bytes, asked)
  const isSound = !findings.some(({rule}) => rule === 'unreadable-pdf')
  const pictures = isSound ? await picturesOf(bytes, views.length) : new Map<number, Uint8Array>()
  const pages = views.map(({page, media, trim}): PageReport => ({page, media, trim, picture: pictures.get(page), coverage: inks.get(page) ?? 'it could not be drawn'}))
  return {name, ...(purpose && {heldTo: purposeWords[purpose]}), pages, findings}
}

/** Pictures by page; in a thick pamphlet smaller ones. */
export async function picturesOf(pdf: Uint8Array, count: number): Promise<ReadonlyMap<number, Uint8Array>> {
  const pictures = new Map<number, Uint8Array>()
  await drawPages(pdf, count > 100 ? 45 : 90, async picture => void pictures.set(picture.page, await packPicture(picture)))
  return pictures
}

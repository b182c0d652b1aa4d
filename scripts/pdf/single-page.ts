/** A page that stands beside the pamphlet: cut to its size, with the pamphlet's metadata under a title of its own. */
import {createHash} from 'node:crypto'
import {editPdf} from '../adapters/pdf.ts'
import {twinsMeant} from '../adapters/pdf-glyph-parts.ts'
import type {Metadata} from '../types.ts'
import {wordsFor} from '../words.ts'
import {directionOf, leftward} from '../writing.ts'
import {mendTags, roles} from './tags/mend.ts'
import {xmpPacket} from './xmp.ts'

export type SinglePage = {readonly pdf: Uint8Array; readonly widthMm: number; readonly heightMm: number; readonly sheetHeightPx: number; readonly title: string; readonly lang: string}

const ptPerMm = 72 / 25.4

/** Finish it; `date` is the only date in the file. */
export async function finishSinglePage({pdf, widthMm, heightMm, sheetHeightPx, title, lang}: SinglePage, metadata: Metadata, date: Date): Promise<Uint8Array> {
  const top = sheetHeightPx * 0.75
  const own = {...metadata, title, lang}
  const {bytes} = await editPdf(pdf, {
    box: {left: 0, bottom: top - heightMm * ptPerMm, right: widthMm * ptPerMm, top},
    labels: [{from: 0, style: 'decimal', start: 1}],
    bookmarks: [],
    information: {Title: title, Creator: 'Pamphleteer', Producer: 'Pamphleteer, Chromium (Skia/PDF)'},
    xmp: isOrdered => xmpPacket(own, date, isOrdered),
    mendTags: root => mendTags(root, lang, {words: wordsFor(lang), folioOf: () => undefined}),
    hasLeftward: directionOf(lang) === 'rtl' || leftward.test(title),
    hanging: new Set(),
    twins: twinsMeant(JSON.stringify(metadata)),
    roles,
    lang,
    date,
    identity: createHash('sha256').update(JSON.stringify([title, metadata.slug, date.toISOString(), widthMm])).digest('hex').toUpperCase()
  })
  return bytes
}

/** The other views of the pages: the sheets of the booklet and the EPUB; made when somebody looks at them. */
import {bind} from '../epub/bind.ts'
import type {Easel} from '../epub/cover.ts'
import {makeCover} from '../epub/cover.ts'
import {impose, prepareImposition} from '../imposition/impose.ts'
import {buildDate} from '../manuscript/date.ts'
import {trimBox} from '../pdf/reading.ts'
import type {BuildDate, Message, Metadata, Pages, Pamphlet, Theme} from '../types.ts'

type Whole = {readonly pamphlet: Pamphlet; readonly theme: Theme; readonly pages: Pages}

/** The sides of the sheets, in the order of printing; `messages` say why there are none. */
export type Sheets = {readonly pdf?: Uint8Array; readonly messages: readonly Message[]}

/** Impose the pages as they are on screen: the press file's colours make no other sheets. */
export async function makeSheets({pamphlet: {metadata}, pages}: Whole): Promise<Sheets> {
  const {plan, source, messages} = await prepareImposition(pages.pdf, {metadata, bleedMm: metadata.print.bleedMm, trim: trimBox(pages.sheet)})
  if (!plan) return {messages}
  const {instant} = await dateOf(metadata)
  const [first] = await impose(plan, source, {...metadata, booklet: {...metadata.booklet, duplex: 'auto'}}, instant)
  return {messages, ...(first && {pdf: first.bytes})}
}

/** Bind the EPUB of the same pages; its cover is drawn only where it is another one than before. */
export async function makeBook({pamphlet, theme, pages}: Whole, easel: Easel): Promise<Uint8Array> {
  const {instant} = await dateOf(pamphlet.metadata)
  const {bytes} = await bind(pamphlet, theme, {modified: instant, pages, cover: makeCover(pamphlet, theme, easel), ...(easel.drawings && {kept: easel.drawings})})
  return bytes
}

function dateOf({date}: Metadata): Promise<BuildDate> {
  return buildDate({...(date !== undefined && {metadataDate: date}), lastCommit: () => Promise.resolve(undefined)})
}

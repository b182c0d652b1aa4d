/** The title of a plain text, and what stands in the same block. */
import type {ImportedMetadata} from '../imported.ts'
import type {Block} from './blocks.ts'
import {findDate, readDate} from './dates.ts'
import {byline, isRecord, recordDay} from './fields.ts'

export type Titled = {readonly metadata: ImportedMetadata; readonly isAmerican: boolean}

/** Read a title, with what stands close below it: a date, an author, both on a line. */
export function titleOf({lines}: Block): Titled {
  const last = lines.length > 1 ? closing(lines.at(-1) ?? '') : undefined
  if (!last) return recordOf(lines)
  const above = titleOf({lines: lines.slice(0, -1), indent: 0})
  return {metadata: {...above.metadata, ...last.metadata}, isAmerican: above.isAmerican || last.isAmerican}
}

const personName = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|del|von|van|der|di|da|la|le|al|bin|ibn)){1,4}$/u

/** Read the last line of a title that is none of it: a date, an author, or both; undefined where it belongs to it. */
export function closing(line: string): Titled | undefined {
  const date = readDate(line)
  if (date) return {metadata: {date: date.date}, isAmerican: date.isAmerican}
  if (byline.test(line)) return {metadata: {author: [line.replace(byline, '')]}, isAmerican: false}
  const signed = recordDay(line)
  return signed && personName.test(signed.title) ? {metadata: {author: [signed.title], date: signed.found.date}, isAmerican: signed.found.isAmerican} : undefined
}

/** Minutes and reports say in their title whose they are and of which day; the day is metadata. */
function recordOf(lines: readonly string[]): Titled {
  const at = lines.findIndex(isRecord)
  if (at === -1) return {metadata: plainTitle(lines), isAmerican: false}
  const publisher = lines.slice(0, at).join(' ')
  const {metadata, isAmerican} = datedTitle(lines[at] ?? '', lines.slice(at + 1))
  return {metadata: {...(publisher !== '' && {publisher}), ...metadata}, isAmerican}
}

/** A day at the title's end goes to the date; one in the line below it, with place and time, stays there as well. */
function datedTitle(line: string, below: readonly string[]): Titled {
  const own = recordDay(line)
  const subtitle = below.join(' ')
  const day = own?.found ?? below.map(findDate).find(found => found !== undefined)
  if (!day) return {metadata: plainTitle([line, ...below]), isAmerican: false}
  return {metadata: {title: own?.title ?? line, ...(subtitle !== '' && {subtitle}), date: day.date}, isAmerican: day.isAmerican}
}

/** A first line that ends with a colon announces a subtitle. */
function plainTitle(lines: readonly string[]): ImportedMetadata {
  const [first = '', ...others] = lines
  if (others.length === 0) return {title: first.replace(/^#+\s*(?=\S)/, '')}
  if (!/\S\s*:$/.test(first)) return {title: lines.join(' ')}
  return {title: first.slice(0, -1).trim(), subtitle: others.join(' ')}
}

/** The title of a plain text, and what stands in the same block. */
import {isByline, isPersonName, readByline} from '../bylines.ts'
import type {ImportedMetadata} from '../imported.ts'
import type {Block} from './blocks.ts'
import {findDate, readDate} from './dates.ts'
import {isRecord, recordDay} from './fields.ts'
import {beginsSubtitle} from './subtitles.ts'

/** `more`: what stands behind an author's name. */
export type Titled = {readonly metadata: ImportedMetadata; readonly isAmerican: boolean; readonly more?: string}

/** Read a title, with what stands close below it: a date, an author, both on a line. */
export function titleOf({lines}: Block): Titled {
  const isSigned = lines.slice(1, -1).some(isByline)
  const last = lines.length > 1 ? closing(lines.at(-1) ?? '', isSigned) : undefined
  if (!last) return recordOf(lines)
  const above = titleOf({lines: lines.slice(0, -1), indent: 0})
  const more = above.more ?? last.more
  return {metadata: {...above.metadata, ...last.metadata}, isAmerican: above.isAmerican || last.isAmerican, ...(more !== undefined && {more})}
}

/**
 * Read a line at a title's end that is none of it: a date, an author, or both; undefined where it belongs to it.
 * Below an author (`isSigned`) stands the paper with its day.
 */
export function closing(line: string, isSigned: boolean): Titled | undefined {
  const date = readDate(line)
  if (date) return {metadata: {date: date.date}, isAmerican: date.isAmerican}
  const byline = readByline(line)
  if (byline) return {metadata: {author: byline.author, ...(byline.date !== undefined && {date: byline.date})}, isAmerican: byline.isAmerican, ...(byline.more !== '' && {more: byline.more})}
  const day = recordDay(line)
  const isName = day !== undefined && (isSigned ? day.title.split(' ').length <= 6 : isPersonName(day.title))
  return isName ? {metadata: {...isSigned ? {publisher: day.title} : {author: [day.title]}, date: day.found.date}, isAmerican: day.found.isAmerican} : undefined
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

/** A first line that ends with a colon announces a subtitle; else the shapes of the lines tell where one begins. */
function plainTitle(lines: readonly string[]): ImportedMetadata {
  const [first = '', ...others] = lines
  if (others.length === 0) return {title: first.replace(/^#+\s*(?=\S)/, '')}
  if (/\S\s*:$/.test(first)) return {title: first.slice(0, -1).trim(), subtitle: others.join(' ')}
  const at = lines.findIndex((line, index) => index > 0 && beginsSubtitle(lines[index - 1] ?? '', line))
  return at === -1 ? {title: lines.join(' ')} : {title: lines.slice(0, at).join(' '), subtitle: lines.slice(at).join(' ')}
}

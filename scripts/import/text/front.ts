/** What stands above an article's first paragraph: masthead, motto, title, author, date. */
import {canonicalLanguage} from '../../manuscript/language.ts'
import type {ImportedMetadata, Remark} from '../imported.ts'
import {guessed} from '../imported.ts'
import type {Block} from './blocks.ts'
import {isOverDrawnLine, isParagraph, joined, startsWithQuote, withoutCalls, withoutDrawnLines} from './blocks.ts'
import {readDate} from './dates.ts'
import {areFields, byline, dayOfFields, isAddress, isGreeting} from './fields.ts'
import {closing, titleOf} from './titles.ts'

export type Front = {
  readonly metadata: ImportedMetadata
  readonly remarks: readonly Remark[]
  /** How many blocks the front takes. */
  readonly length: number
  /** Blocks among them that are no metadata, and stand at the head of the text. */
  readonly kept: readonly Block[]
  readonly isAmerican: boolean
}

const mostBlocks = 12
const organ = /^(?:the )?(?:voice|organ|newspaper|paper|journal|magazine|review|bulletin|newsletter|publication) (?:of|for)$/i
const marked = /^(title|subtitle|author|date|publisher|rights|language|lang)\s*:\s+(?=\S)/i

/** Read the front. What was taken for what is told, because only its shape says so. */
export function readFront(whole: readonly Block[]): Front {
  const blocks = whole.map(withoutDrawnLines)
  const first = blocks.findIndex((block, index) => isParagraph(block) || isText(block) || index > 0 && isCalling(block))
  const before = blocks.slice(0, first === -1 ? mostBlocks : Math.min(mostBlocks, first))
  const dateAt = before.findIndex(block => block.lines.length === 1 && readDate(joined(block)))
  const head = first === -1 && dateAt === -1 ? before.slice(0, 1) : before
  // Behind the date stands the text, though its first block may be a head; without a date everything short may be front.
  const length = whole[0] && isOverDrawnLine(whole[0]) ? lengthBelowTitle(before) : dateAt === -1 ? withoutLastHead(head) : dateAt + 1
  const {metadata: said, isAmerican, kept} = sort(head.slice(0, length).filter(({lines}) => lines.length > 0))
  const day = said.date === undefined && length > 0 && blocks[length] ? dayOfFields(blocks[length]) : undefined
  const metadata = {...said, ...(day && {date: day.date})}
  const remarks = Object.entries(metadata).map(([key, value]) => guessed(`${key}: ${textOf(value)}`))
  return {metadata, remarks, length, isAmerican, kept}
}

/** Who was there, an address and a greeting belong to the text. */
function isText(block: Block): boolean {
  return isGreeting(block) || isAddress(block) || areFields(block) && !block.lines.every(line => marked.test(line)) && !block.lines.some(line => byline.test(line))
}

/** A sentence with a note is text, however short. */
function isCalling(block: Block): boolean {
  const text = joined(block)
  return withoutCalls(text) !== text && /[.!?…]["”’»“)]*$/.test(withoutCalls(text))
}

/** Below a first block that is underlined, and so the title, only what says itself what it is belongs to the front. */
function lengthBelowTitle(before: readonly Block[]): number {
  const end = before.findIndex((block, index) => index > 0 && partOf(block).metadata === undefined)
  return end === -1 ? Math.max(1, before.length) : end
}

/** Of several short blocks the last is the first section's head, unless it is a line that belongs to the title. */
function withoutLastHead(head: readonly Block[]): number {
  const last = head.at(-1)
  const isSection = head.length > 1 && last?.lines.length === 1 && !byline.test(last.lines[0] ?? '') && !marked.test(last.lines[0] ?? '')
  const length = isSection && head.slice(0, -1).some(block => !byline.test(joined(block))) ? head.length - 1 : head.length
  // Three short blocks of which none says what it is are a title and text.
  return head.slice(0, length).filter(block => partOf(block).metadata === undefined).length > 2 ? 1 : length
}

type Sorted = {readonly metadata: ImportedMetadata; readonly isAmerican: boolean; readonly kept: readonly Block[]}

/** Give each block its part: those that say what they are, and of the rest the last is the title and the first the masthead. What says again what another has said stays text. */
function sort(head: readonly Block[]): Sorted {
  const named = head.map(block => ({block, ...partOf(block)}))
  const isNew = named.map(({metadata = {}}, index) => !clash(metadata, named.slice(0, index).map(other => other.metadata ?? {})))
  const parts = named.filter((_, index) => isNew[index]).reduce<ImportedMetadata>((all, {metadata}) => ({...all, ...metadata}), {})
  const again = named.filter((_, index) => isNew[index] === false).map(({block}) => block)
  const rest = named.filter(({metadata}) => metadata === undefined).map(({block}) => block)
  const isAmerican = named.some(part => part.isAmerican === true)
  const titled = parts.title === undefined ? rest.at(-1) : undefined
  if (!titled) return {metadata: parts, isAmerican, kept: [...rest, ...again]}
  const own = titleOf(titled)
  const title = clash(own.metadata, [parts]) ? {metadata: {title: joined(titled)}, isAmerican: false} : own
  const masthead = rest.length > 1 && title.metadata.publisher === undefined && parts.publisher === undefined ? rest[0] : undefined
  return {
    isAmerican: isAmerican || title.isAmerican,
    kept: [...rest.slice(masthead ? 1 : 0, -1), ...again],
    metadata: {...(masthead && {publisher: joined(masthead)}), ...title.metadata, ...parts}
  }
}

function clash(metadata: ImportedMetadata, others: readonly ImportedMetadata[]): boolean {
  return Object.keys(metadata).some(key => others.some(other => Object.hasOwn(other, key)))
}

type Part = {readonly metadata?: ImportedMetadata; readonly isAmerican?: boolean}

function partOf(block: Block): Part {
  const [line = '', ...others] = block.lines
  const date = others.length === 0 ? readDate(line) : undefined
  if (date) return {metadata: {date: date.date}, isAmerican: date.isAmerican}
  if (organ.test(line) && others.length > 0) return {metadata: {author: [others.join(' ')]}}
  if (block.lines.every(one => marked.test(one))) return {metadata: markedParts(block.lines)}
  if (byline.test(line)) return signature(block)
  const epigraph = startsWithQuote(line) ? epigraphOf(block) : undefined
  return epigraph ? {metadata: {epigraph}} : {}
}

/** An author, with a date below. */
function signature(block: Block): Part {
  const below = closing(block.lines.at(-1) ?? '')
  const isDated = block.lines.length === 2 && below?.metadata.date !== undefined && below.metadata.author === undefined
  return isDated ? {isAmerican: below.isAmerican, metadata: {author: [block.lines[0]?.replace(byline, '') ?? ''], ...below.metadata}} : {metadata: {author: [joined(block).replace(byline, '')]}}
}

/** `Title: …`, `Author: …`: the file says it outright. */
function markedParts(lines: readonly string[]): ImportedMetadata {
  return lines.reduce<ImportedMetadata>((parts, line) => ({...parts, ...markedPart(marked.exec(line)?.[1]?.toLowerCase() ?? '', line.replace(marked, '').trim())}), {})
}

function markedPart(key: string, value: string): ImportedMetadata {
  if (key === 'author') return {author: [value]}
  const date = key === 'date' ? readDate(value)?.date : undefined
  if (key === 'date') return date === undefined ? {} : {date}
  const lang = key.startsWith('lang') ? canonicalLanguage(value) : undefined
  if (key.startsWith('lang')) return lang === undefined ? {} : {lang}
  return {[key]: value}
}

/** A motto: its marks go, since the page sets it as a quotation; a last line with a dash is its source. */
function epigraphOf(block: Block): {readonly text: string; readonly by?: string} | undefined {
  const last = block.lines.at(-1) ?? ''
  const source = block.lines.length > 1 ? /^(?:[—–―-]+)\s*(.+)$/.exec(last)?.[1] : undefined
  const words = (source === undefined ? block.lines : block.lines.slice(0, -1)).join(' ')
  const bare = words.replace(/^["“„«‘]\s*/, '').replace(/\s*["”“»’]$/, '')
  // What is quoted inside a title ends before it.
  return bare === '' || source === undefined && !/["”“»’]$/.test(words) ? undefined : {text: bare, ...(source !== undefined && {by: source})}
}

function textOf(value: ImportedMetadata[keyof ImportedMetadata]): string {
  if (typeof value === 'string') return value
  if (value === undefined) return ''
  return Object.values<unknown>(value).filter(part => typeof part === 'string').join('text' in value ? ' — ' : ', ')
}

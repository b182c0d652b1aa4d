/** What stands above an article's first paragraph: masthead, motto, title, author, date. */
import {canonicalLanguage} from '../../manuscript/language.ts'
import type {ImportedMetadata, Remark} from '../imported.ts'
import {guessed} from '../imported.ts'
import type {Block} from './blocks.ts'
import {isOverDrawnLine, isParagraph, joined, startsWithQuote, withoutCalls, withoutDrawnLines} from './blocks.ts'
import {readDate} from './dates.ts'

export type Front = {
  readonly metadata: ImportedMetadata
  readonly remarks: readonly Remark[]
  /** How many blocks the front takes. */
  readonly length: number
  readonly isAmerican: boolean
}

const mostBlocks = 12
const byline = /^(?:by|von|par|por|di|de|text|author|autor|автор)[: ]\s*(?=\p{Lu})/iu
const organ = /^(?:the )?(?:voice|organ|newspaper|paper|journal|magazine|review|bulletin|newsletter|publication) (?:of|for)$/i
const marked = /^(title|subtitle|author|date|publisher|rights|language|lang)\s*:\s+(?=\S)/i

/** Read the front. What was taken for what is told, because only its shape says so. */
export function readFront(whole: readonly Block[]): Front {
  const blocks = whole.map(withoutDrawnLines)
  const first = blocks.findIndex((block, index) => isParagraph(block) || index > 0 && isCalling(block))
  const before = blocks.slice(0, first === -1 ? mostBlocks : Math.min(mostBlocks, first))
  const dateAt = before.findIndex(block => block.lines.length === 1 && readDate(joined(block)))
  const head = first === -1 && dateAt === -1 ? before.slice(0, 1) : before
  // Behind the date stands the text, though its first block may be a head; without a date everything short may be front.
  const length = whole[0] && isOverDrawnLine(whole[0]) ? lengthBelowTitle(before) : dateAt === -1 ? withoutLastHead(head) : dateAt + 1
  const {metadata, isAmerican} = sort(head.slice(0, length).filter(({lines}) => lines.length > 0))
  const remarks = Object.entries(metadata).map(([key, value]) => guessed(`${key}: ${textOf(value)}`))
  return {metadata, remarks, length, isAmerican}
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
  return isSection && head.slice(0, -1).some(block => !byline.test(joined(block))) ? head.length - 1 : head.length
}

type Sorted = {readonly metadata: ImportedMetadata; readonly isAmerican: boolean}

/** Give each block its part: those that say what they are, and of the rest the last is the title and the first the masthead. */
function sort(head: readonly Block[]): Sorted {
  const named = head.map(block => ({block, part: partOf(block)}))
  const parts = named.reduce<ImportedMetadata>((all, {part}) => ({...all, ...part.metadata}), {})
  const rest = named.filter(({part}) => part.metadata === undefined).map(({block}) => block)
  const isAmerican = named.some(({part}) => part.isAmerican === true)
  const titleBlock = rest.at(-1)
  if (parts.title !== undefined || titleBlock === undefined) return {metadata: parts, isAmerican}
  const masthead = rest.length > 1 ? rest[0] : undefined
  const title = titleOf(titleBlock)
  return {isAmerican, metadata: {...title, ...(masthead && {publisher: joined(masthead)}), ...parts}}
}

type Part = {readonly metadata?: ImportedMetadata; readonly isAmerican?: boolean}

function partOf(block: Block): Part {
  const [line = '', ...others] = block.lines
  const date = others.length === 0 ? readDate(line) : undefined
  if (date) return {metadata: {date: date.date}, isAmerican: date.isAmerican}
  if (organ.test(line) && others.length > 0) return {metadata: {author: [others.join(' ')]}}
  if (block.lines.every(one => marked.test(one))) return {metadata: markedParts(block.lines)}
  if (byline.test(line)) return {metadata: {author: [joined(block).replace(byline, '')]}}
  const epigraph = startsWithQuote(line) ? epigraphOf(block) : undefined
  return epigraph ? {metadata: {epigraph}} : {}
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
  return bare === '' ? undefined : {text: bare, ...(source !== undefined && {by: source})}
}

/** A first line that ends with a colon announces a subtitle. */
function titleOf({lines}: Block): ImportedMetadata {
  const [first = '', ...others] = lines
  if (others.length === 0) return {title: first.replace(/^#+\s*(?=\S)/, '')}
  if (!/\S\s*:$/.test(first)) return {title: lines.join(' ')}
  return {title: first.slice(0, -1).trim(), subtitle: others.join(' ')}
}

function textOf(value: ImportedMetadata[keyof ImportedMetadata]): string {
  if (typeof value === 'string') return value
  if (value === undefined) return ''
  return 'text' in value ? [value.text, value.by ?? []].flat().join(' — ') : value.join(', ')
}

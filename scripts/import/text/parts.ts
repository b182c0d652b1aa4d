/** What a block above a text says of itself: a date, an author, a motto, or outright what it is. */
import {canonicalLanguage} from '../../language.ts'
import type {Byline} from '../bylines.ts'
import {isPersonName, readByline} from '../bylines.ts'
import type {ImportedMetadata} from '../imported.ts'
import type {Block} from './blocks.ts'
import {joined, startsWithQuote} from './blocks.ts'
import {readDate} from './dates.ts'
import {closing} from './titles.ts'

/** `more`: what has no place in metadata and none in the text, such as an author's office; `left`: lines that are text; `isOrgan`: whose paper it is, who wrote where nobody else did. */
export type Part = {readonly metadata?: ImportedMetadata; readonly isAmerican?: boolean; readonly isOrgan?: boolean; readonly more?: string; readonly left?: readonly string[]}

const organ = /^(?:the )?(?:voice|organ|newspaper|paper|journal|magazine|review|bulletin|newsletter|publication) (?:of|for)$/i
const marked = /^(title|subtitle|author|date|publisher|rights|language|lang)\s*:\s+(?=\S)/i

/** Read a block; nothing where it does not say what it is. `isFirst`: nothing stands above it, so that it may be a title. */
export function partOf(block: Block, isFirst = false): Part {
  const [line = '', ...others] = block.lines
  const date = others.length === 0 ? readDate(line) : undefined
  if (date) return {metadata: {date: date.date}, isAmerican: date.isAmerican}
  if (organ.test(line) && others.length > 0) return {metadata: {author: [others.join(' ')]}, isOrgan: true}
  if (block.lines.every(isMarked)) return {metadata: markedParts(block.lines)}
  const signed = signature(block, isFirst)
  if (signed) return signed
  const epigraph = startsWithQuote(line) ? epigraphOf(block) : undefined
  return epigraph ? {metadata: {epigraph}} : {}
}

/** Tell a line that begins with the name of a key. */
export function isMarked(line: string): boolean {
  return marked.test(line)
}

/** Tell a block that ends the front: it names the author or the day. */
export function isSigned(block: Block): boolean {
  const {author, date} = partOf(block).metadata ?? {}
  return (author !== undefined || date !== undefined) && !organ.test(block.lines[0] ?? '') && !block.lines.every(isMarked)
}

/** An author, with further names, a date, and the paper of that day below. */
function signature(block: Block, isFirst: boolean): Part | undefined {
  const [first = '', ...below] = namesTogether(block.lines)
  const byline = readByline(first) ?? (!isFirst && isPersonName(first) && below.some(line => readDate(line) !== undefined) ? nameAlone(first) : undefined)
  if (!byline) return undefined
  const {author, date, isAmerican, more} = byline
  return below.reduce<Part>((part, line) => {
    const read = closing(line, true)
    const isNew = read !== undefined && Object.keys(read.metadata).every(key => part.metadata === undefined || !Object.hasOwn(part.metadata, key))
    if (!isNew) return {...part, left: [...part.left ?? [], line]}
    return {...part, metadata: {...part.metadata, ...read.metadata}, isAmerican: part.isAmerican === true || read.isAmerican}
  }, {metadata: {author, ...(date !== undefined && {date})}, isAmerican, ...(more !== '' && {more})})
}

/** A name above a date says who wrote it, without a word for that. */
function nameAlone(name: string): Byline {
  return {author: [name], isAmerican: false, more: ''}
}

/** A line that goes on with "and" belongs to the one above it. */
function namesTogether(lines: readonly string[]): readonly string[] {
  return lines.reduce<readonly string[]>((all, line) => {
    const last = all.at(-1)
    const isGoing = last !== undefined && (/^(?:and|und|et|y|e|en|и|&)\s/iu.test(line) || /(?:,|\s(?:and|und|et|y|e|en|и|&))$/iu.test(last))
    return isGoing ? [...all.slice(0, -1), `${last} ${line}`] : [...all, line]
  }, [])
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

/** A motto: its marks go, since the page sets it as a quotation; behind a dash in its last line stands its source. */
function epigraphOf(block: Block): {readonly text: string; readonly by?: string} | undefined {
  const [, words = '', source] = /^(.*?["”“»’.!?…]) ?[—–―-]+ ?([^—–―]{2,80})$/u.exec(joined(block)) ?? [joined(block), joined(block)]
  const bare = words.replace(/^["“„«‘]\s*/, '').replace(/\s*["”“»’]$/, '')
  // What is quoted inside a title ends before it.
  return bare === '' || source === undefined && !/["”“»’]$/.test(words) ? undefined : {text: bare, ...(source !== undefined && {by: source})}
}

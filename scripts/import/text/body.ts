/** The blocks of a plain text below its front, as mdast: heads, paragraphs, lists, quotations, rules. */
import type {Blockquote, Heading, ListItem, PhrasingContent, RootContent} from 'mdast'
import {shiftHeads} from '../ranks.ts'
import type {Block} from './blocks.ts'
import {canBeHead, isWrapped, joined} from './blocks.ts'
import {areFields, isField, isGreeting, nameOf, speakersIn} from './fields.ts'
import {inline} from './inline.ts'
import {withoutHeadMarks} from './marked-heads.ts'
import {isCapitals} from './subtitles.ts'

const bullet = /^[-*•·–◦▪]\s+(?=\S)/
const number = /^(\d{1,3})[.)]\s+(?=\S)/
const rule = /^(?:(?:[*•·#_~=–—-]\s*){3,}|⁂|\*|#)$/
const quoted = /^>\s?/
const hashes = /^(#{1,6})\s+(?=\S)/

/** Turn blocks into mdast. `depth` bounds quotations inside quotations. */
export function bodyOf(whole: readonly Block[], depth = 0): RootContent[] {
  const blocks = withoutHeadMarks(whole)
  const hasCapitals = blocks.some(block => canBeHead(block) && isCapitals(joined(block)))
  const edge = Math.min(...blocks.map(({indent}) => indent))
  const around = {hasCapitals, speakers: speakersIn(blocks), depth, edge}
  const nodes = blocks.map((block, index) => nodeOf(block, blocks[index + 1], around))
  shiftHeads(nodes)
  return nodes
}

/** `edge`: how far the text stands in from the margin, in characters. */
type Around = {readonly hasCapitals: boolean; readonly speakers: ReadonlySet<string>; readonly depth: number; readonly edge: number}

function nodeOf(block: Block, next: Block | undefined, around: Around): RootContent {
  const [line = '', second] = block.lines
  if (second === undefined && rule.test(line)) return {type: 'thematicBreak'}
  const head = headOf(block, next, around)
  if (head) return head
  const quotation = around.depth < 3 ? quotationOf(block, around) : undefined
  if (quotation) return quotation
  if (bullet.test(line) && block.lines.length > 1 || block.lines.every(one => bullet.test(one))) return listOf(block, bullet)
  if (number.test(line) && block.lines.filter(one => number.test(one)).length > 1) return listOf(block, number)
  return {type: 'paragraph', children: linesOf(block)}
}

/** Several lines of running text that stand in from the rest are a quotation; one alone may begin a paragraph so. */
function isSetIn(block: Block, {edge}: Around): boolean {
  const isListed = block.lines.some(line => bullet.test(line) || number.test(line) || quoted.test(line))
  return block.indent - edge >= 2 && block.lines.length > 1 && isWrapped(block) && !isListed && !areFields(block)
}

function quotationOf(block: Block, around: Around): Blockquote | undefined {
  if (isSetIn(block, around)) return {type: 'blockquote', children: [{type: 'paragraph', children: linesOf(block)}]}
  return block.lines.every(one => quoted.test(one)) ? {type: 'blockquote', children: unquoted(block, around.depth)} : undefined
}

function unquoted(block: Block, depth: number) {
  const inner = {lines: block.lines.map(line => line.replace(quoted, '').trim()).filter(line => line !== ''), indent: 0}
  const nodes = inner.lines.length === 0 ? [] : bodyOf([inner], depth + 1)
  return nodes.flatMap(node => node.type === 'paragraph' || node.type === 'blockquote' || node.type === 'list' ? [node] : [{type: 'paragraph' as const, children: linesOf(inner)}])
}

/** Heads are marked, or known by their shape: a short line in front of more text. */
function headOf(block: Block, next: Block | undefined, {hasCapitals, speakers}: Around): Heading | undefined {
  const [line = ''] = block.lines
  const isSaid = isField(line) || speakers.has(nameOf(line) ?? '')
  return markedHead(block) ?? (next && !isSaid && canBeHead(block) && canFollowHead(next, line) ? heading(hasCapitals && !isCapitals(line) ? 3 : 2, line) : undefined)
}

/** A line with `#` in front, or with a line of `=` or `-` below. */
function markedHead({lines: [line = '', second, third]}: Block): Heading | undefined {
  const marks = second === undefined ? hashes.exec(line)?.[1] : undefined
  if (marks !== undefined) return heading(Math.max(2, marks.length), line.replace(hashes, '').replace(/\s+#+$/, ''))
  if (third !== undefined || second === undefined || !/^(?:={3,}|-{3,})$/.test(second)) return undefined
  return heading(second.startsWith('=') ? 2 : 3, line)
}

/** A rule ends what stands above it; above a greeting stands the date of a letter; a line with a number above another one is an item. */
function canFollowHead(next: Block, line: string): boolean {
  return !rule.test(joined(next)) && !isGreeting(next) && !(number.test(line) && number.test(next.lines[0] ?? ''))
}

function heading(depth: number, text: string): Heading {
  return {type: 'heading', depth: depth >= 4 ? 4 : depth === 3 ? 3 : 2, children: inline(text)}
}

/** A line without a mark goes on with the item above it. */
function listOf({lines}: Block, mark: RegExp): RootContent {
  const items: string[] = []
  for (const line of lines) {
    if (mark.test(line)) items.push(line.replace(mark, ''))
    else items.push(`${items.pop() ?? ''} ${line}`)
  }
  const children = items.map((text): ListItem => ({type: 'listItem', spread: false, children: [{type: 'paragraph', children: inline(text.trim())}]}))
  const start = Number(mark === number ? number.exec(lines[0] ?? '')?.[1] : NaN)
  return {type: 'list', ordered: mark === number, spread: false, children, ...(mark === number && {start})}
}

/** Lines that were broken to a width are joined; lines that were meant, of a poem or an address, stay. */
function linesOf(block: Block): PhrasingContent[] {
  if (block.lines.length === 1 || !areFields(block) && isWrapped(block)) return inline(joined(block))
  return block.lines.flatMap((line, index): PhrasingContent[] => index === 0 ? inline(line) : [{type: 'break'}, ...inline(line)])
}

/** What stands above an article's first paragraph: masthead, motto, title, subtitle, author, date. */
import {isByline, moreThanName} from '../bylines.ts'
import type {ImportedMetadata, Remark} from '../imported.ts'
import {guessedPart, lost} from '../imported.ts'
import type {Block} from './blocks.ts'
import {isOverDrawnLine, isParagraph, joined, withoutCalls, withoutDrawnLines} from './blocks.ts'
import {areFields, dayOfFields, isAddress, isGreeting} from './fields.ts'
import {isMarked, isSigned, partOf} from './parts.ts'
import {isSubtitleOf} from './subtitles.ts'
import type {Titled} from './titles.ts'
import {titleOf} from './titles.ts'

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

/** Read the front. What was taken for what is told, because only its shape says so. */
export function readFront(whole: readonly Block[]): Front {
  const blocks = whole.map(withoutDrawnLines)
  const first = blocks.findIndex((block, index) => isParagraph(block) || isText(block) || index > 0 && isCalling(block))
  const before = blocks.slice(0, first === -1 ? mostBlocks : Math.min(mostBlocks, first))
  const length = lengthOf(before, {isOpen: first === -1, isUnderlined: whole[0] !== undefined && isOverDrawnLine(whole[0])})
  const {metadata: said, isAmerican, kept, more, organs} = sort(before.slice(0, length).filter(({lines}) => lines.length > 0))
  const day = said.date === undefined && length > 0 && blocks[length] ? dayOfFields(blocks[length]) : undefined
  const metadata = {...said, ...(day && {date: day.date})}
  const remarks = [...Object.entries(metadata).map(([key, value]) => guessedPart(key, value)), ...more.flatMap(moreThanName), ...organs.map(words => lost(`whose paper it is, since somebody else wrote: “${words}”`))]
  return {metadata, remarks, length, isAmerican, kept}
}

/** Who was there, an address and a greeting belong to the text. */
function isText(block: Block): boolean {
  return isGreeting(block) || isAddress(block) || areFields(block) && !block.lines.every(isMarked) && !block.lines.some(isByline)
}

/** A sentence with a note is text, however short. */
function isCalling(block: Block): boolean {
  const text = joined(block)
  return withoutCalls(text) !== text && /[.!?…]["”’»“)]*$/.test(withoutCalls(text))
}

/**
 * How many of the blocks before the first paragraph are front. `isOpen`: there is no paragraph that is sure to be one.
 * Behind author and day stands the text, though its first block may be a head; without them everything short may be front.
 */
function lengthOf(before: readonly Block[], {isOpen, isUnderlined}: {readonly isOpen: boolean; readonly isUnderlined: boolean}): number {
  if (isUnderlined) return lengthBelowTitle(before)
  const dated = before.findIndex(block => block.lines.length === 1 && partOf(block).metadata?.date !== undefined)
  const signed = dated === -1 ? before.findIndex((block, index) => index > 0 && isSigned(block)) : dated
  if (signed !== -1) return signed + 1 + countWhile(before.slice(signed + 1), isSigned)
  return withoutLastHead(isOpen ? before.slice(0, 1) : before)
}

/** Below a first block that is underlined, and so the title, only what says itself what it is belongs to the front, and a subtitle above it. */
function lengthBelowTitle(before: readonly Block[]): number {
  const says = (block: Block | undefined) => block !== undefined && partOf(block).metadata !== undefined
  const subtitle = before[1] && before[2] && !says(before[1]) && isSigned(before[2]) ? 1 : 0
  return before.length === 0 ? 1 : 1 + subtitle + countWhile(before.slice(1 + subtitle), says)
}

function countWhile<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  const end = items.findIndex(item => !holds(item))
  return end === -1 ? items.length : end
}

/** Of several short blocks the last is the first section's head, unless it is a line that belongs to the title. */
function withoutLastHead(head: readonly Block[]): number {
  const last = head.at(-1)
  const isSection = head.length > 1 && last?.lines.length === 1 && !isByline(last.lines[0] ?? '') && !isMarked(last.lines[0] ?? '')
  const length = isSection && head.slice(0, -1).some(block => !isByline(joined(block))) ? head.length - 1 : head.length
  // Three short blocks of which none says what it is are a title and text.
  return head.slice(0, length).filter((block, index) => partOf(block, index === 0).metadata === undefined).length > 2 ? 1 : length
}

type Sorted = {readonly metadata: ImportedMetadata; readonly isAmerican: boolean; readonly kept: readonly Block[]; readonly more: readonly string[]; readonly organs: readonly string[]}

/** Give each block its part: those that say what they are, and of the rest those of `titlesOf`. What says again what another has said stays text. */
function sort(head: readonly Block[]): Sorted {
  const all = head.map((block, index) => ({block, ...partOf(block, index === 0)}))
  const isWritten = all.some(({metadata, isOrgan}) => isOrgan !== true && metadata?.author !== undefined)
  const named = all.filter(({isOrgan}) => isOrgan !== true || !isWritten)
  const organs = all.filter(part => !named.includes(part)).map(({block}) => joined(block))
  const isNew = named.map(({metadata = {}}, index) => !clash(metadata, named.slice(0, index).map(other => other.metadata ?? {})))
  const [taken, again] = [named.filter((_, index) => isNew[index]), named.filter((_, index) => isNew[index] === false).map(({block}) => block)]
  const parts = taken.reduce<ImportedMetadata>((said, {metadata}) => ({...said, ...metadata}), {})
  const left = taken.flatMap(part => part.left === undefined ? [] : [{lines: part.left, indent: 0}])
  const rest = named.filter(({metadata}) => metadata === undefined).map(({block}) => block)
  const titled: Titled & Pick<Sorted, 'kept'> = parts.title === undefined ? titlesOf(rest, head, parts) : {metadata: {}, isAmerican: false, kept: rest}
  return {
    organs,
    isAmerican: titled.isAmerican || named.some(part => part.isAmerican === true),
    more: [...taken.flatMap(({more}) => more ?? []), ...titled.more === undefined ? [] : [titled.more]],
    kept: [...titled.kept, ...left, ...again],
    metadata: {...titled.metadata, ...parts}
  }
}

/** Of blocks that do not say what they are the last is the title, or the subtitle of the one above it; the first is the masthead. */
function titlesOf(rest: readonly Block[], head: readonly Block[], parts: ImportedMetadata): Titled & Pick<Sorted, 'kept'> {
  const subtitle = parts.subtitle === undefined ? subtitleIn(rest, head) : undefined
  const block = rest.at(subtitle ? -2 : -1)
  if (!block) return {metadata: {}, isAmerican: false, kept: rest}
  const own = titleOf(block)
  const isDouble = clash(own.metadata, [parts, ...subtitle ? [{subtitle: ''}] : []])
  const title: Titled = isDouble ? {metadata: {title: joined(block)}, isAmerican: false} : own
  const others = rest.slice(0, rest.indexOf(block))
  const masthead = clash({publisher: ''}, [title.metadata, parts]) ? undefined : others[0]
  return {
    ...title, kept: masthead ? others.slice(1) : others,
    metadata: {...(masthead && {publisher: joined(masthead)}), ...title.metadata, ...(subtitle && {subtitle: joined(subtitle)})}
  }
}

/** The last block, where it stands right below another and is its subtitle. */
function subtitleIn(rest: readonly Block[], head: readonly Block[]): Block | undefined {
  const [last, above] = [rest.at(-1), rest.at(-2)]
  if (!last || !above || head.indexOf(last) !== head.indexOf(above) + 1) return undefined
  return last.lines.length === 1 && isSubtitleOf(joined(above), joined(last)) ? last : undefined
}

function clash(metadata: ImportedMetadata, others: readonly ImportedMetadata[]): boolean {
  return Object.keys(metadata).some(key => others.some(other => Object.hasOwn(other, key)))
}

/** Divides the text into files that old readers can hold: at chapters, in a long one at its heads, then between blocks. */
import type {Element, ElementContent} from 'hast'
import type {Note} from '../types.ts'

/** A chapter whose blocks are clean; the first is its head where it has one. */
export type CleanChapter = {
  readonly id: string
  readonly title: string
  readonly hasHeading: boolean
  readonly blocks: readonly ElementContent[]
}

/** A chapter, or a part of a long one, in one file. `continues` where the chapter began in an earlier file. */
export type Part = {readonly chapter: CleanChapter; readonly blocks: readonly ElementContent[]; readonly continues: boolean}

type Weighed<T> = {readonly item: T; readonly bytes: number}

/** Bytes for what stands around a part and around a file: the section with its labels, the head of the file. */
const wrapping = 1_000

/**
 * Divide chapters into files of at most `limit` bytes, notes and wrapping included. A chapter opens a file, or where
 * chapters run on, shares one with its neighbours. Only a single block that is over the limit makes a file over it.
 */
export function divide(
  chapters: readonly CleanChapter[],
  notes: readonly Note[],
  openings: 'page' | 'run-on',
  limit: number
): readonly (readonly Part[])[] {
  const weigh = scales(notes)
  const parts = chapters.flatMap(chapter => partsOf(chapter, weigh, limit - 2 * wrapping))
  if (openings === 'page') return parts.map(({item}) => [item])
  return pack(parts, limit - wrapping).map(file => file.map(({item}) => item))
}

function partsOf(chapter: CleanChapter, weigh: (node: ElementContent) => number, limit: number): readonly Weighed<Part>[] {
  const blocks = chapter.blocks.map(item => ({item, bytes: weigh(item)}))
  const rank = sectionRank(chapter)
  const sections = groups(blocks, ({item}, before) => isHead(item) && headRank(item) === rank && !isHead(before.item))
  const units = totalOf(blocks) <= limit ? [blocks] : sections.flatMap(section => totalOf(section) <= limit ? [section] : withHeads(section))
  const files = pack(units.map(unit => ({item: unit, bytes: totalOf(unit)})), limit)
  return files.map((file, index) => ({
    item: {chapter, blocks: file.flatMap(({item}) => item.map(block => block.item)), continues: index > 0},
    bytes: totalOf(file) + wrapping + chapter.title.length * 8
  }))
}

/** The rank of the heads at which a chapter may be divided: the highest that it has below its own. */
function sectionRank({blocks, hasHeading}: CleanChapter): number {
  return blocks.slice(hasHeading ? 1 : 0).reduce((rank, block) => Math.min(rank, headRank(block)), noHead)
}

const noHead = 7

function headRank(node: ElementContent): number {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName) ? Number(node.tagName.charAt(1)) : noHead
}

function isHead(node: ElementContent): boolean {
  return headRank(node) !== noHead
}

/** Single blocks, but a head stays with what follows it. */
function withHeads(blocks: readonly Weighed<ElementContent>[]): readonly (readonly Weighed<ElementContent>[])[] {
  return groups(blocks, (_, before) => !isHead(before.item))
}

/** Cut a list in front of every item that `starts` a group. */
function groups<T>(items: readonly T[], starts: (item: T, before: T) => boolean): readonly (readonly T[])[] {
  const result: T[][] = []
  items.forEach((item, index) => {
    const last = result.at(-1)
    const before = items[index - 1]
    if (!last || before === undefined || starts(item, before)) result.push([item])
    else last.push(item)
  })
  return result
}

/** Fill files in order; an item that is over the limit alone gets a file alone. */
function pack<T>(items: readonly Weighed<T>[], limit: number): readonly (readonly Weighed<T>[])[] {
  let bytes = items[0]?.bytes ?? 0
  return groups(items, item => {
    const overflows = bytes + item.bytes > limit
    bytes = overflows ? item.bytes : bytes + item.bytes
    return overflows
  })
}

function totalOf(items: readonly {readonly bytes: number}[]): number {
  return items.reduce((sum, {bytes}) => sum + bytes, 0)
}

/** Make a function that says how many bytes a node takes at most as XHTML, with the notes that it refers to first. */
function scales(notes: readonly Note[]): (node: ElementContent) => number {
  // A note is taken out as it is weighed: notes that refer to each other come to an end.
  const waiting = new Map(notes.map(note => [note.references[0], note]))
  const weigh = (node: ElementContent): number => {
    if (node.type !== 'element') return node.type === 'text' ? textBytes(node.value) : 0
    const {id} = node.properties
    const note = typeof id === 'string' ? waiting.get(id) : undefined
    if (note) waiting.delete(note.references[0])
    return tagBytes(node) + sum(node.children) + (note ? noteBytes(note) + sum(note.children) : 0)
  }
  const sum = (nodes: readonly ElementContent[]): number => nodes.reduce((total, node) => total + weigh(node), 0)
  return weigh
}

/** Each link back takes about 150 bytes, the element around a note 200. */
function noteBytes({references}: Note): number {
  return 200 + 200 * references.length
}

/** An escaped character takes six bytes in place of one. */
function textBytes(text: string): number {
  return Buffer.byteLength(text) + 5 * (text.match(/[&<>"]/g)?.length ?? 0)
}

/** Names change a little on the way (`className`), and a link may get a file's name. */
function tagBytes({tagName, properties}: Element): number {
  return Object.entries(properties).reduce((sum, [name, value]) => {
    const text = Array.isArray(value) ? value.join(' ') : String(value)
    return sum + name.length + 10 + textBytes(text) + (name === 'href' ? 40 : 0)
  }, 2 * tagName.length + 10)
}

/** Notes in a plain text: `[1]` or `¹` behind a word, and a block or a line that begins with the same. */
import type {FootnoteDefinition, PhrasingContent, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Block} from './blocks.ts'
import {inline} from './inline.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const definition = /^(?:\[(\d{1,3}|\*{1,3})\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\.?)\s*(?=\S)/
const reference = /\[(\d{1,3}|\*{1,3})\]|(?<=\S)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\p{L})/gu

export type Notes = {readonly blocks: readonly Block[]; readonly definitions: readonly FootnoteDefinition[]}

/** Take the notes out of the blocks; only those that the rest of the text refers to are notes. */
export function takeNotes(blocks: readonly Block[]): Notes {
  const others = blocks.filter(block => !isNote(block))
  const called = new Set(others.flatMap(({lines}) => lines.flatMap(line => [...line.matchAll(reference)].map(nameOf))))
  const taken = blocks.filter(isNote).filter(block => splitNotes(block).every(({name}) => called.has(name)))
  const notes = taken.flatMap(splitNotes).filter(({name}, index, all) => all.findIndex(other => other.name === name) === index)
  const left = blocks.filter(block => !taken.includes(block))
  return {blocks: withoutNotesHead(left, blocks, taken), definitions: notes.map(({name, text}) => ({type: 'footnoteDefinition', identifier: name, label: name, children: [{type: 'paragraph', children: inline(text)}]}))}
}

function isNote({lines}: Block): boolean {
  return definition.test(lines[0] ?? '')
}

/** A line without a mark goes on with the note above it. */
function splitNotes({lines}: Block): readonly {readonly name: string; readonly text: string}[] {
  const notes: {name: string; text: string}[] = []
  for (const line of lines) {
    const match = definition.exec(line)
    const last = notes.at(-1)
    if (match) notes.push({name: nameOf(match), text: line.slice(match[0].length)})
    else if (last) last.text += ` ${line}`
  }
  return notes
}

function nameOf([, bracketed, raised = '']: readonly (string | undefined)[]): string {
  return bracketed?.replace(/^\*+$/, stars => `star-${stars.length}`) ?? Array.from(raised, digit => superscripts.indexOf(digit)).join('')
}

/** The head over the notes would stand over nothing. */
function withoutNotesHead(left: readonly Block[], blocks: readonly Block[], taken: readonly Block[]): readonly Block[] {
  const [first] = taken
  const head = first && blocks[blocks.indexOf(first) - 1]
  return head?.lines.length === 1 && /^(?:(?:foot|end)?notes|anmerkungen|fußnoten|notas|note|примечания)$/i.test(head.lines[0] ?? '') ? left.filter(block => block !== head) : left
}

/** Put references into the text where a note of that name is. */
export function placeReferences(nodes: RootContent[], definitions: readonly FootnoteDefinition[]): void {
  const names = new Set(definitions.map(({identifier}) => identifier))
  if (names.size === 0) return
  visit({type: 'root', children: nodes}, 'text', (node, index, parent) => {
    if (!parent || index === undefined || parent.type === 'link') return undefined
    const parts = split(node.value, names)
    parent.children.splice(index, 1, ...parts)
    return index + parts.length
  })
}

function split(text: string, names: ReadonlySet<string>): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let end = 0
  for (const match of text.matchAll(reference)) {
    const name = nameOf(match)
    if (!names.has(name)) continue
    const before = text.slice(end, match.index).trimEnd()
    if (before !== '') parts.push({type: 'text', value: before})
    parts.push({type: 'footnoteReference', identifier: name, label: name})
    end = match.index + match[0].length
  }
  return end < text.length ? [...parts, {type: 'text', value: text.slice(end)}] : parts
}

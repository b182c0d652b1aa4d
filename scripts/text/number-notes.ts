/** Numbers the notes in the order in which the text first refers to them, through the whole pamphlet. */
import type {Element, ElementContent, Root, RootContent} from 'hast'
import type {VFile} from 'vfile'
import {elementsIn} from '../elements.ts'
import type {Note} from '../types.ts'
import {isMark} from './index-marks.ts'
import {report} from './report.ts'
import {narrowSpace} from './typography/characters.ts'

/** A file's text with its notes by label, all HTML. */
export type FileText = {readonly name: string; readonly tree: Root; readonly notes: ReadonlyMap<string, Root>}

type Numbered = {readonly number: number; readonly references: string[]; readonly children: readonly ElementContent[]}

/**
 * Number the references in place and give the notes in order. A note that a note refers to comes right behind it: at the
 * foot of a page notes stand in the order of their numbers, and near what they belong to. Reports unused-note of one whose
 * only reference went with an element that was taken out.
 */
export function numberNotes(files: readonly (FileText & {readonly file: VFile})[]): readonly Note[] {
  const numbered = new Map<Root, Numbered>()
  /** References still to be read, the next one last. */
  const waiting = files.flatMap(file => referencesOf(file, file.tree)).toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {file, reference} = next
    const note = file.notes.get(String(reference.properties['dataNoteref']))
    if (!note) continue
    const known = numbered.get(note)
    const entry = known ?? {number: numbered.size + 1, references: [], children: contentOf(note)}
    if (!known) for (const nested of referencesOf(file, note).toReversed()) waiting.push(nested)
    numbered.set(note, entry)
    setReference(reference, entry)
  }
  for (const {notes, file} of files) for (const [label, note] of notes) if (!numbered.has(note)) reportUnreached(label, note, file)
  for (const {tree, notes} of files) for (const part of [tree, ...notes.values()]) {
    closeUp(part)
    separate(part)
  }
  return [...numbered.values()].map(({number, references, children}) => ({id: `note-${number}`, number, references, children}))
}

function reportUnreached(label: string, note: Root, file: VFile): void {
  const placed = note.children.find(({position}) => position) ?? note
  report(file, 'unused-note', placed, `Unexpected note \`[^${label}]\` whose reference stands in HTML that was taken out, expected a reference in the text`, 'Refer to the note in the text, or delete it; it would not be printed.')
}

type Reference = {readonly file: FileText; readonly reference: Element}

function referencesOf(file: FileText, tree: Root): readonly Reference[] {
  return referencesIn(tree).map(reference => ({file, reference}))
}

function referencesIn(tree: Root): readonly Element[] {
  return elementsIn(tree).filter(({properties}) => properties['dataNoteref'] !== undefined)
}

function setReference(reference: Element, note: Numbered): void {
  const count = note.references.length + 1
  const id = count === 1 ? `noteref-${note.number}` : `noteref-${note.number}-${count}`
  note.references.push(id)
  reference.properties = {className: ['noteref'], href: `#note-${note.number}`, id, role: 'doc-noteref'}
  reference.children = [{type: 'text', value: String(note.number)}]
}

/** A space that was typed before a reference would let it begin a line: it goes, be there a mark of the index between them. */
function closeUp(tree: Root): void {
  for (const parent of [tree, ...elementsIn(tree)]) {
    for (let index = parent.children.length - 1; index > 0; index--) {
      if (!isReference(parent.children[index])) continue
      const at = parent.children.slice(0, index).findLastIndex(child => !isJoiner(child) && !isMark(child))
      const before = parent.children[at]
      if (before?.type !== 'text') continue
      before.value = before.value.replace(/\s+$/u, '')
      if (before.value === '') parent.children.splice(at, 1)
    }
  }
}

/** So many references at one place keep together: a line may have no room for more, and would be broken inside a number. */
const mostTogether = 6
const breakingPlace = '\u200B'

/** References at one place would read as one number: a narrow space parts them, and the line does not end there unless they are many. */
function separate(tree: Root): void {
  for (const parent of [tree, ...elementsIn(tree)]) {
    for (const [before, at] of joints(parent.children).toReversed()) {
      parent.children.splice(at, 0, {type: 'text', value: before % mostTogether === 0 ? narrowSpace + breakingPlace : narrowSpace})
    }
  }
}

/** Places between two references, each with how many stand before it. */
function joints(children: readonly RootContent[]): readonly (readonly [before: number, at: number])[] {
  let before = 0
  return children.flatMap((child, index) => {
    if (!isReference(child)) return []
    // Where lines break between any two letters, a joiner stands before each reference.
    const at = isJoiner(children[index - 1]) ? index - 1 : index
    before = isReference(children[at - 1]) ? before + 1 : 0
    return before > 0 ? [[before, at]] : []
  })
}

function isReference(node: RootContent | undefined): boolean {
  return node?.type === 'element' && node.properties.role === 'doc-noteref'
}

function isJoiner(node: RootContent | undefined): boolean {
  return node?.type === 'text' && node.value === '\u2060'
}

function contentOf(note: Root): readonly ElementContent[] {
  return note.children.flatMap(child => child.type === 'doctype' || (child.type === 'text' && child.value.trim() === '') ? [] : [child])
}

/** Numbers the notes in the order in which the text first refers to them, through the whole pamphlet. */
import type {Element, ElementContent, Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {Note} from '../types.ts'

/** A file's text with its notes by label, all HTML. */
export type FileText = {readonly name: string; readonly tree: Root; readonly notes: ReadonlyMap<string, Root>}

type Numbered = {readonly number: number; readonly references: string[]; readonly children: readonly ElementContent[]}

/**
 * Number the references in place and give the notes in order. Notes referred to from notes are numbered after those
 * of the text, so that the text counts 1, 2, 3 … without a gap.
 */
export function numberNotes(files: readonly FileText[]): readonly Note[] {
  const numbered = new Map<Root, Numbered>()
  const waiting: {readonly file: FileText; readonly tree: Root}[] = files.map(file => ({file, tree: file.tree}))
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const {file, tree} = next
    for (const reference of referencesIn(tree)) {
      const note = file.notes.get(String(reference.properties['dataNoteref']))
      if (!note) continue
      if (!numbered.has(note)) waiting.push({file, tree: note})
      const entry = numbered.get(note) ?? {number: numbered.size + 1, references: [], children: contentOf(note)}
      numbered.set(note, entry)
      setReference(reference, entry)
    }
  }
  return [...numbered.values()].map(({number, references, children}) => ({id: `note-${number}`, number, references, children}))
}

function referencesIn(tree: Root): readonly Element[] {
  const found: Element[] = []
  visit(tree, 'element', element => {
    if (element.properties['dataNoteref'] !== undefined) found.push(element)
  })
  return found
}

function setReference(reference: Element, note: Numbered): void {
  const count = note.references.length + 1
  const id = count === 1 ? `noteref-${note.number}` : `noteref-${note.number}-${count}`
  note.references.push(id)
  reference.properties = {className: ['noteref'], href: `#note-${note.number}`, id, role: 'doc-noteref'}
  reference.children = [{type: 'text', value: String(note.number)}]
}

function contentOf(note: Root): readonly ElementContent[] {
  return note.children.flatMap(child => child.type === 'doctype' || (child.type === 'text' && child.value.trim() === '') ? [] : [child])
}

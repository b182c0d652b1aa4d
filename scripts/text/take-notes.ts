/** Takes the notes out of a file's text and checks that each has a reference, and each reference its note. */
import type {Definition, FootnoteDefinition, FootnoteReference, Node, Root, RootContent, Text} from 'mdast'
import {EXIT, SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import {pointIn} from './source-points.ts'

/** The notes of one file by their normalised label, each as a tree of its own that holds the definitions it needs. */
export type FileNotes = ReadonlyMap<string, Root>

/** Take the notes out of the tree, in place, and give those that the text refers to. */
export function takeNotes(tree: Root, file: VFile): FileNotes {
  const notes = new Map<string, FootnoteDefinition>()
  for (const note of cutDefinitions(tree)) {
    if (notes.has(note.identifier)) reportDuplicate(file, note)
    else notes.set(note.identifier, note)
  }
  const referenced = referencedFrom(tree, notes)
  for (const [identifier, note] of notes) if (!referenced.has(identifier)) reportUnused(file, note)
  for (const note of notes.values()) if (note.children.length === 0) reportEmpty(file, note)
  for (const node of [tree, ...notes.values()]) reportUndefined(file, node)
  const links = linkDefinitions([tree, ...notes.values()])
  return new Map([...notes].filter(([id]) => referenced.has(id)).map(([id, note]) => [id, noteTree(note, links)]))
}

/** Remove every note definition, also those inside quotes, lists and other notes, and give them in order. */
function cutDefinitions(tree: Root): readonly FootnoteDefinition[] {
  const found: FootnoteDefinition[] = []
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (!parent || index === undefined) return
    found.push(node)
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return [...found, ...found.flatMap(note => cutDefinitions({type: 'root', children: note.children}))]
}

/** The labels that can be reached from the text: from the body, or from a note that is itself reached. */
function referencedFrom(tree: Root, notes: ReadonlyMap<string, FootnoteDefinition>): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting: (Root | FootnoteDefinition)[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node, 'footnoteReference', (reference: FootnoteReference) => {
      const note = notes.get(reference.identifier)
      if (!note || reached.has(reference.identifier)) return
      reached.add(reference.identifier)
      waiting.push(note)
    })
  }
  return reached
}

function linkDefinitions(nodes: readonly (Root | FootnoteDefinition)[]): readonly Definition[] {
  const found: Definition[] = []
  for (const node of nodes) visit(node, 'definition', definition => void found.push(definition))
  return found
}

/** A note's own tree; link definitions come along only where the note refers to one. */
function noteTree(note: FootnoteDefinition, links: readonly Definition[]): Root {
  const children: RootContent[] = refersToLinks(note) ? [...note.children, ...links] : note.children
  return {type: 'root', children, ...(note.position && {position: note.position})}
}

function refersToLinks(note: FootnoteDefinition): boolean {
  const found: Node[] = []
  visit(note, ['linkReference', 'imageReference'], node => {
    found.push(node)
    return EXIT
  })
  return found.length > 0
}

/** The parser leaves a reference without a note as text, so that is where to look; an escaped one is meant as text. */
function reportUndefined(file: VFile, tree: Root | FootnoteDefinition): void {
  visit(tree, 'text', (node: Text) => {
    if (!node.value.includes('[^') || !node.position) return
    const {start, end} = node.position
    const source = String(file.value).slice(start.offset, end.offset)
    for (const match of source.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
      const place = {position: {start: pointIn(source, match.index, start)}}
      report(file, 'undefined-note', place, `Unexpected note reference \`${match[0]}\`, expected a note \`[^${match[1] ?? ''}]:\` in this file`, 'Write the note, or put a backslash before the bracket to keep it as text.')
    }
  })
}

function reportEmpty(file: VFile, note: FootnoteDefinition): void {
  report(file, 'empty-note', note, `Unexpected note \`[^${note.label ?? note.identifier}]\` without text, expected its text behind the colon`, 'Write the note, or delete it and its reference.')
}

function reportDuplicate(file: VFile, note: FootnoteDefinition): void {
  report(file, 'duplicate-note', note, `Unexpected second note \`[^${note.label ?? note.identifier}]\`, expected one note a label`, 'Give one of the two another label; the text of the second would be lost.')
}

function reportUnused(file: VFile, note: FootnoteDefinition): void {
  report(file, 'unused-note', note, `Unexpected note \`[^${note.label ?? note.identifier}]\` without a reference, expected a reference in the text`, 'Refer to the note in the text, or delete it; it would not be printed.')
}

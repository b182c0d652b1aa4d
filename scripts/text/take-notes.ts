/** Takes the notes out of a file's text and checks that each has a reference, and each reference its note. */
import type {Definition, FootnoteDefinition, FootnoteReference, Node, Root, RootContent, Text} from 'mdast'
import type {Point} from 'unist'
import {EXIT, SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {nearestName} from './nearest.ts'
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
  const unused = [...notes].filter(([identifier]) => !referenced.has(identifier)).map(([, note]) => note)
  const homeless = [tree, ...notes.values()].flatMap(node => homelessIn(file, node))
  for (const note of unused) reportUnused(file, note, meant(labelOf(note), homeless.map(({label}) => label), unused.length))
  for (const note of notes.values()) if (note.children.length === 0) reportEmpty(file, note)
  const labels = [...notes.values()].slice(0, compared).map(labelOf)
  const called = new Set(homeless.flatMap(({label, isBegun}) => isBegun ? [] : label))
  const begun = new Set(homeless.flatMap(({label, isBegun}) => isBegun && called.has(label) ? label : []))
  for (const reference of homeless.filter(({label, isBegun}) => isBegun && begun.has(label))) reportColon(file, reference)
  for (const reference of homeless.filter(({label}) => !begun.has(label))) reportUndefined(file, reference, meant(reference.label, unused.map(labelOf), homeless.length) ?? nearestName(reference.label, labels, 0.5))
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

/** A reference that has no note, by its label; whether it begins a line with words, as a note without its colon does. */
type Homeless = {readonly label: string; readonly isBegun: boolean; readonly position: {readonly start: Point}}

/** The parser leaves a reference without a note as text, so that is where to look; an escaped one is meant as text. */
function homelessIn(file: VFile, tree: Root | FootnoteDefinition): readonly Homeless[] {
  const found: Homeless[] = []
  visit(tree, 'text', (node: Text) => {
    if (!node.value.includes('[^') || !node.position) return
    const {start, end} = node.position
    const source = String(file.value).slice(start.offset, end.offset)
    for (const {index, 1: label = ''} of source.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
      const at = pointIn(source, index, start)
      found.push({label, isBegun: beginsLine(String(file.value), at), position: {start: at}})
    }
  })
  return found
}

function beginsLine(text: string, {offset = 0, column}: Point): boolean {
  return /^[ \t>]*$/.test(text.slice(offset - column + 1, offset)) && /^\[\^[^\]\s]{1,100}\][ \t]+\S/.test(text.slice(offset, offset + 200))
}

/** Of more labels only the first are compared: a text may lack thousands. */
const compared = 100

/** The nearest of the labels that lack their other half; where both halves are alone, they belong together. */
function meant(label: string, others: readonly string[], ownKind: number): string | undefined {
  return nearestName(label, others.slice(0, compared), 0.5) ?? (others.length === 1 && ownKind === 1 ? others[0] : undefined)
}

function labelOf(note: FootnoteDefinition): string {
  return note.label ?? note.identifier
}

function reportUndefined(file: VFile, {label, position}: Homeless, near: string | undefined): void {
  const guess = near === undefined ? '' : `Did you mean \`[^${near}]\`? `
  report(file, 'undefined-note', {position}, `Unexpected note reference \`[^${label}]\`, expected a note \`[^${label}]:\` in this file`, `${guess}Write the note, or put a backslash before the bracket to keep it as text.`)
}

function reportColon(file: VFile, {label, position}: Homeless): void {
  report(file, 'undefined-note', {position}, `Unexpected note \`[^${label}]\` without a colon, expected \`[^${label}]:\` at its beginning`, 'Write the colon right behind the bracket, or put a backslash before the bracket to keep it as text.')
}

function reportEmpty(file: VFile, note: FootnoteDefinition): void {
  report(file, 'empty-note', note, `Unexpected note \`[^${labelOf(note)}]\` without text, expected its text behind the colon`, 'Write the note, or delete it and its reference.')
}

function reportDuplicate(file: VFile, note: FootnoteDefinition): void {
  report(file, 'duplicate-note', note, `Unexpected second note \`[^${labelOf(note)}]\`, expected one note a label`, 'Give one of the two another label; the text of the second would be lost.')
}

function reportUnused(file: VFile, note: FootnoteDefinition, near: string | undefined): void {
  const guess = near === undefined ? '' : `The text refers to \`[^${near}]\`, which has no note: if that is meant, give both one label. `
  report(file, 'unused-note', note, `Unexpected note \`[^${labelOf(note)}]\` without a reference, expected a reference in the text`, `${guess}Refer to the note in the text, or delete it; it would not be printed.`)
}

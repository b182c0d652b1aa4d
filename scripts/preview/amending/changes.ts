/** What differs between two states of a pamphlet: pure. */
import type {ElementContent} from 'hast'
import {elementsIn} from '../../elements.ts'
import type {Chapter, Note, Pamphlet} from '../../types.ts'

export type Changes = {
  /** The chapters whose text or notes differ, by their number, in order. */
  readonly chapters: readonly number[]
  /** Where the blocks of all others stand in the manuscript now, by where they stood (`file:line:column`). */
  readonly places: ReadonlyMap<string, string>
}

/** Tell which chapters changed; undefined where anything else did, or where pages refer to pages. */
export function changesOf(before: Pamphlet, after: Pamphlet): Changes | undefined {
  if (!sameSurroundings(before, after)) return undefined
  const chapters = new Set<number>()
  const places = new Map<string, string>()
  const compare = (chapter: number, a: readonly ElementContent[], b: readonly ElementContent[]) => {
    const pairs: [string, string][] = []
    if (!sameNodes(a, b, pairs)) chapters.add(chapter)
    else for (const [from, to] of pairs) places.set(from, to)
  }
  for (const [index, chapter] of after.chapters.entries()) compare(index, contentOf(before.chapters[index]), contentOf(chapter))
  const owners = noteOwners(after)
  for (const [index, note] of after.notes.entries()) {
    const owner = owners.get(note.id)
    if (owner === undefined) return undefined
    compare(owner, before.notes[index]?.children ?? [], note.children)
  }
  return {chapters: [...chapters].toSorted((a, b) => a - b), places}
}

export function contentOf(chapter: Chapter | undefined): readonly ElementContent[] {
  return chapter ? [...chapter.heading ? [chapter.heading] : [], ...chapter.children] : []
}

/** All that decides about pages beside the text of chapters. */
function sameSurroundings(before: Pamphlet, after: Pamphlet): boolean {
  const told = ({metadata, openings, epigraph, contents, imprint}: Pamphlet) => JSON.stringify([metadata, openings, epigraph, contents, imprint], withoutPlaces)
  return before.chapters.length === after.chapters.length && before.chapters.every(({id}, index) => id === after.chapters[index]?.id)
    && before.index.length + after.index.length === 0 && sameNotes(before.notes, after.notes) && sameAssets(before, after) && told(before) === told(after)
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'position' || key === 'dataAt' ? undefined : value
}

function sameNotes(before: readonly Note[], after: readonly Note[]): boolean {
  return before.length === after.length && before.every(({references}, index) => references.join() === after[index]?.references.join())
}

function sameAssets({assets: before}: Pamphlet, {assets: after}: Pamphlet): boolean {
  return before.size === after.size && [...before].every(([name, asset]) => asset === after.get(name))
}

/** Compare what is printed, and pair the places that blocks had with those that they have. */
function sameNodes(a: readonly ElementContent[], b: readonly ElementContent[], pairs: [string, string][]): boolean {
  return a.length === b.length && a.every((node, index) => {
    const other = b[index]
    if (node.type !== 'element' || other?.type !== 'element') return node.type === other?.type && 'value' in node && 'value' in other && node.value === other.value
    if (node.tagName !== other.tagName || !sameProperties(node.properties, other.properties)) return false
    const [from, to] = [node.properties['dataAt'], other.properties['dataAt']]
    if (typeof from === 'string' && typeof to === 'string') pairs.push([from, to])
    return sameNodes(node.children, other.children, pairs)
  })
}

function sameProperties(a: object, b: object): boolean {
  return JSON.stringify(a, withoutPlaces) === JSON.stringify(b, withoutPlaces)
}

/** The chapter that each note is referred to from first, in its text or in such a note. */
export function noteOwners({chapters, notes}: Pamphlet): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [index, chapter] of chapters.entries()) for (const id of idsIn(contentOf(chapter))) places.set(id, index)
  const owners = new Map<string, number>()
  for (const {id, references, children} of notes) {
    const owner = references.map(reference => places.get(reference)).find(index => index !== undefined)
    if (owner === undefined) continue
    owners.set(id, owner)
    for (const inner of idsIn(children)) places.set(inner, owner)
  }
  return owners
}

function idsIn(nodes: readonly ElementContent[]): readonly string[] {
  return propertiesIn(nodes, 'id')
}

/** The texts of a property, of all elements that have it, in order. */
export function propertiesIn(nodes: readonly ElementContent[], name: string): readonly string[] {
  return elementsIn({type: 'root', children: [...nodes]}).flatMap(({properties: {[name]: value}}) => value === undefined || value === null || value === false ? [] : [String(value)])
}

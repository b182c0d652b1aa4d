/** The notes, each in the file of the first reference to it, so that readers can show it where it is called. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Note} from '../types.ts'
import type {Words} from '../words.ts'
import {container, elementsIn, type Page} from './page.ts'

/** An arrow back, in its text form: some readers would draw it as a picture. */
const arrow = '\u21A9\uFE0E'

/** Add its notes to the end of each page. The notes' content is clean already. */
export function withNotes(pages: readonly Page[], notes: readonly Note[], words: Words): readonly Page[] {
  const homes = homesOf(pages, notes)
  const byPage = Map.groupBy(notes, note => homes.get(note.id))
  return pages.map(page => {
    const asides = (byPage.get(page.filename) ?? []).map(note => aside(note, words))
    if (asides.length === 0) return page
    return {...page, children: [...page.children, container('div', {className: ['notes']}, asides)]}
  })
}

/** Find the page of each note: that of its first reference, which may stand in another note; else the last of the text. */
function homesOf(pages: readonly Page[], notes: readonly Note[]): ReadonlyMap<string, string> {
  const holders = new Map<string, string>(pages.flatMap(page => idsIn(page.children).map(id => [id, page.filename])))
  const outer = new Map(notes.flatMap(note => idsIn(note.children).map(id => [id, note])))
  const last = pages.findLast(({matter}) => matter === 'bodymatter')?.filename ?? pages.at(-1)?.filename ?? ''
  const homes = new Map<string, string>()
  for (const note of notes) {
    let reference = note.references[0] ?? ''
    // From note to note as often as there are notes: two that refer only to each other are held by no page.
    for (let step = 0; step < notes.length && !holders.has(reference); step++) reference = outer.get(reference)?.references[0] ?? ''
    homes.set(note.id, holders.get(reference) ?? last)
  }
  return homes
}

function idsIn(nodes: readonly ElementContent[]): readonly string[] {
  return elementsIn(nodes).flatMap(({properties: {id}}) => typeof id === 'string' ? [id] : [])
}

function aside({id, number, references, children}: Note, words: Words): Element {
  const links = references.map((reference, index) => backlink(reference, number, index, references.length, words))
  const content = withEnd(withStart(children, h('span', {className: ['note-number']}, `${number}.`)), links)
  return container('aside', {id, 'epub:type': 'footnote', role: 'doc-footnote'}, content)
}

/** Link back to one reference; where there are several, each has its number. */
function backlink(reference: string, number: number, index: number, count: number, words: Words): Element {
  const which = count === 1 ? `${number}` : `${number}.${index + 1}`
  const mark = index === 0 ? [] : [h('sup', String(index + 1))]
  return h('a', {href: `#${reference}`, role: 'doc-backlink', ariaLabel: `${words.backToText} (${which})`}, [arrow, ...mark])
}

function withStart(blocks: readonly ElementContent[], label: Element): readonly ElementContent[] {
  const [first, ...others] = blocks
  if (first?.type !== 'element' || first.tagName !== 'p') return [h('p', [label]), ...blocks]
  // The class is for pop-ups, which show the paragraphs of a note without what stands around them.
  return [{...first, properties: {...first.properties, className: ['note-start']}, children: [label, {type: 'text', value: ' '}, ...first.children]}, ...others]
}

function withEnd(blocks: readonly ElementContent[], links: readonly Element[]): readonly ElementContent[] {
  // No-break spaces: an arrow alone on a line looks lost.
  const spaced = links.flatMap((link): ElementContent[] => [{type: 'text', value: '\u00A0'}, link])
  const last = blocks.at(-1)
  if (last?.type !== 'element' || last.tagName !== 'p') return [...blocks, h('p', spaced)]
  return [...blocks.slice(0, -1), {...last, children: [...last.children, ...spaced]}]
}

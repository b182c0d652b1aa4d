/** The index as nested lists, for every edition: only how an entry leads to its places is the edition's own. */
import type {Element, ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import type {IndexEntry, IndexPlace} from '../types.ts'
import type {Words} from '../words.ts'
import {numbersOf, spansOf} from './page-spans.ts'

/** The id of the index's head. */
export const indexId = 'pamphlet-index'

/** Make what an entry says of its places: its term, and what follows it. */
export type SetPlaces = (term: Element, places: readonly IndexPlace[]) => readonly (ElementContent | string)[]

type Known = {readonly words: Words; readonly setPlaces: SetPlaces; readonly paths: ReadonlyMap<number, readonly IndexEntry[]>}

/** Make the list; entries have ids, so that others can refer to them. */
export function indexList(entries: readonly IndexEntry[], words: Words, setPlaces: SetPlaces): Element {
  return list(entries, {words, setPlaces, paths: new Map(entries.flatMap(entry => pathsOf(entry, [])))})
}

/** For editions without pages: one place makes the term itself a link, several are numbered behind it; a range leads to its beginning. */
export function linkedPlaces(term: Element, places: readonly IndexPlace[]): readonly (ElementContent | string)[] {
  const [only] = places
  if (!only) return [term]
  if (places.length === 1) return [h('a', {href: `#${only.from}`}, [term])]
  const name = textOf(term)
  return [term, ...places.flatMap(({from}, index) => [', ', h('a', {href: `#${from}`, ariaLabel: `${name} ${index + 1}`}, String(index + 1))])]
}

/** For editions that know the printed pages: their numbers as the printed index has them, each a link to its place. */
export function pagedPlaces(pages: ReadonlyMap<string, number>, folioOf: (page: number) => string, words: Words): SetPlaces {
  return (term, places) => {
    const numbers = numbersOf(spansOf(referencesTo(places), pages), folioOf)
    // What a style hides on paper is on no page.
    if (numbers.length === 0) return linkedPlaces(term, places)
    return [term, ...numbers.flatMap(({id, text}) => [', ', h('a', {href: `#${id}`, ariaLabel: `${words.page} ${text}`}, text)])]
  }
}

/** Places as `data-page-refs` has them: `id1 id2..id3`. */
export function referencesTo(places: readonly IndexPlace[]): string {
  return places.map(({from, to}) => to === undefined ? from : `${from}..${to}`).join(' ')
}

/** Each entry by its number, with those above it in front. */
function pathsOf(entry: IndexEntry, above: readonly IndexEntry[]): readonly (readonly [number, readonly IndexEntry[]])[] {
  const path = [...above, entry]
  return [[entry.number, path], ...entry.children.flatMap(child => pathsOf(child, path))]
}

function list(entries: readonly IndexEntry[], known: Known): Element {
  return h('ul', entries.map(entry => item(entry, known)))
}

function item(entry: IndexEntry, known: Known): Element {
  const {number, term, opensGroup, places, children} = entry
  const line = h('p', [...known.setPlaces(h('span.term', structuredClone([...term])), places), ...referencesOf(entry, known)])
  const subentries = children.length > 0 ? [{...list(children, known), properties: {dataContinued: known.words.continued}}] : []
  return h('li', {id: `pamphlet-entry-${number}`, ...(opensGroup && {className: ['group']})}, [line, ...subentries])
}

/** "See" and "see also", each before all that it names. */
function referencesOf({places, references}: IndexEntry, {words, paths}: Known): readonly (ElementContent | string)[] {
  return references.flatMap(({entry, isAlso}, index) => {
    const isFirst = index === 0 || references[index - 1]?.isAlso !== isAlso
    const before = index > 0 || places.length > 0 ? '; ' : ', '
    const label = isFirst ? [h('em.see', isAlso ? words.seeAlso : words.see), ' '] : []
    return [before, ...label, h('a', {href: `#pamphlet-entry-${entry}`}, pathLabel(paths.get(entry) ?? []))]
  })
}

function pathLabel(path: readonly IndexEntry[]): (ElementContent | string)[] {
  return path.flatMap(({term}, index) => [...(index > 0 ? [': '] : []), ...structuredClone(term)])
}

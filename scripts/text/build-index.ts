/** Builds the index: merges what is marked by one term, pairs ranges, finds what entries refer to, and sorts. */
import type {ElementContent} from 'hast'
import type {IndexEntry, IndexPlace} from '../types.ts'
import {nearestName} from './nearest.ts'

/** One level of a term: its content, and the same as plain text. */
export type Level = {readonly nodes: readonly ElementContent[]; readonly text: string}

/** A marked term. `id` is that of its mark, `isPresent` whether that mark stands anywhere; `target` by the keys of its levels. */
export type IndexTerm = {
  readonly levels: readonly Level[]
  readonly kind: 'place' | 'from' | 'to' | 'see' | 'also'
  readonly id: string
  readonly isPresent?: boolean
  readonly target: readonly string[]
  readonly sort: string | undefined
  readonly fault: (reason: string, remedy: string) => void
}

/** An entry while it is gathered. */
type Draft = {
  readonly term: readonly ElementContent[]
  readonly text: string
  sort: string | undefined
  readonly places: IndexPlace[]
  readonly references: {readonly isAlso: boolean; readonly draft: Draft}[]
  readonly children: Map<string, Draft>
}

/** What makes two terms one: their letters, whatever the spaces and the markup. */
export function termKey(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
}

/** Build the entries in the order of the language (BCP 47); faults of terms are told to the terms. */
export function buildIndex(terms: readonly IndexTerm[], lang: string): readonly IndexEntry[] {
  if (terms.length === 0) return []
  const entries = new Map<string, Draft>()
  const drafts = terms.map(term => ({term, draft: draftFor(term, entries)}))
  addPlaces(drafts)
  for (const {term, draft} of drafts) if (term.kind === 'see' || term.kind === 'also') addReference(term, draft, entries)
  const numbers = new Map<Draft, number>()
  const sorted = sortedBy(lang)(entries)
  number(sorted, sortedBy(lang), numbers)
  return finish(sorted, {sort: sortedBy(lang), numbers, isNewGroup: groupsOf(lang)}, true)
}

/** Find or make the entry of a term, with those above it. */
function draftFor({levels, sort}: IndexTerm, entries: Map<string, Draft>): Draft {
  let siblings = entries
  let found: Draft | undefined
  for (const {nodes, text} of levels) {
    const key = termKey(text)
    found = siblings.get(key) ?? {term: nodes, text: key, sort: undefined, places: [], references: [], children: new Map()}
    siblings.set(key, found)
    siblings = found.children
  }
  if (!found) throw new Error('Expected a term of one level at least')
  found.sort ??= sort
  return found
}

type Drafted = {readonly term: IndexTerm; readonly draft: Draft}

/** Single places and ranges, which begin and end at marks of one term. */
function addPlaces(drafts: readonly Drafted[]): void {
  const open: Open = new Map()
  for (const {term, draft} of drafts) {
    if (term.kind === 'place' && term.isPresent !== false) draft.places.push({from: term.id})
    if (term.kind === 'from') beginRange(term, draft, open)
    if (term.kind === 'to') endRange(term, draft, open)
  }
  for (const term of open.values()) unclosed(term)
}

type Open = Map<Draft, IndexTerm>

function beginRange(term: IndexTerm, draft: Draft, open: Open): void {
  const begun = open.get(draft)
  if (begun) unclosed(begun)
  open.set(draft, term)
}

function endRange(term: IndexTerm, draft: Draft, open: Open): void {
  const begun = open.get(draft)
  open.delete(draft)
  if (!begun) term.fault('Unexpected end of a range in the index, expected its beginning before it', `Mark the beginning with the same term: \`:index[${pathOf(term)}]{from}\`.`)
  else if (term.isPresent !== false && begun.isPresent !== false) draft.places.push({from: begun.id, to: term.id})
}

function pathOf({levels}: IndexTerm): string {
  return levels.map(({text}) => text).join('!')
}

function unclosed(term: IndexTerm): void {
  term.fault('Unexpected range in the index that never ends, expected its end behind it', `Mark the end with the same term: \`:index[${pathOf(term)}]{to}\`.`)
}

function addReference({kind, target, fault}: IndexTerm, draft: Draft, entries: ReadonlyMap<string, Draft>): void {
  let siblings: ReadonlyMap<string, Draft> | undefined = entries
  let found: Draft | undefined
  for (const key of target) {
    found = siblings?.get(key)
    siblings = found?.children
  }
  if (found && found !== draft) draft.references.push({isAlso: kind === 'also', draft: found})
  else fault(`Unexpected reference to \`${target.join('!')}\` in the index, expected another of its terms`, `${guessFor(target.join('!'), draft, entries)}Write the term as it stands in the brackets of its own mark.`)
}

/** The term that is nearest, where three letters are wrong at the most, and a third of a short one. */
function guessFor(target: string, own: Draft, entries: ReadonlyMap<string, Draft>): string {
  const nearest = nearestName(target, pathsIn(entries, own), 1 / 3)
  return nearest === undefined ? '' : `Did you mean \`${nearest}\`? `
}

/** All terms but one as they are written, `a!b` for a term within a term. */
function pathsIn(entries: ReadonlyMap<string, Draft>, except: Draft): readonly string[] {
  return [...entries].flatMap(([key, draft]) => [...draft === except ? [] : [key], ...pathsIn(draft.children, except).map(path => `${key}!${path}`)])
}

type Sort = (entries: ReadonlyMap<string, Draft>) => readonly Draft[]

/** By the language's own order, word by word, punctuation aside; what is equal there by code units. */
function sortedBy(lang: string): Sort {
  const collator = new Intl.Collator(lang, {numeric: true})
  return entries => [...entries.values()].filter(isOfUse).toSorted((a, b) => collator.compare(sortKey(a), sortKey(b)) || (a.text < b.text ? -1 : 1))
}

function isOfUse({places, references, children}: Draft): boolean {
  return places.length > 0 || references.length > 0 || [...children.values()].some(isOfUse)
}

function sortKey({sort, text}: Draft): string {
  return sort ?? (text.replaceAll(/[\p{P}\p{S}]+/gu, '').trim() || text)
}

function number(drafts: readonly Draft[], sort: Sort, numbers: Map<Draft, number>): void {
  for (const draft of drafts) {
    numbers.set(draft, numbers.size + 1)
    number(sort(draft.children), sort, numbers)
  }
}

type Finishing = {readonly sort: Sort; readonly numbers: ReadonlyMap<Draft, number>; readonly isNewGroup: (draft: Draft, before: Draft) => boolean}

function finish(drafts: readonly Draft[], finishing: Finishing, isTop: boolean): readonly IndexEntry[] {
  const {sort, numbers, isNewGroup} = finishing
  return drafts.map((draft, index) => {
    const {term, places, children} = draft
    const before = drafts[index - 1]
    return {
      number: numbers.get(draft) ?? 0, term, places, opensGroup: isTop && before !== undefined && isNewGroup(draft, before),
      references: referencesOf(draft, numbers), children: finish(sort(children), finishing, false)
    }
  })
}

/** An entry with places of its own says "see also", whatever the mark said; "see" comes first. */
function referencesOf({places, children, references}: Draft, numbers: ReadonlyMap<Draft, number>): IndexEntry['references'] {
  const made = new Map<number, {entry: number; isAlso: boolean}>()
  for (const {draft, isAlso} of references) {
    const entry = numbers.get(draft)
    if (entry !== undefined && !made.has(entry)) made.set(entry, {entry, isAlso: isAlso || places.length > 0 || children.size > 0})
  }
  return [...made.values()].toSorted((a, b) => Number(a.isAlso) - Number(b.isAlso) || a.entry - b.entry)
}

/** Letters that a language sorts alike are one group; figures and signs are another. */
function groupsOf(lang: string): Finishing['isNewGroup'] {
  const base = new Intl.Collator(lang, {sensitivity: 'base'})
  const letter = (draft: Draft) => /\p{L}/u.exec(sortKey(draft).slice(0, 2))?.[0] ?? ''
  return (draft, before) => base.compare(letter(draft), letter(before)) !== 0
}

/** Which characters a pamphlet uses, and where each stands first. */
import type {ElementContent} from 'hast'
import type {Pamphlet, Place} from '../types.ts'
import {wordsFor} from '../words.ts'

/**
 * Code points in use, each with the place of its first use; those among them that stand in code; and the emoji that are
 * sequences (families, skin tones, flags, keycaps), which one face must show whole. Formulas count apart. `lang` is the
 * pamphlet's.
 */
export type Characters = {readonly all: ReadonlyMap<number, Place>; readonly code: ReadonlySet<number>; readonly sequences: readonly string[]; readonly hasMath: boolean; readonly lang: string}

/** Find them; those of the metadata and of the program point to the file. */
export function charactersIn(pamphlet: Pamphlet): Characters {
  const found = new Map<number, Place>()
  const metadataPlace = {file: placeOf(pamphlet.chapters[0]?.children ?? [])?.file ?? '.'}
  const content = [
    ...pamphlet.chapters.flatMap(({heading, children}) => heading ? [heading, ...children] : children),
    ...pamphlet.notes.flatMap(note => note.children),
    ...pamphlet.index.flatMap(({term, children}) => [...term, ...children.flatMap(child => child.term)]),
    ...pamphlet.imprint
  ]
  for (const node of content) collect(node, metadataPlace, found)
  const {booklet: _, ...shown} = pamphlet.metadata
  const words = [...Object.values(wordsFor(pamphlet.metadata.lang)), ...stringsIn(shown), ' 0123456789-–.ivxlcdm']
  for (const text of words) add(text, metadataPlace, found)
  const code = new Map<number, Place>()
  for (const node of content) collectCode(node, metadataPlace, code)
  return {all: found, code: new Set(code.keys()), sequences: sequencesIn([...content.flatMap(textsIn), ...words], found), hasMath: content.some(holdsMath), lang: pamphlet.metadata.lang}
}

function holdsMath(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'math' || node.children.some(holdsMath))
}

/** What tells a sequence: a joiner, a keycap, a skin tone, a flag's letter. */
const joins = /[\u200d\u20e3\p{Emoji_Modifier}\p{Regional_Indicator}]/u
const sequence = /\p{Regional_Indicator}{2}|\p{Emoji}(?:\p{Emoji_Modifier}|\ufe0f)?(?:\u20e3|(?:\u200d\p{Emoji}(?:\p{Emoji_Modifier}|\ufe0f)?)*)/gu

/** The characters of a text in the language `lang` that stands beside the pamphlet. */
export function charactersInText(text: string, lang: string): Characters {
  const found = new Map<number, Place>()
  add(text, {file: '.'}, found)
  return {all: found, code: new Set(), sequences: sequencesIn([text], found), hasMath: false, lang}
}

/** They are rare, so most pamphlets are not searched for them. */
function sequencesIn(texts: readonly string[], found: ReadonlyMap<number, Place>): readonly string[] {
  if (![...found.keys()].some(code => joins.test(String.fromCodePoint(code)))) return []
  return [...new Set(texts.flatMap(text => text.match(sequence) ?? []).filter(match => joins.test(match)))].toSorted()
}

function textsIn(node: ElementContent): readonly string[] {
  return node.type === 'text' ? [node.value] : node.type === 'element' ? node.children.flatMap(textsIn) : []
}

function collectCode(node: ElementContent, place: Place, found: Map<number, Place>): void {
  if (node.type !== 'element') return
  if (['code', 'pre', 'kbd', 'samp'].includes(node.tagName)) collect(node, place, found)
  else for (const child of node.children) collectCode(child, place, found)
}

function collect(node: ElementContent, place: Place, found: Map<number, Place>): void {
  if (node.type === 'text') add(node.value, place, found)
  if (node.type !== 'element' || node.tagName === 'math') return
  const own = ownPlace(node.properties['dataAt']) ?? place
  const alternative = node.properties.alt
  if (typeof alternative === 'string') add(alternative, own, found)
  for (const child of node.children) collect(child, own, found)
}

function add(text: string, place: Place, found: Map<number, Place>): void {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (!found.has(code)) found.set(code, place)
  }
}

function ownPlace(at: unknown): Place | undefined {
  const match = typeof at === 'string' ? /^(.*):(\d+):(\d+)$/s.exec(at) : null
  return match ? {file: match[1] ?? '', line: Number(match[2]), column: Number(match[3])} : undefined
}

function placeOf(nodes: readonly ElementContent[]): Place | undefined {
  for (const node of nodes) {
    const place = node.type === 'element' ? ownPlace(node.properties['dataAt']) ?? placeOf(node.children) : undefined
    if (place) return place
  }
  return undefined
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

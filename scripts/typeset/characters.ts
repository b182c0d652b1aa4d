/** Which characters a pamphlet uses, and where each stands first. */
import type {ElementContent, Text} from 'hast'
import {contributions, writersInLine} from '../contributors.ts'
import {elementsIn} from '../elements.ts'
import {placeFrom} from '../place.ts'
import {formatDate} from '../template/dates.ts'
import type {Pamphlet, Place, SourceFile} from '../types.ts'
import {wordsFor} from '../words.ts'

/** Where a character stands first; `drawing`: in whose lettering, where only drawings have it. */
export type Use = Place & {readonly drawing?: string}

/**
 * Code points in use, each with the place of its first use, and how often each is used; those among them that stand in code; and the emoji that are
 * sequences (families, skin tones, flags, keycaps), which one face must show whole. Formulas count apart. `lang` is the
 * pamphlet's, `languages` are those of passages in others, in their order.
 */
export type Characters = {readonly all: ReadonlyMap<number, Use>; readonly code: ReadonlySet<number>; readonly sequences: readonly string[]; readonly hasMath: boolean; readonly lang: string; readonly languages?: readonly string[]; readonly counts?: ReadonlyMap<number, number>}

/** What was found so far, and the texts of the files. */
type Found = {readonly places: Map<number, Use>; readonly counts: Map<number, number>; readonly sources: ReadonlyMap<string, string>}

/** Find them; those of the metadata and of the program point to the file. With the files, places are those of the characters, not of their blocks. */
export function charactersIn(pamphlet: Pamphlet, files: readonly Pick<SourceFile, 'name' | 'text'>[] = []): Characters {
  const found: Found = {places: new Map(), counts: new Map(), sources: new Map(files.map(({name, text}) => [name, text]))}
  const metadataPlace = {file: placeOf(pamphlet.chapters[0]?.children ?? [])?.file ?? '.'}
  const content = [
    ...pamphlet.chapters.flatMap(({heading, children}) => heading ? [heading, ...children] : children),
    ...pamphlet.notes.flatMap(note => note.children),
    ...pamphlet.index.flatMap(({term, children}) => [...term, ...children.flatMap(child => child.term)]),
    ...pamphlet.imprint
  ]
  for (const node of content) collect(node, metadataPlace, found)
  const {booklet: _, ...shown} = pamphlet.metadata
  const words = [...wordsShown(pamphlet), ...stringsIn(shown), ' 0123456789-–.ivxlcdm']
  for (const text of words) add(text, metadataPlace, found)
  for (const {name, lettering, place} of drawingsIn(pamphlet, content, metadataPlace)) add(lettering, {...place, drawing: name}, found)
  const code: Found = {places: new Map(), counts: new Map(), sources: new Map()}
  for (const node of content) collectCode(node, metadataPlace, code)
  return {all: found.places, counts: found.counts, code: new Set(code.places.keys()), sequences: sequencesIn([...content.flatMap(textsIn), ...words], found.places), hasMath: content.some(holdsMath), lang: pamphlet.metadata.lang, languages: languagesIn(content)}
}

/** What the program adds: its own words, those of an index only where there is one, and the date and the names as they are printed. */
function wordsShown({metadata, index}: Pamphlet): readonly string[] {
  const {lang, date} = metadata
  const {see, seeAlso, ...words} = wordsFor(lang)
  return [...Object.values(words), ...index.length > 0 ? [see, seeAlso] : [], ...date === undefined ? [] : [formatDate(date, lang)], writersInLine(metadata), ...contributions(metadata)]
}

type Drawing = {readonly name: string; readonly lettering: string; readonly place: Place}

/** The drawings with lettering, each where it is named first: in the text, or else in the metadata. */
function drawingsIn({assets, metadata: {cover, back, places}}: Pamphlet, content: readonly ElementContent[], metadataPlace: Place): readonly Drawing[] {
  const named = new Map<string, Place>()
  for (const {tagName, properties: {src, dataAt}} of elementsIn({type: 'root', children: [...content]})) {
    const place = tagName === 'img' ? ownPlace(dataAt) : undefined
    if (place && typeof src === 'string' && !named.has(src)) named.set(src, place)
  }
  const ofMetadata = (name: string) => (name === cover?.image ? places?.coverImage : name === back?.image ? places?.backImage : undefined) ?? metadataPlace
  return [...assets.values()].flatMap(({name, lettering}) => lettering === undefined ? [] : [{name, lettering, place: named.get(name) ?? ofMetadata(name)}])
}

function languagesIn(nodes: readonly ElementContent[]): readonly string[] {
  const own = elementsIn({type: 'root', children: [...nodes]}).map(({properties: {lang}}) => lang)
  return [...new Set(own.filter(lang => typeof lang === 'string'))]
}

function holdsMath(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'math' || node.children.some(holdsMath))
}

/** What tells a sequence: a joiner, a keycap, a skin tone, a flag's letter. */
const joins = /[\u200d\u20e3\p{Emoji_Modifier}\p{Regional_Indicator}]/u
const sequence = /\p{Regional_Indicator}{2}|\p{Emoji}(?:\p{Emoji_Modifier}|\ufe0f)?(?:\u20e3|(?:\u200d\p{Emoji}(?:\p{Emoji_Modifier}|\ufe0f)?)*)/gu

/** The characters of a text in the language `lang` that stands beside the pamphlet. */
export function charactersInText(text: string, lang: string): Characters {
  const found: Found = {places: new Map(), counts: new Map(), sources: new Map()}
  add(text, {file: '.'}, found)
  return {all: found.places, code: new Set(), sequences: sequencesIn([text], found.places), hasMath: false, lang}
}

/** They are rare, so most pamphlets are not searched for them. */
function sequencesIn(texts: readonly string[], found: ReadonlyMap<number, Place>): readonly string[] {
  if (![...found.keys()].some(code => joins.test(String.fromCodePoint(code)))) return []
  return [...new Set(texts.flatMap(text => text.match(sequence) ?? []).filter(match => joins.test(match)))].toSorted()
}

function textsIn(node: ElementContent): readonly string[] {
  return node.type === 'text' ? [node.value] : node.type === 'element' ? node.children.flatMap(textsIn) : []
}

function collectCode(node: ElementContent, place: Place, found: Found): void {
  if (node.type !== 'element') return
  if (['code', 'pre', 'kbd', 'samp'].includes(node.tagName)) collect(node, place, found)
  else for (const child of node.children) collectCode(child, place, found)
}

function collect(node: ElementContent, place: Place, found: Found): void {
  if (node.type === 'text') add(node.value, place, found, node)
  if (node.type !== 'element' || node.tagName === 'math') return
  const own = ownPlace(node.properties['dataAt']) ?? place
  const alternative = node.properties.alt
  if (typeof alternative === 'string') add(alternative, own, found)
  for (const child of node.children) collect(child, own, found)
}

function add(text: string, place: Use, {places, counts, sources}: Found, node?: Text): void {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    counts.set(code, (counts.get(code) ?? 0) + 1)
    if (!places.has(code)) places.set(code, node ? exactPlace(character, place, node, sources.get(place.file)) : place)
  }
}

/** The place of a character in the source of its text; that of the block where it was not typed as itself. */
function exactPlace(character: string, block: Place, {position}: Text, source: string | undefined): Place {
  const {start, end} = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined || source === undefined) return block
  const typed = source.slice(start.offset, end.offset)
  const index = typed.indexOf(character)
  if (index === -1) return block
  const before = typed.slice(0, index).split('\n')
  const isFirst = before.length === 1
  return {file: block.file, line: start.line + before.length - 1, column: isFirst ? start.column + index : (before.at(-1) ?? '').length + 1}
}

function ownPlace(at: unknown): Place | undefined {
  return typeof at === 'string' ? placeFrom(at) : undefined
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

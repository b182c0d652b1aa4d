/** Reads the structure tree of a PDF (ISO 32000-1, 14.7). */
import {PDFArray, type PDFContext, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef, PDFStream, PDFString} from '@cantoo/pdf-lib'
import type {Draws} from './pdf-content.ts'
import {idOf} from './pdf-destinations.ts'
import {name} from './pdf-names.ts'
import type {Kid, Tag, TagTree} from './pdf-tags.ts'
import {deepest} from './pdf-tags.ts'

const [S, K, Pg, Lang, Alt, ActualText, MCID, Stm, Obj] = ['S', 'K', 'Pg', 'Lang', 'Alt', 'ActualText', 'MCID', 'Stm', 'Obj'].map(name)

type Reading = {
  readonly context: PDFContext
  readonly drawsOf: (stream: number, number: number) => Draws
  readonly streams: Map<number, {page: PDFRef; form?: PDFRef}>
  readonly areas: Map<number, {page: PDFRef | undefined; ref: PDFRef; dict: PDFDict}>
  readonly elements: PDFRef[]
  readonly places: Set<string>
  /** The numbers of pages, from 1, by their objects. */
  readonly pages: ReadonlyMap<number, number>
}

/** Read the tree; undefined where there is none. `drawsOf` tells what a mark of a page or form draws. */
export function readTags(file: PDFDocument, drawsOf: Reading['drawsOf']): TagTree | undefined {
  const {context, catalog} = file
  const tree = catalog.lookup(name('StructTreeRoot'))
  if (!(tree instanceof PDFDict)) return undefined
  const pages = new Map(file.getPages().map(({ref}, index) => [ref.objectNumber, index + 1]))
  const reading: Reading = {context, drawsOf, streams: new Map(), areas: new Map(), elements: [], places: new Set(), pages}
  const [root] = kidsOf(tree.get(name('K')), undefined, reading, 0)
  return root?.kind === 'tag' ? {...reading, root} : undefined
}

function kidsOf(object: PDFObject | undefined, page: PDFObject | undefined, reading: Reading, depth: number): readonly Kid[] {
  if (depth > deepest) throw new Error(`Expected a structure tree of at most ${deepest} levels`)
  const value = reading.context.lookup(object)
  if (value instanceof PDFArray) return value.asArray().flatMap(kid => kidsOf(kid, page, reading, depth + 1))
  if (value instanceof PDFNumber) return contentOf(value, page, undefined, reading)
  if (!(value instanceof PDFDict)) return []
  const ownPage = get(value, Pg) ?? page
  if (get(value, MCID)) return contentOf(get(value, MCID), ownPage, get(value, Stm), reading)
  if (get(value, Obj)) return areaOf(get(value, Obj), ownPage, reading)
  const kids = kidsOf(get(value, K), ownPage, reading, depth + 1)
  return object instanceof PDFRef ? [tagOf(value, object, kids, reading)] : kids
}

function tagOf(element: PDFDict, ref: PDFRef, kids: readonly Kid[], {elements}: Reading): Tag {
  const type = get(element, S)
  const lang = textOf(get(element, Lang))
  const alt = textOf(get(element, Alt))
  const actualText = textOf(get(element, ActualText))
  elements.push(ref)
  return {kind: 'tag', type: type instanceof PDFName ? type.decodeText() : 'NonStruct', origin: ref.objectNumber, ...(lang !== undefined && {lang}), ...(alt !== undefined && {alt}), ...(actualText !== undefined && {actualText}), kids}
}

function contentOf(number: PDFObject | undefined, page: PDFObject | undefined, form: PDFObject | undefined, {context, drawsOf, streams, pages}: Reading): readonly Kid[] {
  const stream = keyOf(context.lookup(form ?? page), 'StructParents')
  if (!(number instanceof PDFNumber) || !(page instanceof PDFRef) || stream === undefined) return []
  streams.set(stream, form instanceof PDFRef ? {page, form} : {page})
  return [{kind: 'content', page: pages.get(page.objectNumber) ?? 0, stream, number: number.asNumber(), draws: drawsOf(stream, number.asNumber())}]
}

/** A link in a head that is repeated has, on every page, an area for each of them, all at one place: one is enough. */
function areaOf(ref: PDFObject | undefined, page: PDFObject | undefined, {context, areas, places, pages}: Reading): readonly Kid[] {
  const dict = context.lookup(ref)
  const key = keyOf(dict, 'StructParent')
  if (!(ref instanceof PDFRef) || !(dict instanceof PDFDict) || key === undefined) return []
  areas.set(key, {page: page instanceof PDFRef ? page : undefined, ref, dict})
  const place = `${String(page)} ${String(dict.get(name('Rect')))}`
  if (places.has(place)) return []
  places.add(place)
  const action = dict.lookup(name('A'))
  const destination = textOf(dict.lookup(name('Dest')))
  const address = action instanceof PDFDict ? textOf(action.lookup(name('URI'))) : undefined
  return [{kind: 'link', page: page instanceof PDFRef ? pages.get(page.objectNumber) ?? 0 : 0, key, ...(destination !== undefined && {destination: idOf(destination)}), ...(address !== undefined && {address})}]
}

function keyOf(holder: PDFObject | undefined, key: string): number | undefined {
  const dict = holder instanceof PDFStream ? holder.dict : holder
  const value = dict instanceof PDFDict ? dict.lookup(name(key)) : undefined
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

function get(dict: PDFDict, key: PDFName | undefined): PDFObject | undefined {
  return key && dict.get(key)
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName ? value.decodeText() : undefined
}

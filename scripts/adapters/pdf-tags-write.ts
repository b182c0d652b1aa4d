/** Writes a structure tree in the place of the one that was read (ISO 32000-1, 14.7). */
import {PDFArray, type PDFContext, PDFDict, type PDFDocument, PDFHexString, PDFNumber, type PDFObject, PDFRef, PDFString} from '@cantoo/pdf-lib'
import {name} from './pdf-names.ts'
import type {Content, Kid, LinkArea, Tag, TagTree} from './pdf-tags.ts'

const ownKeys = new Set(['Type', 'S', 'P', 'K', 'Pg', 'Lang', 'Alt', 'ActualText'].map(name))

type Writing = {
  readonly file: PDFDocument
  readonly before: TagTree
  /** By key: the tag of an area, or by number the tags of a page's or form's marks. */
  readonly parents: Map<number, PDFRef | (PDFRef | undefined)[]>
  readonly ids: Map<string, PDFRef>
  readonly types: Set<string>
}

/** Which marks a tree holds: by page or form, then by number. */
export type KeptMarks = ReadonlyMap<number, ReadonlySet<number>>

/** Write the tree; what it left out goes from the file. `roles` says what types that PDF 1.7 does not know stand for. */
export function writeTags(file: PDFDocument, before: TagTree, root: Tag, roles: Readonly<Record<string, string>>): KeptMarks {
  const {context, catalog} = file
  const tree = catalog.lookup(name('StructTreeRoot'), PDFDict)
  const former = new Map(before.elements.map(ref => [ref.objectNumber, context.lookup(ref, PDFDict)]))
  for (const ref of before.elements) context.delete(ref)
  const writing: Writing = {file, before, parents: new Map(), ids: new Map(), types: new Set()}
  tree.set(name('K'), writeTag(root, catalog.get(name('StructTreeRoot')), former, writing))
  setTrees(tree, writing, roles)
  for (const [key, area] of before.areas) if (!writing.parents.has(key)) removeArea(area, context)
  return new Map([...writing.parents].flatMap(([key, tags]) => tags instanceof PDFRef ? [] : [[key, new Set(Object.keys(tags).map(Number))]]))
}

function writeTag(tag: Tag, parent: PDFObject | undefined, former: ReadonlyMap<number, PDFDict>, writing: Writing): PDFRef {
  const {context} = writing.file
  const ref = tag.origin === undefined ? context.nextRef() : PDFRef.of(tag.origin)
  const element = PDFDict.withContext(context)
  element.set(name('Type'), name('StructElem'))
  element.set(name('S'), name(tag.type))
  keepAttributes(element, former.get(tag.origin ?? -1), tag)
  context.assign(ref, element)
  writing.types.add(tag.type)
  if (parent) element.set(name('P'), parent)
  setTexts(element, tag)
  setNumbering(element, tag, context)
  const id = element.get(name('ID'))
  if (id instanceof PDFString) writing.ids.set(id.asString(), ref)
  const page = pageOf(tag, writing.before)
  if (page) element.set(name('Pg'), page)
  const kids = tag.kids.map(kid => kid.kind === 'tag' ? writeTag(kid, ref, former, writing) : kid.kind === 'link' ? placeArea(kid, ref, writing) : placeContent(kid, ref, page, writing))
  element.set(name('K'), kids.length === 1 && kids[0] ? kids[0] : context.obj(kids))
  return ref
}

function keepAttributes(element: PDFDict, former: PDFDict | undefined, {isScoped = false}: Tag): void {
  for (const [key, value] of former?.entries() ?? []) if (!ownKeys.has(key)) element.set(key, isScoped ? withoutHeaders(value) : value)
}

/** The attributes of a cell, but not which heads it has (ISO 32000-1, table 349). */
function withoutHeaders(value: PDFObject): PDFObject {
  if (!(value instanceof PDFArray)) return value
  for (let at = value.size() - 1; at >= 0; at--) {
    const attributes = value.lookup(at)
    if (attributes instanceof PDFDict && attributes.has(name('Headers'))) value.remove(at)
  }
  return value
}

function setTexts(element: PDFDict, {lang, alt, actualText, expansion, id}: Tag): void {
  if (lang !== undefined) element.set(name('Lang'), PDFString.of(lang))
  if (alt !== undefined) element.set(name('Alt'), PDFHexString.fromText(alt))
  if (actualText !== undefined) element.set(name('ActualText'), PDFHexString.fromText(actualText))
  if (expansion !== undefined) element.set(name('E'), PDFHexString.fromText(expansion))
  if (id !== undefined) element.set(name('ID'), PDFString.of(id))
}

/** Among the attributes that a list has already. */
function setNumbering(element: PDFDict, {type, numbering}: Tag, context: PDFContext): void {
  if (type !== 'L' || numbering === undefined) return
  const former = element.lookup(name('A'))
  const others = former instanceof PDFArray ? former.asArray() : former ? [former] : []
  element.set(name('A'), context.obj([...others, context.obj({O: 'List', ListNumbering: numbering})]))
}

/** The page that an element's first content stands on: its numbers then need no page of their own. */
function pageOf({kids}: Tag, {streams}: TagTree): PDFRef | undefined {
  const first = kids.find((kid: Kid): kid is Content => kid.kind === 'content')
  return first && streams.get(first.stream)?.page
}

function placeContent({stream, number}: Content, tag: PDFRef, page: PDFRef | undefined, {file, before, parents}: Writing): PDFObject {
  const tags = parents.get(stream) ?? []
  if (!(tags instanceof PDFRef)) tags[number] = tag
  parents.set(stream, tags)
  const place = before.streams.get(stream)
  if (place?.form === undefined && place?.page === page) return PDFNumber.of(number)
  return file.context.obj({Type: 'MCR', MCID: number, ...(place && {Pg: place.page}), ...(place?.form && {Stm: place.form})})
}

function placeArea({key, contents}: LinkArea, tag: PDFRef, {file, before, parents}: Writing): PDFObject {
  parents.set(key, tag)
  const area = before.areas.get(key)
  if (contents !== undefined) area?.dict.set(name('Contents'), PDFHexString.fromText(contents))
  return file.context.obj({Type: 'OBJR', ...(area && {Obj: area.ref}), ...(area?.page && {Pg: area.page})})
}

/** An area that no tag holds would be a link that nobody hears of (ISO 14289-1, 7.18.5). */
function removeArea({page, ref}: {readonly page: PDFRef | undefined; readonly ref: PDFRef}, context: PDFContext): void {
  const areas = page && context.lookup(page, PDFDict).lookup(name('Annots'))
  const at = areas instanceof PDFArray ? areas.indexOf(ref) : undefined
  if (areas instanceof PDFArray && at !== undefined) areas.remove(at)
  context.delete(ref)
}

/** The ways back from content to tags, the tags that have an id, and what own types stand for. */
function setTrees(tree: PDFDict, {file, parents, ids, types}: Writing, roles: Readonly<Record<string, string>>): void {
  const {context} = file
  const keys = [...parents.keys()].toSorted((a, b) => a - b)
  const values = keys.flatMap(key => {
    const tags = parents.get(key) ?? []
    return [PDFNumber.of(key), tags instanceof PDFRef ? tags : context.register(context.obj(Array.from(tags, tag => tag ?? null)))]
  })
  deleteTree(tree.get(name('ParentTree')), context)
  tree.set(name('ParentTree'), context.register(context.obj({Nums: values})))
  tree.set(name('ParentTreeNextKey'), PDFNumber.of((keys.at(-1) ?? -1) + 1))
  setIds(tree, ids, file)
  const own = Object.entries(roles).filter(([type]) => types.has(type))
  if (own.length > 0) tree.set(name('RoleMap'), context.obj(Object.fromEntries(own)))
}

function setIds(tree: PDFDict, ids: ReadonlyMap<string, PDFRef>, {context}: PDFDocument): void {
  deleteTree(tree.get(name('IDTree')), context)
  tree.delete(name('IDTree'))
  if (ids.size === 0) return
  const sorted = [...ids].toSorted(([a], [b]) => a < b ? -1 : 1)
  tree.set(name('IDTree'), context.register(context.obj({Names: sorted.flatMap(([id, ref]) => [PDFString.of(id), ref])})))
}

/** Delete a name or number tree with its branches: the order of Chromium's ids must not stay, not even without a reference. */
function deleteTree(former: PDFObject | undefined, context: PDFContext): void {
  const node = context.lookup(former)
  const kids = node instanceof PDFDict ? node.lookup(name('Kids')) : undefined
  if (former instanceof PDFRef) context.delete(former)
  for (const kid of kids instanceof PDFArray ? kids.asArray() : []) deleteTree(kid, context)
}

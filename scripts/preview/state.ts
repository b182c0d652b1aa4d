/** What the page in the browser is told, as JSON: the last good pages, and what stands in the way of newer ones. */
import {toString} from 'hast-util-to-string'
import type {Root} from 'hast'
import {elementsIn} from '../elements.ts'
import type {ContentsEntry, Message, Pages, Pamphlet, Place, RectanglePx, SourceFile} from '../types.ts'
import type {Amendment} from './amending/amend.ts'
import type {Piece} from './amending/merge.ts'
import type {Direction} from '../writing.ts'
import {directionOf} from '../writing.ts'
import {editorLink} from './editor-link.ts'

/** A whole build, as the preview keeps it. */
export type Built = {readonly pamphlet: Pamphlet; readonly pages: Pages; readonly files: readonly SourceFile[]; readonly messages: readonly Message[]; readonly amendment?: Amendment}

/** A block on a page; its box is measured from the trim's top left, in CSS px. */
export type ShownBlock = {readonly page: number; readonly box: RectanglePx; readonly file: string; readonly line: number; readonly words: string; readonly link: string}

/** A message; where its place is on a page, with the page and the box of the block. */
export type ShownMessage = Omit<Message, 'place'> & Place & {readonly link: string; readonly page?: number; readonly box?: RectanglePx}

export type OutlineEntry = {readonly title: string; readonly depth: number; readonly page: number; readonly folio: string; readonly line?: string}

export type ShownPages = {
  readonly version: number
  /** The version whose PDF shows all pages but those of `pieces`, which stand in a PDF of this version, from `at` on. */
  readonly base: number
  /** The look at a few of these pages that came before all of them, where there was one: what it drew is up to date. */
  readonly look: number | undefined
  readonly pieces: readonly Piece[]
  readonly title: string
  readonly lang: string
  /** The side that pages turn to: of what is read from right to left, the first stands at the left of its fold. */
  readonly direction: Direction
  readonly count: number
  readonly folios: readonly string[]
  readonly sheet: Pages['sheet']
  readonly blocks: readonly ShownBlock[]
  readonly messages: readonly ShownMessage[]
  readonly outline: readonly OutlineEntry[]
}

/** Why the newest state of the manuscript is not shown: its errors, or what the machine had to say. */
export type Trouble = {readonly reason: string; readonly remedy?: string; readonly messages: readonly ShownMessage[]}

/** Where links lead. */
export type Linking = {readonly folder: string; readonly template: string}

/** Gather what is shown of a build. */
export function shownPages(built: Built, {version, base, look}: Pick<ShownPages, 'version' | 'base' | 'look'>, linking: Linking): ShownPages {
  const {pamphlet, pages} = built
  const blocks = shownBlocks(built, linking)
  return {
    version,
    base,
    look,
    pieces: built.amendment?.pieces ?? [],
    title: pamphlet.metadata.title,
    lang: pamphlet.metadata.lang,
    direction: directionOf(pamphlet.metadata.lang),
    count: pages.count,
    folios: pages.folios,
    sheet: pages.sheet,
    blocks,
    messages: built.messages.map(message => shownMessage(message, blocks, linking)),
    outline: outlineOf(pamphlet, pages)
  }
}

/** Show a message, on the page that holds the last block which begins no later than its place. */
export function shownMessage({place, ...message}: Message, blocks: readonly ShownBlock[], {folder, template}: Linking): ShownMessage {
  const link = editorLink(template, folder, place)
  const {line} = place
  const inFile = line === undefined ? [] : blocks.filter(block => block.file === place.file && block.line <= line)
  const nearest = Math.max(...inFile.map(block => block.line))
  const block = inFile.find(candidate => candidate.line === nearest)
  return {...message, ...place, link, ...(block && {page: block.page, box: block.box})}
}

const mostWords = 80

function shownBlocks({pages, files}: Built, {folder, template}: Linking): readonly ShownBlock[] {
  const {trim} = pages.sheet
  const lines = new Map(files.map(({name, text}) => [name, text.split(/\r\n?|\n/)]))
  return pages.blocks.flatMap(({at, page, box}) => {
    const place = placeOf(at)
    if (place?.line === undefined) return []
    const words = (lines.get(place.file)?.[place.line - 1] ?? '').trim().slice(0, mostWords)
    const onTrim = {...box, leftPx: box.leftPx - trim.leftPx, topPx: box.topPx - trim.topPx}
    return [{page, box: onTrim, file: place.file, line: place.line, words, link: editorLink(template, folder, place)}]
  })
}

/** Read `file:line:column`; the file's name may hold colons of its own. */
export function placeOf(at: string): Place | undefined {
  const match = /^(.+):(\d+):(\d+)$/.exec(at)
  return match?.[1] === undefined ? undefined : {file: match[1], line: Number(match[2]), column: Number(match[3])}
}

/** The contents with the page of each head, and its line `file:line:column` where it is known. */
export function outlineOf(pamphlet: Pamphlet, {pageMap}: Pick<Pages, 'pageMap'>): readonly OutlineEntry[] {
  const places = new Map(pageMap.map(entry => [entry.id, entry]))
  const lines = linesOfHeads(pamphlet)
  const walk = (entries: readonly ContentsEntry[], depth: number): readonly OutlineEntry[] => entries.flatMap(({id, title, children}) => {
    const place = places.get(id)
    const line = lines.get(id)
    const own = place ? [{title: toString({type: 'root', children: [...title]}), depth, page: place.page, folio: place.folio, ...(line !== undefined && {line})}] : []
    return [...own, ...walk(children, depth + 1)]
  })
  return walk(pamphlet.contents, 0)
}

function linesOfHeads({chapters}: Pamphlet): ReadonlyMap<string, string> {
  const lines = new Map<string, string>()
  const root: Root = {type: 'root', children: chapters.flatMap(({heading, children}) => [...heading ? [heading] : [], ...children])}
  for (const {tagName, properties: {id, dataAt}} of elementsIn(root)) {
    if (/^h[2-6]$/.test(tagName) && typeof id === 'string' && typeof dataAt === 'string') lines.set(id, dataAt)
  }
  for (const {id, heading} of chapters) if (typeof heading?.properties['dataAt'] === 'string') lines.set(id, heading.properties['dataAt'])
  return lines
}

/** What the templates of every edition may place: the metadata in words, the contents, the chapters. */
import type {Element, ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {contributions, writersInLine} from '../contributors.ts'
import {holdsNoteReference} from '../elements.ts'
import type {Chapter, ContentsEntry, Metadata, Pamphlet} from '../types.ts'
import {wordsFor} from '../words.ts'
import {formatDate} from './dates.ts'
import {statedLines, unnamedIn} from './imprint.ts'
import {indexId} from './index-list.ts'
import type {Values} from './fill.ts'

/** Where an edition keeps an asset, by the asset's name. */
export type AssetUrl = (name: string) => string

/** Values that come from the metadata alone, the same in each edition. */
export function metadataValues(metadata: Metadata, assetUrl: AssetUrl): Values {
  const {series, cover, date, lang} = metadata
  const words = wordsFor(lang)
  return {
    title: text(metadata.title),
    subtitle: text(metadata.subtitle),
    publisher: text(metadata.publisher),
    authors: peopleValue(metadata),
    series: text(series && [series.name, series.number].filter(part => part !== undefined).join('\u00A0')),
    date: text(date === undefined ? undefined : formatDate(date, lang)),
    coverImage: cover ? [h('img', {src: assetUrl(cover.image), alt: cover.alt})] : [],
    contentsWord: text(words.contents),
    notesWord: text(words.notes),
    indexWord: text(words.index),
    figuresWord: text(words.figures),
    skipWord: text(words.startOfText),
    dedication: dedicationValue(metadata),
    ...backValues(metadata, assetUrl)
  }
}

/** Those who wrote it; what others did stands below, each on a smaller line. */
function peopleValue(metadata: Metadata): readonly ElementContent[] {
  const lines = [...text(writersInLine(metadata)), ...contributions(metadata).map(line => h('small', line))]
  return lines.flatMap((line, index) => index === 0 ? [line] : [h('br'), line])
}

function backValues({back, lang}: Metadata, assetUrl: AssetUrl): Values {
  const link = back?.link
  return {
    back: back ? [h('span')] : [],
    backText: paragraphs(back?.text),
    backImage: back?.image === undefined ? [] : [h('img', {src: assetUrl(back.image), alt: ''})],
    backAddress: text(back?.address),
    backPrice: text(back?.price),
    link: text(link),
    linkText: addressValue(link?.replace(/^https?:\/\//, '').replace(/\/$/, '')),
    linkWord: text(wordsFor(lang).webEdition)
  }
}

/** A longer part of an address is broken wherever it must be: beyond the edge nobody would read it. */
const wholePart = 24

/** An address as a value: it may break behind a slash and in front of a dot, but not at a hyphen, which would seem to be the line's. */
function addressValue(address = ''): readonly ElementContent[] {
  const parts = address.split(/(?<=\/)(?=[^/])|(?=\.)/u).filter(part => part !== '')
  return parts.flatMap((part, index) => [
    ...(index > 0 ? [h('wbr')] : []),
    ...(part.includes('-') && part.length <= wholePart ? [h('span.piece', part)] : text(part))
  ])
}

/** A value of plain text; empty where there is none. */
export function text(value: string | undefined): readonly ElementContent[] {
  return value === undefined || value === '' ? [] : [{type: 'text', value}]
}

/** A value of paragraphs, which blank lines part; empty where there is none. */
export function paragraphs(value: string | undefined): readonly Element[] {
  return value === undefined ? [] : value.split(/\n\s*\n/).map(paragraph => paragraph.trim()).filter(paragraph => paragraph !== '').map(paragraph => h('p', paragraph))
}

/** The dedication as a value; where the author ended a line, it ends. */
export function dedicationValue({dedication}: Pick<Metadata, 'dedication'>): readonly Element[] {
  return paragraphs(dedication).map(paragraph => {
    const lines = textOf(paragraph).split('\n').flatMap(line => [h('br'), line.trim()])
    return h('p', lines.slice(1))
  })
}

/** The pamphlet's epigraph as a value. */
export function epigraphValue({epigraph}: Pamphlet): readonly ElementContent[] {
  return epigraph ? [epigraph] : []
}

/** The contents with the index, which stands behind the text. */
export function contentsWithIndex({contents, index, metadata}: Pamphlet): readonly ContentsEntry[] {
  return index.length === 0 ? contents : [...contents, {id: indexId, title: text(wordsFor(metadata.lang).index), children: []}]
}

/** The id of a head's line in the printed contents: by it the program learns on which page of them the line stands. */
export const lineId = (head: string): string => `pamphlet-line-${head}`

/** The contents as nested lists of links; with `withPages` each has an id, and an empty place for its page, to be filled later. */
export function contentsList(entries: readonly ContentsEntry[], withPages: boolean): Element {
  return h('ol', entries.map(({id, title, children}) => h('li', withPages ? {id: lineId(id)} : {}, [
    h('a', {href: `#${id}`}, withPages ? withPage(title, h('span.at', id === indexId ? {dataPageRefs: id} : {dataPageOf: id})) : structuredClone([...title])),
    children.length > 0 ? contentsList(children, withPages) : undefined
  ])))
}

/** What is longer, or of several words, may be broken: beyond the edge nobody would read it. */
const lastWord = /(?<!\S)\S{1,20}$/u

/** An entry with the place for its page, which stands on the line of the last word; heard, it is a word of its own. */
export function withPage(entry: readonly ElementContent[], at: Element): ElementContent[] {
  const before = structuredClone([...entry])
  const last = before.pop()
  const word = last && lastWord.exec(textOf(last))
  if (!last || !word || last.type !== 'text' && word.index > 0) return [...before, ...(last ? [last] : []), ...text(' '), at]
  const rest = last.type === 'text' ? text(last.value.slice(0, word.index)) : []
  return [...before, ...rest, h('span.unbroken', [last.type === 'text' ? word[0] : last, ' ', at])]
}

/**
 * The imprint as the author wrote it, with the rights and the ISBN where it does not name them; else what the metadata says
 * that the other parts of the `template` do not; all that it says, where the imprint has a page to itself (no `template`).
 */
export function imprintValue({imprint, metadata}: Pamphlet, assetUrl: AssetUrl, template?: string): readonly ElementContent[] {
  const line = (words: string) => h('p', words)
  if (imprint.length > 0) return [...withAssets(imprint, assetUrl), ...unnamedIn(imprint, metadata).map(line)]
  if (template === undefined) return statedLines(metadata, []).map(line)
  const {back, publisher} = metadata
  const isNamed = /data-fill=["']?publisher\b/.test(template)
  return statedLines(metadata, [isNamed ? publisher : undefined, back?.text, back?.address]).map(line)
}

/** Every chapter as a section; those that open a page, and the first, may take an initial letter. */
export function chapterSections({chapters, openings}: Pamphlet, assetUrl: AssetUrl): readonly Element[] {
  return chapters.map((chapter, index) => chapterSection(chapter, assetUrl, index === 0 || openings === 'page'))
}

function chapterSection({id, title, heading, children}: Chapter, assetUrl: AssetUrl, opens: boolean): Element {
  const content = withAssets(heading ? [heading, ...children] : children, assetUrl)
  if (opens) markOpening(heading ? content.slice(1) : content)
  // The number of a note is no part of the name.
  const label = heading && holdsNoteReference(heading) ? {ariaLabel: title} : {ariaLabelledBy: id}
  return h('section.chapter', heading ? label : {id}, content)
}

/** The first paragraph below the chapter's head takes an initial, with the mark that opens a quotation before it, where it is long enough to hold it; a number is set whole. Below another head it would stand in that one's way. */
function markOpening(content: readonly ElementContent[]): void {
  const first = content.find(node => node.type === 'element' && !isEpigraph(node))
  if (first?.type !== 'element' || first.tagName !== 'p') return
  const start = first.children.find(child => child.type !== 'element' || !isMark(child))
  const length = first.children.reduce((sum, child) => sum + (child.type === 'text' ? child.value.length : 20), 0)
  if (start?.type !== 'text' || length <= 220) return
  const [, number] = /^(\d{2,4})(?=\s)/u.exec(start.value) ?? []
  if (/^(?:[“„«‘‚‹»¿¡(]\p{Zs}?)?(?:\p{Lu}|\d(?!\d))/u.test(start.value)) first.properties.className = ['opening']
  else if (number !== undefined) {
    first.properties.className = ['opening-number']
    first.children.splice(first.children.indexOf(start), 1, h('span.initial', number), {...start, value: start.value.slice(number.length)})
  }
}

function isMark({properties: {className}}: Element): boolean {
  return Array.isArray(className) && className.includes('index-mark')
}

function isEpigraph({properties: {className}}: Element): boolean {
  return Array.isArray(className) && className.includes('epigraph')
}

/** A copy for one edition, its pictures pointing to where that edition keeps them. */
export function withAssets(nodes: readonly ElementContent[], assetUrl: AssetUrl): ElementContent[] {
  return nodes.map(node => {
    if (node.type !== 'element') return node
    const source = node.properties.src
    const properties = node.tagName === 'img' && typeof source === 'string' ? {...node.properties, src: assetUrl(source)} : {...node.properties}
    return {...node, properties, children: withAssets(node.children, assetUrl)}
  })
}

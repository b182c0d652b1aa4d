/** The pages around the text: cover, half title, title page, imprint, dedication and epigraph in front, back cover and colophon behind. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {identifierWords, isbnOf} from '../isbn.ts'
import {formatDate} from '../template/dates.ts'
import {statedLines, unnamedIn} from '../template/imprint.ts'
import {dedicationValue} from '../template/values.ts'
import type {Metadata, Pamphlet} from '../types.ts'
import type {Words} from '../words.ts'
import {inRow} from '../writing.ts'
import {clean, type Setting} from './clean.ts'
import type {PackageMetadata} from './metadata.ts'
import {container, type Page} from './page.ts'
import type {EpubWords} from './words.ts'
import {xmlText} from './xhtml.ts'

/** Make the page that shows the cover image. */
export function coverPage(path: string, alt: string, words: Words): Page {
  const image = h('img', {src: path, alt: xmlText(alt), role: 'doc-cover'})
  const section = part('cover', words.cover, [h('p', {className: ['cover-image']}, [image])])
  return {filename: 'cover.xhtml', title: words.cover, matter: 'cover', children: [section]}
}

/** Make the half title: the title alone, as on the first leaf of a book. */
export function halfTitle({title}: PackageMetadata, words: EpubWords): Page {
  const section = part('halftitlepage', words.halfTitle, [h('p', title)], 'half-title')
  return {filename: 'half-title.xhtml', title, matter: 'frontmatter', children: [section]}
}

/** Make the title page from what the metadata says. */
export function titlePage(metadata: PackageMetadata, words: Words): Page {
  const {title, subtitle, credits, publisher, series, date, lang} = metadata
  const line = (name: string, text: string | undefined) => text === undefined ? [] : [h('p', {className: [name]}, text)]
  const lines = [
    h('h1', {className: ['title']}, title),
    ...(subtitle === undefined ? [] : [h('p', {className: ['subtitle'], role: 'doc-subtitle'}, subtitle)]),
    ...credits.flatMap(credit => line('author', credit)),
    ...line('publisher', publisher),
    ...line('series', series && [series.name, ...(series.number === undefined ? [] : [series.number])].join(' · ')),
    ...line('date', date && formatDate(date, lang))
  ]
  const section = part('titlepage', words.titlePage, lines)
  return {filename: 'title-page.xhtml', title, matter: 'frontmatter', children: [section]}
}

/** Make the page of the dedication, where there is one. */
export function dedicationPages(metadata: Metadata, title: string, setting: Setting): readonly Page[] {
  const lines = clean(dedicationValue(metadata), setting)
  if (lines.length === 0) return []
  const section = container('div', {className: ['dedication'], 'epub:type': 'dedication', role: 'doc-dedication'}, lines)
  return [{filename: 'dedication.xhtml', title, matter: 'frontmatter', children: [section]}]
}

/** Make the page of the epigraph, where there is one. */
export function epigraphPages({epigraph}: Pamphlet, title: string, setting: Setting): readonly Page[] {
  if (!epigraph) return []
  const section = container('div', {className: ['epigraph-page']}, clean([epigraph], setting))
  return [{filename: 'epigraph.xhtml', title, matter: 'frontmatter', children: [section]}]
}

/**
 * Make the imprint: the author's, with the rights and the ISBN where it does not name them; or where there is none, what the
 * metadata says of publisher and rights, unless the title page and the back cover say all of it.
 */
export function imprintPages({imprint, metadata: written}: Pamphlet, metadata: PackageMetadata, setting: Setting, words: Words & EpubWords): readonly Page[] {
  const {title, publisher, rights} = metadata
  const said = [publisher, ...[written.back?.text, written.back?.address].map(words => words && xmlText(words))]
  const stated = statedLines({...(publisher !== undefined && {publisher}), ...(rights !== undefined && {rights})}, said).map(line => h('p', line))
  const known = stated.length === 0 ? [] : [h('p', [h('cite', title)]), ...stated]
  const unnamed = [...unnamedIn(imprint, {...(rights !== undefined && {rights})}), ...numberLines(imprint, written, words)]
  const blocks = imprint.length > 0 ? [...clean(imprint, setting), ...unnamed.map(line => h('p', line))] : known
  if (blocks.length === 0) return []
  const section = part('imprint copyright-page', words.imprint, blocks, 'imprint')
  return [{filename: 'imprint.xhtml', title: words.imprint, matter: 'frontmatter', children: [section]}]
}

/** The book's numbers that an imprint does not name; where print has another than the EPUB, each with its edition, so that nobody orders the wrong one. */
function numberLines(imprint: readonly ElementContent[], {identifier, epub}: Metadata, words: EpubWords): readonly string[] {
  const line = (number: string | undefined) => number === undefined ? [] : unnamedIn(imprint, {identifier: xmlText(number)})
  if (epub.identifier === undefined || identifier === undefined || isbnOf(epub.identifier) === isbnOf(identifier)) return line(epub.identifier ?? identifier)
  return [...line(epub.identifier).map(own => `${words.edition}: ${own}`), ...line(identifier).map(printed => `${words.printEdition}: ${printed}`)]
}

/** Make the page of what stands on the outer back cover; its picture belongs to the cover, and stays there. */
export function backPages({back}: Metadata, words: Words): readonly Page[] {
  if (!back) return []
  const line = (text: string | undefined, className?: string) => text === undefined || text.trim() === '' ? [] : [h('p', {className}, xmlText(text.trim()))]
  const link = back.link === undefined ? [] : [h('p', [h('a', {href: back.link}, xmlText(back.link))])]
  const blocks = [...(back.text?.split(/\n\s*\n/) ?? []).flatMap(text => line(text)), ...line(back.address, 'back-address'), ...line(back.price, 'back-price'), ...link]
  if (blocks.length === 0) return []
  return [{filename: 'back-cover.xhtml', title: words.backCover, matter: 'backmatter', children: [container('section', {className: ['back-cover'], ariaLabel: words.backCover}, blocks)]}]
}

/** What the colophon tells of this edition: the families of its fonts, and what its page numbers come from. */
export type Making = {readonly families: readonly string[]; readonly pageSource?: string}

/** Make the colophon: what this edition is, what it is set in, and where its page numbers come from. */
export function colophon({title, date, lang, identifier}: PackageMetadata, {families, pageSource}: Making, words: EpubWords): Page {
  const line = (...parts: readonly (string | Element)[]) => h('p', [...parts])
  const edition = date === undefined ? words.edition : inRow([words.edition, formatDate(date, lang)], lang)
  const lines = [
    line(h('cite', title)),
    line(edition),
    ...(families.length > 0 ? [line(`${words.typefaces}: ${inRow(families, lang)}`)] : []),
    ...(pageSource === undefined ? [] : [line(`${words.pageNumbers}: ${pageSource}`)]),
    line(identifierWords(identifier))
  ]
  const section = container('section', {className: ['colophon'], 'epub:type': 'colophon', role: 'doc-colophon', ariaLabel: words.colophon}, lines)
  return {filename: 'colophon.xhtml', title: words.colophon, matter: 'backmatter', children: [section]}
}

/** A section with its type in EPUB's vocabulary and a name for those who listen. */
function part(type: string, label: string, blocks: readonly ElementContent[], className = type): ElementContent {
  return container('section', {className: [className], 'epub:type': type, ariaLabel: label}, blocks)
}

/** The pages around the text: cover, title page, epigraph and imprint. */
import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Pamphlet} from '../types.ts'
import type {Words} from '../words.ts'
import {clean, type Setting} from './clean.ts'
import type {PackageMetadata} from './metadata.ts'
import {onLines, type Page} from './page.ts'
import {xmlText} from './xhtml.ts'

/** Make the page that shows the cover image. */
export function coverPage(path: string, alt: string, words: Words): Page {
  const image = h('img', {src: path, alt: xmlText(alt), role: 'doc-cover'})
  const section = part('cover', words.cover, [h('p', {className: ['cover-image']}, [image])])
  return {filename: 'cover.xhtml', title: words.cover, matter: 'cover', children: [section]}
}

/** Make the title page from what the metadata says. */
export function titlePage(metadata: PackageMetadata, words: Words): Page {
  const {title, subtitle, creators, publisher, series, date} = metadata
  const line = (name: string, text: string | undefined) => text === undefined ? [] : [h('p', {className: [name]}, text)]
  const lines = [
    h('h1', {className: ['title']}, title),
    ...(subtitle === undefined ? [] : [h('p', {className: ['subtitle'], role: 'doc-subtitle'}, subtitle)]),
    ...creators.flatMap(({name}) => line('author', name)),
    ...line('publisher', publisher),
    ...line('series', series && [series.name, ...(series.number === undefined ? [] : [series.number])].join(' · ')),
    ...line('date', date)
  ]
  const section = part('titlepage', words.titlePage, lines)
  return {filename: 'title-page.xhtml', title, matter: 'frontmatter', children: [section]}
}

/** Make the page of the epigraph, where there is one. */
export function epigraphPages({epigraph}: Pamphlet, title: string, setting: Setting): readonly Page[] {
  if (!epigraph) return []
  const section: ElementContent = {
    type: 'element', tagName: 'section', children: [...clean([epigraph], setting)],
    properties: {'epub:type': 'epigraph', role: 'doc-epigraph'}
  }
  return [{filename: 'epigraph.xhtml', title, matter: 'frontmatter', children: [section]}]
}

/** Make the imprint: the author's, or where there is none, what the metadata says of publisher and rights. */
export function imprintPages({imprint}: Pamphlet, metadata: PackageMetadata, setting: Setting, words: Words): readonly Page[] {
  const {title, publisher, rights} = metadata
  const stated = [publisher, rights].flatMap(text => text === undefined ? [] : [h('p', text)])
  const known = stated.length === 0 ? [] : [h('p', [h('cite', title)]), ...stated]
  const blocks = imprint.length > 0 ? clean(imprint, setting) : known
  if (blocks.length === 0) return []
  const section = part('imprint copyright-page', words.imprint, blocks, ['imprint'])
  return [{filename: 'imprint.xhtml', title: words.imprint, matter: 'backmatter', children: [section]}]
}

/** A section with its type in EPUB's vocabulary and a name for those who listen. */
function part(type: string, label: string, blocks: readonly ElementContent[], className: readonly string[] = [type]): ElementContent {
  return {
    type: 'element', tagName: 'section', children: [...onLines(blocks)],
    properties: {className: [...className], 'epub:type': type, ariaLabel: label}
  }
}

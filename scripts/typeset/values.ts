/** What a theme's print template may place, made from the pamphlet. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {elementsIn} from '../elements.ts'
import type {Values} from '../template/fill.ts'
import {qrCode} from '../template/qr-code.ts'
import type {AssetUrl} from '../template/values.ts'
import {titleValue} from '../template/title-lines.ts'
import {indexList, referencesTo} from '../template/index-list.ts'
import {hushRepeats} from '../template/repeated-quotes.ts'
import {chapterSections, contentsList, contentsWithIndex, epigraphValue, imprintValue, metadataValues, text, withAssets, withPage} from '../template/values.ts'
import type {FrontForm, IndexPlace, Metadata, Note, Pamphlet} from '../types.ts'
import {captioned, withFigureIds} from './figures.ts'
import {keepCompoundsWhole} from './head-compounds.ts'
import {wordsFor} from '../words.ts'

/** Contents of fewer entries than this are left out: such a pamphlet shows them at a glance. Where contents were asked for, two are enough. */
const fewEntries = 3
const leastEntries = 2

/** Figures of fewer than this are found without a list. */
const fewFigures = 8

/** Make the values for a theme's `template`; the contents have an empty place for each page number. `form`: the imprint of a full one has the title's verso to itself. */
export function printValues(unnamed: Pamphlet, assetUrl: AssetUrl, template: string, form: FrontForm = 'short'): Values {
  const pamphlet = withFigureIds(unnamed)
  const {metadata, notes} = pamphlet
  const figures = captioned(pamphlet)
  // Paper shows a pull quote; who listens to the tags hears its words once, in their place.
  const sections = chapterSections(hushRepeats(pamphlet), assetUrl)
  sections.forEach(keepCompoundsWhole)
  const link = metadata.back?.link
  return {
    ...metadataValues(metadata, assetUrl),
    epigraph: epigraphValue(pamphlet),
    contents: hasFewEntries(pamphlet) ? [] : [contentsList(contentsWithIndex(pamphlet), true)],
    figures: figures.length < fewFigures ? [] : [figureList(figures)],
    index: indexValue(pamphlet),
    imprint: imprintValue(pamphlet, assetUrl, form === 'full' ? undefined : template),
    text: metadata.notes === 'chapter' ? withNotes(sections, pamphlet, assetUrl) : sections,
    notes: notes.length === 0 || metadata.notes !== 'end' ? [] : [h('ol', notes.map(note => noteItem(note, assetUrl)))],
    titleLines: titleValue(metadata.title, metadata.lang),
    linkCode: link === undefined ? [] : [qrCode(link, `${wordsFor(metadata.lang).webEdition}: ${link}`)]
  }
}

/** Contents that were asked for may be the sections of one chapter. */
function hasFewEntries({metadata, contents}: Pamphlet): boolean {
  if (!asksForContents(metadata)) return contents.length < fewEntries
  return contents.length + contents.flatMap(({children}) => children).length < leastEntries
}

function asksForContents({frontmatter}: Metadata): boolean {
  return frontmatter === 'short' || frontmatter === 'full'
}

/** The notes that a chapter refers to first, in its text or in such a note, at its end, under a head of their own. */
function withNotes(sections: readonly Element[], {notes, metadata}: Pamphlet, assetUrl: AssetUrl): readonly Element[] {
  const waiting = new Set(notes)
  return sections.map(section => {
    const own = notesOf(section, waiting)
    for (const note of own) waiting.delete(note)
    if (own.length === 0) return section
    const list = h('section.notes.chapter-notes', [h('h3', wordsFor(metadata.lang).notes), h('ol', own.map(note => noteItem(note, assetUrl)))])
    return {...section, children: [...section.children, list]}
  })
}

/** Notes come in the order of their numbers: one that a note refers to stands behind it. */
function notesOf(section: Element, waiting: ReadonlySet<Note>): readonly Note[] {
  const ids = new Set(idsIn([section]))
  return [...waiting].filter(({references, children}) => {
    const isOwn = references.some(reference => ids.has(reference))
    if (isOwn) for (const id of idsIn(children)) ids.add(id)
    return isOwn
  })
}

function idsIn(nodes: readonly ElementContent[]): readonly string[] {
  return elementsIn({type: 'root', children: [...nodes]}).flatMap(({properties: {id}}) => typeof id === 'string' ? [id] : [])
}

/** Each with an empty place for its page, as in the contents. */
function figureList(figures: ReturnType<typeof captioned>): Element {
  return h('ol', figures.map(({id, caption}) => h('li', [h('a', {href: `#${id}`}, withPage(text(caption), h('span.at', {dataPageRefs: id})))])))
}

/** The index with an empty place for the pages of each entry. */
function indexValue({index, metadata}: Pamphlet): readonly ElementContent[] {
  const pages = (places: readonly IndexPlace[]) => h('span.at', {dataPageRefs: referencesTo(places)})
  return index.length === 0 ? [] : [indexList(index, wordsFor(metadata.lang), (term, places) => [term, ...(places.length > 0 ? [', ', pages(places)] : [])])]
}

function noteItem({id, number, children}: Note, assetUrl: AssetUrl): Element {
  return h('li', {id}, [h('span.number', String(number)), h('div', withAssets(children, assetUrl))])
}

/** The notes that go to the feet of pages, each with its number in its first paragraph; none where notes stand elsewhere. */
export function footNotes({metadata, notes}: Pamphlet, assetUrl: AssetUrl): readonly Element[] {
  if (metadata.notes !== 'foot') return []
  return notes.map(({id, number, children}) => h('aside.note', {id, role: 'doc-footnote'}, [...numbered(withAssets(children, assetUrl), number)]))
}

function numbered([first, ...others]: readonly ElementContent[], number: number): readonly ElementContent[] {
  const figure = h('span.note-number', String(number))
  if (first?.type === 'element' && first.tagName === 'p') return [{...first, children: [figure, ...first.children]}, ...others]
  return [h('p', figure), ...(first ? [first] : []), ...others]
}

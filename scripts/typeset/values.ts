/** What a theme's print template may place, made from the pamphlet. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Values} from '../template/fill.ts'
import {qrCode} from '../template/qr-code.ts'
import type {AssetUrl} from '../template/values.ts'
import {chapterSections, contentsList, epigraphValue, imprintValue, metadataValues, withAssets} from '../template/values.ts'
import type {Note, Pamphlet} from '../types.ts'

/** Contents of fewer entries than this are left out: such a pamphlet shows them at a glance. */
const fewEntries = 3

/** Make the values; the contents have an empty place for each page number. */
export function printValues(pamphlet: Pamphlet, assetUrl: AssetUrl): Values {
  const {metadata, notes, contents} = pamphlet
  const link = metadata.back?.link
  return {
    ...metadataValues(metadata, assetUrl),
    epigraph: epigraphValue(pamphlet),
    contents: contents.length < fewEntries ? [] : [contentsList(contents, true)],
    imprint: imprintValue(pamphlet, assetUrl),
    text: chapterSections(pamphlet, assetUrl),
    notes: notes.length === 0 || metadata.notes === 'foot' ? [] : [h('ol', notes.map(note => noteItem(note, assetUrl)))],
    linkCode: link === undefined ? [] : [qrCode(link, link)]
  }
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

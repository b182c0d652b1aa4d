/** What a theme's print template may place, made from the pamphlet. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Values} from '../template/fill.ts'
import {qrCode} from '../template/qr-code.ts'
import type {AssetUrl} from '../template/values.ts'
import {chapterSections, contentsList, epigraphValue, metadataValues, withAssets} from '../template/values.ts'
import type {Metadata, Note, Pamphlet} from '../types.ts'
import type {PageKnowledge} from './knowledge.ts'

/** Contents of fewer entries than this are left out: such a pamphlet shows them at a glance. */
const fewEntries = 3

/** Make the values; page numbers stand in the contents once the pages are known. */
export function printValues(pamphlet: Pamphlet, knowledge: PageKnowledge | undefined, assetUrl: AssetUrl): Values {
  const {metadata, notes, contents, imprint} = pamphlet
  const folios = new Map(knowledge?.pageMap.map(({id, folio}) => [id, folio]))
  const link = metadata.back?.link
  return {
    ...metadataValues(metadata, assetUrl),
    epigraph: epigraphValue(pamphlet),
    contents: contents.length < fewEntries ? [] : [contentsList(contents, folios)],
    imprint: imprint.length > 0 ? withAssets(imprint, assetUrl) : ownImprint(metadata),
    text: chapterSections(pamphlet, assetUrl),
    notes: notes.length === 0 ? [] : [h('ol', notes.map(note => noteItem(note, assetUrl)))],
    linkCode: link === undefined ? [] : [qrCode(link, link)]
  }
}

/** What the metadata says, where the author wrote no imprint: nothing is invented. */
function ownImprint({publisher, rights, identifier}: Metadata): readonly ElementContent[] {
  return [publisher, rights, identifier].filter(line => line !== undefined).map(line => h('p', line))
}

function noteItem({id, number, children}: Note, assetUrl: AssetUrl): Element {
  return h('li', {id}, [h('span.number', String(number)), h('div', withAssets(children, assetUrl))])
}

/** What a theme's print template may place, made from the pamphlet. */
import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Values} from '../template/fill.ts'
import {qrCode} from '../template/qr-code.ts'
import type {AssetUrl} from '../template/values.ts'
import {chapterSections, contentsList, epigraphValue, imprintValue, metadataValues, withAssets} from '../template/values.ts'
import type {Note, Pamphlet} from '../types.ts'
import type {PageKnowledge} from './knowledge.ts'

/** Contents of fewer entries than this are left out: such a pamphlet shows them at a glance. */
const fewEntries = 3

/** Make the values; page numbers stand in the contents once the pages are known. */
export function printValues(pamphlet: Pamphlet, knowledge: PageKnowledge | undefined, assetUrl: AssetUrl): Values {
  const {metadata, notes, contents} = pamphlet
  const folios = new Map(knowledge?.pageMap.map(({id, folio}) => [id, folio]))
  const link = metadata.back?.link
  return {
    ...metadataValues(metadata, assetUrl),
    epigraph: epigraphValue(pamphlet),
    contents: contents.length < fewEntries ? [] : [contentsList(contents, folios)],
    imprint: imprintValue(pamphlet, assetUrl),
    text: chapterSections(pamphlet, assetUrl),
    notes: notes.length === 0 ? [] : [h('ol', notes.map(note => noteItem(note, assetUrl)))],
    linkCode: link === undefined ? [] : [qrCode(link, link)]
  }
}

function noteItem({id, number, children}: Note, assetUrl: AssetUrl): Element {
  return h('li', {id}, [h('span.number', String(number)), h('div', withAssets(children, assetUrl))])
}

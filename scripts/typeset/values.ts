/** What a theme's print template may place, made from the pamphlet. */
import type {Element} from 'hast'
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
    notes: notes.length === 0 ? [] : [h('ol', notes.map(note => noteItem(note, assetUrl)))],
    linkCode: link === undefined ? [] : [qrCode(link, link)]
  }
}

function noteItem({id, number, children}: Note, assetUrl: AssetUrl): Element {
  return h('li', {id}, [h('span.number', String(number)), h('div', withAssets(children, assetUrl))])
}

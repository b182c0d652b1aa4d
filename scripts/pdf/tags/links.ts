/** Says of every link where it leads, and marks references to notes. */
import type {LinkArea, Tag} from '../../adapters/pdf-tags.ts'
import type {Words} from '../../words.ts'
import {tagged} from './walk.ts'

/** `folioOf` gives the printed number of the page where an id stands. */
export type Places = {readonly folioOf: (id: string) => string | undefined; readonly words: Words}

/** Make a link of whatever holds a link's area, a reference where it leads to a note, and give it its words. */
export function mendLink(tag: Tag, places: Places): Tag {
  const areas = tag.kids.filter(kid => kid.kind === 'link')
  if (areas.length === 0) return tag
  const kids = tag.kids.map(kid => kid.kind === 'link' ? {...kid, contents: contentsOf(kid, places)} : kid)
  const isLink = tag.type === 'Link' || tag.type === 'NonStruct' || tag.type === 'Span'
  const link = isLink ? {...tag, type: 'Link', kids} : {...tag, kids: [tagged('Link', kids)]}
  return areas.some(({destination}) => noteIn(destination) !== undefined) ? tagged('Reference', [link]) : link
}

function contentsOf({destination, address}: LinkArea, {folioOf, words}: Places): string {
  if (destination === undefined) return address ?? words.page
  const note = noteIn(destination)
  if (note !== undefined) return `${words.note} ${note}`
  if (destination.startsWith('noteref-')) return words.backToText
  const folio = folioOf(destination)
  return folio === undefined ? destination : `${words.page} ${folio}`
}

function noteIn(destination: string | undefined): string | undefined {
  return /^note-(\d+)$/.exec(destination ?? '')?.[1]
}

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

function contentsOf({destination, address, words: said = ''}: LinkArea, {folioOf, words}: Places): string {
  if (destination === undefined) return withAddress(said, address ?? '') || words.page
  const note = noteIn(destination)
  if (note !== undefined) return `${words.note} ${note}`
  if (destination.startsWith('noteref-')) return words.backToText
  const folio = folioOf(destination)
  return folio === undefined ? said || destination : withPage(said, folio, words.page)
}

/** The words and behind them the address, alone where it is what they say. */
function withAddress(said: string, address: string): string {
  if (said === '') return address
  if (withoutScheme(said) === withoutScheme(address)) return said
  return address === '' ? said : `${said} (${address})`
}

function withoutScheme(address: string): string {
  return address.toLowerCase().replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/, '').replace(/\/$/, '')
}

/** The words and behind them the page, but for words that end with its number. */
function withPage(said: string, folio: string, page: string): string {
  if (said === '' || said === folio) return `${page} ${folio}`
  return said.endsWith(` ${folio}`) || said.endsWith(`\u00A0${folio}`) ? said : `${said} (${page} ${folio})`
}

function noteIn(destination: string | undefined): string | undefined {
  return /^note-(\d+)$/.exec(destination ?? '')?.[1]
}

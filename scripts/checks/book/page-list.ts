/** A class that is told a page of the printed edition has to come to it in the e-book, too. */
import type {Finding} from '../preflight/finding.ts'
import {bookPlace, listed, quoted, type BookCheck, type Marker, type PageEntry} from './book.ts'

/** An entry with the marker of another page that it leads to. */
type Misled = PageEntry & {readonly marker: Marker}

type Placed = Marker & {readonly path: string}

/** Entries that lead to the marker of another page, and markers that no entry leads to, in the navigation and in the NCX. */
export const pageList: BookCheck = book => {
  const markers = book.pages.flatMap(({path, markers: all}) => all.map(marker => ({...marker, path})))
  const {navigation, pageList: entries, ncx, isWhole} = book
  const isWithout = navigation !== undefined && !entries && markers.length > 0 && isWhole
  return [
    ...(isWithout ? [withoutList(markers)] : navigation !== undefined && entries ? faultsOf(entries, markers, navigation) : []),
    ...(ncx ? faultsOf(ncx.pageList, markers, ncx.path) : [])
  ]
}

function faultsOf(entries: readonly PageEntry[], markers: readonly Placed[], path: string): readonly Finding[] {
  const byPlace = new Map(markers.map(marker => [`${marker.path}#${marker.id}`, marker]))
  const wrong = entries.flatMap((entry): readonly Misled[] => {
    const marker = byPlace.get(`${entry.path}#${entry.id}`)
    return marker && !isNamed(marker, entry.label) ? [{...entry, marker}] : []
  })
  return [...wrong.map(entry => misled(entry, path)), ...lost(markers, entries, wrong, path)]
}

/** `Page 3`, `p. 3`, `3`: the last number or word of a label counts, and any of a name may be it. */
function isNamed({names}: Marker, label: string): boolean {
  const wanted = wordsOf(label).at(-1)
  return wanted === undefined || names.length === 0 || names.some(name => wordsOf(name).includes(wanted))
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? []
}

function misled({label, path: target, id, line, marker}: Misled, path: string): Finding {
  return {
    rule: 'book-page', severity: 'warning',
    reason: `Unexpected entry ${quoted(label)} of the page list in ${bookPlace(path, line)} that leads to the marker of page ${quoted(marker.names[0] ?? '')} (${bookPlace(target)}#${bookPlace(id)}), expected that of its own page`,
    remedy: 'Let the entry lead to the marker of its page where the book was made.'
  }
}

/** An entry that is misled stands for its own page: that is said already. */
function lost(markers: readonly Placed[], entries: readonly PageEntry[], wrong: readonly Misled[], path: string): readonly Finding[] {
  const listedPlaces = new Set(entries.map(entry => `${entry.path}#${entry.id}`))
  const toldLabels = new Set(wrong.flatMap(({label}) => wordsOf(label).at(-1) ?? []))
  const missing = markers.filter(marker => !listedPlaces.has(`${marker.path}#${marker.id}`) && !marker.names.some(name => toldLabels.has(wordsOf(name).at(-1) ?? '')))
  const [first] = missing
  if (!first) return []
  return [{
    rule: 'book-page', severity: 'warning',
    reason: `Unexpected page list in ${bookPlace(path)} without ${missing.length === 1 ? 'page' : 'pages'} ${listed(missing.map(nameOf))}, expected every page whose marker stands in the text, ${missing.length === 1 ? '' : 'the first '}in ${bookPlace(first.path, first.line)}`,
    remedy: 'Put the page into the list where the book was made.'
  }]
}

function withoutList(markers: readonly Placed[]): Finding {
  const [first] = markers
  return {
    rule: 'book-page', severity: 'warning',
    reason: `Unexpected markers of ${markers.length} ${markers.length === 1 ? 'page' : 'pages'} without a page list${first ? `, the first in ${bookPlace(first.path, first.line)}` : ''}, expected a \`nav\` of the type \`page-list\` that leads to them`,
    remedy: 'Let the program that made the book write a page list.'
  }
}

function nameOf({names, id}: Marker): string {
  return quoted(names[0] ?? (id === '' ? '?' : id))
}


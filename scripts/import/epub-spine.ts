/** The reading order of a book: which documents it has, and what of it cannot be had. */
import type {Root} from 'xast'
import {assetName} from '../asset-name.ts'
import type {Archive} from './archive.ts'
import {decodeText, partText} from './decode.ts'
import {elements} from './epub-metadata.ts'
import type {Remark} from './imported.ts'
import {guessed, ImportFault, lost, lostCount} from './imported.ts'
import {shown} from './images.ts'

export type SpineDocument = {readonly name: string; readonly text: string}

const mostChapters = 1_000
const mostTold = 10

type Place = {readonly name: string} | {readonly fault: string}

/** Read the documents of the reading order; the navigation is the program's own work. `path` names the package. */
export async function spineDocuments(archive: Archive, opf: Root, path: string): Promise<{readonly documents: readonly SpineDocument[]; readonly remarks: readonly Remark[]}> {
  const references = elements(opf, 'itemref')
  const linear = references.filter(({attributes}) => attributes['linear'] !== 'no')
  const places = placesOf(opf, path, linear.slice(0, mostChapters).map(({attributes}) => attributes['idref'] ?? ''))
  const read = await Promise.all(places.map(async place => 'fault' in place ? place : documentOf(place.name, await archive.read(place.name))))
  const faults = read.flatMap(one => 'fault' in one ? [one.fault] : [])
  const documents = read.flatMap(one => 'fault' in one ? [] : [one])
  return {
    documents,
    remarks: [
      ...documents.flatMap(({name, guess}) => guess === undefined ? [] : [guessed(`encoding of \`${shown(name)}\`: ${guess}; look at letters with accents`)]).slice(0, mostTold),
      ...faults.slice(0, mostTold).map(fault => lost(`a page of the book ${fault}`)),
      ...lostCount(Math.max(0, faults.length - mostTold), 'another page of the book that cannot be had', 'other pages of the book that cannot be had'),
      ...lostCount(Math.max(0, linear.length - mostChapters), 'a page behind the first 1,000', 'pages behind the first 1,000', ': divide the book, and import its parts'),
      ...lostCount(references.length - linear.length, 'a page that stands outside of the reading order', 'pages that stand outside of the reading order')
    ]
  }
}

function placesOf(opf: Root, path: string, ids: readonly string[]): readonly Place[] {
  const items = new Map(elements(opf, 'item').map(({attributes}) => [attributes['id'] ?? '', attributes]))
  return ids.flatMap((id): readonly Place[] => {
    const item = items.get(id)
    if (!item) return [{fault: `that its list of files does not name (\`${shown(id)}\`)`}]
    if (/\bnav\b/.test(item['properties'] ?? '')) return []
    const name = assetName(path, item['href'] ?? '')
    return [name === undefined ? {fault: `that lies outside of the book (\`${shown(item['href'] ?? '')}\`)`} : {name}]
  })
}

function documentOf(name: string, bytes: Uint8Array | undefined): SpineDocument & {readonly guess?: string} | {readonly fault: string} {
  if (!bytes) return {fault: `that is missing in the file (\`${shown(name)}\`)`}
  const text = partText(bytes)
  if (!text.includes('\uFFFD')) return {name, text}
  try {
    return {name, ...decodeText(bytes)}
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error
    return {fault: `that is no text (\`${shown(name)}\`)`}
  }
}

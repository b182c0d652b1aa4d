/** The identifier of the publication: the same for every build of the same pamphlet. */
import {createHash} from 'node:crypto'
import {isbnOf} from '../isbn.ts'
import type {Metadata} from '../types.ts'
import {lineOf} from './xhtml.ts'

/** Our own name space for UUIDs of version 5, chosen once at random; changing it would rename every pamphlet. */
const namespace = '0b9f0a3c-5d0e-4f4b-9c55-6a1d0f1f7c4e'

const uuidUrn = /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** A URN, or an address of any scheme. */
const uri = /^(?:urn:[a-z0-9][a-z0-9-]{1,31}:|[a-z][a-z0-9+.-]+:(?!\s))[\w.~:/?#@!$&'()*+,;=%[\]-]+$/i

/**
 * Make the identifier: an ISBN as `urn:isbn:`, a URI as it is, other text as a UUID derived from it; where there is
 * none, a UUID derived from slug, title and authors. One that the EPUB has of its own goes before that of the pamphlet.
 */
export function identifierOf({identifier, epub, slug, title, authors}: Metadata): string {
  const given = lineOf(epub.identifier ?? identifier ?? '')
  if (given === '') return uuid([slug, title, ...authors.map(({name}) => name)].join('\n'))
  const isbn = isbnOf(given)
  if (isbn !== undefined) return `urn:isbn:${isbn}`
  const isUri = uri.test(given) && (!/^urn:(?:uuid|isbn):/i.test(given) || uuidUrn.test(given))
  return isUri ? given : uuid(given)
}

/** The identifier of the printed edition, where the EPUB has another one. */
export function printedIdentifierOf(metadata: Metadata): string | undefined {
  const {epub: {identifier, ...epub}} = metadata
  if (identifier === undefined || lineOf(metadata.identifier ?? '') === '') return undefined
  const printed = identifierOf({...metadata, epub})
  return printed === identifierOf(metadata) ? undefined : printed
}

/** Make a UUID of version 5 (RFC 9562) in our name space. */
function uuid(name: string): string {
  const hash = createHash('sha1').update(Buffer.from(namespace.replaceAll('-', ''), 'hex')).update(name).digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return `urn:uuid:${hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`
}

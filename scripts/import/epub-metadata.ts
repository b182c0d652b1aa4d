/** What a book's package says of it beyond Dublin Core's own elements: people and their parts, a series, a subtitle. */
import type {Element, Root} from 'xast'
import {visit} from 'unist-util-visit'
import {roleWord} from '../contributors.ts'
import {isbnOf} from '../isbn.ts'
import type {ImportedMetadata, ImportedPerson, Remark} from './imported.ts'
import {lost} from './imported.ts'
import {dublinCore, xmlText} from './office-metadata.ts'

export type BookMetadata = {readonly metadata: ImportedMetadata; readonly remarks: readonly Remark[]}

/** Read a package document, of EPUB 3 or 2. Titles and names that only say that they are unknown are none. */
export function bookMetadata(opf: Root): BookMetadata {
  const {author: _, title, ...described} = dublinCore(opf)
  const refined = refinements(opf)
  const people = elements(opf, 'creator', 'contributor').map(element => personOf(element, refined)).filter(({name}) => name !== '' && !/^unknown(?: author)?$/i.test(name))
  const author = people.filter(({role}) => role !== 'bkp').map(({name, sort, role}) => ({name, ...(sort !== undefined && {sort}), ...(role !== undefined && {role: roleWord({name, role})})}))
  const subject = elements(opf, 'subject').map(wordsOf).filter(text => text !== '')
  return {
    metadata: {
      ...described, ...subtitleOf(opf, refined), ...seriesOf(opf, refined), ...identifierOf(opf),
      ...(title !== undefined && !/^unknown(?: title)?$/i.test(title) && {title}),
      ...(author.length > 0 && {author: author.map(person => person.role === undefined && person.sort === undefined ? person.name : person)}),
      ...(subject.length > 0 && {subject})
    },
    remarks: lostPeople(people)
  }
}

/** The program that made a book counts as one of its people. */
function lostPeople(people: readonly ImportedPerson[]): readonly Remark[] {
  return people.filter(({role}) => role === 'bkp').slice(0, 5).map(({name}) => lost(`who or what made the book file: ${name.slice(0, 80)}`))
}

/** The elements of these names, whatever their prefix. */
export function elements(tree: Root, ...names: readonly string[]): readonly Element[] {
  const found: Element[] = []
  visit(tree, 'element', element => {
    if (names.includes(element.name.replace(/^.*:/, ''))) found.push(element)
  })
  return found
}

/** What `meta` elements say of an element, by its id and the property (EPUB 3.3, 5.5.4). */
type Refinements = ReadonlyMap<string, string>

function refinements(opf: Root): Refinements {
  return new Map(elements(opf, 'meta').map(meta => [`${meta.attributes['refines'] ?? ''} ${meta.attributes['property'] ?? ''}`, wordsOf(meta)]))
}

function refinement(element: Element, property: string, refined: Refinements): string | undefined {
  const id = element.attributes['id']
  return id === undefined || id === null ? undefined : refined.get(`#${id} ${property}`)
}

/** Who wrote it has no part; who did something else, and nobody says what, contributed. */
function personOf(element: Element, refined: Refinements): ImportedPerson {
  const name = wordsOf(element)
  const code = (refinement(element, 'role', refined) ?? element.attributes['opf:role'] ?? '').trim()
  const sort = refinement(element, 'file-as', refined) ?? element.attributes['opf:file-as'] ?? undefined
  const role = code === '' ? element.name.endsWith('contributor') ? 'ctb' : undefined : code === 'aut' ? undefined : code
  return {name, ...(sort !== undefined && sort.trim() !== '' && sort !== name && {sort}), ...(role !== undefined && {role})}
}

/** A title that others refine as the subtitle (EPUB 3.3, D.4.1.9). */
function subtitleOf(opf: Root, refined: Refinements): {readonly subtitle?: string} {
  const found = elements(opf, 'title').find(title => refinement(title, 'title-type', refined) === 'subtitle')
  return found ? {subtitle: wordsOf(found)} : {}
}

/** A collection of the kind `series`, or what Calibre writes. */
function seriesOf(opf: Root, refined: Refinements): Pick<ImportedMetadata, 'series'> {
  const metas = elements(opf, 'meta')
  const named = (name: string) => metas.find(({attributes}) => attributes['name'] === name)?.attributes['content']?.trim() ?? ''
  const collection = metas.find(meta => meta.attributes['property'] === 'belongs-to-collection' && refinement(meta, 'collection-type', refined) === 'series')
  const [name, number] = collection ? [wordsOf(collection), refinement(collection, 'group-position', refined) ?? ''] : [named('calibre:series'), named('calibre:series_index').replace(/\.0+$/, '')]
  return name === '' ? {} : {series: {name, ...(number !== '' && {number})}}
}

/** An ISBN is the book's own; other identifiers are those of the file. */
function identifierOf(opf: Root): {readonly identifier?: string} {
  const found = elements(opf, 'identifier').map(element => wordsOf(element).replace(/^urn:isbn:/i, '')).find(text => isbnOf(text) !== undefined)
  return found === undefined ? {} : {identifier: found}
}

function wordsOf(element: Element): string {
  return xmlText(element).trim().replace(/\s+/g, ' ')
}

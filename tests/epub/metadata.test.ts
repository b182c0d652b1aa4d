import {expect, test} from 'vitest'
import {identifierOf} from '../../scripts/epub/identifier.ts'
import {identifierWords, isbnOf} from '../../scripts/isbn.ts'
import {packageMetadata} from '../../scripts/epub/metadata.ts'
import {message} from '../../scripts/messages.ts'
import type {Metadata, RuleId} from '../../scripts/types.ts'
import {metadata, pamphlet} from '../stock.ts'
import {bound, modified, problemsOf} from './book.ts'
import {pagesWith, printedPamphlet, starts} from './printed.ts'
import {byName, textOf} from './xml.ts'

test.each([
  ['978-3-16-148410-0', 'urn:isbn:9783161484100'],
  ['ISBN 978 3 16 148410 0', 'urn:isbn:9783161484100'],
  ['urn:isbn:9783161484100', 'urn:isbn:9783161484100'],
  ['0-306-40615-2', 'urn:isbn:0306406152'],
  ['080442957x', 'urn:isbn:080442957X'],
  ['urn:uuid:6D3c1f8e-58e1-5a0e-9c1a-2f5b6c7d8e9f', 'urn:uuid:6D3c1f8e-58e1-5a0e-9c1a-2f5b6c7d8e9f'],
  ['https://example.org/pamphlets/1', 'https://example.org/pamphlets/1'],
  ['doi:10.1000/182', 'doi:10.1000/182']
])('the identifier %s becomes %s', (identifier, expected) => {
  expect(identifierOf({...metadata, identifier})).toBe(expected)
})

test.each(['978-3-16-148410-1', 'urn:uuid:nonsense', 'urn:isbn:123', 'Pamphlet No. 7', 'a: b', '\u0007'])('%j is no identifier by itself, so a UUID is derived from it', identifier => {
  const derived = identifierOf({...metadata, identifier})
  expect(derived).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(identifierOf({...metadata, identifier})).toBe(derived)
})

test('without identifier it comes from slug, title and authors, and from nothing else', () => {
  const base = identifierOf(metadata)
  expect(base).toBe('urn:uuid:dde877f6-5789-5ea5-86dd-00e3a4007056')
  expect(identifierOf({...metadata, date: '1999', publisher: 'Other', lang: 'fr'})).toBe(base)
  const others: readonly Metadata[] = [{...metadata, slug: 'x'}, {...metadata, title: 'x'}, {...metadata, authors: [{name: 'x'}]}]
  for (const other of others) expect(identifierOf(other)).not.toBe(base)
})

test('an ISBN with a wrong check digit is none', () => {
  expect(isbnOf('9783161484101')).toBeUndefined()
  expect(isbnOf('0306406153')).toBeUndefined()
  expect(isbnOf('97831614841')).toBeUndefined()
})

test.each([
  ['urn:isbn:978-0-306-40615-7', 'ISBN\u00A0978\u20110\u2011306\u201140615\u20117'], ['ISBN 0-306-40615-2', 'ISBN\u00A00\u2011306\u201140615\u20112'], ['9780306406157', 'ISBN\u00A09780306406157'],
  ['9780306406158', '9780306406158'], ['urn:uuid:dde877f6-5789-5ea5-86dd-00e3a4007056', 'urn:uuid:dde877f6-5789-5ea5-86dd-00e3a4007056'], ['The third', 'The third']
])('readers know %s as %s', (identifier, words) => {
  expect(identifierWords(identifier)).toBe(words)
})

test('nothing is invented: what the metadata do not say is not in the package', async () => {
  const bare: Metadata = {
    title: 'T', authors: [], subjects: [], slug: 't', lang: 'en', theme: 'classic', page: metadata.page,
    frontmatter: 'auto', openings: 'page', notes: 'foot', print: metadata.print, epub: {fonts: false}, booklet: metadata.booklet
  }
  const book = await bound({...pamphlet, metadata: bare})
  const opf = book.xml('OEBPS/content.opf')
  for (const name of ['dc:creator', 'dc:publisher', 'dc:description', 'dc:subject', 'dc:rights', 'dc:date']) expect(byName(opf, name)).toEqual([])
  expect(byName(opf, 'dc:title').map(textOf)).toEqual(['T'])
  const text = book.text('OEBPS/content.opf')
  for (const word of ['title-type', 'belongs-to-collection', 'anonymous', 'conformsTo', 'certifiedBy', 'fonts/']) expect(text).not.toContain(word)
  expect(problemsOf(book)).toEqual([])
})

test('roles, sort names and places in a series are said only as the vocabularies have them', () => {
  const found = packageMetadata({
    metadata: {
      ...metadata,
      authors: [{name: 'A'}, {name: ' B\nC ', role: 'TRL', sort: 'C, B'}, {name: 'D', role: 'drew it'}, {name: '\u0000'}],
      series: {name: 'S', number: 'III'}
    },
    messages: []
  }, modified)
  expect(found.credits).toEqual(['A', 'Translated by B C', 'drew it D'])
  expect(found.creators).toEqual([
    {id: 'creator-1', element: 'dc:creator', name: 'A', role: 'aut', scheme: 'marc:relators'},
    {id: 'creator-2', element: 'dc:contributor', name: 'B C', role: 'trl', scheme: 'marc:relators', sort: 'C, B'},
    {id: 'creator-3', element: 'dc:contributor', name: 'D', role: 'drew it'}
  ])
  const alone = packageMetadata({metadata: {...metadata, authors: [{name: 'E', role: 'editor'}, {name: 'F', role: 'Illustrator'}]}, messages: []}, modified)
  expect(alone.creators.map(({element, role}) => `${element} ${role}`)).toEqual(['dc:creator edt', 'dc:creator ill'])
  expect(found.series).toEqual({name: 'S', number: 'III'})
  expect(found.modified).toBe('2024-01-15T12:34:56Z')
})

test('an EPUB has an identifier of its own, and names that of the printed edition as its source', async () => {
  const [printed, own] = ['978-3-16-148410-0', '978-0-306-40615-7']
  const of = (identifier: string | undefined, ofEpub: string | undefined) => packageMetadata({metadata: {...metadata, ...(identifier !== undefined && {identifier}), epub: {fonts: true, ...(ofEpub !== undefined && {identifier: ofEpub})}}, messages: []}, modified)
  expect(of(printed, own)).toMatchObject({identifier: 'urn:isbn:9780306406157', printedIdentifier: 'urn:isbn:9783161484100'})
  expect(of(printed, undefined)).toMatchObject({identifier: 'urn:isbn:9783161484100'})
  for (const ofEpub of [undefined, '9783161484100']) expect(of(printed, ofEpub)).not.toHaveProperty('printedIdentifier')
  const both = {...printedPamphlet, metadata: {...printedPamphlet.metadata, identifier: printed, epub: {fonts: false, identifier: own}}}
  for (const options of [{}, {pages: pagesWith(starts)}]) {
    const book = await bound(both, options)
    expect(byName(book.xml('OEBPS/content.opf'), 'dc:source').map(textOf)).toEqual(['urn:isbn:9783161484100'])
    expect(problemsOf(book)).toEqual([])
  }
})

test('a title of forbidden characters gives way to the slug', () => {
  expect(packageMetadata({metadata: {...metadata, title: '\u0001 \u0002'}, messages: []}, modified).title).toBe(metadata.slug)
})

test('nobody’s name stands for what is not there: a picture’s words, a table’s heads, a rank of heads', () => {
  const certified = {...metadata, epub: {fonts: true, certifiedBy: 'The Press'}}
  const of = (...ruleIds: readonly RuleId[]) => packageMetadata({metadata: certified, messages: ruleIds.map(ruleId => message(ruleId, {file: 'a.md', line: 1, column: 1}, 'x'))}, modified).certifiedBy
  expect(of()).toBe('The Press')
  expect(of('mixed-quotes')).toBe('The Press')
  for (const ruleId of ['missing-alt', 'skipped-heading', 'unreadable-table'] as const) expect(of('mixed-quotes', ruleId)).toBeUndefined()
})

/** Slips in metadata that is valid: keys without a value, several people under one name, and what other people call the keys. */
import {message} from '../messages.ts'
import type {Message, Place} from '../types.ts'
import {literal} from './literal.ts'
import {knownKeys} from './metadata-schema.ts'
import {isSeen} from './unseen.ts'
import type {YamlPath} from './yaml.ts'

/** A map as YAML gives it. */
export type Values = Readonly<Record<string, unknown>>

/** Tell a map from a list and from what is no plain value. */
export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** Nothing, or nothing but space and what nobody sees. */
export function isBlank(value: unknown): boolean {
  return value === null || typeof value === 'string' && !isSeen(value)
}

type OtherName = {readonly key: string; readonly example: string}

const withRole = (role: string): OtherName => ({key: 'author', example: `author: {name: …, role: ${role}}`})

/** What other programs and other people call the keys. */
export const otherNames: ReadonlyMap<string, OtherName> = new Map(Object.entries({
  editor: withRole('editor'), translator: withRole('translator'), illustrator: withRole('illustrator'),
  year: {key: 'date', example: 'date: …'}, isbn: {key: 'identifier', example: 'identifier: …'},
  language: {key: 'lang', example: 'lang: …'}, keywords: {key: 'subject', example: 'subject: […]'},
  license: {key: 'rights', example: 'rights: …'}, copyright: {key: 'rights', example: 'rights: …'}
}))

/** The paths of known keys without a value; an empty title has a message of its own, and no words for a picture are a value. */
export function blanksIn(value: unknown): readonly YamlPath[] {
  if (!isRecord(value)) return []
  return Object.entries(value).filter(([key]) => key !== 'title' && knownKeys(undefined).includes(key)).flatMap(([key, held]): readonly YamlPath[] => {
    if (isBlank(held)) return [[key]]
    if (!isRecord(held)) return []
    return Object.keys(held).filter(below => knownKeys(key).includes(below) && (below === 'alt' ? held[below] === null : isBlank(held[below]))).map(below => [key, below])
  })
}

/** The message about such a key. */
export function emptyKey(path: YamlPath, place: Place): Message {
  return message('empty-key', place, `Unexpected key ${literal(path.join('.'))} without a value, expected one behind the colon`, 'Write the value, or take the line out.')
}

type Joined = {readonly path: YamlPath; readonly names: readonly string[]}

/** Bare names that are those of several people; who has one such name writes it as a map. */
export function joinedNames(value: unknown): readonly Joined[] {
  const author = isRecord(value) ? value['author'] : undefined
  const items = Array.isArray(author) ? author.map((item: unknown, index) => ({item, path: ['author', index]})) : [{item: author, path: ['author']}]
  return items.flatMap(({item, path}) => {
    const names = typeof item === 'string' && !isOfGroup(item) ? namesIn(item) : []
    return names.length > 1 ? [{path, names}] : []
  })
}

/** A number, or a word that parts of people's names are not, tells the name of a group: `Branch 14 of the Warehouse and Transport Workers`. */
function isOfGroup(name: string): boolean {
  return !name.includes(';') && /\d|\b(?:of|the|for|für|pour|des|para|per|association|branch|club|committee|council|group|local|society|union|workers|verein|verband|gruppe)\b/i.test(name)
}

/** The names that stand in one, divided by "and" and the like. */
export function namesIn(author: string): readonly string[] {
  return author.slice(0, 500).split(/\s+(?:and|und|et|&)\s+|\s*(?<!&#?\w{1,31});\s*/i).map(name => name.trim()).filter(name => name !== '')
}

/** The message about such a name. */
export function joined(names: readonly string[], place: Place): Message {
  return message('joined-names', place, `Unexpected ${names.length} names in one, expected a list`, `Write ${literal(`author: [${names.join(', ')}]`)}; if it is one name, write \`author: {name: …}\`.`)
}

/** From YAML to checked metadata: every fault becomes a message with its place, and a default takes the value's place. */
import {distance} from 'fastest-levenshtein'
import {message} from '../messages.ts'
import {remembering} from '../remembering.ts'
import type {Message, Place} from '../types.ts'
import {isTornOff, tornValue} from './commas.ts'
import {nearestLanguage} from '../language.ts'
import {literal} from './literal.ts'
import {knownKeys, metadataSchema, type CheckedMetadata} from './metadata-schema.ts'
import type {Values} from './slips.ts'
import {blanksIn, emptyKey, isBlank, isRecord, joined, joinedNames, otherNames} from './slips.ts'
import {keyAgainstValue, readYaml, spaceBehindColon, type Yaml, type YamlPath, type YamlPoint} from './yaml.ts'

/** YAML in a file of the manuscript; `firstLine` is the line of the file that the YAML's first line is. */
export type MetadataSource = {readonly file: string; readonly text: string; readonly firstLine: number}

/**
 * What the metadata says. `values` holds only what is right; `bad` names the top keys whose value was not, so that
 * nobody calls them missing (where nothing could be read, that is all of them).
 */
export type ReadMetadata = {
  readonly values: CheckedMetadata
  readonly bad: ReadonlySet<string>
  readonly messages: readonly Message[]
  /** The place of the value at a path. */
  readonly placeOf: (path: YamlPath) => Place
}

/** Read and check metadata. Never throws for what an author can write. From save to save it is seldom another. */
export const readMetadata = remembering(readAnew, ({file, text, firstLine}: MetadataSource) => JSON.stringify([file, firstLine, text]))

function readAnew(source: MetadataSource): ReadMetadata {
  const yaml = readYaml(source.text)
  const place = ({line, column}: YamlPoint): Place => ({file: source.file, line: source.firstLine + line - 1, column})
  const faults = yaml.faults.map(({actual, remedy, ...point}) => message('bad-metadata', place(point), `Unexpected ${actual}, expected valid YAML`, remedy ?? 'Mend the line: a key, a colon, a space and the value; put a value that holds signs in quotes.'))
  const placeOf = (path: YamlPath) => place(yaml.valueAt(path))
  if (!('value' in yaml)) return {values: {}, bad: new Set(knownKeys(undefined)), messages: faults, placeOf}
  const checked = check(yaml, place)
  return {...checked, messages: [...faults, ...checked.messages], placeOf}
}

/** Check against the schema; where a top key is faulty, check again without it. */
function check(yaml: Yaml, place: (point: YamlPoint) => Place): Pick<ReadMetadata, 'values' | 'bad' | 'messages'> {
  const raw = yaml.value ?? {}
  const torn = yaml.torn.filter(({path, parts}) => !parts.some(part => knownKeys(String(path[0])).includes(part)))
  const unknown = unknownKeys(raw).filter(path => !isTornOff(path, torn)).map(path => unknownKey(path, place(yaml.keyAt(path))))
  const value = withLists(withoutBlanks(raw))
  const result = metadataSchema.safeParse(value)
  const slips = [...torn.map(value => tornValue(value, place(yaml.valueAt(value.path)))), ...unknown, ...blanksIn(raw).map(path => emptyKey(path, place(yaml.keyAt(path)))), ...joinedNames(raw).map(({path, names}) => joined(names, place(yaml.valueAt(path))))]
  if (result.success) return {values: result.data, bad: meantIn(raw), messages: slips}
  const issues = result.error.issues.filter(({code}) => code !== 'unrecognized_keys')
  const messages = issues.map(({path, message: expected}) => {
    const keys = path.filter(key => typeof key !== 'symbol')
    const actual = valueAt(value, keys)
    return message('bad-metadata', place(yaml.valueAt(keys)), `Unexpected ${describe(actual)}${inKey(keys)}, expected ${expected}`, remedyFor(keys, actual))
  })
  const bad = isRecord(value) ? new Set(issues.map(({path}) => String(path[0]))) : new Set(knownKeys(undefined))
  return {values: parseWithout(value, bad), bad: new Set([...bad, ...meantIn(raw)]), messages: [...slips, ...messages]}
}

/** The keys that stand there under another name: their message is that of the name. */
function meantIn(value: unknown): ReadonlySet<string> {
  return new Set(isRecord(value) ? Object.keys(value).flatMap(key => otherNames.get(key.toLowerCase())?.key ?? (knownKeys(undefined).includes(key) ? [] : key.toLowerCase())) : [])
}

/** Every top key may be absent, so what is left always holds. */
function parseWithout(value: unknown, bad: ReadonlySet<string>): CheckedMetadata {
  if (!isRecord(value)) return {}
  const kept = Object.entries(value).filter(([key]) => !bad.has(key) && knownKeys(undefined).includes(key)).map(([key, held]) => [key, withoutUnknown(key, held)])
  return metadataSchema.parse(Object.fromEntries(kept))
}

function withoutUnknown(top: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map(item => withoutUnknown(top, item))
  return isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => knownKeys(top).includes(key))) : value
}

/** Find the paths of the keys that the schema does not know, at the top and one level below it. */
function unknownKeys(value: unknown): readonly YamlPath[] {
  if (!isRecord(value)) return []
  const known = knownKeys(undefined)
  return Object.entries(value).flatMap(([key, held]): readonly YamlPath[] => {
    if (!known.includes(key)) return [[key]]
    const items = Array.isArray(held) ? held.map((item: unknown, index) => ({item, path: [key, index]})) : [{item: held, path: [key]}]
    const keysBelow = knownKeys(key)
    if (keysBelow.length === 0) return []
    return items.flatMap(({item, path}) => isRecord(item) ? Object.keys(item).filter(below => !keysBelow.includes(below)).map(below => [...path, below]) : [])
  })
}

function unknownKey(path: YamlPath, place: Place): Message {
  const key = String(path.at(-1))
  const bare = keyAgainstValue(key)
  if (bare !== undefined) return message('unknown-key', place, `Unexpected key ${literal(key)}${inKey(path.slice(0, -1))}, expected a space behind the colon of \`${bare}\``, spaceBehindColon)
  const known = knownKeys(path.length === 1 ? undefined : String(path[0]))
  // No known key is longer than 20 letters; what is longer is as far as its first ones.
  const near = known.toSorted((a, b) => distance(key.slice(0, 40), a) - distance(key.slice(0, 40), b))[0] ?? ''
  const other = path.length === 1 ? otherNames.get(key.toLowerCase()) : undefined
  if (other !== undefined) return message('unknown-key', place, `Unexpected key ${literal(key)}, expected \`${other.key}\``, `Write \`${other.example}\`.`)
  const group = path.length === 1 ? known.find(name => knownKeys(name).includes(key)) : undefined
  if (group !== undefined && distance(key, near) === 1) return message('unknown-key', place, `Unexpected key ${literal(key)}, expected \`${near}\``, `Write \`${near}: …\` if that is meant; \`${key}\` is a key inside \`${group}\`: \`${group}: {${key}: …}\`.`)
  if (group !== undefined) return message('unknown-key', place, `Unexpected key ${literal(key)}, expected it inside \`${group}\``, `Write \`${group}: {${key}: …}\`.`)
  const unexpected = `Unexpected key ${literal(key)}${inKey(path.slice(0, -1))}, expected`
  if (isMeant(key, near)) return message('unknown-key', place, `${unexpected} \`${near}\``, `Write \`${near}\` if that is meant, or take the line out.`)
  return message('unknown-key', place, `${unexpected} one that is known`, `Take the line out; the keys here are ${known.map(name => `\`${name}\``).join(', ')}.`)
}

/** A key may stand for a known one that begins as it does, or of which half the letters are right. */
function isMeant(key: string, known: string): boolean {
  const begins = key.length > 1 && (key.startsWith(known) || known.startsWith(key))
  return begins || distance(key.slice(0, 40), known) <= known.length / 2
}

/** Name the key that a value stands in. */
function inKey(path: YamlPath): string {
  const names = path.filter(key => typeof key === 'string')
  return names.length === 0 ? '' : ` in \`${names.join('.')}\``
}

/** Leave keys without a value out, as if they were not there; a title that is left blank is a mistake, so it stays. */
function withoutBlanks(value: unknown): unknown {
  if (!isRecord(value)) return value
  const kept = Object.entries(value).filter(([key, held]) => key === 'title' || !isBlank(held))
  return Object.fromEntries(kept.map(([key, held]) => [key, isRecord(held) ? withoutBlankValues(held) : Array.isArray(held) ? held.map(withoutBlankItem) : held]))
}

function withoutBlankItem(item: unknown): unknown {
  return isRecord(item) ? withoutBlankValues(item) : item
}

function withoutBlankValues(value: Values): Values {
  return Object.fromEntries(Object.entries(value).filter(([key, held]) => key === 'alt' ? held !== null : !isBlank(held)))
}

/** Bring the short forms into the long: one author or subject into a list, a bare name into an author. */
function withLists(value: unknown): unknown {
  if (!isRecord(value)) return value
  const {author, subject, ...rest} = value
  return {
    ...rest,
    ...(author !== undefined && {author: listOf(author).map(item => typeof item === 'string' ? {name: item} : item)}),
    ...(subject !== undefined && {subject: listOf(subject)})
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let found = value
  for (const key of path) found = Array.isArray(found) && typeof key === 'number' ? found[key] : isRecord(found) ? found[key] : undefined
  return found
}

/** Say what to write; where the slip is a common one, exactly. */
function remedyFor(path: YamlPath, value: unknown): string {
  if (typeof value === 'boolean') return 'Put it in quotes if it is meant as text.'
  const language = path[0] === 'lang' && typeof value === 'string' ? nearestLanguage(value) : undefined
  if (language !== undefined) return `Write \`${language}\`.`
  if (path.length === 0 && typeof value === 'string' && keyAgainstValue(value) !== undefined) return spaceBehindColon
  return path.length === 0 ? 'Write each key on a line of its own, with a colon and a space behind it.' : 'Write what is expected, or take the line out.'
}

/** Describe a value that does not fit. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'blank value'
  if (typeof value === 'string') return isBlank(value) ? 'blank value' : literal(value)
  if (typeof value === 'boolean') return `\`${String(value)}\``
  return Array.isArray(value) ? 'list' : 'map'
}

/** YAML as metadata uses it: plain values, numbers as they were written, and the place of each key. */
import {isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type CollectionTag, type Document, type ScalarTag, type YAMLError, type YAMLMap, type YAMLSeq, visit} from 'yaml'
import {type TornValue, tornValues} from './commas.ts'

/** A point in the YAML text; both count from 1. */
export type YamlPoint = {readonly line: number; readonly column: number}

export type YamlFault = YamlPoint & {readonly actual: string; readonly remedy?: string}

export type YamlPath = readonly (string | number)[]

/** `value` is absent where the text could not be understood as a whole; then there are faults. */
export type Yaml = {
  readonly value?: unknown
  readonly faults: readonly YamlFault[]
  /** The place of the key at the end of a path, or of the deepest part of the path that is there. */
  readonly keyAt: (path: YamlPath) => YamlPoint
  /** The same for the value. */
  readonly valueAt: (path: YamlPath) => YamlPoint
  /** Values that lost what stands behind a comma in them. */
  readonly torn: readonly TornValue[]
}

const maximumLength = 65_536
const tooDeep = 'YAML that is nested too deep'
const maximumFaults = 20
const maximumAliases = 100

/** Read a YAML text of at most 65,536 characters. Custom tags are faults; numbers and dates stay text, letter by letter. Never throws. */
export function readYaml(text: string): Yaml {
  const start = {line: 1, column: 1}
  const nowhere = {keyAt: () => start, valueAt: () => start, torn: []}
  if (text.length > maximumLength) return {faults: [{...start, actual: 'YAML of more than 65,536 characters'}], ...nowhere}
  try {
    return readDocument(text)
  } catch (error) {
    return {faults: [{...start, actual: excess(error)}], ...nowhere}
  }
}

/** Name what was thrown: aliases that unfold into too much, or into themselves, or the stack. */
function excess(error: unknown): string {
  if (error instanceof ReferenceError) return /excessive/i.test(error.message) ? 'YAML with too many aliases' : 'YAML with an alias to nothing'
  return error instanceof TypeError ? 'YAML with an alias inside its own value' : tooDeep
}

function readDocument(text: string): Yaml {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    version: '1.2', schema: 'core', customTags: withoutNumbers, merge: false, uniqueKeys: true, stringKeys: true,
    resolveKnownTags: false, prettyErrors: false, logLevel: 'error', lineCounter
  })
  const pointAt = (offset: number): YamlPoint => {
    const {line, col} = lineCounter.linePos(offset)
    return {line: Math.max(line, 1), column: Math.max(col, 1)}
  }
  const problems = [...document.errors, ...document.warnings]
  // The parser catches its own overflow, level by level, and reports each.
  const overflow = problems.find(({message}) => /stack/i.test(message))
  const faults = overflow ? [{...pointAt(overflow.pos[0]), actual: tooDeep}] : problems.slice(0, maximumFaults).map(problem => ({...pointAt(openedAt(document, problem)), ...describe(problem, text)})).filter(isFirst)
  const places = {
    keyAt: (path: YamlPath) => pointAt(offsetOf(document, path, 'key')),
    valueAt: (path: YamlPath) => pointAt(offsetOf(document, path, 'value')),
    torn: tornValues(document.contents, text)
  }
  const isSound = problems.every(({code}) => code === 'DUPLICATE_KEY')
  if (!isSound) return {faults, ...places}
  const value: unknown = document.toJS({maxAliasCount: maximumAliases})
  // A value that holds itself cannot be written down: this throws.
  JSON.stringify(value)
  return {value, faults, ...places}
}

/** Of one slip the parser may find two faults. */
function isFirst({line, column, actual}: YamlFault, index: number, all: readonly YamlFault[]): boolean {
  return all.findIndex(other => other.line === line && other.column === column && other.actual === actual) === index
}

/** Without the tags for numbers `1.50` stays `1.50`. */
function withoutNumbers(tags: readonly (CollectionTag | ScalarTag | string)[]): (CollectionTag | ScalarTag)[] {
  return tags.flatMap(tag => typeof tag === 'string' || /:(?:int|float)$/.test(tag.tag) ? [] : [tag])
}

function describe({code, message, pos: [offset]}: YAMLError | Document['warnings'][number], text: string): Pick<YamlFault, 'actual' | 'remedy'> {
  if (code === 'MULTIPLE_DOCS') return {actual: 'second YAML document', remedy: 'Take out the line `---` that begins it.'}
  if (code === 'DUPLICATE_KEY') return {actual: `second key \`${/^[\p{L}\p{N}_ -]{0,80}/u.exec(text.slice(offset))?.[0].trim() ?? ''}\``, remedy: 'Take one of the two out, or give them one value.'}
  const first = message.split('\n')[0] ?? ''
  if (isUnclosed(first)) return {actual: 'quote without an end', remedy: 'Write the sign that begins it at the end of the value, too.'}
  const slip = /^implicit/i.test(first) ? slipInLine(text.slice(offset).split('\n', 1)[0] ?? '') : undefined
  if (slip) return slip
  const actual = `YAML (${first.replace(/[\p{Cc}\p{Cf}`]/gu, '').slice(0, 160)})`
  return /nested mappings|implicit/i.test(first) ? {actual, remedy: 'Put a value that holds a colon in quotes.'} : {actual}
}

/** What the parser takes for a key since no value comes of it. */
function slipInLine(line: string): Pick<YamlFault, 'actual' | 'remedy'> | undefined {
  const key = keyAgainstValue(line)
  if (key !== undefined) return {actual: `key \`${key}\` without a space behind its colon`, remedy: spaceBehindColon}
  if (/^[-\u2010-\u2015]+\s*$/.test(line)) return {actual: 'dashes', remedy: 'Write three hyphens alone on the line, `---`, where the metadata ends.'}
  return line.includes(':') ? undefined : {actual: 'line without a key', remedy: 'Write a key, a colon and a space in front of it; indent it where it goes on with the value above; where it is text, write `---` on a line of its own above it.'}
}

export const spaceBehindColon = 'Write a space behind the colon.'

/** The key at the beginning of a text whose value stands against the colon; an address begins otherwise. */
export function keyAgainstValue(text: string): string | undefined {
  return /^([a-z][a-z-]{0,30}):(?=[^\s:/])/i.exec(text)?.[1]
}

/** The parser says of a quote that never ends where the text does, which may be many lines below. */
function isUnclosed(message: string): boolean {
  return /^Missing closing ["']quote/.test(message)
}

/** The offset of a problem: of a quote without an end, where it begins. */
function openedAt(document: Document, {message, pos: [offset]}: YAMLError | Document['warnings'][number]): number {
  let opened: number | undefined
  if (isUnclosed(message)) visit(document, {Scalar: (_, {type, range}) => {
    if (type?.startsWith('QUOTE') && range && range[0] <= offset && range[1] >= offset) opened = range[0]
  }})
  return opened ?? offset
}

/** Walk down as far as the path is there; a number that no list takes is skipped, since one author may stand without a list. */
function offsetOf(document: Document, path: YamlPath, part: 'key' | 'value'): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const segment of path) {
    // What an alias holds stands, and is mended, at its anchor.
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node) && typeof segment === 'number') continue
    const step = isMap(node) ? intoMap(node, segment, part) : isSeq(node) && typeof segment === 'number' ? intoList(node, segment) : undefined
    if (!step) break
    offset = step.offset ?? offset
    node = step.node
  }
  return offset
}

type Step = {readonly node: unknown; readonly offset: number | undefined}

function intoMap(map: YAMLMap, segment: string | number, part: 'key' | 'value'): Step | undefined {
  const pair = map.items.find(({key}) => isScalar(key) && key.value === segment)
  if (!pair) return undefined
  // An empty value has no place of its own.
  const hasValue = part === 'value' && !(isScalar(pair.value) && pair.value.source === '')
  return {node: pair.value, offset: (hasValue ? startOf(pair.value) : undefined) ?? startOf(pair.key)}
}

function intoList(list: YAMLSeq, index: number): Step {
  return {node: list.items[index], offset: startOf(list.items[index])}
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

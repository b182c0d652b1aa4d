/** Commas in values between braces: YAML takes what stands behind one for a key without a value. */
import {isMap, isScalar, isSeq, type Pair, Scalar, type YAMLMap} from 'yaml'
import {message} from '../messages.ts'
import type {Message, Place} from '../types.ts'
import {literal} from './literal.ts'

type Path = readonly (string | number)[]

/** A value that commas tear: the path of its key, all of it as it was written, and the keys that were made of the rest. */
export type TornValue = {readonly path: Path; readonly whole: string; readonly parts: readonly string[]}

/** Find such values in the maps of a YAML text, and in those of its lists. */
export function tornValues(contents: unknown, text: string): readonly TornValue[] {
  if (!isMap(contents)) return []
  return contents.items.flatMap(({key, value}) => {
    const name = nameOf(key)
    if (isMap(value)) return tornIn(value, [name], text)
    return isSeq(value) ? value.items.flatMap((item, index) => isMap(item) ? tornIn(item, [name, index], text) : []) : []
  })
}

function tornIn({flow, items}: YAMLMap, path: Path, text: string): readonly TornValue[] {
  if (flow !== true) return []
  return items.flatMap(({key, value}, index): readonly TornValue[] => {
    const next = items.findIndex((pair, at) => at > index && !isBare(pair))
    const parts = items.slice(index + 1, next === -1 ? items.length : next).map(pair => pair.key)
    const last = parts.at(-1)
    if (!isScalar(value) || value.type !== Scalar.PLAIN || !value.range || !isScalar(last) || !last.range) return []
    return [{path: [...path, nameOf(key)], whole: text.slice(value.range[0], last.range[1]), parts: parts.map(nameOf)}]
  })
}

/** A key without a colon. */
function isBare({value}: Pair): boolean {
  return value === null
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}

/** Tell whether a key, at the end of a path, is part of a torn value. */
export function isTornOff(path: Path, torn: readonly TornValue[]): boolean {
  return torn.some(({path: whole, parts}) => whole.slice(0, -1).join('\n') === path.slice(0, -1).join('\n') && parts.includes(String(path.at(-1))))
}

/** The message about such a value. */
export function tornValue({path, whole, parts}: TornValue, place: Place): Message {
  const quote = whole.includes('"') ? '\'' : '"'
  const names = path.filter(key => typeof key === 'string').join('.')
  return message('bad-metadata', place, `Unexpected comma in the value of \`${names}\`, expected none between braces outside quotation marks: it parts ${parts.map(literal).join(', ')} from the value`, `Put the value in quotation marks: ${literal(`${path.at(-1) ?? ''}: ${quote}${whole.replace(/\s+/g, ' ')}${quote}`)}.`)
}

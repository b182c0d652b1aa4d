/** Remembers what was parsed, so that from a save to the next only the chapters that changed are parsed again. */
import type {Parse} from '../manuscript/load.ts'
import {parseBounded} from '../manuscript/parse-bounded.ts'
import type {Parsed} from '../manuscript/parse-here.ts'

export type Memory = {
  readonly parse: Parse
  /** A build ends: forget what neither this one nor the one before has asked for. */
  readonly age: () => void
}

/** Nobody changes a tree that was parsed: each build composes a copy of its own. */
export function rememberParsing(parse: Parse = (text, math) => parseBounded(text, undefined, math)): Memory {
  let young = new Map<string, Promise<Parsed>>()
  let old = young
  return {
    parse: (text, math) => {
      const key = `${math ? '$' : ' '}${text}`
      const parsed = young.get(key) ?? old.get(key) ?? parse(text, math)
      young.set(key, parsed)
      // A thread that could not be started may be started the next time.
      parsed.catch(() => young.delete(key))
      return parsed
    },
    age: () => {
      old = young
      young = new Map()
    }
  }
}

/** Remembers what was parsed and what was checked, so that from a save to the next only what changed is looked at again. */
import type {Inspect, Inspected} from '../manuscript/assets.ts'
import {inspectAsset} from '../manuscript/assets.ts'
import type {Parse} from '../manuscript/load.ts'
import {parseBounded} from '../manuscript/parse-bounded.ts'
import type {Parsed} from '../manuscript/parse-here.ts'
import {aging} from './aging.ts'

export type Memory = {
  readonly parse: Parse
  /** Checks images; one whose bytes are as before is not decoded again. */
  readonly inspect: Inspect
  /** A build ends: forget what neither this one nor the one before has asked for. */
  readonly age: () => void
}

/** Nobody changes a tree that was parsed: each build composes a copy of its own. */
export function rememberReading(parse: Parse = (text, math) => parseBounded(text, undefined, math), inspect: Inspect = inspectAsset): Memory {
  const parsed = aging<Promise<Parsed>>()
  const images = aging<{readonly bytes: Uint8Array; readonly inspected: Promise<Inspected>}>()
  return {
    parse: (text, math) => {
      const key = `${math ? '$' : ' '}${text}`
      const known = parsed.get(key) ?? parse(text, math)
      parsed.set(key, known)
      // A thread that could not be started may be started the next time.
      known.catch(() => parsed.delete(key))
      return known
    },
    inspect: (name, mediaType, bytes) => {
      const known = images.get(name)
      if (known && Buffer.compare(known.bytes, bytes) === 0) return known.inspected
      const inspected = inspect(name, mediaType, bytes)
      images.set(name, {bytes, inspected})
      inspected.catch(() => images.delete(name))
      return inspected
    },
    age: () => {
      parsed.age()
      images.age()
    }
  }
}

/**
 * Keeps drawings, as of covers and of the hyphens of faces, from build to build in the user's cache folder: to draw a
 * cover takes a third of the time in which an article's pages are made. A drawing is found by everything that it was made
 * of, so what is kept never grows old.
 */
import {createHash} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {cacheFolder, type Machine} from './machine.ts'
import {makePrivateFolder} from './unpack.ts'

export type KeptDrawings = {
  /** Find a drawing; undefined where there is none, or one that is damaged. Never rejects. */
  readonly find: (key: string) => Promise<Uint8Array | undefined>
  /** Keep a drawing; where that is not possible it is not kept. Never rejects. */
  readonly keep: (key: string, bytes: Uint8Array) => Promise<void>
}

/** Nothing is kept, and nothing found. */
export const noDrawings: KeptDrawings = {find: () => Promise.resolve(undefined), keep: () => Promise.resolve()}

/** A pamphlet has half a dozen, the largest of some hundred kilobytes: together some megabytes. */
const mostKept = 128
const digestLength = 32

/** Make a key of everything that a drawing is made of. */
export function drawingKey(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\n`).update(part)
  return hash.digest('hex')
}

/** The drawings of this user on this machine. */
export function keptDrawings(machine: Machine): KeptDrawings {
  const cache = cacheFolder(machine)
  const folder = join(cache, 'drawings')
  return {
    find: async key => {
      try {
        await makePrivateFolder(cache, machine.userId)
        return whole(await readFile(join(folder, key)))
      } catch {
        return undefined
      }
    },
    keep: async (key, bytes) => {
      try {
        await makePrivateFolder(cache, machine.userId)
        await mkdir(folder, {recursive: true, mode: 0o700})
        await writeWhole(folder, key, Buffer.concat([digestOf(bytes), bytes]))
        await removeOldest(folder)
      } catch {
        // It is drawn again the next time.
      }
    }
  }
}

/** The bytes behind their digest; undefined where it is not theirs. */
function whole(file: Buffer): Uint8Array | undefined {
  const bytes = new Uint8Array(file.subarray(digestLength))
  return digestOf(bytes).equals(file.subarray(0, digestLength)) ? bytes : undefined
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

async function writeWhole(folder: string, name: string, bytes: Buffer): Promise<void> {
  const draft = join(folder, `${name}.${process.pid}`)
  try {
    await writeFile(draft, bytes, {mode: 0o600})
    await rename(draft, join(folder, name))
  } catch (error) {
    await rm(draft, {force: true})
    throw error
  }
}

async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).toSorted()
  if (names.length <= mostKept) return
  const aged = await Promise.all(names.map(async name => ({name, ms: (await stat(join(folder, name))).mtimeMs})))
  const oldest = aged.toSorted((a, b) => a.ms - b.ms).slice(0, names.length - mostKept)
  await Promise.all(oldest.map(({name}) => rm(join(folder, name), {force: true})))
}

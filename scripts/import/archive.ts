/** Zip archives from outside, opened within bounds: what a bomb would unfold is never held. */
import JSZip from 'jszip'
import {unfold} from '../adapters/unfold.ts'
import {partText} from './decode.ts'
import {ImportFault} from './imported.ts'

/** An archive whose every entry has been unfolded once within the bounds. */
export type Archive = {
  readonly names: readonly string[]
  readonly read: (name: string) => Promise<Uint8Array | undefined>
  readonly readText: (name: string) => Promise<string | undefined>
  /** The whole archive with other texts in place of some of its parts. */
  readonly rewritten: (parts: ReadonlyMap<string, string>) => Promise<Uint8Array>
}

export type ArchiveLimits = {readonly entries: number; readonly entryBytes: number; readonly totalBytes: number}

const mebibyte = 1_048_576
export const archiveLimits: ArchiveLimits = {entries: 5_000, entryBytes: 64 * mebibyte, totalBytes: 256 * mebibyte}

const expected = 'a document of at most 5,000 parts and 256 MiB'

/**
 * Open an archive. Each entry is unfolded once.
 * Throws ImportFault where it is no archive, encrypted, or too large.
 */
export async function openArchive(bytes: Uint8Array, limits: ArchiveLimits = archiveLimits): Promise<Archive> {
  const zip = await load(bytes)
  const files = Object.values(zip.files).filter(({dir}) => !dir)
  if (files.length > limits.entries) throw tooLarge(`archive of ${files.length} parts`)
  let total = 0
  for (const file of files) {
    total += await sizeOf(file, Math.min(limits.entryBytes, limits.totalBytes - total))
  }
  const read = async (name: string) => zip.file(name)?.async('uint8array')
  return {
    names: files.map(({name}) => name).toSorted(),
    read,
    readText: async name => {
      const found = await read(name)
      return found && partText(found)
    },
    rewritten: async parts => {
      const copy = await load(bytes)
      for (const [name, text] of parts) copy.file(name, text)
      return copy.generateAsync({type: 'uint8array'})
    }
  }
}

async function load(bytes: Uint8Array): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(bytes)
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    if (/encrypted/i.test(reason)) throw new ImportFault('encrypted archive', 'one without a password', 'Open it where it was made, and save it without a password.')
    throw damaged()
  }
}

/** Unfold an entry without keeping it, and stop at the limit. */
async function sizeOf(file: JSZip.JSZipObject, limit: number): Promise<number> {
  let size = 0
  const end = await unfold(file, limit, piece => void (size += piece.length))
  if (end === 'too large') throw tooLarge('archive that unfolds without end')
  if (end === 'damaged') throw damaged()
  return size
}

function damaged(): ImportFault {
  return new ImportFault('damaged archive', 'a whole one', 'Open it where it was made, and save it again.')
}

function tooLarge(actual: string): ImportFault {
  return new ImportFault(actual, expected, 'Divide it, or make its pictures smaller.')
}

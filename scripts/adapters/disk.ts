/** The disk as the first stage sees it: bounded, never blocking, its faults as values. */
import type {Stats} from 'node:fs'
import {constants} from 'node:fs'
import {lstat, open, opendir, realpath, type FileHandle} from 'node:fs/promises'
import {EnvironmentError} from '../types.ts'

/** Why something could not be had. `special` is a FIFO, a socket or a device. */
export type DiskFault = 'missing' | 'loop' | 'forbidden' | 'folder' | 'special' | 'not-a-folder' | 'too-large'

export type Found<Value> = {readonly value: Value; readonly fault?: undefined} | {readonly fault: DiskFault; readonly value?: undefined}

export type Kind = 'file' | 'folder' | 'special'

/** Paths are absolute or relative to the working folder. Only `realPath` follows links: the others expect what it gives. */
export type Disk = {
  /** Resolve every link on the way and at the end. */
  readonly realPath: (path: string) => Promise<Found<string>>
  /** Tell what stands at a real path. */
  readonly stat: (path: string) => Promise<Found<Kind>>
  /** List the names in a folder, by code unit; `too-large` above 100,000 names. */
  readonly list: (path: string) => Promise<Found<readonly string[]>>
  /** Read a whole file of at most so many bytes; never waits for a FIFO or a device. */
  readonly readFile: (path: string, maximumBytes: number) => Promise<Found<Uint8Array>>
}

const maximumNames = 100_000
const chunkBytes = 65_536

/** The disk of this machine. Throws EnvironmentError where it fails in a way that no manuscript can cause. */
export const realDisk: Disk = {
  realPath: path => attempt(path, async () => ({value: await realpath(path)})),
  stat: path => attempt(path, async () => ({value: kindOf(await lstat(path))})),
  list: path => attempt(path, () => list(path)),
  readFile: (path, maximumBytes) => attempt(path, () => readBounded(path, maximumBytes))
}

function kindOf(stats: Stats): Kind {
  return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'special'
}

async function list(path: string): Promise<Found<readonly string[]>> {
  const names: string[] = []
  for await (const entry of await opendir(path)) {
    names.push(entry.name)
    if (names.length > maximumNames) return {fault: 'too-large'}
  }
  return {value: names.sort()}
}

/** Open without following a last link and without waiting, and judge what was opened, not what stood there before. */
async function readBounded(path: string, maximumBytes: number): Promise<Found<Uint8Array>> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW || 0) | (constants.O_NONBLOCK || 0))
  try {
    const stats = await handle.stat()
    const kind = kindOf(stats)
    if (kind !== 'file') return {fault: kind}
    if (stats.size > maximumBytes) return {fault: 'too-large'}
    return await readAll(handle, stats.size, maximumBytes)
  } finally {
    await handle.close()
  }
}

/** Read to the end, which may lie beyond the size that the file had, but never beyond the maximum. */
async function readAll(handle: FileHandle, size: number, maximumBytes: number): Promise<Found<Uint8Array>> {
  const chunks: Buffer[] = []
  let total = 0
  while (total <= maximumBytes) {
    const room = total === 0 ? size + 1 : chunkBytes
    const {bytesRead, buffer} = await handle.read(Buffer.alloc(room), 0, room, null)
    if (bytesRead === 0) return {value: new Uint8Array(Buffer.concat(chunks, total))}
    chunks.push(buffer.subarray(0, bytesRead))
    total += bytesRead
  }
  return {fault: 'too-large'}
}

const faults: Readonly<Record<string, DiskFault>> = {
  ENOENT: 'missing',
  ENAMETOOLONG: 'missing',
  ERR_INVALID_ARG_VALUE: 'missing',
  ELOOP: 'loop',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EISDIR: 'folder',
  ENOTDIR: 'not-a-folder',
  ENXIO: 'special',
  EOPNOTSUPP: 'special'
}

async function attempt<Value>(path: string, action: () => Promise<Found<Value>>): Promise<Found<Value>> {
  try {
    return await action()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const fault = Object.hasOwn(faults, code) ? faults[code] : undefined
    if (fault) return {fault}
    throw new EnvironmentError(`Unexpected ${code || 'fault'} at \`${path}\`, expected a disk that can be read`, 'Check the disk and its permissions.', {cause: error})
  }
}

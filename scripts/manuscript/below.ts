/** Files below one folder and nowhere else: every step of a path is looked up in a listing, every link is resolved. */
import {sep} from 'node:path'
import {distance} from 'fastest-levenshtein'
import type {Disk, DiskFault, Found} from '../adapters/disk.ts'

/** Why a file below the folder could not be had. `nearest` is the name that is there and was perhaps meant. */
export type BelowFault =
  | {readonly fault: Exclude<DiskFault, 'missing' | 'not-a-folder'> | 'outside'}
  | {readonly fault: 'missing'; readonly nearest?: string}

export type Opened = {readonly bytes: Uint8Array; readonly fault?: undefined} | BelowFault

/** A folder that can be opened by name; `name` is relative to it, with forward slashes and without `.` and `..`. */
export type Below = {readonly open: (name: string, maximumBytes: number) => Promise<Opened>}

/** Open files below `root`, a real path. What a link leads to is read only where that lies below the root too. */
export function below(root: string, disk: Disk): Below {
  const list = remembering((folder: string) => disk.list(folder))
  return {
    open: async (name, maximumBytes) => {
      const found = await find(root, name.split('/'), disk, list)
      if ('fault' in found) return found
      const kind = await disk.stat(found.path)
      if (kind.fault !== undefined) return asFault(kind.fault)
      if (kind.value !== 'file') return {fault: kind.value}
      const read = await disk.readFile(found.path, maximumBytes)
      return read.fault === undefined ? {bytes: read.value} : asFault(read.fault)
    }
  }
}

type List = (folder: string) => Promise<Found<readonly string[]>>

/** Walk down from the root, a real path at every step. */
async function find(root: string, segments: readonly string[], disk: Disk, list: List): Promise<{readonly path: string} | BelowFault> {
  let path = root
  for (const [index, segment] of segments.entries()) {
    const names = await list(path)
    if (names.fault !== undefined) return asFault(names.fault)
    const entry = pick(names.value, segment)
    if (entry === undefined) return await absent({root, segments, disk, list}, index, names.value)
    const real = await disk.realPath(withSeparator(path) + entry)
    if (real.fault !== undefined) return asFault(real.fault)
    if (!isBelow(root, real.value)) return {fault: 'outside'}
    path = real.value
  }
  return {path}
}

/** Pick the name as written, else the same name in another Unicode normal form, as another system may have stored it. */
function pick(names: readonly string[], segment: string): string | undefined {
  if (names.includes(segment)) return segment
  const normal = segment.normalize('NFC')
  return names.find(name => name.normalize('NFC') === normal)
}

type Search = {readonly root: string; readonly segments: readonly string[]; readonly disk: Disk; readonly list: List}

async function absent(search: Search, index: number, names: readonly string[]): Promise<BelowFault> {
  const elsewhere = await inAnotherFolder(search)
  if (elsewhere !== undefined) return {fault: 'missing', nearest: elsewhere}
  const near = await nearestFile(search, index, names)
  return {fault: 'missing', ...(near !== undefined && {nearest: near})}
}

/** The path of a file that is there, with the nearest name for each step from the first that is not; undefined where one leads nowhere. */
async function nearestFile({root, segments, disk, list}: Search, from: number, listed: readonly string[]): Promise<string | undefined> {
  const steps = segments.slice(0, from)
  let names = listed
  for (const segment of segments.slice(from)) {
    const step = pick(names, segment) ?? nearest(segment, names)
    if (step === undefined) return undefined
    steps.push(step)
    if (steps.length === segments.length) return steps.join('/')
    const real = await disk.realPath([root, ...steps].join(sep))
    const below = real.fault === undefined && isBelow(root, real.value) ? await list(real.value) : undefined
    if (below === undefined || below.fault !== undefined) return undefined
    names = below.value
  }
  return undefined
}

/** A guess is worth so many folders, so deep. */
const mostFolders = 50
const deepest = 3

/** The file of that very name in another folder, the nearest to the root. Whose name has a dot is taken for no folder. */
async function inAnotherFolder({root, segments, disk, list}: Search): Promise<string | undefined> {
  const wanted = segments.at(-1) ?? ''
  const queue: (readonly string[])[] = [[]]
  for (let looked = 0; looked < mostFolders; looked++) {
    const folder = queue.shift()
    if (folder === undefined) return undefined
    const real = await disk.realPath([root, ...folder].join(sep))
    const names = real.fault === undefined && isBelow(root, real.value) ? await list(real.value) : undefined
    if (names === undefined || names.fault !== undefined) continue
    if (names.value.includes(wanted)) return [...folder, wanted].join('/')
    if (folder.length < deepest) queue.push(...names.value.filter(name => !name.includes('.') && name !== 'node_modules').map(name => [...folder, name]))
  }
  return undefined
}

/** The name that differs in case alone, else the one within two letters or a third of its length. */
function nearest(segment: string, names: readonly string[]): string | undefined {
  if (segment.length > 255) return undefined
  const folded = segment.toLowerCase()
  const limit = Math.max(2, Math.floor(segment.length / 3))
  return names
    .map(name => ({name, far: name.toLowerCase() === folded ? 0 : distance(name, segment)}))
    .filter(({far}) => far <= limit)
    .toSorted((a, b) => a.far - b.far)[0]?.name
}

/** Tell whether a real path is the root or lies below it. */
export function isBelow(root: string, path: string): boolean {
  return path === root || path.startsWith(withSeparator(root))
}

function withSeparator(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep
}

/** A path that does not exist or that leads through a file is missing, all the same to the author. */
function asFault(fault: DiskFault): BelowFault {
  return {fault: fault === 'not-a-folder' ? 'missing' : fault}
}

/** Remember answers: a manuscript asks for the same few folders again and again. */
function remembering<Answer>(ask: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>()
  return key => {
    const known = answers.get(key) ?? ask(key)
    answers.set(key, known)
    return known
  }
}

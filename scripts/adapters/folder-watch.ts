/** Watches folders: the news of the system where there is some, and a look of its own every second where there is none. */
import type {FSWatcher} from 'node:fs'
import {watch} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/** What is watched: a folder with the folders in it, or one file in a folder. */
export type Watched = {readonly path: string; readonly isFolder: boolean}

export type WatchOptions = {readonly pollMs: number; readonly onChange: () => void}

/** Bounds: a folder that holds more is not watched whole, so that a manuscript in a home folder costs no more. */
const mostFolders = 200
const mostFiles = 5_000
const mostDepth = 4

/** Files that editors put down for a moment, hidden files, and folders that hold no manuscript. */
export function isNoise(name: string): boolean {
  return /^\.|~$|^4913$|\.(?:sw[a-p]|tmp|part)$|^node_modules$|^#.*#$/.test(name)
}

/**
 * Tell of every change below what is watched until what comes back is called. A folder that goes away, or comes again,
 * is a change. Never throws.
 */
export function watchFolders(watched: readonly Watched[], {pollMs, onChange}: WatchOptions): () => void {
  const watchers = new Map<string, FSWatcher>()
  let last: string | undefined
  let isOpen = true
  let [heard, told] = [0, 0]
  const look = async () => {
    const before = heard
    const {folders, print} = await survey(watched)
    if (!isOpen) return
    follow(watchers, folders, hear)
    // What the system has told of since the last look needs no telling.
    if (last !== undefined && print !== last && heard === told) onChange()
    last = print
    told = before
  }
  const hear = (name: string | null) => {
    if (name !== null && isNoise(name)) return
    heard++
    onChange()
  }
  let looking = look()
  const timer = setInterval(() => void (looking = looking.then(look, look)), pollMs)
  timer.unref()
  return () => {
    isOpen = false
    clearInterval(timer)
    follow(watchers, new Set(), hear)
  }
}

/** Open a watcher for each folder that has none, and close those of folders that are gone. */
function follow(watchers: Map<string, FSWatcher>, folders: ReadonlySet<string>, hear: (name: string | null) => void): void {
  for (const [folder, watcher] of watchers) {
    if (folders.has(folder)) continue
    watcher.close()
    watchers.delete(folder)
  }
  for (const folder of folders) if (!watchers.has(folder)) open(watchers, folder, hear)
}

/** A system that has no watchers left costs a second's delay: the look of its own remains. */
function open(watchers: Map<string, FSWatcher>, folder: string, hear: (name: string | null) => void): void {
  try {
    const watcher = watch(folder, {persistent: false}, (_, name) => hear(name))
    watcher.on('error', () => {
      watcher.close()
      watchers.delete(folder)
    })
    watchers.set(folder, watcher)
  } catch {
    watchers.delete(folder)
  }
}

/** The folders that are there, and a text that differs whenever a file has come, gone or changed. */
async function survey(watched: readonly Watched[]): Promise<{readonly folders: ReadonlySet<string>; readonly print: string}> {
  const folders = new Set<string>()
  const lines: string[] = []
  for (const {path, isFolder} of watched) {
    if (isFolder) await surveyFolder(path, 0, folders, lines)
    else {
      folders.add(dirname(path))
      lines.push(await printOf(path))
    }
  }
  return {folders, print: lines.join('\n')}
}

async function surveyFolder(folder: string, depth: number, folders: Set<string>, lines: string[]): Promise<void> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => undefined)
  if (!entries) return void lines.push(`${folder} is gone`)
  folders.add(folder)
  for (const entry of entries.toSorted((a, b) => a.name < b.name ? -1 : 1)) {
    if (isNoise(entry.name) || lines.length >= mostFiles) continue
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) lines.push(await printOf(path))
    else if (depth < mostDepth && folders.size < mostFolders) await surveyFolder(path, depth + 1, folders, lines)
  }
}

async function printOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  return `${path} ${found ? `${found.ino} ${found.size} ${found.mtimeMs}` : 'is gone'}`
}

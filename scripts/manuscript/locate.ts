/** From a path to the manuscript that it means: one Markdown file, or a folder of chapters. */
import {basename, dirname, extname} from 'node:path'
import type {Disk, DiskFault, Found} from '../adapters/disk.ts'
import {message} from '../messages.ts'
import type {Message} from '../types.ts'
import {EnvironmentError, UsageError} from '../types.ts'
import {literal} from './literal.ts'

/**
 * Where a manuscript stands. `root` is the real path of its folder, nothing outside of which is read; `name` is the name
 * of the file without its extension, or of the folder; `files` are the Markdown files in reading order.
 */
export type Location = {
  readonly root: string
  readonly name: string
  readonly isFolder: boolean
  readonly files: readonly string[]
  readonly messages: readonly Message[]
}

const maximumFiles = 2_000
const expected = 'expected a Markdown file or a folder with Markdown files'
const remedy = 'Give the path of a `.md` file or of a folder.'
const beginning = 'Give the path of a `.md` file or of a folder; `pamphleteer new DIR` (in a clone `npm run new -- DIR`) begins one.'
const bringing = 'Bring it in with `pamphleteer import FILE` (in a clone `npm run import -- FILE`).'

/** Find the manuscript. Throws UsageError where the path leads to none, EnvironmentError where it may not be read. */
export async function locate(path: string, disk: Disk): Promise<Location> {
  const real = demand(path, await disk.realPath(path))
  const kind = demand(path, await disk.stat(real))
  if (kind === 'folder') return locateFolder(real, demand(path, await disk.list(real)))
  if (kind === 'special') throw new UsageError(`Unexpected special file ${literal(path)}, ${expected}`, remedy)
  if (!isMarkdown(path) && !isMarkdown(real)) throw new UsageError(`Unexpected file ${literal(path)}, ${expected}`, isImportable(path) ? bringing : remedy)
  const file = basename(real)
  return {root: dirname(real), name: basename(file, extname(file)), isFolder: false, files: [file], messages: []}
}

/**
 * The chapters are the folder's own Markdown files in code unit order: `10.md` comes before `2.md`, so give the numbers
 * leading zeros. A read-me and hidden files are no chapters; folders inside are not searched.
 */
function locateFolder(root: string, names: readonly string[]): Location {
  const chapters = names.filter(isChapter)
  const base = {root, name: basename(root), isFolder: true}
  if (chapters.length === 0) {
    const none = message('no-markdown', {file: '.'}, 'Unexpected folder without Markdown files, expected at least one `.md` file', names.includes('manuscript') ? 'Give the path of the folder `manuscript` in it, or put the chapters into this folder itself.' : 'Put the chapters into this folder itself.')
    return {...base, files: [], messages: [none]}
  }
  const tooMany = message('no-markdown', {file: '.'}, `Unexpected number of Markdown files (${chapters.length}), expected at most 2,000`, 'Join chapters.')
  return {...base, files: chapters.slice(0, maximumFiles), messages: chapters.length > maximumFiles ? [tooMany] : []}
}

/** Tell whether a folder with these names has chapters. */
export function hasChapters(names: readonly string[]): boolean {
  return names.some(isChapter)
}

function isChapter(name: string): boolean {
  return isMarkdown(name) && !name.startsWith('.') && !/^readme\./i.test(name)
}

function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name)
}

/** What `import` makes a manuscript of. */
function isImportable(name: string): boolean {
  return /\.(?:docx|odt|txt|x?html?|epub)$/i.test(name)
}

const descriptions: Readonly<Record<Exclude<DiskFault, 'forbidden'>, string>> = {
  missing: 'missing path',
  'not-a-folder': 'missing path',
  loop: 'link that leads back to itself:',
  folder: 'folder',
  special: 'special file',
  'too-large': 'folder of more than 100,000 names:'
}

function demand<Value>(path: string, found: Found<Value>): Value {
  if (found.fault === undefined) return found.value
  if (found.fault === 'forbidden') throw new EnvironmentError(`Unexpected path ${literal(path)} that may not be read, expected a readable one`, 'Change its permissions.')
  throw new UsageError(`Unexpected ${descriptions[found.fault]} ${literal(path)}, ${expected}`, found.fault === 'missing' ? beginning : remedy)
}

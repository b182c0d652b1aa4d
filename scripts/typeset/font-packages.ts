/** Packages of Fontsource: where they lie, which subsets they have, their files. */
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join, resolve} from 'node:path'
import {readRanges} from '../font-face.ts'
import type {FontFile} from '../types.ts'
import {UsageError} from '../types.ts'

export type Subset = {readonly name: string; readonly range: string; readonly ranges: readonly (readonly [number, number])[]}
export type Face = {readonly weight: number; readonly style: 'normal' | 'italic'}
/** A family as it is named, and the line where. */
type Named = {readonly family: string; readonly package: string; readonly line?: number | undefined}

/** What is wrong with a theme's own file, and the line of it. */
export class ThemeFault extends UsageError {
  readonly line: number | undefined
  constructor(reason: string, remedy: string, line?: number) {
    super(reason, remedy)
    this.line = line
  }
}

type Package = {readonly folder: string; readonly name: string; readonly version: string; readonly subsets: readonly Subset[]}

/** Where a package lies, looked for beside the program and then from the folders upwards; undefined where it is not installed. */
export function folderOf(name: string, from: readonly string[]): string | undefined {
  for (const start of [import.meta.url, ...from.map(folder => join(resolve(folder), 'theme.yaml'))]) {
    try {
      return dirname(createRequire(start).resolve(`@fontsource/${name}/unicode.json`))
    } catch {
      continue
    }
  }
  return undefined
}

/** Open a package. Throws ThemeFault where it is not installed. */
export async function openPackage({package: name, line}: Named, from: readonly string[]): Promise<Package> {
  const folder = folderOf(name, from)
  if (folder === undefined) throw new ThemeFault(`Unexpected font package \`${name}\` in a theme, expected one that is installed`, `Install it: \`npm install @fontsource/${name}\`.`, line)
  const [ranges, packageFile] = await Promise.all([readJson(join(folder, 'unicode.json')), readJson(join(folder, 'package.json'))])
  const subsets = Object.entries(ranges).filter(([subset]) => /^\[?[a-z0-9-]+\]?$/.test(subset)).map(([subset, range]) => ({name: subset.replace(/^\[(\d+)\]$/, '$1'), range: String(range), ranges: readRanges(String(range))}))
  return {folder, name, version: String(packageFile['version']), subsets: subsets.toReversed()}
}

async function readJson(path: string): Promise<Readonly<Record<string, unknown>>> {
  const value: unknown = JSON.parse(await readFile(path, 'utf8'))
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

/** A package's files stay as they are: a preview, which builds again and again, reads each once. */
function readOnce(path: string): Promise<Uint8Array> {
  const reading = read.get(path) ?? readFile(path)
  read.set(path, reading)
  reading.catch(() => read.delete(path))
  return reading
}

const read = new Map<string, Promise<Uint8Array>>()

/** Load one file of a package. Throws ThemeFault where it has no such face. */
export async function loadFace({folder, name, version}: Package, {family, line}: Named, {weight, style}: Face, subset: Subset): Promise<FontFile> {
  const file = `${name}-${subset.name}-${weight}-${style}.woff2`
  const bytes = await readOnce(join(folder, 'files', file)).catch(() => {
    throw new ThemeFault(`Unexpected face \`${weight} ${style}\` of ${family} in a theme, expected one that \`@fontsource/${name}\` has`, `Look into the package's folder \`files\` for its weights and styles.`, line)
  })
  return {family, weight, style, range: subset.range, name: file, bytes, source: `@fontsource/${name} ${version}`}
}

/** Read a face as a theme names it: `400`, `400 italic`. */
export function readFace(face: number | string): Face {
  const [weight, style] = String(face).split(' ')
  return {weight: Number(weight), style: style === 'italic' ? 'italic' : 'normal'}
}

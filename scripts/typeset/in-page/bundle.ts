/** Bundles what runs in the page into one script, and hands over the hyphenation patterns that it needs. */
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {rulesOf} from './paragraphs/languages.ts'

const here = import.meta.dirname
const require = createRequire(import.meta.url)

/** What runs in the page and elsewhere, too, below `scripts/`: it goes into bundles, and with the package, as what stands here does. */
export const sharedSources: readonly string[] = ['template/page-spans.ts']

export type BundleOptions = {
  /** Modules below this folder whose exports the page gets: `./paragraphs/compose.ts`. */
  readonly entries: readonly string[]
  /** The name of the global object that holds them. */
  readonly name: string
  /** A folder for finished bundles, by the content of what went into them; without it nothing is kept. */
  readonly cacheFolder?: string
}

/** Bundle the modules; the same sources give the same text. */
export async function inPageBundle({entries, name, cacheFolder}: BundleOptions): Promise<string> {
  const key = cacheFolder === undefined ? '' : keyOf(entries, name)
  const path = cacheFolder === undefined ? undefined : join(cacheFolder, `in-page-${key}.js`)
  const known = path === undefined ? undefined : await readFile(path, 'utf8').catch(() => undefined)
  if (known !== undefined) return known
  const text = await bundle(entries, name)
  // A folder that cannot be written costs time, nothing else.
  if (path !== undefined && cacheFolder !== undefined) await keep(text, path, cacheFolder).catch(() => undefined)
  return text
}

async function bundle(entries: readonly string[], name: string): Promise<string> {
  // Loaded only where no finished bundle is at hand.
  const {build} = await import('esbuild')
  const result = await build({
    stdin: {contents: exportsOf(entries), resolveDir: here, loader: 'ts'},
    bundle: true, write: false, format: 'iife', globalName: name, target: 'chrome140', minify: true, charset: 'utf8', legalComments: 'none'
  })
  return result.outputFiles[0]?.text ?? ''
}

function exportsOf(entries: readonly string[]): string {
  return entries.map(entry => `export * from ${JSON.stringify(entry)}\n`).join('')
}

/**
 * Sources are few and small: reading them all costs less than asking esbuild which of them are used, and to read them
 * one after the other costs a tenth of waiting for as many promises.
 */
function keyOf(entries: readonly string[], name: string): string {
  const hash = createHash('sha256').update(`${name}\n${exportsOf(entries)}`)
  const files = readdirSync(here, {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.ts')).toSorted()
  for (const file of [...files.map(name => join(here, name)), ...sharedSources.map(name => join(here, '../..', name))]) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 20)
}

/** Another build may do the same at the same time: a rename is whole or not at all. */
async function keep(text: string, path: string, folder: string): Promise<void> {
  await mkdir(folder, {recursive: true})
  const draft = `${path}.${process.pid}`
  await writeFile(draft, text)
  await rename(draft, path)
}

/** The patterns of the given languages (BCP 47), by the name of their file, as a script: `NAME = {…}`. */
export function patternScript(languages: readonly string[], name: string): string {
  const files = [...new Set(languages.map(language => rulesOf(language)?.patterns).filter(file => file !== undefined))].toSorted()
  return `globalThis[${JSON.stringify(name)}] = {${files.map(entryOf).join(', ')}}`
}

/** Written once: a preview asks for the same patterns at every save. */
const entries = new Map<string, string>()

function entryOf(file: string): string {
  const known = entries.get(file)
  if (known !== undefined) return known
  const patterns: unknown = require(`hyphen/patterns/${file}.js`)
  const entry = `${JSON.stringify(file)}: ${JSON.stringify(patterns)}`
  entries.set(file, entry)
  return entry
}

/** Makes the bundles that `preload.mjs` loads; set-up runs it after an install. */
import {mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build, type Plugin} from 'esbuild'
import {bundleName, bundlesFolder} from './installed.mjs'

/** What the program imports and what consists of many modules. Native packages, and those found by path, stay as they are. */
export const bundledPackages: readonly string[] = [
  '@cantoo/pdf-lib', 'commander', 'css-tree', 'css-tree/generator', 'css-tree/parser', 'css-tree/tokenizer', 'css-tree/utils', 'css-tree/walker', 'epub-gen-memory', 'fastest-levenshtein', 'fontkit', 'github-slugger', 'hast-util-from-html',
  'hast-util-to-string', 'hast-util-to-xast', 'hastscript', 'puppeteer-core/lib/puppeteer/puppeteer-core-browser.js', 'qrcode',
  'rehype-raw', 'rehype-sanitize', 'rehype-stringify', 'remark-directive', 'remark-frontmatter', 'remark-gfm', 'remark-parse',
  'remark-rehype', 'unified', 'unist-util-visit', 'vfile', 'vfile-message', 'xast-util-to-xml', 'yaml', 'zod'
]

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/**
 * What epub-gen-memory loads and the program passes by: the way to the network, and the normaliser of its HTML, to which no
 * HTML comes. They take as long to load as all the rest of it.
 */
const passedBy: Plugin = {
  name: 'passed-by',
  setup: bundler => {
    bundler.onResolve({filter: /^node-fetch$|\/html-parse$/}, ({path, importer}) => importer.includes('epub-gen-memory') ? {path, namespace: 'passed-by'} : undefined)
    bundler.onLoad({filter: /.*/, namespace: 'passed-by'}, ({path}) => ({
      contents: path === 'node-fetch'
        ? "export default () => {throw new Error('Unexpected download, expected the bytes of every file')}"
        : 'export const fixHTML = (index, html) => html'
    }))
  }
}

/**
 * Decompressors that packages bring for browsers, by what Node has instead: what fontkit and pdf-lib unpack as they are
 * loaded takes them longer than all else. What compresses stays, since other programs compress to other bytes.
 */
const decompressors: readonly {readonly path: RegExp; readonly importer: RegExp; readonly contents: string}[] = [
  {path: /^tiny-inflate$/, importer: /unicode-trie|fontkit/, contents: "const {inflateRawSync} = require('node:zlib'); module.exports = (source, room) => {room.set(inflateRawSync(source)); return room}"},
  {path: /^brotli\/decompress\.js$/, importer: /fontkit/, contents: "const {brotliDecompressSync} = require('node:zlib'); module.exports = source => brotliDecompressSync(source)"},
  {path: /^fflate$/, importer: /standard-fonts\/utils\.js$/, contents: "export {inflateSync as unzlibSync} from 'node:zlib'"}
]

const native: Plugin = {
  name: 'native',
  setup: bundler => {
    bundler.onResolve({filter: /^tiny-inflate$|^brotli\/decompress|^fflate$/}, ({path, importer}) => {
      const index = decompressors.findIndex(each => each.path.test(path) && each.importer.test(importer.replaceAll('\\', '/')))
      return index < 0 ? undefined : {path: String(index), namespace: 'native'}
    })
    bundler.onLoad({filter: /.*/, namespace: 'native'}, ({path}) => ({contents: decompressors[Number(path)]?.contents ?? ''}))
  }
}

/** The sources of css-tree's dictionary read JSON files beside them; its own bundle holds them. */
const dictionary: Plugin = {
  name: 'dictionary',
  setup: bundler => {
    bundler.onResolve({filter: /^css-tree$/}, () => ({path: join(modules, 'css-tree/dist/csstree.esm.js')}))
  }
}

/** Bundle packages into a new folder, whole or not at all. What two of them share becomes a file that both load. */
export async function bundlePackages(packages: readonly string[], folder: string): Promise<void> {
  mkdirSync(dirname(folder), {recursive: true})
  const draft = mkdtempSync(`${folder}-`)
  try {
    const entryPoints = await Promise.all(packages.map(specifier => writeEntry(specifier, join(draft, 'entries'))))
    await build({
      entryPoints, outdir: draft, bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node24',
      minifySyntax: true, minifyWhitespace: true, charset: 'utf8', legalComments: 'none', logLevel: 'error',
      outExtension: {'.js': '.mjs'}, nodePaths: [modules],
      plugins: [passedBy, native, dictionary],
      // Packages of the older kind ask for Node's own modules that way.
      banner: {js: 'import {createRequire as bundledRequire} from "node:module"; const require = bundledRequire(import.meta.url);'}
    })
    rmSync(join(draft, 'entries'), {recursive: true})
    for (const specifier of packages) await removeUnlessEqual(specifier, join(draft, bundleName(specifier)))
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, {recursive: true, force: true})
    throw error
  }
}

/** Write a module that exports what Node finds in a package, by name: of an older package a bundler would see no names. */
async function writeEntry(specifier: string, folder: string): Promise<string> {
  const file = join(folder, bundleName(specifier))
  mkdirSync(folder, {recursive: true})
  writeFileSync(file, `export {${(await exportsOf(specifier)).join(', ')}} from ${JSON.stringify(specifier)}\n`)
  return file
}

/** A bundle that does not load, or does not hold what its package holds, is none. */
async function removeUnlessEqual(specifier: string, file: string): Promise<void> {
  const [expected, found] = [await exportsOf(specifier), await exportsOf(pathToFileURL(file).href).catch(() => [])]
  if (expected.join() !== found.join()) rmSync(file, {force: true})
}

async function exportsOf(specifier: string): Promise<readonly string[]> {
  const exported: unknown = await import(specifier)
  return Object.keys(typeof exported === 'object' && exported !== null ? exported : {}).filter(name => /^[\w$]+$/.test(name)).toSorted()
}

/** Bundles of another install are of no use any more. */
function removeOthers(folder: string): void {
  const others = readdirSync(dirname(folder)).filter(name => name.startsWith('packages-') && name !== basename(folder))
  for (const name of others) rmSync(join(dirname(folder), name), {recursive: true, force: true})
}

if (import.meta.main) {
  const folder = bundlesFolder()
  if (folder !== undefined) {
    await bundlePackages(bundledPackages, folder)
    removeOthers(folder)
  }
}

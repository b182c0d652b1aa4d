/**
 * The program in one file, as a snapshot wants it: with the packages that every build needs, without what it loads when it
 * is used.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build, type Plugin} from 'esbuild'
import {laterBuiltins} from './later-builtins.ts'

const entry = fileURLToPath(new URL('resident.ts', import.meta.url))
const preload = fileURLToPath(new URL('../packages/preload.mjs', import.meta.url))

/** Packages that every build needs, up to its reading PDF; all others are loaded when they are used, as by any other start. */
const resident = /^(?:@cantoo\/pdf-lib|commander|css-tree|fastest-levenshtein|github-slugger|hast|hastscript|mdast|micromark|puppeteer-core|qrcode|rehype|remark|unified|unist|vfile|xast|yaml|zod|@rgrove\/parse-xml)(?:[-/].*)?$/

const later: Plugin = {
  name: 'later',
  setup: bundler => {
    bundler.onResolve({filter: /^[@\w]/}, ({path, importer, kind}) => {
      if (kind === 'entry-point') return undefined
      const isOurs = !importer.includes('node_modules')
      return isOurs ? resident.test(path) ? undefined : {path, external: true} : kind === 'dynamic-import' ? {path, external: true} : undefined
    })
  }
}

/** In one file, each module still says where it lies itself. */
const places: Plugin = {
  name: 'places',
  setup: bundler => {
    bundler.onLoad({filter: /\.m?[jt]s$/}, ({path}) => {
      const source = readFileSync(path, 'utf8')
      if (!source.includes('import.meta')) return undefined
      const told = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.main', 'false')
        .replaceAll(/import\.meta\.resolve\(('[^']+')\)/g, '(process.getBuiltinModule("node:url").pathToFileURL(require.resolve($1)).href)')
      return {contents: told, loader: path.endsWith('ts') ? 'ts' : 'js'}
    })
  }
}

/** Write the program to a file. Rejects where esbuild cannot make it. */
export async function bundleProgram(outfile: string): Promise<void> {
  await build({
    entryPoints: [entry], outfile, bundle: true, format: 'cjs', platform: 'node', target: 'node24', logLevel: 'error', legalComments: 'none', minifySyntax: true, minifyWhitespace: true,
    plugins: [laterBuiltins, later, places],
    // What is loaded on demand has its place in the snapshot, but does not run before it is asked for.
    supported: {'dynamic-import': false},
    banner: {js: requireFrom(entry)}
  })
  writeFileSync(outfile, inOneByte(readFileSync(outfile, 'utf8')))
}

/**
 * A program without characters beyond Latin 1 (esbuild leaves those of regular expressions): for one of them the engine
 * would hold the whole text in two bytes a character.
 */
export function inOneByte(code: string): string {
  return code.replaceAll(/[^\0-\xff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * In a snapshot nothing but Node's own modules can be required. Once it runs, packages are, from where the program lies;
 * what makes them load faster is loaded before the first of them.
 */
function requireFrom(file: string): string {
  return `require = (() => {
  let load
  const packaged = name => {
    if (process.getBuiltinModule('node:v8').startupSnapshot.isBuildingSnapshot()) throw new Error('Unexpected package ' + name + ', expected it among those of the snapshot')
    if (!load) {
      load = process.getBuiltinModule('node:module').createRequire(${JSON.stringify(file)})
      load(${JSON.stringify(preload)})
    }
    return load
  }
  return Object.assign(name => process.getBuiltinModule(name) ?? packaged(name)(name), {resolve: name => packaged(name).resolve(name)})
})()`
}

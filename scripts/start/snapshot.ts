/**
 * Makes the snapshot that npm's script starts from; set-up runs it after an install, and after a change of the code. Node
 * takes longer to load the program than the program to read a pamphlet; out of a snapshot it comes whole.
 * https://nodejs.org/api/cli.html#--build-snapshot
 */
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build, type Plugin} from 'esbuild'
import {laterBuiltins} from './later-builtins.ts'
import {codeName, snapshotFile, snapshotNote} from './place.mjs'

const scripts = fileURLToPath(new URL('..', import.meta.url))
const sample = fileURLToPath(new URL('../../templates/new/text/en', import.meta.url))
const preload = new URL('../packages/preload.mjs', import.meta.url)
const limitMs = 120_000

/** Packages that every build needs before its pages; all others are loaded when they are used, as by any other start. */
const resident = /^(?:commander|css-tree|fastest-levenshtein|github-slugger|hast|hastscript|mdast|micromark|puppeteer-core|qrcode|rehype|remark|unified|unist|vfile|xast|yaml|zod|@rgrove\/parse-xml)(?:[-/].*)?$/

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

/** Make a snapshot at a path, which starts the program as `build.ts` does. Throws an Error where it cannot be made. */
export function makeSnapshot(file: string): Promise<void> {
  return snapshot(file, bundleProgram)
}

/** Make a start that loads the program anew: npm's script names one in any case. */
export function makePlainStart(file: string): Promise<void> {
  return snapshot(file, code => writeFileSync(code, plainCode))
}

const plainCode = `require('node:v8').startupSnapshot.setDeserializeMainFunction(() => {
  const load = process.getBuiltinModule('node:module').createRequire(${JSON.stringify(scripts)})
  load('./packages/preload.mjs')
  load('./adapters/thread.ts').beginThreadsWith(['--import', ${JSON.stringify(preload.href)}])
  void load('./run.ts').run()
})`

/** Make a snapshot of the heap that some code leaves behind. */
async function snapshot(file: string, writeCode: (code: string) => Promise<void> | void): Promise<void> {
  mkdirSync(dirname(file), {recursive: true})
  await inFolder(async folder => {
    const code = join(folder, 'program.cjs')
    await writeCode(code)
    const {status, stderr, error} = run(['--snapshot-blob', file, '--build-snapshot', code])
    if (status !== 0) throw new Error(`Unexpected failure of Node to make a snapshot: ${error?.message ?? stderr}`)
  })
}

/** Do something with a folder that is gone afterwards. */
async function inFolder(act: (folder: string) => Promise<void> | void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-snapshot-'))
  try {
    await act(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function run(argumentList: readonly string[]) {
  return spawnSync(process.execPath, argumentList, {encoding: 'utf8', timeout: limitMs})
}

async function bundleProgram(outfile: string): Promise<void> {
  const entry = join(scripts, 'start', 'resident.ts')
  await build({
    entryPoints: [entry], outfile, bundle: true, format: 'cjs', platform: 'node', target: 'node24', logLevel: 'error', legalComments: 'none', minifySyntax: true, minifyWhitespace: true,
    plugins: [laterBuiltins, later, places],
    // What is loaded on demand has its place in the snapshot, but does not run before it is asked for.
    supported: {'dynamic-import': false},
    banner: {js: requireFrom(entry)}
  })
}

/** In a snapshot nothing but Node's own modules can be required; packages are, from where the program lies, once it runs. */
function requireFrom(file: string): string {
  return `
const packaged = name => {
  if (process.getBuiltinModule('node:v8').startupSnapshot.isBuildingSnapshot()) throw new Error('Unexpected package ' + name + ', expected it among those of the snapshot')
  return process.getBuiltinModule('node:module').createRequire(${JSON.stringify(file)})
}
require = Object.assign(name => process.getBuiltinModule(name) ?? packaged(name)(name), {resolve: name => packaged(name).resolve(name)})`
}

/**
 * Put a start in the place that npm's script names: the program whole, where it makes of the sample what the program makes
 * that is loaded anew; otherwise a start that loads it. What is to be done is tried first, and takes the place at once.
 */
async function prepare(): Promise<void> {
  const name = codeName()
  const draft = join(dirname(snapshotFile), `pamphleteer-${process.pid}.blob`)
  try {
    await makeSnapshot(draft).then(() => inFolder(folder => proveEqual(draft, folder))).catch(() => makePlainStart(draft))
    rmSync(snapshotNote, {force: true})
    renameSync(draft, snapshotFile)
    if (name !== undefined) writeFileSync(snapshotNote, name)
  } finally {
    rmSync(draft, {force: true})
  }
}

/** Throws where a snapshot does not write what the program writes that is loaded anew, byte by byte. A machine without a browser makes no pages, by either start. */
export function proveEqual(file: string, folder: string): void {
  const [expected, found] = [join(folder, 'expected'), join(folder, 'found')]
  const more = ['--edition', 'web,read,epub', '--date', '2024-01-21', '--json']
  const anew = run(['--import', preload.href, join(scripts, 'build.ts'), sample, '--out', expected, ...more])
  const standing = run(['--snapshot-blob', file, join(scripts, 'build.ts'), sample, '--out', found, ...more])
  if (anew.status !== standing.status || written(expected) !== written(found)) throw new Error('Unexpected artifacts from the snapshot, expected those of the program that is loaded anew')
}

function written(folder: string): string {
  if (!existsSync(folder)) return ''
  return readdirSync(folder).toSorted().map(name => `${name} ${createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')}`).join('\n')
}

if (import.meta.main) await prepare()

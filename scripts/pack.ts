/**
 * Makes the package as users install it: a folder with JavaScript in `lib/`, and its tarball.
 *
 * The repository's own package.json is no package's: it is private, pins the Node that every script runs on, and has no
 * build step. So a second one is drawn up from it here, and what is packed is a folder that holds nothing else.
 */
import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {z} from 'zod'
import {sharedSources} from './typeset/in-page/bundle.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dependencies = z.record(z.string(), z.string())
const ownPackage = z.object({name: z.string(), version: z.string(), description: z.string(), license: z.string(), dependencies, optionalDependencies: dependencies, devDependencies: dependencies})

/** Types that our declarations name; whoever compiles against us needs them. */
const typePackages = ['@types/hast', '@types/mdast']

/** Draw up the package's package.json from the repository's. */
function publicPackage(text: string) {
  const {name, version, description, license, devDependencies, optionalDependencies, ...own} = ownPackage.parse(JSON.parse(text))
  // A user brings a Node; ours is pinned for the repository's sake.
  const needed = Object.entries(own.dependencies).filter(([dependency]) => dependency !== 'node')
  const types = typePackages.map(dependency => [dependency, devDependencies[dependency] ?? '*'] as const)
  return {
    name, version, description, license,
    type: 'module',
    keywords: ['markdown', 'pamphlet', 'pdf', 'epub', 'typesetting', 'print'],
    engines: {node: '>=22.17'},
    bin: {pamphleteer: 'lib/pamphleteer.cjs'},
    exports: {'.': {types: './lib/library.d.ts', default: './lib/library.js'}, './package.json': './package.json'},
    files: ['lib/', 'templates/', 'docs/', 'CHANGELOG.md'],
    dependencies: Object.fromEntries([...needed, ...types].toSorted(([a], [b]) => a < b ? -1 : 1)),
    optionalDependencies
  }
}

/** Compile into `lib/`. What runs in the page is bundled where it is used, from its sources, so these come along. */
function compile(folder: string): void {
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', join(root, 'tsconfig.package.json'), '--outDir', join(folder, 'lib')])
  cpSync(join(root, 'scripts/typeset/in-page'), join(folder, 'lib/typeset/in-page'), {recursive: true, filter: path => !path.endsWith('.d.ts')})
  cpSync(join(root, 'scripts/pamphleteer.cjs'), join(folder, 'lib/pamphleteer.cjs'))
  for (const file of sharedSources) cpSync(join(root, 'scripts', file), join(folder, 'lib', file))
}

/** Run a program to its end, at most five minutes (the compiler takes one or two where others work, too); throws an Error with what it said where it failed. */
function run(command: string, argumentList: readonly string[], cwd = root): string {
  const {status, stdout, stderr, error} = spawnSync(command, argumentList, {cwd, encoding: 'utf8', timeout: 300_000, shell: process.platform === 'win32' && command === 'npm'})
  if (status !== 0) throw new Error(`${command} ${argumentList[0] ?? ''} failed: ${error?.message ?? ''}${stdout}${stderr}`)
  return stdout.trim()
}

/** Make the folder `package` and the tarball beside it; gives the tarball's path. */
export function pack(out: string): string {
  const folder = join(out, 'package')
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  compile(folder)
  for (const name of ['templates', 'docs', 'LICENSE', 'CHANGELOG.md']) cpSync(join(root, name), join(folder, name), {recursive: true})
  // The repository's own tells of commands that a user of the package does not have.
  cpSync(join(root, 'templates/package/README.md'), join(folder, 'README.md'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(publicPackage(readFileSync(join(root, 'package.json'), 'utf8')), null, 2)}\n`)
  const name = run('npm', ['pack', '--silent', '--pack-destination', out], folder).split('\n').at(-1) ?? ''
  return join(out, name)
}

if (import.meta.main) console.log(pack(resolve(process.argv[2] ?? join(root, 'dist'))))

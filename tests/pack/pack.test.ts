import {spawnSync} from 'node:child_process'
import {globSync, mkdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {Linter} from 'eslint'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {commands} from '../../scripts/commands.ts'
import {pack} from '../../scripts/pack.ts'

// Inside the repository, so that the package finds its dependencies without an install; `.ci/package` makes a real one.
const out = join(import.meta.dirname, '../../node_modules/.cache/pack-test')
let tarball = ''
beforeAll(() => {
  mkdirSync(out, {recursive: true})
  tarball = pack(out)
}, 320_000)
afterAll(() => rmSync(out, {recursive: true, force: true}))

// What the package asks for, which its own question of Node has to agree with.
const publicNode = '>=22.17'
const own = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string; dependencies: Record<string, string>}

test('the package is public, for any Node that is new enough, and needs no more than the program does', () => {
  const made = JSON.parse(readFileSync(join(out, 'package/package.json'), 'utf8')) as Record<string, unknown> & {dependencies: Record<string, string>}
  expect(made).toMatchObject({name: 'pamphleteer', version: own.version, type: 'module', engines: {node: publicNode}, bin: {pamphleteer: 'lib/pamphleteer.cjs'}})
  for (const key of ['private', 'scripts', 'devDependencies', 'allowScripts']) expect(made).not.toHaveProperty(key)
  const types = Object.keys(made.dependencies).filter(name => name.startsWith('@types/'))
  expect(Object.keys(made.dependencies).filter(name => !types.includes(name))).toEqual(Object.keys(own.dependencies).filter(name => name !== 'node').toSorted())
  expect(tarball).toMatch(/pamphleteer-\d.*\.tgz$/)
})

test('the compiled program does what the sources do', () => {
  const run = (script: string) => spawnSync(process.execPath, [script, 'schema'], {encoding: 'utf8', timeout: 30_000}).stdout
  expect(run(join(out, 'package/lib/pamphleteer.cjs'))).toBe(run('scripts/build.ts'))
  expect(run('scripts/build.ts')).toContain('"title": "Metadata of a pamphlet"')
})

describe('a Node that is too old', () => {
  const program = join(out, 'package/lib/pamphleteer.cjs')
  const oldest = />=(.*)/.exec(publicNode)?.[1] ?? ''

  /** Run the program, as it is told that its Node is another. */
  const runOn = (node: string) => {
    const script = `Object.defineProperty(process.versions, 'node', {value: '${node}'}); process.argv = ['node', 'pamphleteer', '--version']; require(${JSON.stringify(program)})`
    const {status, stdout, stderr} = spawnSync(process.execPath, ['--eval', script], {encoding: 'utf8', timeout: 30_000})
    return {status, stdout, stderr}
  }

  test.each(['20.20.2', '12.22.9', '22.16.9', '8.0.0'])('%s hears which it has to be', node => {
    expect(runOn(node)).toEqual({status: 3, stdout: '', stderr: `pamphleteer: Unexpected Node ${node}, expected ${oldest} or later\n  Install a newer one (https://nodejs.org/), and with it this program again: npm leaves out what an old Node cannot run.\n`})
  })

  test.each([`${oldest}.0`, '23.0.0', '24.21.0'])('%s is none', node => {
    expect(runOn(node)).toEqual({status: 0, stdout: `${own.version}\n`, stderr: ''})
  })

  test('can read what tells it so', () => {
    const text = readFileSync(program, 'utf8').replace("import('./build.js')", 'start()')
    const faultsOf = (source: string) => new Linter().verify(source, {languageOptions: {ecmaVersion: 5, sourceType: 'script'}})
    expect(faultsOf(text)).toEqual([])
    expect(faultsOf(`${text}const late = 1`)).not.toEqual([])
    expect(text).not.toContain('require(')
  })
})

test('every source of the program is there, and nothing of the benchmarks and tests', () => {
  const names = globSync('**/*.js', {cwd: join(out, 'package/lib')}).map(name => name.replaceAll('\\', '/'))
  expect(names).toContain('library.js')
  expect(names).toEqual(expect.arrayContaining(['manuscript/parse-thread.js', 'epub/binder-thread.js', 'epub/bind.js']))
  // A thread is named by its address, which no compiler follows.
  const threads = globSync('**/*-thread.ts', {cwd: 'scripts'}).map(name => name.replaceAll('\\', '/').replace(/\.ts$/, '.js'))
  expect(threads).toContain('commands/foreign-thread.js')
  expect(names).toEqual(expect.arrayContaining(threads))
  for (const command of ['build', 'new', 'import', 'doctor']) expect(names).toContain(`commands/${command}.js`)
  expect(names.filter(name => /bench|test|^pack\.js/.test(name))).toEqual([])
})

test('no declaration leads to a package that is not among the dependencies', () => {
  const {dependencies} = JSON.parse(readFileSync(join(out, 'package/package.json'), 'utf8')) as {dependencies: Record<string, string>}
  // What a user's compiler reads, from the entry on.
  const seen = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    const text = readFileSync(join(out, 'package/lib', name), 'utf8')
    for (const [, target = ''] of text.matchAll(/from '([^']+)'/g)) {
      if (target.startsWith('.')) visit(join(name, '..', target).replace(/\.ts$/, '.d.ts'))
      else if (target !== 'pamphleteer') expect(Object.keys(dependencies).some(dependency => dependency === target || dependency === `@types/${target}`), `${name}: ${target}`).toBe(true)
    }
  }
  visit('library.d.ts')
  expect([...seen].toSorted()).toEqual(['library.d.ts', 'types.d.ts', ...['artifact', 'fault', 'manuscript', 'message', 'pages', 'pamphlet', 'theme'].map(name => `types/${name}.d.ts`)])
})

test('its README names commands that there are, and files that came along', () => {
  const readme = readFileSync(join(out, 'package/README.md'), 'utf8')
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
  expect(links.length).toBeGreaterThan(0)
  const packed = spawnSync('npm', ['pack', '--dry-run', '--json'], {cwd: join(out, 'package'), encoding: 'utf8', timeout: 60_000, shell: process.platform === 'win32'}).stdout
  expect(links.filter(target => !packed.includes(JSON.stringify(target)))).toEqual([])
  const named = [...readme.matchAll(/pamphleteer ([a-z]+) /g)].map(([, name = '']) => name)
  expect(named.filter(name => !commands.some(command => command.name === name))).toEqual([])
  expect(named.length).toBeGreaterThan(8)
})
